"""Where the keyboard was before it went into a part of a window that comes and goes."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from dealbuilder.ui.widgets.tab_order import into_view


class WayBack(QObject):
    """Notes who had the keyboard before something inside a part took it, and gives it back when the part goes."""

    def __init__(self, part: QWidget) -> None:
        super().__init__(part)
        self._part = part
        self._before: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note)

    def _note(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and old is not None and isValid(old) and self._inside(new) and not self._inside(old):
            self._before = old

    def _inside(self, one: QWidget) -> bool:
        return one is self._part or self._part.isAncestorOf(one)

    def take(self) -> None:
        """Give the keyboard back if the part has it; to be asked before the part is hidden."""
        now, before = QApplication.focusWidget(), self._before
        if now is None or not self._inside(now) or before is None or not isValid(before):
            return
        if before.isVisible() and before.isEnabled() and before.window() is self._part.window():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
            into_view(before.window())
