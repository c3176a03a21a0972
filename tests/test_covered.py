"""The table of coverage: counted by floor, and too little fails."""

import json

import pytest

from tests import covered


def _file(run: int, missed: int) -> dict[str, list[int]]:
    return {"executed_lines": list(range(run)), "missing_lines": list(range(missed))}


def test_that_lines_are_counted_by_floor():
    files = {
        "dealbuilder/ui/window.py": _file(3, 1),
        "dealbuilder/ui/a/b.py": _file(1, 0),
        "dealbuilder/app.py": _file(0, 2),
    }
    assert covered.counted(files) == {"app": (0, 2), "ui": (4, 5)}


@pytest.mark.parametrize(("missed", "code"), [(4, 0), (10, 1)])
def test_that_less_than_the_least_fails(tmp_path, capsys, missed, code):
    path = tmp_path / "coverage.json"
    path.write_text(json.dumps({"files": {"dealbuilder/app.py": _file(90, missed)}}))
    assert covered.main([str(path)]) == code
    assert f"90 of {90 + missed:>6} lines run" in capsys.readouterr().out.splitlines()[-1 - code]
