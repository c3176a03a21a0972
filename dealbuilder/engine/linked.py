"""The decorators of the engine in a bundle: kernels lie in a library made beforehand, and no compiler is there.

packaging/bundle/kernels.py compiles each kernel for each class of processors and links it with one entry that takes a
row of 64-bit words: for an array its address and shape, for a whole number itself. A number with a point goes as an
array of one. Blocks are plain Python here; they
are laid into the kernels, and what else calls them has little to compute.
"""

import ctypes
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from dealbuilder.engine import kernel_cache

PLAIN = True
"""Blocks that are called from Python run in Python."""
KINDS = {"f8": np.float64, "i8": np.int64, "i4": np.int32}
"""Arrays that an entry takes."""


class Linked:
    """A kernel of a library: called with the arguments of the function it was made from, it fills their arrays."""

    def __init__(self, entry: Callable[..., int], arguments: tuple[str, ...]) -> None:
        """Take the entry and what it expects: "i8" for a whole number, "f8:2" for an array of two dimensions."""
        self._entry = entry
        self._arguments = arguments

    def __call__(self, *arguments: Any) -> None:
        """Run, the lock of the interpreter given up meanwhile; raise TypeError for arguments of other kinds."""
        given = list(_flat(arguments))
        if len(given) != len(self._arguments):
            raise TypeError(f"A kernel of {len(self._arguments)} arguments was given {len(given)}.")
        words, held = list[int](), list[npt.NDArray[Any]]()
        for value, kind in zip(given, self._arguments, strict=True):
            name, _, dimensions = kind.partition(":")
            if not dimensions:
                words.append(int(value))
                continue
            array = np.asarray([value] if isinstance(value, float) else value)
            if array.dtype != KINDS[name] or array.ndim != int(dimensions) or not array.flags.c_contiguous:
                raise TypeError(f"A kernel that wants {kind} was given {array.dtype} of shape {array.shape}.")
            held.append(array)
            words += (array.__array_interface__["data"][0], *array.shape)
        nothing, fault = ctypes.c_void_p(), ctypes.c_void_p()
        status = self._entry(ctypes.byref(nothing), ctypes.byref(fault), (ctypes.c_int64 * len(words))(*words))
        if status:
            raise RuntimeError(f"A kernel stopped with status {status}.")


def _flat(values: tuple[Any, ...]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, tuple):
            yield from _flat(value)
        else:
            yield value


@cache
def library() -> dict[str, Linked]:
    """Return the kernels of the bundle by name."""
    file = kernel_cache.PLACE.library
    assert file is not None
    opened = ctypes.CDLL(str(file))
    found = {}
    for line in file.with_name(kernel_cache.ARGUMENTS).read_text(encoding="ascii").splitlines():
        name, *arguments = line.split()
        entry = opened[name]
        entry.restype = ctypes.c_int32
        found[name] = Linked(entry, tuple(arguments))
    return found


def work(count: int, shape: tuple[int, int]) -> npt.NDArray[np.float64]:
    """Return an array of zeros of `shape`."""
    return np.zeros(shape)


def inlined(function: Any) -> Any:
    """Return a block as it is."""
    return function


def kernel(function: Any) -> Any:
    """Return the kernel that was made from a function; what no entry was made for stays as it is."""
    return library().get(function.__name__, function)


ranking = kernel
