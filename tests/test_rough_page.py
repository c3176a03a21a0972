"""What the manual says of the rough campaigns is what their data file holds, and nothing in it was lost."""

import importlib.util
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@lru_cache(maxsize=1)
def maker():
    spec = importlib.util.spec_from_file_location("make_rough", ROOT / "packaging" / "make_rough.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=1)
def data():
    return tomllib.loads(maker().DATA.read_text("utf-8"))


def test_that_nothing_was_left_half_in_any_campaign():
    assert [row["kind"] for row in data()["killed"]] == list(maker().KINDS)
    assert all(row["wrong"] == 0 for row in data()["killed"])
    assert all(row["neither"] == 0 for name in ("fails", "cuts", "strace") for row in data()[name])
    assert data()["full"]["whole"] == data()["full"]["saved"] + data()["full"]["refused"]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_that_the_section_holds_every_figure_and_no_page_an_old_one(language):
    section = maker().section(data(), language)
    assert "{{" not in section
    assert section.startswith(maker().HEADING[language])
    assert all(f"{row['kills']:,}" in section for row in data()["killed"])
    assert not maker().stale(data()), "run packaging/make_rough.py"


def test_that_both_languages_have_the_same_headings_and_tables():
    def shape(language):
        lines = maker().section(data(), language).splitlines()
        return [line[: line.find(" ")] for line in lines if line.startswith(("#", "|", "-"))]

    assert shape("en") == shape("zh")
    assert len(shape("en")) > 20


def test_that_figures_survive_their_data_file_and_a_page_keeps_what_stands_around_its_section():
    assert tomllib.loads(maker().toml(data())) == data()
    page = f"# Files\n\nBefore.\n\n{maker().HEADING['en']}\n\nOld.\n\n## After\n\nStays.\n"
    fresh = maker().renewed(page, "en", maker().section(data(), "en"))
    assert "Old." not in fresh
    assert fresh.startswith("# Files\n\nBefore.\n\n")
    assert fresh.endswith("\n## After\n\nStays.\n")
    assert maker().renewed("# Other\n", "en", "x") == "# Other\n"
