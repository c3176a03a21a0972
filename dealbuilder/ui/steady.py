"""A clock that nobody can set: it counts on while the machine sleeps, whatever the time of day says."""

import time

_CLOCK = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
"""Linux stops its monotonic clock in sleep and has this one beside it; elsewhere the monotonic clock goes on."""


def steady() -> float:
    """Return seconds since some moment before; only differences mean something."""
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)
