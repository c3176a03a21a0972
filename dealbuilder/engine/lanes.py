"""The speed tricks, all of them: runs side by side in lanes, work arrays on the stack, blocks laid into one loop.

Every state is an array (rows, LANES); a block of the model walks the lanes in its innermost loop, which the compiler
turns into vector instructions. With NUMBA_DISABLE_JIT=1 the same source runs as plain Python on NumPy arrays.
"""

from typing import Any

import numpy as np

from dealbuilder.engine.kernel_shelf import OWN, shelved  # isort: skip  (sets the surroundings before Numba reads them)
from llvmlite import ir
from numba import carray, config, njit, types
from numba.extending import intrinsic

LANES = 64
"""Runs that go through the months together; the block of their states stays in the cache of one core."""

MATHS = {"nnan", "ninf", "nsz"}
"""Liberties of the compiler. None that moves a bit: fused or reordered sums would differ from lane to lane."""
BLOCK: dict[str, Any] = {"forceinline": True, "error_model": "numpy", "fastmath": MATHS}
"""Options of a block: laid into the month loop, divisions unchecked."""
KERNEL: dict[str, Any] = {"cache": not OWN, "nogil": True, "error_model": "numpy", "fastmath": MATHS}
"""Options of the kernel itself."""
RANKS: dict[str, Any] = {"cache": not OWN, "nogil": True, "error_model": "numpy"}
"""Options of what comes after it: no liberties with numbers."""

ALIGNMENT = 64


@intrinsic
def _stack(typingctx: Any, count: Any) -> Any:
    """Reserve `count` doubles on the stack of the kernel, so that the compiler knows that they overlap nothing."""
    if not isinstance(count, types.IntegerLiteral):
        return None
    size = count.literal_value

    def reserve(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        with builder.goto_entry_block():
            pointer = builder.alloca(ir.DoubleType(), size)
            pointer.align = ALIGNMENT
        return pointer

    return types.CPointer(types.float64)(count), reserve


if config.DISABLE_JIT:

    def work(count: int, shape: tuple[int, int]) -> Any:
        """Return an array of zeros of `shape`."""
        return np.zeros(shape)

else:

    @njit(inline="always")
    def work(count, shape):
        """Return an array of `shape` (count = its size) on the stack, not yet filled."""
        return carray(_stack(count), shape)


def inlined(function: Any) -> Any:
    """Return a small function compiled to be laid into whoever calls it."""
    return njit(**BLOCK)(function)


def kernel(function: Any) -> Any:
    """Return a function compiled as a whole and kept."""
    return shelved(njit(**KERNEL)(function))


def ranking(function: Any) -> Any:
    """Return a function that handles results, compiled as a whole and kept."""
    return shelved(njit(**RANKS)(function))


@njit(**BLOCK)
def fill(array, value):
    """Set every element of a work array."""
    for row in range(array.shape[0]):
        for lane in range(LANES):
            array[row, lane] = value
