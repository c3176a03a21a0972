"""The door to sqlite_utils, without what it would bring along."""

import importlib
import sys
from typing import Any


def _loaded() -> Any:
    """Return sqlite_utils, loaded as if pandas were not installed.

    It reads pandas in for types of column that a deal never has: most of a second before the first deal opens.
    """
    absent = "pandas" not in sys.modules
    if absent:
        sys.modules["pandas"] = None  # type: ignore[assignment]
    try:
        return importlib.import_module("sqlite_utils")
    finally:
        if absent:
            del sys.modules["pandas"]


Database: Any = _loaded().Database
"""sqlite_utils.Database."""
