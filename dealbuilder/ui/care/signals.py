"""The system asks the program to end: a signal becomes a Qt signal, on the main thread, between two events."""

import contextlib
import os
import signal
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

NAMES = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""Asked to end, Ctrl+C, the terminal went away, Ctrl+Break of Windows; not every system has each."""


class Signals(QObject):
    """`asked` carries the number of a signal that asks for the end."""

    asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, Any] = {}
        self._pipe: tuple[int, int] | None = None
        self._notifier: QSocketNotifier | None = None
        self._old_wakeup = -1

    def install(self) -> None:
        """Hear the signals; Python itself would only hear them when its next line runs, which may be never."""
        if os.name == "posix":
            self._pipe = read, write = os.pipe()
            os.set_blocking(read, False)
            os.set_blocking(write, False)
            self._old_wakeup = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
            self._notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._woken)
        for name in NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._heard)

    def remove(self) -> None:
        """Leave the signals to who had them before."""
        for number, before in self._before.items():
            signal.signal(number, before if before is not None else signal.SIG_DFL)
        self._before.clear()
        if self._pipe is not None:
            signal.set_wakeup_fd(self._old_wakeup)
            if self._notifier is not None:
                self._notifier.setEnabled(False)
                self._notifier = None
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _heard(self, number: int, frame: FrameType | None) -> None:
        self.asked.emit(number)

    def _woken(self) -> None:
        # To be woken is enough: Python calls `_heard` before it runs this.
        if self._pipe is not None:
            with contextlib.suppress(OSError):
                os.read(self._pipe[0], 512)
