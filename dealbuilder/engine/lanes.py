"""The speed tricks, all of them: runs side by side in lanes, work arrays on the stack, blocks laid into one loop.

Every state is an array (rows, LANES); a block of the model walks the lanes in its innermost loop, which the compiler
turns into vector instructions; it is told that no two arrays of a call overlap. Who compiles is decided here, once:
Numba while the program runs (`compiled`), or packaging/bundle/kernels.py when a bundle was made (`linked`).
"""

from dealbuilder.engine import kernel_cache

if kernel_cache.PLACE.library is None:
    from dealbuilder.engine.compiled import PLAIN, inlined, kernel, ranking, work
else:
    from dealbuilder.engine.linked import PLAIN, inlined, kernel, ranking, work

__all__ = ("LANES", "PLAIN", "fill", "inlined", "kernel", "ranking", "work")

LANES = 64
"""Runs that go through the months together; the block of their states stays in the cache of one core."""


@inlined
def fill(array, value):
    """Set every element of a work array."""
    for row in range(array.shape[0]):
        for lane in range(LANES):
            array[row, lane] = value
