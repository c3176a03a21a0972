"""Painting a Scatter into a rectangle: axes, targets, ranges, points and their names, laid out as on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from dealbuilder.report.drawing.places import Box, beside
from dealbuilder.report.drawing.scatter import NAMED
from dealbuilder.report.figure import Ellipse, Mark, Scatter
from dealbuilder.report.theme import Theme
from dealbuilder.ui.widgets.appearance import sized
from dealbuilder.ui.widgets.chart_painter import Frame, nice_ticks, tick_text

REACH = 0.32
"""Radius of a point, in lines of text."""
RING = 1.9
"""Radius of the ring around the chosen point, in that of a point; names keep clear of it."""


@dataclass(frozen=True, slots=True)
class Painted:
    """Where the points of a map lie on the screen, and how large each is."""

    points: tuple[QPointF, ...]
    reach: float

    def at(self, place: QPointF) -> int | None:
        """Return the point nearest to a place, the first of those that lie on one another, or None."""
        apart = [(point - place).manhattanLength() for point in self.points]
        nearest = min(range(len(apart)), key=apart.__getitem__, default=None)
        return nearest if nearest is not None and apart[nearest] <= self.reach * 2.4 else None


def paint_map(painter: QPainter, figure: Scatter, box: QRectF, theme: Theme, current: int | None) -> Painted:
    """Paint a map with its axes into a box; `current` is the point to ring. Return where its points lie."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(sized(0.85))
    line = painter.fontMetrics().height()
    labels = [tick_text(value) for value in nice_ticks(*figure.y_range, 6)]
    left = max((painter.fontMetrics().horizontalAdvance(label) for label in labels), default=0) + line * 0.6
    inner = box.adjusted(left, line * 1.6, -line, -line * 2.8)
    frame = Frame(inner, figure.x_range, figure.y_range)
    reach = line * REACH
    _axes(painter, figure, frame, box, theme)
    for ellipse in figure.ellipses:
        _ellipse(painter, ellipse, frame, theme)
    _rules(painter, figure, frame, theme)
    points = tuple(frame.point(mark.x, mark.y) for mark in figure.marks)
    for number, (mark, point) in enumerate(zip(figure.marks, points, strict=True)):
        if figure.ellipses:
            break
        faint = figure.faint and mark.role == "package" and number != current
        _ranges(painter, mark, frame, point, QColor(theme.band if faint else theme.colour(mark.role)))
    for mark, point in zip(figure.marks, points, strict=True):
        _point(painter, mark, point, reach, theme)
    _names(painter, figure, points, frame, reach, theme)
    if current is not None and current < len(points):
        painter.setPen(QPen(QColor(theme.focus), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(points[current], reach * RING, reach * RING)
    painter.restore()
    return Painted(points, reach)


def _axes(painter: QPainter, figure: Scatter, frame: Frame, box: QRectF, theme: Theme) -> None:
    inner, metrics = frame.box, painter.fontMetrics()
    line = metrics.height()
    for value in nice_ticks(*figure.y_range, 6):
        y = float(frame.down(value))
        painter.setPen(QPen(QColor(theme.border if value == 0 else theme.grid), 1))
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
        painter.setPen(QColor(theme.muted))
        slot = QRectF(box.left(), y - line / 2, inner.left() - box.left() - line * 0.3, line)
        painter.drawText(slot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick_text(value))
    for value in nice_ticks(*figure.x_range, 8):
        x = float(frame.across(value))
        painter.setPen(QPen(QColor(theme.border if value == 0 else theme.grid), 1))
        painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
        painter.setPen(QColor(theme.muted))
        slot = QRectF(x - 4 * line, inner.bottom() + 2, 8 * line, line)
        painter.drawText(slot, Qt.AlignmentFlag.AlignCenter, tick_text(value))
    painter.setPen(QColor(theme.text))
    painter.drawText(QRectF(box.left(), box.top(), box.width(), line), Qt.AlignmentFlag.AlignLeft, figure.y_title)
    foot = QRectF(box.left(), box.bottom() - line, inner.right() - box.left(), line)
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight, figure.x_title)


def _rules(painter: QPainter, figure: Scatter, frame: Frame, theme: Theme) -> None:
    inner, line = frame.box, painter.fontMetrics().height()
    for rule in figure.rules:
        pen = QPen(QColor(theme.target), 1.4)
        pen.setDashPattern(list(theme.dashed))
        painter.setPen(pen)
        if rule.axis == "x":
            x = float(frame.across(rule.value))
            painter.drawLine(QPointF(x, inner.top()), QPointF(x, inner.bottom()))
            slot = QRectF(x - 20 * line, inner.top(), 20 * line - line * 0.3, line)
        else:
            y = float(frame.down(rule.value))
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
            slot = QRectF(inner.right() - 20 * line, y - line, 20 * line, line)
        painter.drawText(slot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, rule.label)


def _ellipse(painter: QPainter, ellipse: Ellipse, frame: Frame, theme: Theme) -> None:
    pen = QPen(QColor(theme.colour(ellipse.role)), 1.2 * ellipse.thick)
    dash = theme.dash(ellipse.style)
    if dash:
        pen.setDashPattern(list(dash))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    across, down = ellipse.outline()
    painter.drawPolyline([frame.point(x, y) for x, y in zip(across.tolist(), down.tolist(), strict=True)])


def _ranges(painter: QPainter, mark: Mark, frame: Frame, point: QPointF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.4))
    across, down = (frame.across(value) for value in mark.x_span), (frame.down(value) for value in mark.y_span)
    first, last = (float(value) for value in across)
    low, high = (float(value) for value in down)
    painter.drawLine(QPointF(first, point.y()), QPointF(last, point.y()))
    painter.drawLine(QPointF(point.x(), low), QPointF(point.x(), high))


