"""Choosing files without blocking: the platform's own dialog, and what to do with the answer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

Chosen = Callable[[Path], None]


def ask_open(parent: QWidget, folder: str, chosen: Chosen) -> QFileDialog:
    """Ask for a deal or a PDF that carries one."""
    kinds = QCoreApplication.translate("files", "Deals and their PDFs (*.deal *.pdf);;All files (*)")
    dialog = QFileDialog(parent, QCoreApplication.translate("files", "Open"), folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _ask(dialog, chosen)


def ask_save(parent: QWidget, folder: str, name: str, kinds: str, chosen: Chosen) -> QFileDialog:
    """Ask where to write; `kinds` as "PDF (*.pdf);;…", the first ending is the default."""
    dialog = QFileDialog(parent, QCoreApplication.translate("files", "Save"), folder, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(_ending(kinds))
    dialog.filterSelected.connect(_Suffix(dialog).follow)
    dialog.selectFile(name)
    return _ask(dialog, chosen)


class _Suffix:
    """Keeps the default ending in step with the kind that is chosen."""

    def __init__(self, dialog: QFileDialog) -> None:
        self._dialog = dialog

    def follow(self, kind: str) -> None:
        self._dialog.setDefaultSuffix(_ending(kind))


def _ending(kinds: str) -> str:
    return kinds.partition("*.")[2].partition(")")[0].partition(" ")[0]


def _ask(dialog: QFileDialog, chosen: Chosen) -> QFileDialog:
    def take(path: str) -> None:
        chosen(Path(path))

    dialog.fileSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
