"""The chair's keys, caught before any control gets them: at the console all, at the desk only those of a clicker."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dealbuilder.ui.stage.deeds import ANYWHERE, NO_LETTERS, Key, deed

TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
ARROWS = (QAbstractItemView, QComboBox)
SIDEWAYS = frozenset({Key.Key_Left, Key.Key_Right})
ENTER = frozenset({Key.Key_Return, Key.Key_Enter})


class Keyboard(QObject):
    """Watches the native windows of console and desk; `asked` carries a Deed."""

    asked = Signal(object)

    def __init__(self, console: QWidget, desk: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console.windowHandle()
        self._windows = [one for one in (console.windowHandle(), desk.windowHandle()) if one is not None]
        for window in self._windows:
            window.installEventFilter(self)

    def release(self) -> None:
        """Watch no more."""
        for window in self._windows:
            window.removeEventFilter(self)
        self._windows = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that is the chair's."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event, at_console=watched is self._console)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent, *, at_console: bool) -> bool:
        focus, key = QApplication.focusWidget(), Key(event.key())
        wanted = deed(event.keyCombination())
        if isinstance(focus, TYPING) and key not in NO_LETTERS:
            return False
        if at_console and key in ENTER and isinstance(focus, QAbstractButton):
            focus.click()
            return True
        if wanted is None or (not at_console and key not in ANYWHERE):
            return False
        if isinstance(focus, ARROWS) and key in SIDEWAYS:
            return False
        if isinstance(focus, TYPING) and key == Key.Key_Escape:
            # Leaving a field must not stop the show.
            focus.clearFocus()
            return True
        if not event.isAutoRepeat():
            self.asked.emit(wanted)
        return True
