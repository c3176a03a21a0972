"""The tables of a deal file, format by format. A file carries its format in user_version, as 1000 x major + minor.

A newer minor format may add tables and columns: it opens for reading. A newer major format is refused.
"""

from typing import Any

Tables = dict[str, list[dict[str, Any]]]
"""The rows of a file by table, in order."""

APPLICATION_ID = 0x4445414C
"""The letters DEAL at byte 68 of the file, so that file(1) and MIME rules can tell it from other SQLite files."""

MAJOR = 2
MINOR = 3

TABLES: dict[str, dict[str, str]] = {
    "deal": {"key": "TEXT PRIMARY KEY", "value": "ANY"},
    "package": {
        "position": "INTEGER PRIMARY KEY",
        "id": "TEXT NOT NULL UNIQUE",
        "name": "TEXT NOT NULL",
        "note": "TEXT NOT NULL",
    },
    "clause": {
        "position": "INTEGER PRIMARY KEY",
        "package": "TEXT NOT NULL REFERENCES package(id)",
        "measure": "TEXT NOT NULL",
        "level": "TEXT NOT NULL",
        "start_month": "INTEGER NOT NULL",
        "end_month": "INTEGER",
        "ramp_months": "REAL",
        "only_if_measure": "TEXT",
        "only_if_level": "TEXT",
        "snapback": "INTEGER NOT NULL",
        "unlocked": "INTEGER NOT NULL",
        "note": "TEXT NOT NULL",
    },
    "assumption": {
        "position": "INTEGER PRIMARY KEY",
        "parameter": "TEXT NOT NULL",
        "value": "REAL NOT NULL",
        "low": "REAL",
        "high": "REAL",
        "reason": "TEXT NOT NULL",
        "who": "TEXT NOT NULL",
    },
    "target": {
        "position": "INTEGER PRIMARY KEY",
        "indicator": "TEXT NOT NULL",
        "sense": "TEXT NOT NULL",
        "value": "REAL NOT NULL",
    },
    "own_measure": {"position": "INTEGER PRIMARY KEY", "id": "TEXT NOT NULL", "content": "TEXT NOT NULL"},
    "private_note": {
        "position": "INTEGER PRIMARY KEY",
        "package": "TEXT",
        "measure": "TEXT",
        "text": "TEXT NOT NULL",
    },
    "sealed": {"position": "INTEGER PRIMARY KEY", "key": "TEXT NOT NULL", "value": "TEXT NOT NULL"},
    "inject": {"position": "INTEGER PRIMARY KEY", "id": "TEXT NOT NULL", "content": "TEXT NOT NULL"},
    "lens": {"position": "INTEGER PRIMARY KEY", "id": "TEXT NOT NULL", "content": "TEXT NOT NULL"},
    "plan": {"position": "INTEGER PRIMARY KEY", "content": "TEXT NOT NULL"},
    "session": {
        "number": "INTEGER PRIMARY KEY",
        "at": "TEXT NOT NULL",
        "kind": "TEXT NOT NULL",
        "content": "TEXT NOT NULL",
    },
    "version": {
        "number": "INTEGER PRIMARY KEY",
        "at": "TEXT NOT NULL",
        "who": "TEXT NOT NULL",
        "note": "TEXT NOT NULL",
        "document": "TEXT NOT NULL",
    },
    "journal": {"number": "INTEGER PRIMARY KEY", "at": "TEXT NOT NULL", "gesture": "TEXT", "edits": "TEXT NOT NULL"},
    "journal_start": {"number": "INTEGER PRIMARY KEY", "done": "INTEGER NOT NULL", "document": "TEXT NOT NULL"},
    "stamp": {"key": "TEXT PRIMARY KEY", "value": "TEXT NOT NULL"},
}
"""The tables of the present format, all of them STRICT: columns with their types."""

COLUMNS: dict[int, dict[str, tuple[str, ...]]] = {
    1: {"part": ("name", "content")},
    2: {table: tuple(columns) for table, columns in TABLES.items()},
}
"""What is read from a file of each major format; the first column gives the order."""

OPTIONAL = frozenset({"version", "journal", "journal_start", "stamp", "inject", "plan", "session", "lens"})
"""Tables without which a deal is still whole."""


def definition(table: str) -> str:
    """Return the statement that creates a table of the present format."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in TABLES[table].items())
    return f'CREATE TABLE "{table}" ({columns}) STRICT'
