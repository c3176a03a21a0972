"""The audience window: what the room sees on the second screen, and never more."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QKeyEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from dealbuilder.report.stage.staging import Staging
from dealbuilder.ui.stage.placing import Box, Display, Placement, place
from dealbuilder.ui.state import State


class Audience(QWidget):
    """Shows a staging. `pressed` hands on every key it gets (QKeyCombination), `placed` tells where it went."""

    pressed = Signal(object)
    placed = Signal(object)
    closed = Signal()

    def __init__(self, desk: QWidget) -> None:
        super().__init__(None)
        self._desk = desk
        self._kept = ""
        self._saved: Box | None = None
        self._state: State | None = None
        self._staging = Staging()
        self._open = False
        self.placement: Placement | None = None
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)
            app.primaryScreenChanged.connect(self._screens_changed)

    def present(self) -> None:
        """Open the window, on a screen of its own if there is one; a screen that was waited for is given up."""
        self._open, self._kept = True, ""
        self.place()

    def dismiss(self) -> None:
        """Take the window away."""
        self._open = False
        self.hide()

    def place(self, displays: tuple[Display, ...] | None = None) -> None:
        """Put the window where it belongs among the screens there are."""
        if not self._open:
            return
        self.placement = place(self.displays() if displays is None else displays, self._kept, self._saved)
        self.placed.emit(self.placement)
        if self.placement.how == "away":
            self.hide()
            return
        self.setGeometry(QRect(*self.placement.box))
        self.show()

    def displays(self) -> tuple[Display, ...]:
        """Return the screens there are."""
        home: QScreen = self._desk.screen()
        return tuple(Display(one.name(), one.geometry().getRect(), one is home) for one in QGuiApplication.screens())

    def show_staging(self, state: State | None, staging: Staging) -> None:
        """Show what the chair has staged."""
        self._state, self._staging = state, staging
        self.update()

    @property
    def pages(self) -> int:
        """Return how many pages the scene has at this size; the staging's page counts from 0."""
        return 1

    def _screens_changed(self, _screen: QScreen) -> None:
        self.place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a key on to the console."""
        self.pressed.emit(event.keyCombination())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the chair closed the window."""
        self._open = False
        self.closed.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene."""
        QPainter(self).fillRect(self.rect(), Qt.GlobalColor.white)


def picture(state: State | None, staging: Staging, width: int, height: int) -> QImage:
    """Return the scene as the room would see it on a screen of width x height, for the console's previews."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    return made
