"""The list of tables: a row a table, sorted by any column, Delete takes one out."""

from PySide6.QtCore import QEvent, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dealbuilder.analysis.room.standing import Room
from dealbuilder.document.tables import Table
from dealbuilder.model.text import Language
from dealbuilder.ui.models.table_rows import ORDER, T, TableRows, heads
from dealbuilder.ui.widgets.appearance import RESTYLING, em, sized

WIDTHS = {T.number: 3.4, T.table: 11, T.package: 13, T.supply: 9, T.cost: 8}
"""Least widths of columns, in lines of text."""
WIDEST = 18
NARROW = 64
"""Width, in lines of text, below which packages are not named."""
ROW = 1.6
"""Height of a row, in lines of text."""


class TableList(QTableView):
    """`pointed` carries the place of the current table in the order the files came, None if there is none."""

    pointed = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roomTables")
        self.tables = TableRows(self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.tables)
        self.sorted.setSortRole(ORDER)
        self.setModel(self.sorted)
        self.setSortingEnabled(True)
        self.sortByColumn(T.number, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.fit()

    def show_tables(self, tables: tuple[Table, ...], room: Room | None, language: Language) -> None:
        """Show tables with what is known of their scores; the current one stays."""
        chosen = self.current_place()
        self.tables.show_tables(tables, room, language)
        self.choose(min(chosen or 0, len(tables) - 1) if tables else None)
        self.fit()

    def current_place(self) -> int | None:
        """Return the place of the current table in the order the files came."""
        index = self.currentIndex()
        return self.sorted.mapToSource(index).row() if index.isValid() else None

    def chosen_places(self) -> tuple[int, ...]:
        """Return the places of all selected tables."""
        return tuple(sorted(self.sorted.mapToSource(index).row() for index in self.selectionModel().selectedRows()))

    def choose(self, place: int | None) -> None:
        """Make a table the current one."""
        if place is not None and place != self.current_place():
            self.setCurrentIndex(self.sorted.mapFromSource(self.tables.index(place, T.table)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the selected tables out with Delete, sort by the current column with Ctrl and the up or down arrow."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        column = self.currentIndex().column()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif control and column >= 0 and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            rising = event.key() == Qt.Key.Key_Up
            self.sortByColumn(column, Qt.SortOrder.AscendingOrder if rising else Qt.SortOrder.DescendingOrder)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the package to the scores where there is little room."""
        super().resizeEvent(event)
        self.setColumnHidden(T.package, self.viewport().width() < NARROW * em(self))

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and language."""
        super().changeEvent(event)
        if event.type() in (*RESTYLING, QEvent.Type.LanguageChange):
            self.fit()

    def fit(self) -> None:
        """Give every column what its head and its figures need."""
        line, metrics, header = em(self), QFontMetrics(sized()), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(round(ROW * line))
        self.setColumnHidden(T.package, self.viewport().width() < NARROW * line)
        for column in T:
            if column == T.remarks:
                continue
            texts = [str(self.tables.index(row, column).data()) for row in range(self.tables.rowCount())]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + round(1.4 * line)
            head = QFontMetrics(sized(bold=True)).horizontalAdvance(heads()[column]) + round(2.3 * line)
            header.resizeSection(column, round(min(max(head, widest, WIDTHS.get(column, 0) * line), WIDEST * line)))

    def wanted(self, most: int) -> int:
        """Return the height that shows all rows, at most so many."""
        rows = min(max(self.tables.rowCount(), 2), most)
        bars = self.horizontalHeader().sizeHint().height() + self.horizontalScrollBar().sizeHint().height()
        return rows * self.verticalHeader().defaultSectionSize() + bars + 2 * self.frameWidth()

    def _moved(self, index: QModelIndex) -> None:
        self.pointed.emit(self.sorted.mapToSource(index).row() if index.isValid() else None)
