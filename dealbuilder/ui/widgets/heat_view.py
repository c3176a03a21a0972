"""A heat map as a table: every cell prints its value, is stepped through by keyboard and read out by name."""

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dealbuilder.report.figure import Grid
from dealbuilder.report.wording import plain
from dealbuilder.ui.widgets.appearance import RESTYLING, colour, em, row_height, sized, theme_of

Index = QModelIndex | QPersistentModelIndex


class GridModel(QAbstractTableModel):
    """The values of a Grid with their words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.grid: Grid | None = None

    def show_grid(self, grid: Grid | None) -> None:
        """Show another grid."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() or self.grid is None else len(self.grid.columns)

    def value(self, index: Index) -> float:
        """Return the value of a cell; NaN where nothing is needed."""
        assert self.grid is not None
        return float(self.grid.values[index.row(), index.column()])

    def words(self, index: Index) -> str:
        """Return a cell in words."""
        assert self.grid is not None
        value = self.value(index)
        said = self.tr("none needed") if value != value else f"{plain(value, 0)} {self.grid.unit}"
        return f"{self.grid.rows[index.row()]} · {self.grid.columns[index.column()]}: {said}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, the words or the alignment of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            value = self.value(index)
            return "" if value != value else plain(value, 0)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(index)
        return int(Qt.AlignmentFlag.AlignCenter) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a row or column."""
        if self.grid is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return (self.grid.columns if side == Qt.Orientation.Horizontal else self.grid.rows)[section]


class HeatDelegate(QStyledItemDelegate):
    """Fills a cell from the ramp, prints its value in the ink that reads best, outlines the worst."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, GridModel)
        assert model.grid is not None
        theme = theme_of(option.widget)
        value = model.value(index)
        fill = theme.heat(value)
        painter.save()
        painter.fillRect(option.rect, QColor(fill))
        painter.setFont(sized(0.88))
        painter.setPen(QColor(theme.ink(fill)))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, "·" if value != value else plain(value, 0))
        box = QRectF(option.rect).adjusted(1, 1, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if model.grid.worst == (index.row(), index.column()):
            painter.setPen(QPen(QColor(theme.ink(fill)), 1))
            painter.drawRect(box.adjusted(2.5, 2.5, -2.5, -2.5))
            painter.setPen(QPen(colour(option.widget, "target"), 3))
            painter.drawRect(box)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour(option.widget, "focus"), 2.5))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
        painter.restore()


class HeatView(QTableView):
    """Material by end use; `chosen` carries (row, column) of a cell on Enter or double-click."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heatView")
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self.setItemDelegate(HeatDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setMinimumSectionSize(8)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.activated.connect(self._choose)
        self._refit()

    def show_grid(self, grid: Grid | None) -> None:
        """Show a heat map, keeping the current cell."""
        current = (self.currentIndex().row(), self.currentIndex().column())
        self.grid.show_grid(grid)
        if grid is not None:
            self.setAccessibleName(grid.title)
            self.setAccessibleDescription(grid.alt)
            if current[0] >= 0:
                self.setCurrentIndex(self.grid.index(*current))
        self._share()

    def resizeEvent(self, event) -> None:  # noqa: ANN001
        """Share the height among the rows, never below one line each."""
        super().resizeEvent(event)
        self._share()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's palette and font."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._refit()

    def _refit(self) -> None:
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(sized(0.88))
        self._share()

    def _share(self) -> None:
        rows = self.grid.rowCount()
        if rows:
            least = row_height(self, 1.3)
            each = max(self.viewport().height() // rows, least)
            self.verticalHeader().setDefaultSectionSize(min(each, round(em(self) * 2.2)))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit((index.row(), index.column()))
