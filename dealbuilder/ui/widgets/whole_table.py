"""A table that is as high as its rows, for pages that scroll as a whole; a row may carry the mark of a side."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHeaderView, QWidget

from dealbuilder.model.parties import Side
from dealbuilder.ui.widgets.appearance import colour, em, side_role
from dealbuilder.ui.widgets.marks import paint_mark
from dealbuilder.ui.widgets.plain_table import PlainTable

NARROW = 12
"""Lines of text that a wide column never falls below; a narrower page scrolls sideways."""
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
        # A narrow page scrolls sideways; the bar needs a place below the last row.
        self.horizontalScrollBar().rangeChanged.connect(self._range)

    def show_rows(
        self,
        header: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        sides: Sequence[Side | None] = (),
    ) -> None:
        """Show other rows; `sides` puts each row's mark before its first cell."""
        self._sides = tuple(sides)
        self.fill(header, rows)
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                number = column >= self._numbers and column not in self._wide
                across = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
                item = self.item(row, column)
                if item is not None:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | across)
        self._mark()

    def _range(self, low: int, high: int) -> None:
        self._stretch()

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
        self._widen()
        super()._fit()
        self._mark()
        self._stretch()

    def _widen(self) -> None:
        """Share out what other columns leave, but never less than can be read."""
        header = self.horizontalHeader()
        wide = [column for column in self._wide if column < self.columnCount()]
        if not wide:
            return
        for column in wide:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            left = self.viewport().width() - self._taken(wide)
            header.resizeSection(column, max(left // len(wide), NARROW * em(self)))

    def _taken(self, wide: Sequence[int]) -> int:
        """Return how wide the other columns are."""
        header = self.horizontalHeader()
        hints = ((max(self.sizeHintForColumn(c), header.sectionSizeHint(c))) for c in range(self.columnCount()))
        return sum(width for column, width in enumerate(hints) if column not in wide)

    def _stretch(self) -> None:
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() > 0 else 0
        tall = self.horizontalHeader().sizeHint().height() + rows + below + 2 * self.frameWidth()
        if tall != self.height() or tall != self.maximumHeight():
            self.setFixedHeight(tall)
