"""What a package is worth to a role, as a bar on an axis that all roles share: range, mean, and what it asks for."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.analysis.role_value import Verdict
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import RESTYLING, colour, em, tip


@dataclass(frozen=True, slots=True)
class Bar:
    """Points: the 5-95 % range, the mean, the reservation, and the two ends of the axis."""

    low: float
    high: float
    value: float
    reservation: float
    axis: tuple[float, float]


class ValueBar(QWidget):
    """Paints one bar; `told` says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._bar: Bar | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bar(self, bar: Bar | None, told: str = "") -> None:
        """Show another bar, or none."""
        self._bar = bar
        self.setAccessibleName(told)
        self.setToolTip(tip(told))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a flat strip."""
        return QSize(14 * em(self), round(1.3 * em(self)))

    def minimumSizeHint(self) -> QSize:
        """Return the least strip that can be read."""
        return QSize(8 * em(self), round(1.3 * em(self)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axis, range, mean and the tick of the reservation."""
        bar = self._bar
        if bar is None:
            return
        line = em(self)
        middle, inset = self.height() / 2, 0.4 * line
        low, high = bar.axis
        span = max(high - low, 1e-9)

        def place(value: float) -> float:
            return inset + (min(max(value, low), high) - low) / span * (self.width() - 2 * inset)

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(self, "border"), 1))
        painter.drawLine(QPointF(inset, middle), QPointF(self.width() - inset, middle))
        painter.drawLine(QPointF(place(0.0), middle - 0.35 * line), QPointF(place(0.0), middle + 0.35 * line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, "band"))
        start, end = place(bar.low), place(bar.high)
        painter.drawRect(QRectF(start, middle - 0.24 * line, max(end - start, 2.0), 0.48 * line))
        painter.setBrush(colour(self, "package"))
        painter.drawRect(QRectF(place(bar.value) - 1.5, middle - 0.34 * line, 3.0, 0.68 * line))
        dash = QPen(colour(self, "text"), 2)
        dash.setDashPattern([1.4, 1.0])
        painter.setPen(dash)
        asked = place(bar.reservation)
        painter.drawLine(QPointF(asked, middle - 0.6 * line), QPointF(asked, middle + 0.6 * line))
        painter.end()


class VerdictMark(QWidget):
    """A verdict as a shape: a full disc accepts, a half one leans, a cross rejects. The word stands beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict = "lean"

    def show_verdict(self, verdict: Verdict) -> None:
        """Show another shape."""
        self._verdict = verdict
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square of a line's height."""
        return QSize(em(self), em(self))

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape in the colour of text: no colour tells good from bad."""
        side = 0.72 * min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ink = colour(self, "text")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, max(1.6, side * 0.13), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if self._verdict == "reject":
            painter.drawPolyline(QPolygonF([box.topLeft(), box.bottomRight()]))
            painter.drawPolyline(QPolygonF([box.topRight(), box.bottomLeft()]))
        else:
            painter.drawEllipse(box)
            painter.setBrush(ink)
            quarter = 90 * 16
            if self._verdict == "accept":
                painter.drawEllipse(box)
            else:
                painter.drawPie(box, quarter, 2 * quarter)
        painter.end()
