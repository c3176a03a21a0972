"""A small picture of the audience window on the console; on the live one the chair can point for the room."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.ui.stage.audience import picture
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.show import Sight
from dealbuilder.ui.widgets.appearance import colour, em

RATIO = 9 / 16
LEAST = 9
"""Least width, in lines of text."""


class Preview(QWidget):
    """Keeps 16:9. `asked` carries Deed("point", share of width and height, or None) while the mouse is held down."""

    asked = Signal(object)

    def __init__(self, *, points: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = points
        self._sight: Sight | None = None
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if points:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def show_sight(self, sight: Sight) -> None:
        """Show another sight; the picture is made when it is painted."""
        self._sight, self._image = sight, None
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height for a width."""
        return round(width * RATIO)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which something can be told apart."""
        width = LEAST * em(self)
        return QSize(width, round(width * RATIO))

    def sizeHint(self) -> QSize:
        """Return a good size."""
        return self.minimumSizeHint() * 2

    def _box(self) -> QRectF:
        width = min(float(self.width()), self.height() / RATIO)
        height = width * RATIO
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, at the device's own resolution, in a thin frame."""
        box, ratio = self._box(), self.devicePixelRatioF()
        painter = QPainter(self)
        if self._sight is not None:
            size = QSize(round(box.width() * ratio), round(box.height() * ratio))
            if self._image is None or self._image.size() != size:
                self._image = picture(*self._sight, size.width(), size.height())
            painter.drawImage(box, self._image)
        painter.setPen(QColor(colour(self, "border")))
        painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _point(self, at: QPointF | None) -> None:
        box = self._box()
        if not self._points or box.isEmpty():
            return
        if at is None:
            self.asked.emit(Deed("point"))
            return
        shares = ((at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height())
        self.asked.emit(Deed("point", tuple(min(max(share, 0.0), 1.0) for share in shares)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to point."""
        self._point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point elsewhere."""
        self._point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Point nowhere."""
        self._point(None)
