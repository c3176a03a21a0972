"""Garbage is collected on the main thread only, between events."""

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE = 2000
"""Milliseconds between collections."""
OLDEST = 2


class Tidy(QObject):
    """Takes the collector's own timing away.

    Python collects in whichever thread allocates; a widget in a cycle would then die in a worker, or in the middle of
    a paint event, and take the program with it. Anki met both.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._settled = False
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._collect)

    def start(self) -> None:
        """Collect from now on by the timer."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give the collector its own timing back."""
        self._timer.stop()
        if self._settled:
            gc.unfreeze()
            self._settled = False
        gc.enable()

    def _collect(self) -> None:
        young, middle, _ = gc.get_count()
        limits = gc.get_threshold()
        if middle > limits[1]:
            gc.collect(OLDEST)
            if not self._settled:
                # What stands after the first time is the program itself: to look through it takes six frames.
                self._settled = True
                gc.freeze()
        elif young > limits[0]:
            gc.collect(1)
