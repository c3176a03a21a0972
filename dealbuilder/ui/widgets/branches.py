"""The arrows beside the headings of a tree, painted alike in all trees and without the platform's selection bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QTreeView

from dealbuilder.ui.widgets.appearance import colour, em

DOWN = ((-1.0, -0.5), (1.0, -0.5), (0.0, 0.7))
ASIDE = ((-0.5, -1.0), (0.7, 0.0), (-0.5, 1.0))
"""Corners of the arrows, in arms from their middle."""


def paint_branch(tree: QTreeView, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
    """Paint the space left of a row: the ground of a selected row, and the arrow of a heading."""
    if tree.selectionModel().isSelected(index):
        painter.fillRect(rect, colour(tree, "grid"))
    if not tree.model().hasChildren(index):
        return
    arm = em(tree) * 0.22
    middle = QPointF(rect.right() - arm * 1.4, rect.center().y())
    points = (
        ((-1.0, -0.5), (1.0, -0.5), (0.0, 0.7)) if tree.isExpanded(index) else ((-0.5, -1.0), (0.7, 0.0), (-0.5, 1.0))
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(tree, "muted"))
    painter.drawPolygon(QPolygonF([middle + QPointF(x * arm, y * arm) for x, y in points]))
    painter.restore()
