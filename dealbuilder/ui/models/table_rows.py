"""The list of tables as a model: a row a table, scores as they arrive, numbers that sort as numbers."""

from dataclasses import dataclass
from enum import IntEnum, auto

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from dealbuilder.analysis.room.standing import ALIVE, COST, SUPPLY, Room
from dealbuilder.document.tables import Table
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.room import grid, words
from dealbuilder.ui.widgets.appearance import tip

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ORDER = int(Qt.ItemDataRole.UserRole) + 1
"""Role of what a column is sorted by."""
NO_NUMBER = -1e9


class T(IntEnum):
    """The columns."""

    number = 0
    table = auto()
    package = auto()
    supply = auto()
    cost = auto()
    alive = auto()
    clauses = auto()
    idle = auto()
    remarks = auto()


INDICATORS = {T.supply: SUPPLY, T.cost: COST, T.alive: ALIVE}
NUMBERS = (T.number, T.supply, T.cost, T.alive, T.clauses, T.idle)


def heads() -> dict[T, str]:
    """Return the heads of the columns that have words of the screen's own."""
    return {
        T.number: translate("TableRows", "No."),
        T.table: translate("TableRows", "Table"),
        T.package: translate("TableRows", "Package"),
        T.supply: translate("TableRows", "Supply restored, %"),
        T.cost: translate("TableRows", "Leadership cost, points"),
        T.alive: translate("TableRows", "Alive, month 60, %"),
        T.clauses: translate("TableRows", "Clauses"),
        T.idle: translate("TableRows", "Idle"),
        T.remarks: translate("TableRows", "Remarks"),
    }


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, what it is sorted by, and what is said when it is pointed at."""

    text: str
    order: float | str
    tip: str = ""


class TableRows(QAbstractTableModel):
    """Tables in the order they came; without a room the scores are still to come."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[tuple[Cell, ...], ...] = ()

    def show_tables(self, tables: tuple[Table, ...], room: Room | None, language: Language) -> None:
        """Show tables, with scores if the room holds just these."""
        rows = tuple(_row(place, table, room, language) for place, table in enumerate(tables))
        if len(rows) != len(self._cells):
            self.beginResetModel()
            self._cells = rows
            self.endResetModel()
        elif rows:
            self._cells = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(T) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(T) - 1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many tables there are."""
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return len(T)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return heads()[T(section)]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in NUMBERS else LEFT
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(cell.tip or cell.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{heads()[T(index.column())]}: {cell.tip or cell.text}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if index.column() in NUMBERS else LEFT
        return cell.order if role == ORDER else None


def _row(place: int, table: Table, room: Room | None, language: Language) -> tuple[Cell, ...]:
    standing = room.standings[place] if room is not None and place < len(room.standings) else None
    package, count = table.deal.package, len(table.deal.package.clauses)
    cells = {
        T.number: Cell(str(place + 1), float(place)),
        T.table: Cell(table.deal.name, table.deal.name.casefold(), str(table.path)),
        T.package: Cell(package.name or package.id, (package.name or package.id).casefold()),
        T.clauses: Cell(str(count), float(count)),
    }
    if room is None or standing is None:
        waiting = {column: Cell("…", NO_NUMBER) for column in (*INDICATORS, T.idle)}
        cells |= waiting | {T.remarks: Cell(wording.joined([one.get(language) for one in table.notices], language), "")}
        return tuple(cells[column] for column in T)
    for column, id in INDICATORS.items():
        indicator, score = room.catalogue.indicator_by_id[id], standing.scores[id]
        tip = wording.number(score.mean, score.unit, language, indicator.digits)
        cells[column] = Cell(grid.banded(standing, indicator, language), score.mean, tip)
    idle = standing.idle
    reasons = [] if idle is None else [one.reason_zh if language == "zh" else one.reason_en for one in idle]
    cells[T.idle] = Cell("…", NO_NUMBER) if idle is None else Cell(str(len(idle)), float(len(idle)), "\n".join(reasons))
    said = [*words.remarks(room, standing, language), *(one.get(language) for one in table.notices)]
    cells[T.remarks] = Cell(wording.joined(said, language), float(len(said)), "\n".join(said))
    return tuple(cells[column] for column in T)
