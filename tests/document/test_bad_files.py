"""Files that are damaged, foreign, newer, edited by hand or made to harm: each is refused or mended with a sentence."""

import contextlib
import json
import random
import sqlite3
import struct
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder.document import defence, edits, embed, file, journal, store
from dealbuilder.document.history import History
from dealbuilder.errors import FileProblem
from tests.document.deals import full_deal


def good():
    history = History.start(full_deal()).do(edits.Rename(title="second")).do(edits.SetDraws(draws=9))
    return embed.to_bytes(history)


GOOD = good()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "bad.deal"
    path.write_bytes(GOOD)
    return path


def run(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def refused(path):
    before = path.read_bytes()
    with pytest.raises(FileProblem) as caught:
        file.open_any(path)
    assert path.read_bytes() == before
    assert caught.value.path == str(path)
    assert caught.value.message.endswith(".")
    assert "Traceback" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("length", [0, 1, 15, 16, 50, 99, 100, 1_023, 1_024, 5_000, len(GOOD) - 1_024, len(GOOD) - 1])
def test_that_a_truncated_file_is_refused_whatever_is_left_of_it(path, length):
    path.write_bytes(GOOD[:length])
    said = refused(path)
    assert "empty" in said if length == 0 else "cut short" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear delegation, please find attached", "not a deal file"),
        (b"PK\x03\x04" + b"\0" * 300, "not a deal file"),
        (b"\xff" * 4_000, "not a deal file"),
        (b'{"kind": "rename"}', "not a deal file"),
        (b"%PDF-1.7\nnothing else", "PDF is damaged"),
    ],
)
def test_that_another_kind_of_file_is_refused_by_its_first_bytes(path, content, said):
    path.write_bytes(content)
    assert said in refused(path)


def test_that_a_database_of_another_program_is_refused(path):
    path.unlink()
    run(path, "CREATE TABLE bookmarks (address TEXT)", "INSERT INTO bookmarks VALUES ('x')")
    assert "another program" in refused(path)


def test_that_a_foreign_database_that_calls_itself_a_deal_is_refused(path):
    path.unlink()
    run(path, "CREATE TABLE x (y)", "PRAGMA application_id = 0x4445414C", "PRAGMA user_version = 2000")
    assert '"deal" is missing' in refused(path)
    run(path, "PRAGMA user_version = 7")
    assert "never was one" in refused(path)


def test_that_a_file_of_a_newer_major_format_is_refused(path):
    run(path, "PRAGMA user_version = 3000")
    said = refused(path)
    assert "newer dealbuilder (format 3" in said
    assert "Install the newer" in said


def test_that_a_file_of_a_newer_minor_format_opens_for_reading(path):
    run(
        path,
        "PRAGMA user_version = 2900",
        "ALTER TABLE clause ADD COLUMN mood TEXT",
        "CREATE TABLE future (x TEXT)",
        "INSERT INTO future VALUES ('y')",
    )
    loaded = file.load(path)
    assert loaded.read_only
    assert loaded.history.document.title == "second"
    assert any("newer" in notice for notice in loaded.notices)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON clause BEGIN DELETE FROM package; END",
        "CREATE VIEW v AS SELECT * FROM clause",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "CREATE TABLE g (a TEXT, b TEXT GENERATED ALWAYS AS (upper(a)) VIRTUAL)",
        "CREATE INDEX i ON clause (upper(measure))",
    ],
)
def test_that_anything_that_could_run_is_refused(path, statement):
    run(path, statement)
    assert "which no deal file has" in refused(path)


def test_that_a_view_in_the_place_of_a_table_is_refused_before_it_runs(path):
    run(
        path,
        "DROP TABLE clause",
        "CREATE VIEW clause AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n",
    )
    assert "Nothing in it was run" in refused(path)


def test_that_a_forged_schema_is_refused(path):
    forged = (
        "CREATE VIEW clause AS SELECT load_extension('x')",
        "CREATE TABLE clause AS SELECT 1",
        "CREATE VIRTUAL TABLE clause USING fts5(x)",
        "not sql at all",
    )
    for sql in forged:
        path.write_bytes(GOOD)
        run(
            path,
            "PRAGMA writable_schema = ON",
            f"UPDATE sqlite_master SET sql = '{sql.replace(chr(39), chr(39) * 2)}' WHERE name = 'clause'",
        )
        assert refused(path)


def test_that_a_column_that_computes_is_refused(path):
    run(path, "ALTER TABLE deal ADD COLUMN trap TEXT GENERATED ALWAYS AS (hex(zeroblob(9000))) VIRTUAL")
    assert "which no deal file has" in refused(path)


def test_that_a_huge_value_is_refused_and_not_read(path, monkeypatch):
    monkeypatch.setitem(defence.LIMITS, sqlite3.SQLITE_LIMIT_LENGTH, 100_000)
    run(path, "UPDATE deal SET value = printf('%.*c', 200000, 'x') WHERE key = 'note'")
    assert refused(path)


