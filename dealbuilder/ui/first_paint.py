"""When the first window was painted, told to whoever watches from outside."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def told(what: str) -> None:
    """Write a line with the clock's time, seconds since 1970; a stream that is closed takes nothing."""
    if sys.stdout is not None:
        sys.stdout.write(f"{time.time():.3f} {what}\n")
        sys.stdout.flush()


class FirstPaint(QObject):
    """Watches a window until it has painted once."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass; the event comes before the painting, the timer after it."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._say)
        return False

    def _say(self) -> None:
        told("painted")
