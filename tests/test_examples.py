"""The shipped deals: made from one readable list, sound, and complete."""

import importlib.util
import sqlite3
import tomllib
from contextlib import closing
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.resolve import unknown_ids
from dealbuilder.document.examples import example, examples
from dealbuilder.document.file import load
from dealbuilder.errors import DealError

ROOT = Path(__file__).resolve().parent.parent
FOLDER = paths.resources() / "examples"
WANTED = {
    "essay_full", "essay_minimal", "no_deal", "escalation", "geneva", "london", "london_h20", "stockholm", "busan",
    "october_rupture", "home_only",
}  # fmt: skip
SHIPPED = examples(FOLDER)
MADE_WITH = (3, 40)


@pytest.fixture(params=SHIPPED, ids=lambda shipped: shipped.id)
def shipped(request):
    return request.param


def maker():
    spec = importlib.util.spec_from_file_location("make_examples", ROOT / "packaging" / "make_examples.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_deals_that_must_be_shipped_are():
    assert {shipped.id for shipped in SHIPPED} >= WANTED


def values(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return list(connection.iterdump())


def test_every_deal_is_made_again_byte_for_byte_or_under_another_sqlite_value_for_value(tmp_path):
    for path in maker().make(tmp_path):
        shipped = FOLDER / path.relative_to(tmp_path)
        same = path.read_bytes() == shipped.read_bytes()
        if not same and sqlite3.sqlite_version_info[:2] != MADE_WITH:
            same = values(path) == values(shipped)
        assert same, f"{path.name} differs: run packaging/make_examples.py and say why in the commit"


def test_no_deal_lies_there_that_the_list_does_not_name():
    for folder in (FOLDER, FOLDER / "zh"):
        assert {path.stem for path in folder.glob("*.deal")} == {shipped.id for shipped in SHIPPED}


def test_a_deal_is_the_same_in_both_languages_but_for_its_texts(shipped):
    english, chinese = (load(shipped.path_in(language)).history.document for language in ("en", "zh"))
    assert english.package().clauses == chinese.package().clauses
    assert (english.title, chinese.title) == (shipped.title.en, shipped.title.zh)


def test_a_deal_opens_without_notices_and_can_be_written(shipped):
    loaded = load(shipped.path)
    assert loaded.notices == ()
    assert len(loaded.history.document.package().clauses) == shipped.clauses


def test_every_clause_is_known_and_none_contradicts_another(shipped, catalogue):
    package = load(shipped.path).history.document.package()
    assert unknown_ids(catalogue, package) == ()
    assert contradictions(catalogue, package) == ()


def test_texts_are_there_in_both_languages(shipped):
    assert shipped.title.en != shipped.title.zh
    assert any("\u4e00" <= char <= "\u9fff" for char in shipped.summary.zh)


def test_every_source_is_in_the_catalogue(catalogue):
    entries = tomllib.loads((FOLDER / "examples.toml").read_text(encoding="utf-8"))["example"]
    assert all(set(entry["sources"]) <= catalogue.source_by_id.keys() for entry in entries)


def test_a_guardrail_is_touched_only_when_unlocked_on_purpose(shipped, catalogue):
    for clause in load(shipped.path).history.document.package().clauses:
        assert clause.unlocked == catalogue.measure_by_id[clause.measure].guardrail


def test_an_unknown_example_is_answered_with_the_known_ones():
    with pytest.raises(DealError, match="essay_full"):
        example(FOLDER, "atlantis")


def test_a_missing_list_is_a_sentence(tmp_path):
    with pytest.raises(DealError, match="Reinstall"):
        examples(tmp_path)


def test_a_broken_list_is_a_sentence(tmp_path):
    (tmp_path / "examples.toml").write_text("[[example]]\nid = 3\n", encoding="utf-8")
    with pytest.raises(DealError, match="cannot be read"):
        examples(tmp_path)
