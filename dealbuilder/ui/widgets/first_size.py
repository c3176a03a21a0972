"""The size a dialog opens with: so many letters and lines of its text, but never more than its screen holds."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

SHARE = 0.95
"""Part of the screen that a dialog takes at most."""


def first_size(dialog: QDialog, letters: int, lines: int = 0) -> None:
    """Give a dialog a width in average letters and a height in lines of text; 0 lines are as many as it needs."""
    metrics = dialog.fontMetrics()
    height = lines * metrics.height() or dialog.sizeHint().height()
    wanted = QSize(letters * metrics.averageCharWidth(), height)
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize() * SHARE))
