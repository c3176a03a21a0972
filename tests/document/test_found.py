"""What fuzzing and review have found, each in its smallest form; the file is refused or opens, and stays what it is."""

import json
import sqlite3
import time
from contextlib import closing

import pytest

from dealbuilder import paths, settings
from dealbuilder.document import edits, embed, file, journal, store
from dealbuilder.document.examples import examples
from dealbuilder.document.history import History
from dealbuilder.document.versions import keep
from dealbuilder.errors import CatalogueProblems, DealError
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.own import fitted
from dealbuilder.model.targets import read_targets
from dealbuilder.model.text import Text
from dealbuilder.report import theme
from dealbuilder.report.ensemble.parquet import Table
from tests.document.deals import full_deal, own_measure
from tests.fuzz.doors.lists import STAMPS, UNITS

DEEP = "x = " + "[" * 5_000
LONG = "x = " + "9" * 6_000


def whole():
    history = History.start(full_deal()).do(edits.Rename(title="second"))
    return embed.to_bytes(history, keep((), history.document, at="", who="", note="one"))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "found.deal"
    path.write_bytes(whole())
    return path


def run(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_that_two_kept_versions_of_one_number_do_not_keep_the_deal_from_being_saved(path):
    run(
        path,
        "CREATE TABLE other AS SELECT * FROM version",
        "INSERT INTO other SELECT * FROM version",
        "DROP TABLE version",
        "ALTER TABLE other RENAME TO version",
    )
    loaded = file.load(path)
    assert [version.number for version in loaded.versions] == [1]
    assert "kept version 1" in " ".join(loaded.notices)
    again = embed.from_bytes(embed.to_bytes(loaded.history, loaded.versions))
    assert again.versions == loaded.versions


@pytest.mark.parametrize("text", [DEEP, LONG])
def test_that_toml_without_end_is_a_sentence_wherever_it_is_read(tmp_path, text):
    for name in ("a.toml", "examples.toml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(DealError, match=r"a\.toml"):
        theme.read(tmp_path / "a.toml")
    with pytest.raises(CatalogueProblems, match=r"a\.toml"):
        read_targets(tmp_path / "a.toml", ())
    with pytest.raises(DealError, match="list of examples"):
        examples(tmp_path)
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "b.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueProblems, match=r"b\.toml"):
        load_catalogue(tmp_path)


@pytest.mark.parametrize("text", ["[" * 50_000, '{"recent": ' + "9" * 6_000 + "}", '{"text_scale": NaN}', "\ufeff{}"])
def test_that_settings_without_end_leave_the_defaults(tmp_path, text):
    (tmp_path / settings.FILE).write_text(text, encoding="utf-8")
    found = settings.load(tmp_path)
    assert found.settings == settings.Settings()
    assert found.notices


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\xff" * 200 + b"PAR1", b"not parquet at all"])
def test_that_a_damaged_part_of_an_ensemble_is_a_sentence(tmp_path, data):
    path = tmp_path / "part-000000.parquet"
    path.write_bytes(data)
    table = Table(UNITS, {}, STAMPS, 1)
    with pytest.raises(DealError, match="damaged"):
        list(table.columns(path, list(UNITS), 1))
    with pytest.raises(DealError, match="damaged"):
        [gather("supply_restored") for gather in table.stretches([path], 1)]


def test_that_a_refusal_quotes_no_word_without_end():
    said = str(DealError(f"There is no measure “{'x' * 70_000}”; nothing was changed.", f"Not {'y' * 5_000} either."))
    assert len(said) < 1_000
    assert "nothing was changed" in said
    assert "…" in said


def bomb(document, edit, other, steps):
    """Return a deal whose journal does two edits in turn, so many times."""
    tables = store.unpack(embed.to_bytes(History.start(document)), "x")[1]
    rows = [journal._EDITS.dump_json((one,)).decode() for one in (edit, other)]
    tables["journal"] = [{"number": n + 1, "at": "", "gesture": None, "edits": rows[n % 2]} for n in range(steps)]
    return store.pack(tables)


def test_that_a_journal_that_copies_thousands_of_entries_a_step_costs_undo_only(monkeypatch):
    big = full_deal().model_copy(update={"sealed": {f"k{n}": "v" for n in range(2_000)}})
    one, other = (edits.SealValue(key="k1", value=value) for value in "ab")
    assert len(embed.from_bytes(bomb(big, one, other, 40)).history.steps) == 40
    monkeypatch.setattr(journal, "WORK", 50_000)
    begun = time.monotonic()
    loaded = embed.from_bytes(bomb(big, one, other, 2_000))
    assert loaded.history.steps == ()
    assert "more than any deal does" in " ".join(loaded.notices)
    assert time.monotonic() - begun < 5


def test_that_a_file_cannot_have_the_program_talk_without_end(path):
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
    columns = "1000 + i, 'nowhere', 'm' || i, 'x', 0, NULL, NULL, NULL, NULL, 0, 0, ''"
    run(path, f"{many}INSERT INTO clause SELECT {columns} FROM n")
    loaded = file.load(path)
    assert len(loaded.notices) <= embed.NOTICES
    assert "more remarks" in loaded.notices[-1]


@pytest.mark.parametrize(
    ("table", "words"),
    [("title", "x" * 6_000), ("summary", "字" * 6_000), ("label", "x" * 40_000)],
)
def test_that_a_wording_without_end_is_refused(path, table, words):
    measure = own_measure().model_dump()
    text = {"en": words, "zh": "x"}
    if table == "label":
        measure["levels"][1]["label"] = text
    else:
        measure[table] = text
    data = json.dumps(measure)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE own_measure SET content = ? WHERE position = 1", (data,))
        connection.commit()
    with pytest.raises(DealError, match="longer than 5,000"):
        file.load(path)


@pytest.mark.parametrize("letter", ["\u202e", "\u2066", "\u200b", "\ufeff", "\u200f", "\U000e0041"])
def test_that_letters_that_hide_or_turn_a_text_are_told_and_never_reach_a_clause_s_title(path, letter):
    evil = f"Licence{letter}gpj.exe"
    run(path, f"UPDATE deal SET value = '{evil}' WHERE key = 'title'")
    loaded = file.load(path)
    assert loaded.history.document.title == evil
    assert embed.HIDDEN in loaded.notices
    measure = own_measure().model_copy(update={"title": Text(en=evil, zh=evil)})
    (shown,) = fitted((measure,), {}, ())
    assert shown.title.en == "Licencegpj.exe"
    assert embed.HIDDEN not in embed.from_bytes(whole()).notices


def test_that_the_shipped_examples_hide_nothing():
    for one in examples(paths.resources() / "examples"):
        for language in ("en", "zh"):
            assert embed.HIDDEN not in file.load(one.path_in(language)).notices
