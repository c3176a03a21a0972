"""A fault of ours: first the work is saved, then a report is written, then the user is told."""

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dealbuilder import __version__
from dealbuilder.ui.widgets.appearance import Caption

Fault = tuple[type[BaseException], BaseException, TracebackType | None]


def report(fault: Fault, at: str) -> str:
    """Return a report of a fault: versions and the calls that led to it, nothing of the deal itself."""
    lines = [
        f"dealbuilder {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}",
        f"at {at}",
        "",
        *traceback.format_exception(*fault),
    ]
    return "\n".join(line.rstrip("\n") for line in lines) + "\n"


class CrashDialog(QDialog):
    """Says what happened, what is safe and what to press, with the report to copy."""

    def __init__(self, text: str, rescued: str, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in dealbuilder"))
        self._text = text
        said = Caption(self.tr("This is a fault of the program, not of your deal."), factor=1.25, bold=True)
        safe = QLabel(
            self.tr("Your work was saved to {file}. It is offered when dealbuilder starts again.").format(file=rescued)
            if rescued
            else self.tr("There was no unsaved work.")
        )
        press = QLabel(
            self.tr(
                "Go on if the window still answers; otherwise quit and start again. Please pass on the report below."
            )
        )
        for label in (said, safe, press):
            label.setWordWrap(True)
        box = QPlainTextEdit(text)
        box.setReadOnly(True)
        box.setAccessibleName(self.tr("Report of the fault"))
        where = QLabel(self.tr("The report is also in {file}.").format(file=path) if path else "")
        where.setProperty("muted", True)
        where.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._copy = self.buttons.addButton(self.tr("Copy report"), role.ActionRole)
        self._copy.clicked.connect(self._copy_report)
        self.buttons.addButton(self.tr("Go on"), role.AcceptRole)
        self.buttons.addButton(self.tr("Quit"), role.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, safe, press, box, where, self.buttons):
            column.addWidget(widget)
        self.resize(760, 480)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


class Guard(QObject):
    """Catches what nobody caught, on the main thread and on others; `rescue` saves the work and returns where."""

    _caught = Signal(object)

    def __init__(self, folder: Path, rescue: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._rescue = rescue
        self._dialog: CrashDialog | None = None
        self._caught.connect(self._tell)
        self._before = (sys.excepthook, threading.excepthook)

    def install(self) -> None:
        """Stand where Python reports what nobody caught."""
        sys.excepthook = self._on_main
        threading.excepthook = self._on_thread

    def remove(self) -> None:
        """Leave Python's own reports in place again."""
        sys.excepthook, threading.excepthook = self._before

    def _on_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        self._caught.emit((kind, error, trace))

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._caught.emit((args.exc_type, args.exc_value, args.exc_traceback))

    @Slot(object)
    def _tell(self, fault: Fault) -> None:
        """Save, write, tell; a second fault while the first is on screen is only written."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        text = report(fault, at)
        sys.stderr.write(text)
        rescued = self._rescued()
        path = self._write(text, at)
        if self._dialog is None:
            self._dialog = CrashDialog(text, rescued, path)
            self._dialog.finished.connect(self._told)
            self._dialog.open()

    def _rescued(self) -> str:
        # Whatever fails here must not hide the first fault.
        try:
            return self._rescue()
        except Exception:
            traceback.print_exc()
            return ""

    def _write(self, text: str, at: str) -> str:
        path = self._folder / f"crash-{at.replace(':', '')}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError:
            return ""
        return str(path)

    def _told(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
        if result == QDialog.DialogCode.Rejected:
            QGuiApplication.quit()
