"""Estimates side by side: a bar from lowest to highest with a dot at the likely figure, and their mean below."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.model.house import Estimate, pooled
from dealbuilder.ui.language import listed
from dealbuilder.ui.models import typed_number
from dealbuilder.ui.widgets.appearance import colour, em

LINES = 8
"""Height it asks for, in lines of text."""
WIDE = 16
DIGITS = 3
NAMES = 0.26
"""Share of the width that names take."""


class EstimatePlot(QWidget):
    """Paints estimates on one scale; its accessible description says the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._estimates: tuple[Estimate, ...] = ()
        self._bounds, self._scale, self._covered, self._mean = (0.0, 1.0), 1.0, False, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_estimates(
        self, estimates: tuple[Estimate, ...], bounds: tuple[float, float], scale: float, *, covered: bool, mean: str
    ) -> None:
        """Show estimates between bounds; `covered` shows none of them; `mean` names the row of their mean."""
        self._estimates, self._bounds, self._scale = estimates, bounds, scale
        self._covered, self._mean = covered, mean
        self.setAccessibleDescription("" if covered else listed(self._words(one) for one in estimates))
        self.update()

    def _words(self, one: Estimate) -> str:
        figures = (f"{value * self._scale:.{DIGITS}g}" for value in (one.low, one.likely, one.high))
        return f"{one.who} {' / '.join(figures)}".strip()

    def sizeHint(self) -> QSize:
        """Return room for a handful of people."""
        return QSize(WIDE * em(self), LINES * em(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint one row a person, then the mean, over a scale from bound to bound."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = em(self)
        left, right = line * 0.8 + self.width() * NAMES, self.width() - line * 0.8
        bottom = self.height() - line * 1.4
        painter.setPen(QPen(colour(self, "border"), 1.0))
        painter.drawLine(QPointF(left, bottom), QPointF(right, bottom))
        painter.setPen(colour(self, "muted"))
        ends = [typed_number.write(round(end * self._scale, 6)) for end in self._bounds]
        foot = QRectF(left, bottom + 2, right - left, line * 1.3)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, ends[0])
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, ends[1])
        if self._covered or not self._estimates:
            return
        rows = len(self._estimates) + 1
        step = min(line * 1.5, bottom / rows)
        low, high = self._bounds
        span = (right - left) / ((high - low) or 1.0)
        for row, one in enumerate(self._estimates):
            self._bar(painter, one, left - low * span, span, step * (row + 0.5), step, "baseline")
        mean = Estimate(who=self._mean, **dict(zip(("low", "likely", "high"), pooled(self._estimates), strict=True)))
        self._bar(painter, mean, left - low * span, span, step * (rows - 0.5), step, "accent")

    def _bar(
        self, painter: QPainter, one: Estimate, origin: float, span: float, y: float, step: float, role: str
    ) -> None:
        ink = colour(self, role)
        names = QRectF(0, y - step / 2, self.width() * NAMES, step)
        painter.setPen(colour(self, "text"))
        name = self.fontMetrics().elidedText(one.who, Qt.TextElideMode.ElideRight, int(names.width()))
        painter.drawText(names, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, name)
        thick = max(2.0, step * (0.22 if role == "accent" else 0.12))
        painter.setPen(QPen(ink, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QPointF(origin + one.low * span, y), QPointF(origin + one.high * span, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        radius = max(3.0, step * 0.22)
        painter.drawEllipse(QPointF(origin + one.likely * span, y), radius, radius)
