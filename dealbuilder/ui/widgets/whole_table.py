"""A table that is as high as its rows, for pages that scroll as a whole; a row may carry the mark of a side."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from dealbuilder.model.parties import Side
from dealbuilder.ui.widgets.appearance import colour, em, side_role
from dealbuilder.ui.widgets.marks import paint_mark
from dealbuilder.ui.widgets.plain_table import PlainTable

SHARE = 0.72
"""Size of a mark as a share of a line."""


class WholeTable(PlainTable):
    """Shows every row without a scroll bar of its own; numbers from column `numbers` on stand right."""

    def __init__(self, name: str, wide: tuple[int, ...], numbers: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(name, wide, parent)
        self._numbers = numbers
        self._sides: tuple[Side | None, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(
        self,
        header: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        sides: Sequence[Side | None] = (),
        wide: tuple[int, ...] | None = None,
    ) -> None:
        """Show other rows; `sides` puts each row's mark before its first cell, `wide` names other wide columns."""
        self._sides = tuple(sides)
        self._wide = self._wide if wide is None else wide
        self.fill(header, rows)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                number = column >= self._numbers and column not in self._wide
                across = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
                item = self.item(row, column)
                if item is not None:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | across)
        self._mark()

    def _mark(self) -> None:
        size = round(em(self) * SHARE)
        self.setIconSize(QSize(size, size))
        for row, side in enumerate(self._sides):
            item = self.item(row, 0)
            if item is not None and side is not None:
                item.setIcon(QIcon(self._picture(side, size)))

    def _picture(self, side: Side, size: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(0, 0, size, size), side, colour(self, side_role(side)))
        painter.end()
        return picture

    def _fit(self) -> None:
        super()._fit()
        self._mark()
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        tall = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        if tall != self.height() or tall != self.maximumHeight():
            self.setFixedHeight(tall)