def test_that_a_file_far_larger_than_any_deal_is_refused_without_reading_it(path, monkeypatch):
    monkeypatch.setattr("dealbuilder.document.reading.FILE_BYTES", 10_000)
    assert "far larger" in refused(path)


def test_that_more_rows_than_any_deal_has_are_refused(path, monkeypatch):
    monkeypatch.setattr(store, "ROWS", 3)
    assert "longer than any deal" in refused(path)


def test_that_a_file_that_keeps_sqlite_busy_for_ever_is_given_up(path, monkeypatch):
    many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
    run(path, f"{many}INSERT INTO stamp SELECT 'k' || i, 'v' FROM n")
    assert file.load(path).history.document.title == "second"
    monkeypatch.setattr(store, "INSTRUCTIONS", 20_000)
    assert "damaged (interrupted)" in refused(path)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE clause SET start_month = -3", "start"),
        ("UPDATE clause SET start_month = 99999999999", "start"),
        ("UPDATE clause SET ramp_months = 9e999", "ramp"),
        ("UPDATE clause SET snapback = 7", "snapback"),
        ("UPDATE clause SET measure = ''", "measure"),
        ("UPDATE clause SET level = printf('%.*c', 900, 'x')", "level"),
        ("UPDATE assumption SET value = -9e999", "value"),
        ("UPDATE target SET sense = 'about'", "sense"),
        ("UPDATE deal SET value = 'many' WHERE key = 'draws'", "draws"),
        ("UPDATE deal SET value = -1 WHERE key = 'seed'", "seed"),
        ("UPDATE deal SET value = NULL WHERE key = 'title'", "title"),
        ("UPDATE deal SET value = x'00ff' WHERE key = 'title'", "title"),
        ("DELETE FROM deal WHERE key = 'id'", "id"),
        ("DELETE FROM package", "packages"),
        ("UPDATE own_measure SET content = '{\"id\": 3}'", "Measure"),
        ("UPDATE own_measure SET content = '[[[[' ", "Measure"),
        ("DROP TABLE clause", '"clause" is missing'),
    ],
)
def test_that_a_value_no_deal_can_have_is_refused_by_name(path, statement, said):
    run(path, statement)
    message = refused(path)
    assert said in message
    assert "not changed" in message


def test_that_text_that_is_no_text_is_refused(path):
    run(path, "UPDATE clause SET note = CAST(x'fffe41' AS TEXT)")
    assert refused(path)


def test_that_hand_edited_tables_count_and_undo_starts_anew(path):
    run(path, "UPDATE deal SET value = 'by hand' WHERE key = 'title'")
    loaded = file.load(path)
    assert loaded.history.document.title == "by hand"
    assert not loaded.history.can_undo
    assert "undo starts here" in " ".join(loaded.notices)


def test_that_entries_nobody_knows_are_named_and_not_read(path):
    run(path, "INSERT INTO deal VALUES ('mood', 'good')", "INSERT INTO stamp VALUES ('colour', 'red')")
    loaded = file.load(path)
    assert "mood" in " ".join(loaded.notices)
    assert loaded.history.can_undo


def test_that_lost_packages_and_doubled_clauses_are_mended_and_said(path):
    run(
        path,
        "UPDATE deal SET value = 'gone' WHERE key IN ('active', 'baseline')",
        "INSERT INTO clause SELECT 90, package, measure, 'other', 0, NULL, NULL, NULL, NULL, 0, 0, '' "
        "FROM clause WHERE measure = 'letters'",
        "INSERT INTO clause SELECT 91, 'gone', measure, 'other', 0, NULL, NULL, NULL, NULL, 0, 0, '' "
        "FROM clause WHERE measure = 'letters' AND position < 90",
    )
    loaded = file.load(path)
    said = " ".join(loaded.notices)
    assert loaded.history.document.active == "a"
    assert loaded.history.document.baseline is None
    assert loaded.history.document.package("a").clause("letters").level == "all"
    assert "two clauses on letters" in said
    assert "belongs to no package" in said


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET edits = '[]'",
        'UPDATE journal SET edits = \'[{"kind": "launch"}]\'',
        "UPDATE journal SET edits = 'not json' WHERE number = 2",
        'UPDATE journal SET edits = \'[{"kind": "rename", "title": "x", "then": "y"}]\'',
        'UPDATE journal SET edits = \'[{"kind": "remove_target", "indicator": "x"}]\'',
        "UPDATE journal_start SET done = 77",
        "UPDATE journal_start SET document = '{}'",
        "DELETE FROM journal WHERE number = 1",
        "DELETE FROM journal",
        f"UPDATE journal SET edits = '{'[' * 50_000}'",
    ],
)
def test_that_a_broken_journal_costs_undo_and_never_the_deal(path, statement):
    run(path, statement)
    loaded = file.load(path)
    assert loaded.history.document.title == "second"
    assert loaded.history.document.draws == 9
    assert not loaded.history.can_undo
    assert "The deal itself is whole" in " ".join(loaded.notices)


