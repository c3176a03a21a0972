"""A fault of ours: first the work is saved, then a report is written, then the user is told, once."""

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from dealbuilder.report.care import shelf
from dealbuilder.report.care.fault import signature, told, unhandled
from dealbuilder.ui.care.dialog import CrashDialog, Rescue
from dealbuilder.ui.care.surroundings import Describe

EXIT = 3
"""Exit code after a fault of ours."""
AGAIN = 5.0
"""Seconds in which the same fault is only counted; a fault of painting comes sixty times a second."""
KINDS = 100
"""Kinds of faults that are told apart; beyond that it is one fault more."""
ADDED = 10
"""Reports of further kinds that are added to the one on screen."""


@dataclass(slots=True)
class _Seen:
    """One kind of fault: how often, and when it was handed on last (seconds of the monotonic clock)."""

    count: int = 0
    last: float = field(default=float("-inf"))


@dataclass(frozen=True, slots=True)
class Caught:
    """A fault on its way to the screen; `silent`: nobody waited for it, so it is only written."""

    error: BaseException
    count: int
    silent: bool
    rescue: Rescue | None


class Guard(QObject):
    """Catches what nobody caught, on the main thread and on others.

    `rescue` puts unsaved work aside and returns where, "" if there is none. `home` returns the window that the dialog
    belongs to: never one that an audience sees. `repeated` carries a sentence when a known fault comes again.
    `unattended`: nobody could answer a dialog, so the program ends with the exit code of a fault.
    """

    _caught = Signal(object)
    repeated = Signal(object)

    def __init__(
        self,
        rescue: Callable[[], str],
        home: Callable[[], QWidget | None],
        describe: Describe,
        parent: QObject,
        *,
        unattended: bool = False,
    ) -> None:
        super().__init__(parent)
        self._unattended = unattended
        self._rescue = rescue
        self._home = home
        self._describe = describe
        self._seen: dict[str, _Seen] = {}
        self._latch = threading.Lock()
        self._telling = False
        self._more = 0
        self._path: Path | None = None
        self.dialog: QDialog | None = None
        # Queued: a dialog must not open in the middle of a paint event, where a fault may have been.
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def install(self) -> None:
        """Stand where Python reports what nobody caught."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_main
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def remove(self) -> None:
        """Leave Python's own reports in place again."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _on_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            self._before[0](kind, error, trace)
            return
        self.take(error.with_traceback(trace))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self.take(args.exc_value)

    def _on_unraisable(self, args: "sys.UnraisableHookArgs") -> None:
        if isinstance(args.exc_value, Exception):
            self.take(args.exc_value, silent=True)

    def take(self, error: BaseException, *, silent: bool = False) -> None:
        """Take a fault, in any thread; the same one again within seconds is only counted."""
        try:
            with self._latch:
                key = signature(error)
                seen = self._seen.setdefault(key if len(self._seen) < KINDS else "", _Seen())
                seen.count += 1
                self._more += self.dialog is not None and not silent
                if time.monotonic() - seen.last < AGAIN:
                    return
                seen.last = time.monotonic()
                count = seen.count
            here = threading.current_thread() is threading.main_thread()
            self._caught.emit(Caught(error, count, silent, self._rescued() if here else None))
        except Exception:
            # Whatever fails here must not hide the fault.
            to_terminal(error)

    @Slot(object)
    def _tell(self, caught: Caught) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            self._told_by(caught)
        except Exception as second:
            to_terminal(second)
            self._plainly()
        finally:
            self._telling = False

    def _told_by(self, caught: Caught) -> None:
        to_terminal(caught.error)
        rescue = caught.rescue or self._rescued()
        if caught.count > 1:
            if not caught.silent:
                self._tell_again()
            return
        text = self.report(caught.error)
        if isinstance(self.dialog, CrashDialog):
            self._add(self.dialog, told(caught.error), silent=caught.silent)
            return
        self._path = shelf.keep(text, "window")
        if self._unattended and not caught.silent:
            QGuiApplication.exit(EXIT)
        elif not caught.silent and self.dialog is None:
            self._open(CrashDialog(text, rescue, str(self._path or ""), self._parent()))

    def report(self, error: BaseException) -> str:
        """Return the report of a fault: versions, surroundings and calls, nothing of the deal."""
        head = ("dealbuilder: report of a fault. Nothing of a deal is in it.", f"at {shelf.now()}")
        return "\n".join((*head, *shelf.about(), *self._describe(), "", told(error)))

    def _tell_again(self) -> None:
        if isinstance(self.dialog, CrashDialog):
            self.dialog.add(self._more, "")
        else:
            self.repeated.emit(self.tr("The same fault came again. Save your work, quit and start again."))

    def _add(self, dialog: CrashDialog, text: str, *, silent: bool) -> None:
        if len(self._seen) > ADDED:
            text = ""
        elif self._path is not None:
            shelf.add(self._path, f"\n{text}")
        if not silent:
            dialog.add(self._more, text)

    def _rescued(self) -> Rescue:
        try:
            where = self._rescue()
        except Exception as second:
            to_terminal(second)
            return Rescue("failed")
        return Rescue("aside", where) if where else Rescue("none")

    def _parent(self) -> QWidget | None:
        """Return the window of whoever works, if it is there to be seen."""
        home = self._home()
        return home if home is not None and home.isVisible() else None

    def _open(self, dialog: QDialog) -> None:
        self._more = 0
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _plainly(self) -> None:
        """Tell it with what little still works."""
        if self.dialog is not None:
            return
        try:
            self._open(
                QMessageBox(
                    QMessageBox.Icon.Critical,
                    "dealbuilder",
                    self.tr("Something went wrong in dealbuilder") + f"\n{self._path or ''}",
                    QMessageBox.StandardButton.Ok,
                )
            )
        except Exception as second:
            to_terminal(second)

    def _closed(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        if isinstance(dialog, CrashDialog) and result == QDialog.DialogCode.Rejected:
            self._quit()

    def _quit(self) -> None:
        if self._rescued().state == "failed":
            # The way that asks whether to save.
            QGuiApplication.quit()
        else:
            QGuiApplication.exit(EXIT)


def to_terminal(error: BaseException) -> None:
    """Write a fault where whoever runs a checkout looks; a log that others keep gets nothing of the deal."""
    if sys.stderr is not None:
        sys.stderr.write(unhandled(error) if sys.stderr.isatty() else told(error))
