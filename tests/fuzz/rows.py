"""Deal files changed at the level of rows, cells and schema, and packed again into a sound SQLite file."""

import random
import sqlite3
import struct
from contextlib import closing
from typing import Any

from dealbuilder.document.envelope import is_envelope
from dealbuilder.document.header import settled
from tests.fuzz.values import changed_json, changed_text, near

Rows = dict[str, tuple[list[str], list[list[Any]]]]
"""By table: columns and rows."""

JSON = frozenset({"content", "document", "edits"})
SCHEMES = (
    "CREATE TRIGGER t AFTER INSERT ON clause BEGIN DELETE FROM package; END",
    "DROP TABLE clause; CREATE VIEW clause AS SELECT 1 AS position, load_extension('x') AS package",
    "DROP TABLE clause; "
    "CREATE VIEW clause AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i FROM n",
    "CREATE VIRTUAL TABLE f USING fts5(x)",
    "CREATE VIRTUAL TABLE r USING rtree(i, a, b)",
    "CREATE INDEX i ON clause (upper(measure))",
    "CREATE INDEX i ON clause (measure) WHERE abs(position) > 0",
    "CREATE TABLE g (a TEXT, b TEXT GENERATED ALWAYS AS (hex(zeroblob(90000))) VIRTUAL)",
    "DROP TABLE target; "
    "CREATE TABLE target (position, indicator, sense, value, CHECK (length(hex(zeroblob(90000))) > 0))",
    "DROP TABLE stamp; CREATE TABLE stamp (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "DROP TABLE note; CREATE TABLE note (x DEFAULT (random()))",
    "ALTER TABLE clause ADD COLUMN mood TEXT DEFAULT 'x'",
    "ALTER TABLE clause DROP COLUMN note",
    "ALTER TABLE package RENAME COLUMN note TO noted",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql='CREATE VIEW clause AS SELECT 1' WHERE name='clause'",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage=2",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql='CREATE TABLE clause(x)' WHERE name='clause'",
    "PRAGMA writable_schema=ON; UPDATE sqlite_master SET type='table', sql=NULL",
    "PRAGMA writable_schema=ON; DELETE FROM sqlite_master WHERE name='package'",
    "PRAGMA writable_schema=ON; INSERT INTO sqlite_master SELECT * FROM sqlite_master",
    "CREATE TABLE sqlite_stat1_(tbl, idx, stat)",
    "ANALYZE",
    "VACUUM",
)


def unpacked(data: bytes) -> Rows | None:
    """Return the tables of a SQLite file, None if it cannot be read."""
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.set_progress_handler(lambda: 1, 5_000_000)
            connection.deserialize(settled(data))
            listed = "SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 60"
            names = [row[0] for row in connection.execute(listed)]
            found: Rows = {}
            for name in names:
                if str(name).startswith("sqlite_"):
                    continue
                cursor = connection.execute(f'SELECT * FROM "{name}" LIMIT 2000')
                found[str(name)] = ([column[0] for column in cursor.description], [list(row) for row in cursor])
            return found
    except (sqlite3.Error, ValueError, OverflowError, MemoryError, struct.error):
        return None


def packed(rows: Rows, data: bytes, page: int = 1024) -> bytes:
    """Return a SQLite file of the tables, without types, under the format of the file they came from."""
    version, application = (struct.unpack_from(">I", data, place)[0] for place in (60, 68))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {page}")
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute(f"PRAGMA user_version = {version & 0x7FFFFFFF}")
        connection.execute("BEGIN")
        for table, (columns, body) in rows.items():
            named = ", ".join(f'"{column}"' for column in columns)
            connection.execute(f'CREATE TABLE "{table}" ({named})')
            for row in body:
                marks = ", ".join("?" * len(columns))
                try:
                    connection.execute(f'INSERT INTO "{table}" VALUES ({marks})', row)
                except (sqlite3.Error, OverflowError, UnicodeError):
                    plain = [str(cell)[:9].encode("utf-8", "replace") for cell in row]
                    connection.execute(f'INSERT INTO "{table}" VALUES ({marks})', plain)
        connection.execute("COMMIT")
        return settled(connection.serialize())


def schemed(data: bytes, dice: random.Random) -> bytes:
    """Return a deal file with something in its schema that no deal has."""
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.deserialize(settled(data))
            connection.executescript(dice.choice(SCHEMES))
            return settled(connection.serialize())
    except (sqlite3.Error, sqlite3.Warning, UnicodeError, OverflowError, struct.error):
        return data


def changed(data: bytes, dice: random.Random) -> bytes:
    """Return a deal file with one to four of its cells, rows, columns or tables changed."""
    if dice.random() < 0.08:
        return schemed(data, dice)
    rows = unpacked(data)
    if not rows:
        return data
    for _ in range(dice.choice((1, 1, 2, 4))):
        if rows:
            _change(rows, dice)
    return packed(rows, data, dice.choice((512, 1024, 1024, 4096)))


def _change(rows: Rows, dice: random.Random) -> None:
    table = dice.choice([name for name in rows if rows[name][1]] or list(rows))
    columns, body = rows[table]
    act = dice.randrange(20)
    if act == 0:
        del rows[table]
    elif act == 1 and len(columns) > 1:
        place = dice.randrange(len(columns))
        rows[table] = (columns[:place] + columns[place + 1 :], [row[:place] + row[place + 1 :] for row in body])
    elif not body:
        body.append([near(None, dice) if dice.random() < 0.3 else 1 for _ in columns])
    elif act == 2:
        del body[dice.randrange(len(body))]
    elif act == 3:
        body.insert(dice.randrange(len(body)), list(dice.choice(body)))
    elif act == 4:
        body.extend([list(dice.choice(body)) for _ in range(dice.choice((1, 30)))])
    else:
        row = dice.choice(body)
        place = dice.randrange(len(columns))
        row[place] = _cell(row[place], columns[place], dice)


def _cell(value: Any, column: str, dice: random.Random) -> Any:
    if isinstance(value, str) and (column in JSON or is_envelope(value)):
        return changed_json(value, dice) if dice.random() < 0.9 else changed_text(value, dice)
    found = near(value, dice)
    if isinstance(found, str):
        return found.encode("utf-8", "replace") if dice.random() < 0.05 else found.encode("utf-8", "replace").decode()
    return found if isinstance(found, int | float | bytes | None) else str(found)
