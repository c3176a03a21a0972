"""The clause matrix as a model: a row a measure, summary columns first, then a column a table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from dealbuilder.analysis.room.matrix import Line
from dealbuilder.analysis.room.standing import COST, SUPPLY, Room, Standing
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.room import grid
from dealbuilder.report.theme import Theme
from dealbuilder.ui.widgets.appearance import side_role, tip

Index = QModelIndex | QPersistentModelIndex
SUMMARY = 6
"""Columns before those of the tables: side, clause, touched, lowest, mean, highest."""
COUNTED = (2, 4)
"""Those of them that hold numbers."""


class MatrixRows(QAbstractTableModel):
    """Shows the lines of a room, or only those in which its tables differ."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._room: Room | None = None
        self._lines: tuple[Line, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._header: tuple[str, ...] = ()
        self._inks: dict[str, QColor] = {}

    def show_room(self, room: Room | None, language: Language, differing: bool, theme: Theme) -> None:
        """Show a room; None empties the matrix."""
        self.beginResetModel()
        self._room = room
        self._inks = {side: QColor(theme.colour(side_role(side))) for side in ("us", "china")}
        if room is None:
            self._lines, self._rows, self._header = (), (), ()
        else:
            sheet = grid.matrix(room, language, differing=differing)
            self._lines = tuple(line for line in room.lines if not (differing and line.same))
            self._rows = tuple(grid.texts(sheet, row) for row in sheet.rows)
            tables = (_head(one, room, language) for one in room.standings)
            self._header = (*sheet.header[:SUMMARY], *tables)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many measures are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return len(self._header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """Return the head of a column: for a table its name over its two scores."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self._header):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._header[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in COUNTED else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        text, line = self._rows[row][column], self._lines[row]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._rows[row][1]}, {self._header[column].replace(chr(10), ', ')}: {text or '–'}"
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column in COUNTED else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole:
                return self._inks.get(line.side or "") if column == 0 else None
        return None


def _head(standing: Standing, room: Room, language: Language) -> str:
    """Return a table's name over its supply and its cost."""
    digits = {id: room.catalogue.indicator_by_id[id].digits for id in (SUPPLY, COST)}
    supply = wording.number(standing.supply.mean, standing.supply.unit, language, digits[SUPPLY])
    cost = wording.bare(standing.cost.mean, standing.cost.unit, language, digits[COST])
    return f"{standing.deal.name}\n{supply} · {cost}"
