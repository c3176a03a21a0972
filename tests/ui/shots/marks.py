"""Numbers and frames drawn on a picture, so that the text beside it can point."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

INK, PAPER = QColor("#b3261e"), QColor("#ffffff")
RADIUS = 14
"""Pixels."""


def place(widget: QWidget, window: QWidget, across: float = 0.5, down: float = 0.5) -> QPoint:
    """Return a point of a widget in its window's coordinates, by shares of its width and height."""
    return widget.mapTo(window, QPoint(round(widget.width() * across), round(widget.height() * down)))


def numbered(image: QImage, points: Iterable[QPoint]) -> QImage:
    """Return the picture with a number at each point, from 1."""
    made = QImage(image)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setPixelSize(RADIUS + 3)
    font.setBold(True)
    painter.setFont(font)
    for number, point in enumerate(points, 1):
        disc = QRectF(point.x() - RADIUS, point.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
        painter.setPen(QPen(PAPER, 2))
        painter.setBrush(INK)
        painter.drawEllipse(disc)
        painter.setPen(PAPER)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.end()
    return made
