"""A table whose columns share its width but stay readable, and of which one is framed: that of the package in front."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from dealbuilder.ui.widgets.appearance import colour, em
from dealbuilder.ui.widgets.plain_table import PlainTable

THICK = 2.5
LEAST = 7.0
"""Least width of a column with a share of one, in lines of text; beyond that the table scrolls."""


class FramedTable(PlainTable):
    """A PlainTable with a thick outline around one column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", (), parent)
        self._shares: tuple[float, ...] = ()
        self._framed: int | None = None

    def show_rows(
        self,
        name: str,
        header: Sequence[str],
        rows: tuple[tuple[str, ...], ...],
        shares: Sequence[float],
        framed: int | None,
    ) -> None:
        """Show other rows; `shares` are the columns' shares of the width, 0 for as wide as the text."""
        self.setAccessibleName(name)
        self._shares, self._framed = tuple(shares), framed
        self.fill(tuple(header), rows)
        self._share()
        self.viewport().update()

    def framed(self) -> int | None:
        """Return which column is framed."""
        return self._framed

    def _share(self) -> None:
        shares = self._shares[: self.columnCount()]
        fixed = sum(self.columnWidth(place) for place, share in enumerate(shares) if not share)
        left, whole, least = self.viewport().width() - fixed, sum(shares), LEAST * em(self)
        for place, share in enumerate(shares):
            if share:
                self.horizontalHeader().setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(place, int(share * max(least, left / whole)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share()

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
