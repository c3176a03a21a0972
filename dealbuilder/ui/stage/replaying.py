"""How a replay runs: which turn it is and how far the change has come, by seconds since it began."""

SPAN = 1.2
"""Seconds of one turn."""
TURNS = 3
STILL = 2.0
"""Seconds that before and after each stand where motion is to be reduced."""


def frame(seconds: float, *, still: bool) -> tuple[int, float] | None:
    """Return the turn, counted from 1, and the share 0 to 1 of the change; None once the replay is over.

    Where motion is reduced there is one turn without steps between: first before, then after.
    """
    if still:
        return None if seconds >= 2 * STILL else (1, 0.0 if seconds < STILL else 1.0)
    turn = int(seconds / SPAN)
    return None if turn >= TURNS else (turn + 1, min(seconds / SPAN - turn, 1.0))
