"""Buttons that ask for a deed and show the key that does the same."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from dealbuilder.ui.stage.deeds import Deed


class DeedButton(QPushButton):
    """`asked` carries its deed when it is pressed. `cover`: it can be on, and then nobody can overlook it."""

    asked = Signal(object)

    def __init__(self, deed: Deed, parent: QWidget | None = None, *, cover: bool = False) -> None:
        super().__init__(parent)
        self._deed = deed
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if cover:
            self.setCheckable(True)
            self.setProperty("cover", True)
        self.clicked.connect(self._press)

    def say(self, text: str, key: str = "", hint: str = "") -> None:
        """Name the button; the key stands behind the name."""
        self.setText(f"{text}  ({key})" if key else text)
        self.setAccessibleName(text)
        self.setToolTip(hint or self.text())

    def _press(self) -> None:
        self.asked.emit(self._deed)
