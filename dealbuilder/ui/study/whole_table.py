"""A table as high as its rows: the page scrolls, never a table within it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dealbuilder.ui.widgets.plain_table import PlainTable


class WholeTable(PlainTable):
    """Shows every row; empty, it takes no room."""

    def __init__(self, name: str, wide: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(name, wide, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def fill(self, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show other rows, or nothing."""
        super().fill(header, rows)
        self.setVisible(bool(rows))
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow with rows that take more lines at this width."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(super().sizeHint().width(), self._tall())

    def minimumSizeHint(self) -> QSize:
        """Return the height of all rows: less would hide some."""
        return QSize(super().minimumSizeHint().width(), self._tall())

    def _tall(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if self.horizontalScrollBar().maximum() > 0 else 0
        return rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + bar

    def _grow(self) -> None:
        if self.minimumHeight() != self._tall():
            self.setMinimumHeight(self._tall())
            self.setMaximumHeight(self._tall())
