"""The decorators of the engine in a bundle: kernels lie in a library made beforehand, and no compiler is there.

packaging/bundle/kernels.py compiles each kernel for each class of processors and links it with one entry that takes a
row of 64-bit words: for an array its address and shape, for a whole number itself. A number with a point goes as an
array of one. Blocks are plain Python here; they are laid into the kernels, and what else calls them has little to
compute.
"""

import ctypes
import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from dealbuilder.engine import kernel_cache
from dealbuilder.errors import DealError

PLAIN = True
"""Blocks that are called from Python run in Python."""
KINDS = {"f8": np.float64, "i8": np.int64, "i4": np.int32}
"""Arrays that an entry takes."""


class Linked:
    """A kernel of the library: called with the arguments of the function it was made from, it fills their arrays."""

    def __init__(self, name: str) -> None:
        """Name a kernel; it is looked for when it is first called."""
        self._name = name

    def __call__(self, *arguments: Any) -> None:
        """Run, the lock of the interpreter given up meanwhile.

        Raise TypeError for arguments of other kinds, DealError if the library is missing or damaged.
        """
        entry, kinds = library()[self._name]
        given = list(_flat(arguments))
        if len(given) != len(kinds):
            raise TypeError(f"A kernel of {len(kinds)} arguments was given {len(given)}.")
        words, held = list[int](), list[npt.NDArray[Any]]()
        for value, kind in zip(given, kinds, strict=True):
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
        status = entry(ctypes.byref(nothing), ctypes.byref(fault), (ctypes.c_int64 * len(words))(*words))
        if status:
            raise RuntimeError(f"A kernel stopped with status {status}.")


def _flat(values: tuple[Any, ...]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, tuple):
            yield from _flat(value)
        else:
            yield value


@cache
def library() -> dict[str, tuple[Callable[..., int], tuple[str, ...]]]:
    """Return each kernel's entry and what it takes: "i8" a whole number, "f8:2" an array of two dimensions."""
    place = kernel_cache.PLACE.folder
    found = {}
    try:
        digest, *lines = (place / kernel_cache.ARGUMENTS).read_text(encoding="ascii").splitlines()
        # The system would end the process that loads half a library.
        if hashlib.sha256((place / kernel_cache.LIBRARY).read_bytes()).hexdigest() != digest:
            raise ValueError(f"{kernel_cache.LIBRARY} is not as it was made")
        opened = ctypes.CDLL(str(place / kernel_cache.LIBRARY))
        for line in lines:
            name, *kinds = line.split()
            entry = opened[name]
            entry.restype = ctypes.c_int32
            found[name] = entry, tuple(kinds)
    except (OSError, ValueError, AttributeError) as error:
        raise DealError(
            f"The compiled model in {place} is missing or damaged ({error}); nothing was scored, no file was changed.",
            "Install dealbuilder again.",
            zh=f"{place} 中的已编译模型缺失或损坏（{error}）；未评分，没有更改任何文件。",
            zh_hint="请重新安装dealbuilder。",
        ) from error
    return found


def work(count: int, shape: tuple[int, int]) -> npt.NDArray[np.float64]:
    """Return an array of zeros of `shape`."""
    return np.zeros(shape)


def inlined(function: Any) -> Any:
    """Return a block as it is."""
    return function


def kernel(function: Any) -> Any:
    """Return the kernel that was made from a function."""
    return Linked(function.__name__)


ranking = kernel