def _point(painter: QPainter, mark: Mark, point: QPointF, reach: float, theme: Theme) -> None:
    colour = QColor(theme.colour(mark.role))
    if mark.shape == "cross":
        painter.setPen(QPen(colour, 2.2))
        for slope in (-1.0, 1.0):
            offset = QPointF(reach, slope * reach)
            painter.drawLine(point - offset, point + offset)
        return
    painter.setPen(QPen(QColor(theme.background), 1))
    painter.setBrush(colour)
    if mark.shape == "diamond":
        corners = ((0.0, -1.4), (1.4, 0.0), (0.0, 1.4), (-1.4, 0.0))
        painter.drawPolygon(QPolygonF([point + QPointF(x * reach, y * reach) for x, y in corners]))
    else:
        painter.drawEllipse(point, reach, reach)


def _names(
    painter: QPainter, figure: Scatter, points: tuple[QPointF, ...], frame: Frame, reach: float, theme: Theme
) -> None:
    metrics = painter.fontMetrics()
    sizes = [(float(metrics.horizontalAdvance(mark.key)) + 2.0, float(metrics.height())) for mark in figure.marks]
    inner = frame.box
    arms: list[Box] = []
    for mark, point in () if figure.ellipses else zip(figure.marks, points, strict=True):
        ends = sorted(float(frame.across(value)) for value in mark.x_span)
        heights = sorted(float(frame.down(value)) for value in mark.y_span)
        arms += [(ends[0], point.y(), ends[1], point.y()), (point.x(), heights[0], point.x(), heights[1])]
    room = (inner.left(), inner.top(), inner.right(), inner.bottom())
    corners = beside([(point.x(), point.y()) for point in points], sizes, room, reach * RING, arms)
    for mark, (x, y), (width, height) in zip(figure.marks, corners, sizes, strict=True):
        slot = QRectF(x, y, width, height)
        # What lies behind a name is kept from running through it.
        painter.fillRect(slot.adjusted(0, 2, 0, -2), QColor(theme.background))
        painter.setPen(QColor(theme.text if mark.role in NAMED else theme.muted))
        painter.drawText(slot, Qt.AlignmentFlag.AlignLeft, mark.key)
