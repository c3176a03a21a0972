"""Sixty seconds of silence: an empty slide with its title and a clock, before anybody speaks."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dealbuilder.report.debrief.silence import SECONDS
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import Caption

STEP = 200
"""Milliseconds between two looks at the clock."""


class SilenceSlide(QWidget):
    """Counts down once begun; `left` when a key or a click ends it. `clock` returns seconds that nobody can set."""

    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._began: float | None = None
        self.title, self.count = Caption(title, factor=2.2, bold=True), Caption(factor=1.4, role="muted")
        play(self, QAccessible.Role.StaticText)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column.addStretch(1)
        column.addWidget(self.count, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Start the sixty seconds."""
        self._began = self._clock()
        self._timer.start()
        self.look()
        self.setFocus()

    def end(self) -> None:
        """Stop the clock."""
        self._timer.stop()
        self._began = None

    def look(self) -> None:
        """Show what is left; at nought the clock stands and the slide stays empty."""
        passed = 0.0 if self._began is None else self._clock() - self._began
        left = max(0, math.ceil(SECONDS - passed))
        self.count.setText(f"{left // 60}:{left % 60:02d}")
        if left == 0:
            self._timer.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End it with Esc, Space or Enter."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it with a click."""
        self.left.emit()
