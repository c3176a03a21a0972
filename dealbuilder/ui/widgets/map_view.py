"""A map on the desk: every point can be pointed at, stepped to with the arrow keys, and chosen."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.report.figure import Scatter
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import RESTYLING, colour, em, theme_of
from dealbuilder.ui.widgets.map_painter import Painted, paint_map

STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class MapView(QWidget):
    """Shows one Scatter. `pointed` carries the number of the point that the pointer or the keys are on."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._figure: Scatter | None = None
        self._current: int | None = None
        self._painted = Painted((), 0.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def figure(self) -> Scatter | None:
        """Return what is shown."""
        return self._figure

    def current(self) -> int | None:
        """Return the number of the point in front, or None."""
        return self._current

    def show_map(self, figure: Scatter | None) -> None:
        """Show a map; the point in front stays if it is still there."""
        self._figure = figure
        if figure is None or (self._current or 0) >= len(figure.marks):
            self._current = None
        if figure is not None:
            self.setAccessibleName(figure.title)
            self.setAccessibleDescription(figure.alt)
        self.update()

    def point(self, number: int | None) -> None:
        """Bring a point to the front, without telling."""
        if number != self._current:
            self._current = number
            self.update()

    def sizeHint(self) -> QSize:
        """Return a readable map."""
        return QSize(40 * em(self), 20 * em(self))

    def minimumSizeHint(self) -> QSize:
        """Return the least readable map."""
        return QSize(20 * em(self), 8 * em(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the points in their order."""
        count = len(self._figure.marks) if self._figure else 0
        if count and event.key() in STEPS:
            step = STEPS[event.key()]
            first = 0 if step > 0 else count - 1
            self._tell(first if self._current is None else (self._current + step) % count)
        elif count and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._tell(0 if event.key() == Qt.Key.Key_Home else count - 1)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        under = self._painted.at(QPointF(event.position()))
        self.setCursor(Qt.CursorShape.ArrowCursor if under is None else Qt.CursorShape.PointingHandCursor)
        if under is not None:
            self._tell(under)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point under the pointer."""
        self._tell(self._painted.at(QPointF(event.position())))

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in new colours."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, and a frame while the keyboard is here."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self, "background"))
        if self._figure is not None:
            margin = em(self) * 0.6
            box = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
            self._painted = paint_map(painter, self._figure, box, theme_of(self), self._current)
        if self.hasFocus():
            painter.setPen(colour(self, "focus"))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -1.0, -1.0))

    def _tell(self, number: int | None) -> None:
        if number != self._current:
            self.point(number)
            self.pointed.emit(number)
