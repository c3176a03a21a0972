"""Numba's cache of compiled functions, bent to the place that `kernel_cache` chose.

Numba finds a cache by the path of the source file: a frozen program has none, and every copy of one commit would
compile anew. That is mended here, on top of its own classes; its version is pinned.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from dealbuilder.engine import kernel_cache  # isort: skip  (sets the surroundings before Numba reads them)
from numba import config
from numba.core.caching import CompileResultCacheImpl, FunctionCache, _CacheLocator


class Locator(_CacheLocator):
    """Finds the kernel of a function by its name and line, below one folder."""

    def __init__(self, line: int) -> None:
        self._line = line

    def get_cache_path(self) -> str:
        """Return the folder."""
        return str(kernel_cache.PLACE.folder)

    def get_source_stamp(self) -> str:
        """Return the stamp of the engine: a kernel of other sources is not used."""
        return kernel_cache.stamp()

    def get_disambiguator(self) -> str:
        """Return what tells apart functions of one name in one file."""
        return str(self._line)

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> "Locator":
        """Return the locator of a function."""
        return cls(py_func.__code__.co_firstlineno)


class _Results(CompileResultCacheImpl):
    _locator_classes = [Locator]  # noqa: RUF012 (as in the class above it)


class Shelf(FunctionCache):
    """Kernels that the program compiled on this machine."""

    _impl_class = _Results

    def save_overload(self, sig: Any, data: Any) -> None:
        """Keep a kernel where that is possible; a folder that takes nothing costs time, not the answer."""
        with suppress(OSError):
            super().save_overload(sig, data)


def shelved(compiled: Callable[..., Any]) -> Any:
    """Return a compiled function that finds its kernel on our shelf."""
    if not config.DISABLE_JIT:
        compiled._cache = Shelf(compiled.py_func)  # type: ignore[attr-defined]
    return compiled
