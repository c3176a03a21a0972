"""Painting a Chart into a rectangle: band, lines, signing, observed dots, ticks; used by every chart through time."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from dealbuilder.report.figure import Band, Chart, Line
from dealbuilder.report.theme import Theme
from dealbuilder.ui.widgets.appearance import sized

ZERO = 1e-9
"""Below this a tick is nought."""

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a chart's values lie on the screen: the plot's rectangle and the ranges it spans."""

    box: QRectF
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def across(self, x: FloatArray | float) -> FloatArray | float:
        """Return screen x for data x."""
        low, high = self.x_range
        return self.box.left() + (x - low) / ((high - low) or 1.0) * self.box.width()

    def down(self, y: FloatArray | float) -> FloatArray | float:
        """Return screen y for data y."""
        low, high = self.y_range
        return self.box.bottom() - (y - low) / ((high - low) or 1.0) * self.box.height()

    def point(self, x: float, y: float) -> QPointF:
        """Return the screen point of a data point."""
        return QPointF(float(self.across(x)), float(self.down(y)))

    def month(self, pixel: float) -> float:
        """Return data x for screen x."""
        low, high = self.x_range
        return low + (pixel - self.box.left()) / (self.box.width() or 1.0) * (high - low)


def nice_ticks(low: float, high: float, wanted: int) -> list[float]:
    """Return at most about `wanted` round values between low and high."""
    if not high > low:
        return [low]
    rough = (high - low) / max(wanted, 1)
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    first = np.ceil(low / step - 1e-9) * step
    return [float(value) for value in np.arange(first, high + step * 1e-6, step)]


def tick_text(value: float) -> str:
    """Return a tick's label: no more digits than it needs, a true minus sign."""
    return "0" if abs(value) < ZERO else f"{value:.10g}".replace("-", "−")


def frame_for(chart: Chart, box: QRectF, small: bool) -> Frame:
    """Return the frame of a chart in a box, leaving room for tick labels below and left."""
    metrics = QFontMetrics(sized(0.8))
    labels = [tick_text(tick) for tick in nice_ticks(*chart.y_range, 2 if small else 5)]
    left = max((metrics.horizontalAdvance(label) for label in labels), default=0) + 6
    inner = box.adjusted(left, metrics.height() / 2, -4, -metrics.height() - 2)
    return Frame(inner, chart.x_range, chart.y_range)


def runs(*values: FloatArray) -> list[slice]:
    """Return the stretches over which all the values are defined: a gap is never bridged."""
    defined = np.concatenate([[False], np.all([~np.isnan(value) for value in values], axis=0), [False]])
    edges = np.flatnonzero(np.diff(defined.astype(np.int8)))
    return [slice(int(first), int(last)) for first, last in zip(edges[::2], edges[1::2], strict=True)]


def _curve(frame: Frame, x: FloatArray, y: FloatArray) -> list[QPointF]:
    across, down = np.asarray(frame.across(x)).tolist(), np.asarray(frame.down(y)).tolist()
    return [QPointF(a, b) for a, b in zip(across, down, strict=True)]


def paint_band(painter: QPainter, frame: Frame, band: Band, theme: Theme) -> None:
    """Paint a range as a filled area."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.band if band.role in ("package", "band") else theme.colour(band.role)))
    for run in runs(band.low, band.high):
        there = _curve(frame, band.x[run], band.high[run])
        back = _curve(frame, band.x[run][::-1], band.low[run][::-1])
        painter.drawPolygon(QPolygonF([*there, *back]))


def line_pen(line: Line, theme: Theme, width: float) -> QPen:
    """Return the pen of a line: colour by role, dashes by style."""
    pen = QPen(QColor(theme.colour(line.role)), width)
    pattern = theme.dash(line.style)
    if pattern:
        pen.setDashPattern([length / width for length in pattern])
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCosmetic(True)
    return pen


def paint_line(painter: QPainter, frame: Frame, line: Line, theme: Theme, width: float) -> None:
    """Paint a line, or dots if it has a marker."""
    curves = [_curve(frame, line.x[run], line.y[run]) for run in runs(line.y)]
    if line.marker:
        painter.setPen(QPen(QColor(theme.background), 1))
        painter.setBrush(QColor(theme.colour(line.role)))
        for point in (point for curve in curves for point in curve):
            painter.drawEllipse(point, width * 1.6, width * 1.6)
        return
    painter.setPen(line_pen(line, theme, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for curve in curves:
        painter.drawPolyline(curve)


def paint_chart(painter: QPainter, chart: Chart, box: QRectF, theme: Theme, small: bool) -> Frame:
    """Paint a chart with its axes into a box and return where its values lie."""
    frame = frame_for(chart, box, small)
    painter.save()
    painter.setFont(sized(0.8))
    _paint_axes(painter, chart, frame, theme, small)
    painter.setClipRect(frame.box.adjusted(-3, -3, 3, 3))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for band in chart.bands:
        paint_band(painter, frame, band, theme)
    for line in chart.lines:
        paint_line(painter, frame, line, theme, 1.5 if small else 2.0)
    painter.restore()
    return frame


def _paint_axes(painter: QPainter, chart: Chart, frame: Frame, theme: Theme, small: bool) -> None:
    metrics = painter.fontMetrics()
    inner = frame.box
    for value in nice_ticks(*chart.y_range, 2 if small else 5):
        y = float(frame.down(value))
        painter.setPen(QPen(QColor(theme.grid), 1))
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
        painter.setPen(QColor(theme.muted))
        slot = QRectF(inner.left() - 200, y - metrics.height() / 2, 195, metrics.height())
        painter.drawText(slot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick_text(value))
    free = inner.left() - metrics.height()
    for place, label in chart.ticks:
        x = float(frame.across(place))
        if not inner.left() - 1 <= x <= inner.right() + 1:
            continue
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(x, inner.bottom()), QPointF(x, inner.bottom() + 3))
        half = metrics.horizontalAdvance(label) / 2
        x = min(max(x, inner.left() + half + 1), inner.right() - half + 4)
        if x - half < free:
            continue
        painter.setPen(QColor(theme.muted))
        slot = QRectF(x - half, inner.bottom() + 2, half * 2 + 1, metrics.height())
        painter.drawText(slot, Qt.AlignmentFlag.AlignCenter, label)
        free = x + half + metrics.height() * 0.5
    if chart.x_range[0] <= chart.signing <= chart.x_range[1]:
        x = float(frame.across(chart.signing))
        pen = QPen(QColor(theme.muted), 1)
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
