"""SQLite's guard: every defence, and the attack that succeeds once it is taken away."""

import sqlite3
import struct
import sys
import time
from contextlib import closing

import pytest

from dealbuilder.document import defence, embed, file, store
from dealbuilder.document.history import History
from dealbuilder.errors import FileProblem
from tests.document.deals import full_deal

GOOD = embed.to_bytes(History.start(full_deal()))
OPEN = [
    ("ATTACH ':memory:' AS x", "authoriz"),
    ("SELECT load_extension('x')", "authoriz"),
    ("SELECT upper('x')", "authoriz"),
    ("SELECT hex(zeroblob(9))", "authoriz"),
    ("CREATE TABLE x (y)", "authoriz"),
    ("CREATE TEMP TABLE x (y)", "authoriz"),
    ("DELETE FROM clause", "authoriz"),
    ("PRAGMA writable_schema = ON", "authoriz"),
    ("PRAGMA query_only = OFF", "authoriz"),
    ("PRAGMA trusted_schema = ON", "authoriz"),
    ("PRAGMA journal_mode = WAL", "authoriz"),
    ("PRAGMA temp_store_directory = '/tmp'", "authoriz"),
    ("VACUUM INTO 'copy.db'", "authoriz"),
    ("BEGIN", "authoriz"),
    ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", "authoriz"),
]


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
        file.load(path)
    assert path.read_bytes() == before
    return str(caught.value)


def guarded(patience=lambda: 0):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    defence.defended(connection, patience)
    connection.deserialize(GOOD)
    connection.set_authorizer(defence.authorized)
    return connection


@pytest.mark.parametrize(("statement", "said"), OPEN)
def test_that_a_guarded_connection_does_nothing_but_read(statement, said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with closing(guarded()) as connection, pytest.raises(sqlite3.DatabaseError, match=said):
        connection.execute(statement).fetchall()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("statement", ["SELECT upper('x')", "SELECT hex(zeroblob(9))", "PRAGMA query_only = OFF"])
def test_that_without_the_authoriser_a_statement_would_run(statement):
    with closing(guarded()) as connection:
        connection.set_authorizer(None)
        connection.execute(statement).fetchall()


def test_that_no_database_can_be_attached_even_without_the_authoriser(monkeypatch):
    with closing(guarded()) as connection:
        connection.set_authorizer(None)
        with pytest.raises(sqlite3.OperationalError, match="too many attached"):
            connection.execute("ATTACH ':memory:' AS x")
    monkeypatch.delitem(defence.LIMITS, sqlite3.SQLITE_LIMIT_ATTACHED)
    with closing(guarded()) as connection:
        connection.set_authorizer(None)
        connection.execute("ATTACH ':memory:' AS x")


def test_that_nothing_can_be_written_even_without_the_authoriser(monkeypatch):
    with closing(guarded()) as connection:
        connection.set_authorizer(None)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("DELETE FROM clause")
    monkeypatch.setattr(defence, "PRAGMAS", tuple(p for p in defence.PRAGMAS if not p.startswith("query_only")))
    with closing(guarded()) as connection:
        connection.set_authorizer(None)
        assert connection.execute("DELETE FROM clause").rowcount > 0


def test_that_the_check_of_a_file_runs_none_of_its_constraints(path, monkeypatch):
    # The constraint fails: whether it ran is seen from what the check says.
    run(
        path,
        "CREATE TABLE trap (x, CHECK (length(hex(zeroblob(1000))) = 1))",
        "PRAGMA ignore_check_constraints = ON",
        "INSERT INTO trap VALUES (1)",
    )
    assert "which no deal file has" in refused(path)
    monkeypatch.setattr(store, "plain_table", lambda sql: True)
    assert file.load(path).history.document.id == "full"
    monkeypatch.setattr(defence, "PRAGMAS", tuple(p for p in defence.PRAGMAS if not p.startswith("ignore_check")))
    assert "CHECK constraint failed" in refused(path)


def test_that_a_constraint_cannot_keep_the_program_busy(path):
    run(
        path,
        "CREATE TABLE trap (x, CHECK (length(hex(zeroblob(15000000))) > 1))",
        "PRAGMA ignore_check_constraints = ON",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
        "INSERT INTO trap SELECT i FROM n",
    )
    begun = time.monotonic()
    assert "which no deal file has" in refused(path)
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TABLE t (a, CHECK (abs(a)))",
        'CREATE TABLE t ("CHECK" TEXT, b CHECK (1))',
        "CREATE TABLE t (a TEXT /* ' */, CHECK (1) /* ' */)",
        "CREATE TABLE t (a TEXT -- '\n, CHECK (1) -- '\n)",
        "CREATE TABLE t (a [x], b AS (1))",
        "CREATE TABLE t (a, b GENERATED ALWAYS AS (upper(a)))",
        "CREATE TABLE t (a DEFAULT (random()))",
        "CREATE TABLE t(a DEFAULT\n(random()))",
        "create table t (a check(1))",
        "CREATE VIRTUAL TABLE t USING fts5(x)",
        "CREATE VIEW t AS SELECT 1",
        "",
        None,
    ],
)
def test_that_a_definition_with_anything_that_could_run_is_no_plain_table(sql):
    assert not defence.plain_table(sql)


