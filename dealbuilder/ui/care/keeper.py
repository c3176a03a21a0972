"""All of crash care that lives as long as the program: guard, Qt's messages, signals, the mark of a running program."""

import os
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from dealbuilder.report.care import shelf
from dealbuilder.report.care.marker import Marker
from dealbuilder.ui.care import surroundings
from dealbuilder.ui.care.dialog import CrashDialog, Rescue
from dealbuilder.ui.care.guard import EXIT, Guard, to_terminal
from dealbuilder.ui.care.messages import Messages
from dealbuilder.ui.care.signals import Signals
from dealbuilder.ui.care.trail import Trail

SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program."""
NO_DISPLAY = (
    "There is no display to open the workbench on; nothing was changed. "
    "Run `dealbuilder score FILE` or `dealbuilder report FILE -o FILE.pdf` instead, or see `dealbuilder --help`."
)
"""Said before there is an application, and so before there is a language."""


def no_display(marker: Marker, line: str) -> None:
    """Qt found no display it could use and is about to abort with a core dump: end in order instead."""
    marker.end()
    sys.stderr.write(f"{NO_DISPLAY}\n")
    sys.stderr.flush()
    os._exit(1)


class Keeper(QObject):
    """Begins before the first window and ends after the last; `rescue` and `home` are given once they can be."""

    def __init__(self, app: QApplication, messages: Messages, marker: Marker, *, unattended: bool = False) -> None:
        super().__init__(app)
        self._unattended = unattended
        self.rescue: Callable[[], str] = _nothing
        self.home: Callable[[], QWidget | None] = _nowhere
        self.trail = Trail()
        self._messages = messages
        self._marker = marker
        self.guard = Guard(self._rescued, self._at_home, self._described, self, unattended=unattended)
        self._signals = Signals(self)
        self._signals.asked.connect(self._asked_to_end)

    def begin(self) -> None:
        """Take care from now on."""
        self._messages.on_fatal = self._fatal
        self.guard.install()
        self._signals.install()

    def end(self) -> None:
        """Take no more care: the program ends as it should."""
        self._signals.remove()
        self.guard.remove()
        self._messages.remove()
        self._marker.end()

    def failed(self, error: Exception) -> int:
        """Tell a fault before there was a window, and return the exit code."""
        text = self.guard.report(error)
        path = shelf.keep(text, "start")
        to_terminal(error)
        if not self._unattended:
            try:
                CrashDialog(text, Rescue("none"), str(path or "")).exec()
            except Exception as second:
                to_terminal(second)
        return EXIT

    def _rescued(self) -> str:
        return self.rescue()

    def _at_home(self) -> QWidget | None:
        return self.home()

    def _described(self) -> tuple[str, ...]:
        asked, said = self.trail.names(), self._messages.lines()
        return (
            *surroundings.lines(),
            f"last asked: {', '.join(asked) or '-'}",
            *(f"Qt {line}" for line in said),
        )

    def _fatal(self, line: str) -> None:
        """Write down what is the last word: Qt ends the program now, whatever anybody does."""
        self._marker.note(f"Qt {line}\n")
        if threading.current_thread() is threading.main_thread():
            self._rescued()

    def _asked_to_end(self, number: int) -> None:
        """Put work aside and end at once: whoever asks does not answer questions."""
        try:
            self._rescued()
        finally:
            QGuiApplication.exit(SIGNALLED + int(number))


def _nothing() -> str:
    return ""


def _nowhere() -> None:
    return None
