"""The table of assumptions: Enter or F2 edits a row, Delete restores it, so does a click on its sign."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dealbuilder.ui.models.parameter_filter import ParameterFilter
from dealbuilder.ui.models.parameters import C, ParameterModel, heads
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.appearance import RESTYLING, em, sized

EDITS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
RESTORES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
WIDTHS = {C.topic: 6, C.now: 4, C.span: 6.5, C.unit: 7, C.grade: 3, C.importance: 5, C.catalogue: 5, C.restore: 2.2}
"""Least widths of columns, in lines of text."""
LABEL, WHY = 12, 7
"""Least widths of the columns that share what room is left, in lines of text."""
SHARE = 0.66
"""Part of that room that the names take."""
FITTED, WIDEST = (C.now, C.span, C.catalogue), 11
"""Columns that are as wide as their figures need, in lines of text at most."""
GIVING = {C.topic: 69, C.unit: 62, C.grade: 54}
"""Widths, in lines of text, below which a column is left to the filter or the form."""
HEAD = 2.3
"""Room that a head needs beside its words, a sign of order included, in lines of text."""
ROW = 1.65
"""Height of a row, in lines of text."""


class AssumptionTable(QTableView):
    """Emits `current`, `edited` and `restored` with a parameter's id."""

    current = Signal(object)
    edited = Signal(object)
    restored = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("assumptionTable")
        self.parameters = ParameterModel(self)
        self.parameters.ink(shown())
        self.filter = ParameterFilter(self.parameters, self)
        self.setModel(self.filter)
        self.setSortingEnabled(True)
        self.sortByColumn(C.topic, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(False)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.doubleClicked.connect(self._edit)
        self.clicked.connect(self._click)
        self.fit()

    def current_id(self) -> str:
        """Return the id of the current row; empty if there is none."""
        return self.currentIndex().data(Qt.ItemDataRole.UserRole) or ""

    def choose(self, id: str) -> bool:
        """Make a parameter's row the current one; say whether it is shown."""
        for row in range(self.filter.rowCount()):
            index = self.filter.index(row, C.label)
            if index.data(Qt.ItemDataRole.UserRole) == id:
                self.setCurrentIndex(index)
                self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit or restore the current row."""
        id = self.current_id()
        if id and event.key() in EDITS:
            self.edited.emit(id)
        elif id and event.key() in RESTORES:
            self._restore(id)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over the sign that restores."""
        index = self.indexAt(event.position().toPoint())
        over = index.column() == C.restore and self._changed(index.data(Qt.ItemDataRole.UserRole))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width there is."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Follow font, theme and language."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.parameters.ink(shown())
            self.fit()
        elif event.type() == QEvent.Type.LanguageChange:
            self.fit()

    def fit(self) -> None:
        """Give every column what its head and its figures need."""
        line, metrics, header = em(self), QFontMetrics(sized(bold=True)), self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(round(ROW * line))
        for column, least in WIDTHS.items():
            head = 0 if column == C.restore else metrics.horizontalAdvance(heads()[column]) + round(HEAD * line)
            header.resizeSection(column, max(round(least * line), head, self._needed(column, metrics)))
        self._share()

    def _needed(self, column: C, metrics: QFontMetrics) -> int:
        """Return the width that the figures of a column need."""
        if column not in FITTED:
            return 0
        model = self.parameters
        texts = {model.index(row, column).data() for row in range(model.rowCount())}
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + round(1.4 * em(self))
        return min(widest, WIDEST * em(self))

    def _share(self) -> None:
        """Let the names and the reasons have what width is left, and the block go where there is little."""
        line, header, room = em(self), self.horizontalHeader(), self.viewport().width()
        for column, least in GIVING.items():
            self.setColumnHidden(column, room < least * line)
        taken = sum(header.sectionSize(column) for column in WIDTHS if not self.isColumnHidden(column))
        left = max(room - taken, (LABEL + WHY) * line)
        label = max(LABEL * line, round(left * SHARE))
        header.resizeSection(C.label, label)
        header.resizeSection(C.why, left - label)

    def _changed(self, id: object) -> bool:
        row = self.parameters.row(id) if isinstance(id, str) else None
        return row is not None and row.change is not None

    def _moved(self, index: QModelIndex) -> None:
        self.current.emit(index.data(Qt.ItemDataRole.UserRole) or "")

    def _edit(self, index: QModelIndex) -> None:
        if index.column() != C.restore:
            self.edited.emit(index.data(Qt.ItemDataRole.UserRole))

    def _click(self, index: QModelIndex) -> None:
        if index.column() == C.restore:
            self._restore(index.data(Qt.ItemDataRole.UserRole))

    def _restore(self, id: str) -> None:
        if self._changed(id):
            self.restored.emit(id)
