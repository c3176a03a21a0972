"""A small button with one of our drawings, inked anew when the palette or font changes."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from dealbuilder.ui import icons
from dealbuilder.ui.widgets.appearance import RESTYLING, colour, em, tip


class IconButton(QToolButton):
    """A flat button; its accessible name is its tool tip. A `low` one is no higher than a line of text."""

    def __init__(self, drawing: str, parent: QWidget | None = None, *, role: str = "text", low: bool = False) -> None:
        super().__init__(parent)
        self._drawing, self._role, self._low = drawing, role, low
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("tight", True)
        self._ink()

    def say(self, text: str) -> None:
        """Name the button for eyes and screen readers."""
        self.setToolTip(tip(text))
        self.setAccessibleName(text)

    def draw(self, drawing: str, role: str = "text") -> None:
        """Show another drawing."""
        if (drawing, role) != (self._drawing, self._role):
            self._drawing, self._role = drawing, role
            self._ink()

    def changeEvent(self, event: QEvent) -> None:
        """Ink the drawing anew."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._ink()

    def _ink(self) -> None:
        size = round(em(self) * (0.85 if self._low else 0.95))
        if self._low and self.minimumHeight() != em(self):
            self.setFixedHeight(em(self))
        self.setIcon(icons.icon(self._drawing, colour(self, self._role), colour(self, "border")))
        self.setIconSize(QSize(size, size))