def test_that_a_file_without_journal_versions_or_stamps_is_a_deal(path):
    run(path, *(f"DROP TABLE {table}" for table in ("journal", "journal_start", "version", "stamp")))
    loaded = file.load(path)
    assert loaded.history.document.title == "second"
    assert loaded.notices == ()


def test_that_a_journal_longer_than_the_limit_costs_undo_only(monkeypatch):
    monkeypatch.setattr(journal, "STEPS", 1)
    loaded = embed.from_bytes(GOOD)
    assert loaded.history.document.title == "second"
    assert "too many steps" in " ".join(loaded.notices)


def test_that_a_kept_version_that_cannot_be_read_is_left_out_and_named(path):
    document = json.dumps({"id": "x"})
    run(path, f"INSERT INTO version VALUES (3, '', '', '', '{document}')")
    loaded = file.load(path)
    assert loaded.versions == ()
    assert "kept version 3" in " ".join(loaded.notices)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("INSERT INTO package SELECT 1000 + i, 'q' || i, '', '' FROM n", "at most 500"),
        ("INSERT INTO clause SELECT 1000 + i, 'a', 'm' || i, 'x', 0, NULL, NULL, NULL, NULL, 0, 0, '' FROM n", "2,000"),
        ("INSERT INTO target SELECT 1000 + i, 'x', 'at_most', 1 FROM n", "at most 5000"),
        ("INSERT INTO assumption SELECT 1000 + i, 'x', 1, 1, 1, '', '' FROM n", "at most 5,000"),
        ("INSERT INTO sealed SELECT 1000 + i, 'k' || i, '' FROM n", "at most 5000"),
    ],
)
def test_that_more_than_any_deal_has_is_refused(path, statement, said):
    run(path, f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) {statement}")
    assert said in refused(path)


def test_that_two_packages_of_one_id_are_refused_even_where_the_table_allows_them(path):
    run(
        path,
        "CREATE TABLE other (position INTEGER PRIMARY KEY, id TEXT, name TEXT, note TEXT) STRICT",
        "INSERT INTO other SELECT * FROM package",
        "DROP TABLE package",
        "ALTER TABLE other RENAME TO package",
        "UPDATE package SET id = 'a'",
    )
    assert "two packages share one id" in refused(path)


@pytest.mark.parametrize("poison", ['"active": "b"', '"baseline": "a"', '"measure": "letters"'])
def test_that_a_journal_cannot_lead_to_a_deal_that_would_not_save(path, poison):
    """Undo must never end in a document that the file refuses."""
    with closing(sqlite3.connect(path)) as connection:
        start = connection.execute("SELECT document FROM journal_start").fetchone()[0]
    key = poison.split(":")[0]
    poisoned = start.replace(poison.replace(" ", ""), f'{key}: "white_list"')
    assert poisoned != start
    run(path, f"UPDATE journal_start SET document = '{poisoned}'")
    loaded = file.load(path)
    assert not loaded.history.can_undo
    assert loaded.history.document.title == "second"


def test_that_a_deal_left_in_log_mode_opens_and_an_unfinished_one_is_refused(path):
    run(path, "PRAGMA journal_mode = WAL")
    assert path.read_bytes()[18:20] == b"\x02\x02"
    assert file.load(path).history.document.title == "second"
    path.with_name(path.name + "-wal").write_bytes(b"not yet written")
    assert "another program has it open" in refused(path)


def test_that_a_deal_vacuumed_by_another_tool_still_opens(path):
    run(path, "VACUUM")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size = 8192")
        connection.execute("VACUUM")
    assert file.load(path).history == embed.from_bytes(GOOD).history


def survives(data):
    """Reading any bytes ends in a deal or in a FileProblem, never in anything else."""
    with contextlib.suppress(FileProblem):
        assert embed.from_bytes(data).history.document.packages


@pytest.mark.parametrize("seed", range(4))
def test_that_flipped_bits_are_a_sentence_or_harmless(seed):
    rng = random.Random(seed)
    for _ in range(100):
        data = bytearray(GOOD)
        for _ in range(rng.choice((1, 1, 2, 30))):
            place = rng.randrange(len(data)) if rng.random() < 0.6 else rng.randrange(3_000)
            data[place] ^= 1 << rng.randrange(8)
        survives(bytes(data))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD)), st.binary(max_size=2_000))
def test_that_any_bytes_written_over_a_deal_are_a_sentence_or_harmless(place, junk):
    survives(GOOD[:place] + junk + GOOD[place + len(junk) :])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(GOOD)))
def test_that_a_deal_cut_anywhere_whose_header_was_mended_is_a_sentence(length):
    data = bytearray(GOOD[: max(length // 1_024, 1) * 1_024])
    data[28:32] = struct.pack(">I", len(data) // 1_024)
    survives(bytes(data))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=4_000))
def test_that_any_bytes_at_all_are_a_sentence(data):
    with pytest.raises(FileProblem):
        embed.from_bytes(data)
