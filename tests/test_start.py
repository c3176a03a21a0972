"""What the program loads before anybody has asked for anything: never the libraries that one study or command needs."""

import json
import subprocess
import sys

import pytest

from dealbuilder.cli.doors import DOORS, Commands

HEAVY = (
    "pandas",
    "scipy.stats",
    "SALib",
    "matplotlib",
    "pyarrow",
    "dask",
    "distributed",
    "negmas",
    "emcee",
    "cryptography",
)


@pytest.mark.parametrize("module", ["dealbuilder.ui.ready", "dealbuilder.cli.root", "dealbuilder.document.store"])
def test_neither_window_nor_command_line_waits_for_what_only_a_study_needs(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


UNASKED = (
    *HEAVY,
    "sqlite_utils",
    "pikepdf",
    "xlsxwriter",
    "typst",
    "rich.markdown",
    "rich.traceback",
    "dealbuilder.report.content",
    "dealbuilder.report.blocks",
    "dealbuilder.report.figures",
    "dealbuilder.report.svg",
    "dealbuilder.analysis.staging",
    "dealbuilder.analysis.why.exact",
    "dealbuilder.cli.editing",
)
"""What a score of a deal file has no need of."""
BROUGHT = ("yaml", "charset_normalizer")
"""What it has no need of either, but Numba brings along where it is installed."""


def loaded(*words: str) -> set[str]:
    """Return the modules that one command has loaded when it ends."""
    code = (
        "import json, sys; from dealbuilder.__main__ import main\n"
        "code = main(sys.argv[1:]); sys.stderr.write(json.dumps(sorted(sys.modules))); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr))


def test_a_score_loads_nothing_that_only_reports_studies_and_other_commands_need() -> None:
    found = loaded("score", "example:essay_minimal", "--draws", "2")
    assert "dealbuilder.cli.scoring" in found
    assert found & set(UNASKED if "numba" in found else UNASKED + BROUGHT) == set()


def test_only_the_command_that_is_asked_for_is_imported() -> None:
    found = loaded("examples")
    doors = {f"dealbuilder.cli.{place.split(':')[0]}" for place in DOORS.values()}
    assert found & doors == {"dealbuilder.cli.listing"}


def test_a_version_and_a_name_nobody_knows_import_no_command() -> None:
    doors = {f"dealbuilder.cli.{place.split(':')[0]}" for place in DOORS.values()}
    assert loaded("--version").isdisjoint(doors)


def test_every_door_leads_to_a_command_of_its_name() -> None:
    commands = Commands(name="dealbuilder").commands
    assert list(commands) == list(DOORS)
    assert {name: commands[name].name for name in commands} == {name: name for name in DOORS}
    assert all(commands[name].help for name in commands)
