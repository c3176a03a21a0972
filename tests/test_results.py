"""The committed pages of model results say what the model says today; their figures alone may drift."""

import importlib.util
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "manual" / "model"


@lru_cache(maxsize=1)
def maker():
    spec = importlib.util.spec_from_file_location("make_results", ROOT / "packaging" / "make_results.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


NAMES = tuple(maker().MAKERS)


@pytest.mark.parametrize("name", NAMES)
def test_a_committed_page_has_the_structure_it_would_have_if_made_now(name):
    stale = [str(path.relative_to(ROOT)) for path in maker().stale(FOLDER, [name])]
    assert not stale, "run packaging/make_results.py and say why in the commit"


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_there_in_both_languages_with_one_title(name):
    for language in ("en", "zh"):
        lines = (FOLDER / language / name).read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# ")
        assert sum(line.startswith("# ") for line in lines) == 1


def test_figures_may_drift_and_words_may_not(tmp_path, monkeypatch):
    pages = {"en": "# A\n\n2.41 months, holds\n", "zh": "# 甲\n\n2.41个月，成立\n"}
    monkeypatch.setitem(maker().MAKERS, "10-a.md", lambda: pages)
    (path, _) = maker().make(tmp_path, ["10-a.md"])
    assert maker().stale(tmp_path, ["10-a.md"]) == []
    path.write_text("# A\n\n\u221213.5 months, holds\n", encoding="utf-8")
    assert maker().stale(tmp_path, ["10-a.md"]) == []
    path.write_text("# A\n\n2.41 months, fails\n", encoding="utf-8")
    assert maker().stale(tmp_path, ["10-a.md"]) == [path]
    path.unlink()
    assert maker().stale(tmp_path, ["10-a.md"]) == [path]
