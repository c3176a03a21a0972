"""Work in pieces on every core, the caller's thread among them."""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from dealbuilder.engine.progress import Tick, silent

Piece = Callable[[int, int], None]
"""Does the work from one place to another."""


_here = threading.local()


def cores() -> int:
    """Return the threads that work is spread over."""
    return 1 if getattr(_here, "alone", False) else os.cpu_count() or 1


@contextmanager
def alone() -> Iterator[None]:
    """Keep all work that this thread begins meanwhile to this thread: others beside it have work of their own."""
    before = getattr(_here, "alone", False)
    _here.alone = True
    try:
        yield
    finally:
        _here.alone = before


def spread(piece: Piece, count: int, size: int, tick: Tick = silent) -> None:
    """Do the work from 0 to `count` in pieces of `size`; a cancelled run drops what has not begun."""
    pieces = [(begin, min(count, begin + size)) for begin in range(0, count, size)]
    if len(pieces) < 2 or cores() == 1:
        for done, (begin, end) in enumerate(pieces, start=1):
            piece(begin, end)
            tick(done / len(pieces))
        return
    with ThreadPoolExecutor(max_workers=cores() - 1) as pool:
        waiting = [pool.submit(piece, begin, end) for begin, end in pieces]
        try:
            # From the far end: what no other thread has begun is the caller's.
            for number, future in enumerate(reversed(waiting), start=1):
                if future.cancel():
                    piece(*pieces[-number])
                    tick(number / len(waiting))
            for future in waiting:
                if not future.cancelled():
                    future.result()
        finally:
            for future in waiting:
                future.cancel()
    tick(1.0)
