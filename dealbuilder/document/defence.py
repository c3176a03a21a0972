"""SQLite with its guard up, as its authors advise for files of strangers ("Defense Against The Dark Arts").

Each line below closes a way in which a file could run something, grow without end, or reach another file; the tests in
tests/document/test_defence.py take each away once and see the attack succeed.
"""

import re
import sqlite3
from collections.abc import Callable

from dealbuilder.document.limits import TEXT_BYTES

PRAGMAS = (
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "query_only = ON",
    # The check of the file would run the constraints it finds, and with them any function they name.
    "ignore_check_constraints = ON",
    # Sorting spills to no file.
    "temp_store = MEMORY",
    "mmap_size = 0",
)
LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: TEXT_BYTES,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 20,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
SWITCHES = {
    "DEFENSIVE": True,
    "TRUSTED_SCHEMA": False,
    "WRITABLE_SCHEMA": False,
    "ENABLE_LOAD_EXTENSION": False,
    "ENABLE_TRIGGER": False,
    "ENABLE_VIEW": False,
    "DQS_DDL": False,
    "DQS_DML": False,
}
"""Switches of a connection, which Python can set from 3.12 on; before that, what they forbid is refused by others."""

_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_ASKED = frozenset({"quick_check", "table_xinfo"})
"""The pragmas that reading a file needs."""

_WORDS = re.compile(r"\b(CHECK|GENERATED|AS)\b|\bDEFAULT\s*\(|--|/\*", re.IGNORECASE)
"""What makes a table more than columns with types; comments, because they could hide the rest."""
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\[[^\]]*\]")


def defended(connection: sqlite3.Connection, patience: Callable[[], int], every: int = 10_000) -> None:
    """Put up the guard on a connection that has read nothing yet; `patience` is asked every so many steps."""
    for limit, most in LIMITS.items():
        connection.setlimit(limit, most)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    switch = getattr(connection, "setconfig", None)
    if switch is not None:
        for name, on in SWITCHES.items():
            switch(getattr(sqlite3, f"SQLITE_DBCONFIG_{name}"), on)
    connection.set_progress_handler(patience, every)


def authorized(action: int, first: str | None, *_: object) -> int:
    """Allow reading and the two questions about a file; refuse functions, ATTACH, writing and every other pragma."""
    if action in _READING or (action == sqlite3.SQLITE_PRAGMA and first in _ASKED):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def is_table(sql: object) -> bool:
    """Return whether a definition is that of a table of the file's own, and not of a virtual one."""
    return str(sql).upper().split("(")[0].split()[:2] == ["CREATE", "TABLE"]


def plain_table(sql: object) -> bool:
    """Return whether a definition is columns with types and nothing that could ever be run."""
    text = str(sql)
    if not is_table(text) or _WORDS.search(text) is None:
        return is_table(text)
    bare = _QUOTED.sub(" x ", text)
    return _WORDS.search(bare) is None and "--" not in text and "/*" not in text