@pytest.mark.parametrize(
    "sql",
    [
        'CREATE TABLE "clause" ("position" INTEGER PRIMARY KEY, "package" TEXT NOT NULL REFERENCES package(id)) STRICT',
        'CREATE TABLE "t" ("as" TEXT, `check` TEXT, [generated] REAL)',
        "CREATE TABLE t (a TEXT DEFAULT 'check', b INTEGER DEFAULT 3) WITHOUT ROWID",
    ],
)
def test_that_columns_with_types_are_a_plain_table_whatever_their_names(sql):
    assert defence.plain_table(sql)


def test_that_a_virtual_table_is_refused_before_it_starts(path):
    run(path, "CREATE VIRTUAL TABLE f USING fts5(x)")
    assert "virtual table" in refused(path)


def test_that_a_column_that_is_missing_is_not_read_as_a_text_of_that_name(path):
    run(path, "ALTER TABLE clause RENAME COLUMN note TO noted")
    assert 'has no column "note"' in refused(path)


@pytest.mark.parametrize("table", ["version", "journal", "journal_start", "stamp", "session", "inject", "lens", "plan"])
def test_that_an_optional_table_without_one_of_its_columns_is_a_sentence(path, table):
    column = {"stamp": "value", "journal_start": "document", "journal": "edits"}.get(table, "at")
    column = column if table in ("version", "session", "stamp", "journal", "journal_start") else "content"
    run(path, f"ALTER TABLE {table} DROP COLUMN {column}")
    assert f'"{table}" has no column "{column}"' in refused(path)


def test_that_a_text_that_claims_more_than_a_value_may_have_is_refused(path, monkeypatch):
    monkeypatch.setitem(defence.LIMITS, sqlite3.SQLITE_LIMIT_LENGTH, 50_000)
    run(path, "UPDATE deal SET value = printf('%.*c', 60000, 'x') WHERE key = 'note'")
    assert "too big" in refused(path) or "damaged" in refused(path)
    monkeypatch.setitem(defence.LIMITS, sqlite3.SQLITE_LIMIT_LENGTH, 90_000)
    assert len(file.load(path).history.document.note) == 60_000


def test_that_cells_that_share_their_overflow_pages_are_damage(path):
    """A row of two bytes that points into another's long text would be read again and again, once a row."""
    run(path, "UPDATE deal SET value = printf('%.*c', 90000, 'x') WHERE key = 'note'", "PRAGMA secure_delete = OFF")
    data = bytearray(path.read_bytes())
    size = struct.unpack_from(">H", data, 16)[0]
    chains = [
        place
        for place in range(size, len(data), size)
        if data[place : place + 4] != b"\0\0\0\0" and data[place + 4 : place + 40] == b"x" * 36
    ]
    first, second = chains[0], chains[5]
    data[second : second + 4] = data[first : first + 4]
    path.write_bytes(data)
    assert "damaged" in refused(path)


def test_that_sorting_stays_in_memory_and_nothing_is_mapped():
    with closing(guarded()) as connection:
        connection.set_authorizer(None)
        assert connection.execute("PRAGMA temp_store").fetchone()[0] == 2
        assert connection.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        assert connection.execute("PRAGMA cell_size_check").fetchone()[0] == 1


@pytest.mark.skipif(sys.version_info < (3, 12), reason="Python cannot set these switches before 3.12")
def test_that_every_switch_is_set_where_python_can_set_it():
    with closing(guarded()) as connection:
        for name, on in defence.SWITCHES.items():
            assert connection.getconfig(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}")) is on, name


def test_that_every_limit_is_in_force():
    with closing(guarded()) as connection:
        for limit, most in defence.LIMITS.items():
            assert connection.getlimit(limit) == most


def test_that_a_connection_that_has_switches_gets_all_of_them(monkeypatch):
    class Recorder:
        asked: dict[int, bool] = {}  # noqa: RUF012

        def __getattr__(self, name):
            return lambda *arguments: None

        def setconfig(self, switch, on):
            self.asked[switch] = on

    for place, name in enumerate(defence.SWITCHES):
        monkeypatch.setattr(sqlite3, f"SQLITE_DBCONFIG_{name}", place, raising=False)
    defence.defended(Recorder(), lambda: 0)
    assert list(Recorder.asked.values()) == list(defence.SWITCHES.values())
