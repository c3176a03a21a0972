"""How a long computation speaks to whoever waits for it."""

from collections.abc import Callable

Tick = Callable[[float], None]
"""Told the share done, 0 to 1; raises `errors.Cancelled` when nobody waits any more."""


def silent(done: float) -> None:
    """Let a computation run without anybody listening."""
