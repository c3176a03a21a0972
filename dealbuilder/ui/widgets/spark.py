"""A line of five years no bigger than a word, and a bar that sets a score beside its band, baseline and target."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import colour, em, sized, tip

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Trace:
    """What a spark shows, each of shape (months,): mean, 5th and 95th percentile, baseline, previewed mean or None."""

    mean: FloatArray
    low: FloatArray
    high: FloatArray
    baseline: FloatArray
    ghost: FloatArray | None = None


class Spark(QWidget):
    """Five years as a small line with its band; the preview is a dotted line; `chosen` is emitted on a click."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._trace: Trace | None = None
        self._range = (0.0, 1.0)
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_trace(self, trace: Trace | None, name: str, description: str, title: str = "") -> None:
        """Show a trace over the range it spans; a `title` says what is drawn where that is not plain."""
        self._title = title
        self._trace = trace
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setToolTip(tip(description))
        if trace is not None:
            parts = [trace.low, trace.high, trace.baseline, *([] if trace.ghost is None else [trace.ghost])]
            low, high = float(np.nanmin(np.concatenate(parts))), float(np.nanmax(np.concatenate(parts)))
            self._range = (low, high if high > low else low + 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        """Return two lines of height."""
        return QSize(8 * em(self), 2 * em(self))

    def minimumSizeHint(self) -> QSize:
        """Return the least useful size."""
        return QSize(4 * em(self), 2 * em(self))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that the spark was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def _curve(self, y: FloatArray) -> list[QPointF]:
        box = QRectF(self.rect()).adjusted(1, 2, -1, -2)
        low, high = self._range
        left, step = box.left(), box.width() / max(len(y) - 1, 1)
        down = box.bottom() - (np.clip(y, low, high) - low) / (high - low) * box.height()
        return [QPointF(left + i * step, b) for i, b in enumerate(down.tolist()) if b == b]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint band, baseline, mean and ghost."""
        if self._trace is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QPolygonF([*self._curve(self._trace.high), *reversed(self._curve(self._trace.low))])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self, "band"))
        painter.drawPolygon(area)
        painter.setPen(QPen(colour(self, "baseline"), 1, Qt.PenStyle.DashLine))
        painter.drawPolyline(self._curve(self._trace.baseline))
        painter.setPen(QPen(colour(self, "package"), 2))
        painter.drawPolyline(self._curve(self._trace.mean))
        if self._title:
            painter.setFont(sized(0.75))
            painter.setPen(colour(self, "muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._title)
        if self._trace.ghost is not None:
            painter.setPen(QPen(colour(self, "text"), 1.5, Qt.PenStyle.DotLine))
            painter.drawPolyline(self._curve(self._trace.ghost))


@dataclass(frozen=True, slots=True)
class Gauge:
    """A score on a fixed range with band, baseline, target and preview; None where there is none."""

    low: float
    high: float
    value: float
    p05: float
    p95: float
    baseline: float | None = None
    target: float | None = None
    met: bool = False
    ghost: float | None = None


class ScoreBar(QWidget):
    """A gauge: band as a bar, the value as a thick mark, baseline dashed, target as a flag with a tick once met."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._gauge: Gauge | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_gauge(self, gauge: Gauge | None, name: str, description: str) -> None:
        """Show a gauge."""
        self._gauge = gauge
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setToolTip(tip(description))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line of height."""
        return QSize(8 * em(self), round(1.1 * em(self)))

    def minimumSizeHint(self) -> QSize:
        """Return the least useful size."""
        return QSize(4 * em(self), round(1.1 * em(self)))

    def _x(self, value: float) -> float:
        assert self._gauge is not None
        share = (value - self._gauge.low) / ((self._gauge.high - self._gauge.low) or 1.0)
        return 2 + min(max(share, 0.0), 1.0) * (self.width() - 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the gauge."""
        gauge = self._gauge
        if gauge is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, height = self.height() * 0.58, self.height() * 0.42
        track = QRectF(2, middle - height / 2, self.width() - 4, height)
        painter.setPen(QPen(colour(self, "border"), 1))
        painter.setBrush(colour(self, "raised"))
        painter.drawRoundedRect(track, 2, 2)
        if gauge.p05 == gauge.p05:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self, "band"))
            painter.drawRect(
                QRectF(self._x(gauge.p05), track.top() + 1, self._x(gauge.p95) - self._x(gauge.p05), height - 2)
            )
        if gauge.baseline is not None and gauge.baseline == gauge.baseline:
            painter.setPen(QPen(colour(self, "baseline"), 1.5, Qt.PenStyle.DashLine))
            x = self._x(gauge.baseline)
            painter.drawLine(QPointF(x, track.top() - 2), QPointF(x, track.bottom() + 2))
        if gauge.value == gauge.value:
            painter.setPen(QPen(colour(self, "package"), 4))
            x = self._x(gauge.value)
            painter.drawLine(QPointF(x, track.top() - 1), QPointF(x, track.bottom() + 1))
        if gauge.ghost is not None and gauge.ghost == gauge.ghost:
            painter.setPen(QPen(colour(self, "text"), 2, Qt.PenStyle.DotLine))
            x = self._x(gauge.ghost)
            painter.drawLine(QPointF(x, track.top() - 2), QPointF(x, track.bottom() + 2))
        if gauge.target is not None:
            self._paint_target(painter, self._x(gauge.target), track.top(), gauge.met)

    def _paint_target(self, painter: QPainter, x: float, top: float, met: bool) -> None:
        tint = colour(self, "target")
        size = em(self) * 0.28
        painter.setPen(QPen(tint, 1.5))
        painter.setBrush(tint if met else colour(self, "background"))
        painter.drawPolygon(
            QPolygonF([QPointF(x, top), QPointF(x - size, top - size * 1.3), QPointF(x + size, top - size * 1.3)])
        )
