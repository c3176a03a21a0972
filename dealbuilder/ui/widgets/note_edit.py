"""A small field for a note that is committed when the cursor leaves it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from dealbuilder.ui.widgets.appearance import em

LINES = 2


class NoteEdit(QPlainTextEdit):
    """Two lines of text; `written` carries the new text once it differs and the focus leaves."""

    written = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_note(self, text: str) -> None:
        """Show what the document says, unless it is being edited."""
        if text != self._kept or not self.hasFocus():
            self._kept = text
            if self.toPlainText() != text:
                self.setPlainText(text)

    def commit(self) -> None:
        """Report the text if it has changed."""
        text = self.toPlainText()
        if text != self._kept and not self.isReadOnly():
            self._kept = text
            self.written.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when the cursor leaves."""
        super().focusOutEvent(event)
        self.commit()

    def sizeHint(self) -> QSize:
        """Return two lines of text."""
        return QSize(10 * em(self), LINES * em(self) + 14)

    def minimumSizeHint(self) -> QSize:
        """Return two lines of text, narrow."""
        return QSize(5 * em(self), LINES * em(self) + 14)
