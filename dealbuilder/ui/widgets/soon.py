"""Something done a little later, once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

FRAME = 17
"""Milliseconds of a frame: what starts after it lets the screen be painted first."""
PATIENCE = 250
"""Milliseconds before a pending answer dims the last one: most come sooner."""


def soon(owner: QObject, pause: int, deed: Callable[[], None]) -> QTimer:
    """Return a timer that calls `deed` once, `pause` milliseconds after each start."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    timer.timeout.connect(deed)
    return timer
