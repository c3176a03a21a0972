"""The decorators of the engine where Numba compiles it: in a checkout, a wheel, a bundle without kernels of its own.

With NUMBA_DISABLE_JIT=1 the same source runs as plain Python on NumPy arrays.
"""

from typing import Any

import numpy as np

from dealbuilder.engine.kernel_shelf import shelved  # isort: skip  (sets the surroundings before Numba reads them)
from llvmlite import ir
from numba import carray, config, njit, types
from numba.core.compiler import Compiler
from numba.extending import intrinsic


class Apart(Compiler):
    """Numba's compiler, told that no two arrays given to a function overlap, as `restrict` tells it in C.

    Each block is laid into vectors before it is laid into the loop, when its arrays might still be one and the same:
    without this every loop over lanes compares all of their addresses first.
    """

    def __init__(
        self, typing: Any, target: Any, library: Any, args: Any, returned: Any, flags: Any, known: Any
    ) -> None:
        flags.noalias = True
        super().__init__(typing, target, library, args, returned, flags, known)


MATHS = {"nnan", "ninf", "nsz"}
"""Liberties of the compiler. None that moves a bit: fused or reordered sums would differ from lane to lane."""
BLOCK: dict[str, Any] = {"pipeline_class": Apart, "forceinline": True, "error_model": "numpy", "fastmath": MATHS}
"""Options of a block: laid into the month loop, divisions unchecked."""
KERNEL: dict[str, Any] = {"pipeline_class": Apart, "nogil": True, "error_model": "numpy", "fastmath": MATHS}
"""Options of the kernel itself."""
RANKS: dict[str, Any] = {"nogil": True, "error_model": "numpy"}
"""Options of what comes after it: no liberties with numbers."""
PLAIN = bool(config.DISABLE_JIT)
"""Whether nothing is compiled."""

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


if PLAIN:

    def work(count: int, shape: tuple[int, int]) -> Any:
        """Return an array of zeros of `shape`."""
        return np.zeros(shape)

else:

    @njit(inline="always")
    def work(count, shape):
        """Return an array of `shape` (count = its size) on the stack, not yet filled."""
        return carray(_stack(count), shape)


def inlined(function: Any) -> Any:
    """Return a block compiled to be laid into whoever calls it."""
    return njit(**BLOCK)(function)


def kernel(function: Any) -> Any:
    """Return a function compiled as a whole and kept."""
    return shelved(njit(**KERNEL)(function))


def ranking(function: Any) -> Any:
    """Return a function that handles results, compiled as a whole and kept."""
    return shelved(njit(**RANKS)(function))
