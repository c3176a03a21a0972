"""The signs of the sides, told by shape as well as colour: a disc, a square, grey shapes for the rest."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from dealbuilder.report.theme import Theme
from dealbuilder.ui.stage.laying.marks import Sign


def draw_sign(painter: QPainter, box: QRectF, sign: Sign, theme: Theme) -> None:
    """Paint a sign into a square box."""
    painter.setPen(Qt.PenStyle.NoPen)
    if sign == "us":
        _disc(painter, box, theme.us)
    elif sign == "china":
        _square(painter, box, theme.china)
    elif sign == "both":
        half = box.width() * 0.6
        _disc(painter, QRectF(box.left(), box.top(), half, half), theme.us)
        _square(painter, QRectF(box.right() - half, box.bottom() - half, half, half), theme.china)
    elif sign == "lit":
        _polygon(painter, box, ((0.1, 0.0), (1.0, 0.5), (0.1, 1.0)), theme.target)
    elif sign == "home":
        _polygon(painter, box, ((0.5, 0.0), (1.0, 0.45), (1.0, 1.0), (0.0, 1.0), (0.0, 0.45)), theme.muted)
    elif sign == "terms":
        for row in range(3):
            painter.fillRect(
                QRectF(box.left(), box.top() + box.height() * (0.1 + 0.32 * row), box.width(), box.height() * 0.18),
                QColor(theme.muted),
            )
    elif sign == "agenda":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        thick = box.width() * 0.16
        painter.setPen(QPen(QColor(theme.muted), thick))
        painter.drawEllipse(box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2))
    else:
        _polygon(painter, box, ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)), theme.muted)


def _disc(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setBrush(QColor(colour))
    painter.drawEllipse(box)


def _square(painter: QPainter, box: QRectF, colour: str) -> None:
    painter.setBrush(QColor(colour))
    inset = box.width() * 0.06
    painter.drawRect(box.adjusted(inset, inset, -inset, -inset))


def _polygon(painter: QPainter, box: QRectF, points: tuple[tuple[float, float], ...], colour: str) -> None:
    painter.setBrush(QColor(colour))
    painter.drawPolygon(
        QPolygonF([QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points])
    )
