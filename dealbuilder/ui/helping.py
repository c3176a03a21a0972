"""F1 wherever the keyboard is: the manual opens at the section on that pane, panel or dialog."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dealbuilder.ui.help_places import place_of
from dealbuilder.ui.intents import ShowMethod
from dealbuilder.ui.study.window import StudyWindow

KEY = "F1"
SERVED = "helped"
"""The property of a window that has its key."""


class Helping(QObject):
    """The desk has its own action; every other window gets the key when the keyboard first enters it."""

    def __init__(self, app: QApplication, show: Callable[[ShowMethod], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        app.focusChanged.connect(self._entered)

    def here(self) -> None:
        """Open the manual about what has the keyboard."""
        page, place = place_of(QApplication.focusWidget() or QApplication.activeWindow())
        self._show(ShowMethod(page, place))

    def serve(self, window: QWidget) -> None:
        """Give a dialog or the study its key, once."""
        if isinstance(window, QDialog | StudyWindow) and not window.property(SERVED):
            window.setProperty(SERVED, True)
            QShortcut(QKeySequence(KEY), window).activated.connect(self.here)

    def _entered(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self.serve(now.window())
