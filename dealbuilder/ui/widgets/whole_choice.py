"""Choices that may be narrower than their words tell them in full."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox


class _Telling(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(watched, QComboBox):
            watched.setToolTip(watched.currentText())
        elif event.type() == QEvent.Type.LanguageChange and isinstance(watched, QComboBox):
            watched.setToolTip("")  # it says what was chosen in another language
        return False


def tell_whole(*boxes: QComboBox) -> None:
    """Let each choice say as its tool tip what is chosen, for where it is cut off."""
    for box in boxes:
        box.installEventFilter(_Telling(box))
