"""A table to read: rows of text that wrap, chosen by row, with its columns as wide as they need or share."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from dealbuilder.ui.widgets.appearance import RESTYLING
from dealbuilder.ui.widgets.heads import put_heads

FITTED = 400
"""Rows of which each is made as high as its text; more would keep the window waiting."""


class PlainTable(QTableWidget):
    """Shows a header and rows; `wide` columns share what the others leave."""

    def __init__(self, name: str, wide: tuple[int, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = wide
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fill(self, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
        """Show other rows."""
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        put_heads(self, header)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{header[column]}: {text}")
                self.setItem(place, column, item)
        mode = QHeaderView.ResizeMode
        for column in range(len(header)):
            stretched = column in self._wide
            self.horizontalHeader().setSectionResizeMode(column, mode.Stretch if stretched else mode.ResizeToContents)
        self._fit()

    def _fit(self) -> None:
        if self.rowCount() <= FITTED:
            self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let each row have the lines it needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._fit()
