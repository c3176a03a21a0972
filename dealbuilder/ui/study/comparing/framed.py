"""A table of which one column is framed: that of the package in front."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dealbuilder.ui.widgets.appearance import colour
from dealbuilder.ui.widgets.plain_table import PlainTable

THICK = 2.5


class FramedTable(PlainTable):
    """A PlainTable with a thick outline around one column."""

    def __init__(self, name: str, wide: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(name, wide, parent)
        self._framed: int | None = None

    def frame(self, column: int | None) -> None:
        """Frame a column, or none."""
        self._framed = column
        self.viewport().update()

    def widen(self, wide: tuple[int, ...]) -> None:
        """Let other columns share what is left; counts from the next filling."""
        self._wide = wide

    def framed(self) -> int | None:
        """Return which column is framed."""
        return self._framed

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table and the outline over it."""
        super().paintEvent(event)
        column = self._framed
        if column is None or column >= self.columnCount() or not self.rowCount():
            return
        last = self.rowCount() - 1
        bottom = min(self.rowViewportPosition(last) + self.rowHeight(last), self.viewport().height() - 1)
        left, width = self.columnViewportPosition(column), self.columnWidth(column)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(colour(self, "accent"), THICK))
        painter.drawRect(QRectF(left + 1.5, 1.5, width - 3.0, bottom - 3.0))
        painter.end()
