"""The door to sqlite_utils, without what it would bring along."""

import importlib
import sqlite3
import sys
from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def library() -> Any:
    """Return sqlite_utils, loaded as if pandas were not installed, when a deal is written first.

    It reads pandas in for types of column that a deal never has: most of a second before the first deal is saved.
    """
    absent = "pandas" not in sys.modules
    if absent:
        sys.modules["pandas"] = None  # type: ignore[assignment]
    try:
        return importlib.import_module("sqlite_utils")
    finally:
        if absent:
            del sys.modules["pandas"]


def database(connection: sqlite3.Connection) -> Any:
    """Return a sqlite_utils.Database on the connection; nothing that others installed runs in it."""
    return library().Database(connection, recursive_triggers=False, execute_plugins=False)
