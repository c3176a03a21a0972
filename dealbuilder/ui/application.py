"""The application object: it hears which file the desktop wants open."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from dealbuilder import __version__, paths

NAME = "dealbuilder"
"""Our name towards the desktop: of the desktop entry, its icon, and the class of our windows."""


def icon_file() -> Path:
    """Return the drawing of the program's icon."""
    return paths.resources() / "icons" / "dealbuilder.svg"


def local(word: str) -> str:
    """Return the path of a file that a file manager named, as a path or as a file: address."""
    return QUrl(word).toLocalFile() if word.startswith("file:") else word


class Application(QApplication):
    """Emits `wanted` with the path when the system asks for a file, as macOS does for a double click.

    It overrides `event`, which sees the application's own events alone: a filter would be called for each event of
    each widget.
    """

    wanted = Signal(object)

    def __init__(self, arguments: Sequence[str] = (NAME,)) -> None:
        super().__init__(list(arguments))
        self.setApplicationName(NAME)
        self.setApplicationVersion(__version__)
        self.setDesktopFileName(NAME)
        self.setWindowIcon(QIcon(str(icon_file())))
        self.setStyle("Fusion")

    def event(self, event: QEvent) -> bool:
        """Take the system's wish to open a file; leave the rest to Qt."""
        if isinstance(event, QFileOpenEvent) and asked(event):
            self.wanted.emit(asked(event))
            return True
        return super().event(event)


def asked(event: QFileOpenEvent) -> str:
    """Return the path that a wish to open names, or "" if it names no file of this machine."""
    return event.file() or event.url().toLocalFile()
