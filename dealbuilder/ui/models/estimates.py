"""Estimates of one round as a table: who, lowest, likely, highest; typed numbers, judged at once."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from dealbuilder.model.house import PEOPLE, Estimate
from dealbuilder.ui.models import typed_number
from dealbuilder.ui.widgets.appearance import tip

WHO, LOW, LIKELY, HIGH = range(4)
NAME = 200
"""Longest name, characters."""
COVER = "• • •"
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """What one person has typed."""

    who: str = ""
    figures: tuple[str, str, str] = ("", "", "")

    @property
    def blank(self) -> bool:
        """Return whether nothing is typed."""
        return not self.who.strip() and not any(text.strip() for text in self.figures)


class EstimateModel(QAbstractTableModel):
    """One row a person and an empty one below; figures are typed in the unit on screen, `scale` times the channel's."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = [Line()]
        self.scale = 1.0
        self.bounds = (0.0, 1.0)
        """Least and greatest figure, in the channel's unit."""
        self._covered = False

    def cover(self, on: bool) -> None:
        """Hide the figures that are complete, so that the next person is not led by them."""
        self._covered = on
        self._all_changed()

    def _all_changed(self) -> None:
        self.dataChanged.emit(self.index(0, WHO), self.index(len(self._lines) - 1, HIGH))

    def judge_by(self, scale: float, bounds: tuple[float, float]) -> None:
        """Read what is typed in another unit and hold it against other bounds."""
        self.scale, self.bounds = scale, bounds
        self._all_changed()

    def fill(self, estimates: tuple[Estimate, ...]) -> None:
        """Show estimates that were made before."""
        self.beginResetModel()
        self._lines = [
            Line(one.who, tuple(typed_number.write(v * self.scale) for v in (one.low, one.likely, one.high)))  # pyright: ignore[reportArgumentType]
            for one in estimates
        ]
        self._lines.append(Line())
        self.endResetModel()

    def name(self, people: tuple[str, ...]) -> None:
        """Offer the people of an earlier round, unless somebody has begun."""
        if all(line.blank for line in self._lines):
            self.beginResetModel()
            self._lines = [*(Line(who) for who in people), Line()]
            self.endResetModel()

    def people(self) -> tuple[str, ...]:
        """Return who has a row."""
        return tuple(line.who for line in self._lines if not line.blank)

    def estimates(self) -> tuple[Estimate, ...]:
        """Return the estimates that are whole and possible."""
        return tuple(one for line in self._lines if (one := self._read(line)[0]) is not None)

    def faults(self) -> tuple[str, ...]:
        """Return a sentence for each row that is begun and no estimate yet."""
        return tuple(said for line in self._lines if not line.blank and (said := self._read(line)[1]))

    def _read(self, line: Line) -> tuple[Estimate | None, str]:
        who = line.who.strip() or QCoreApplication.translate("EstimateModel", "A row without a name")
        figures: list[float] = []
        for text in line.figures:
            number, said = typed_number.read(text)
            if number is None:
                missing = QCoreApplication.translate("EstimateModel", "a figure is missing.")
                return None, f"{who}: {said or missing}"
            figures.append(number / self.scale)
        low, likely, high = figures
        if not low <= likely <= high:
            words = QCoreApplication.translate("EstimateModel", "the likely figure must lie between the other two.")
            return None, f"{who}: {words}"
        if low < self.bounds[0] or high > self.bounds[1]:
            words = QCoreApplication.translate("EstimateModel", "figures lie between {low} and {high}.")
            ends = [typed_number.write(end * self.scale) for end in self.bounds]
            return None, f"{who}: {words.format(low=ends[0], high=ends[1])}"
        return Estimate(who=line.who.strip()[:NAME], low=low, likely=likely, high=high), ""

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the rows."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the columns."""
        return 0 if parent.isValid() else HIGH + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (
            QCoreApplication.translate("EstimateModel", "Who"),
            QCoreApplication.translate("EstimateModel", "Lowest"),
            QCoreApplication.translate("EstimateModel", "Likely"),
            QCoreApplication.translate("EstimateModel", "Highest"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, what an editor starts from, or what is wrong with its row."""
        line = self._lines[index.row()]
        text = line.who if index.column() == WHO else line.figures[index.column() - LOW]
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            hide = self._covered and index.column() != WHO and self._read(line)[0] is not None
            return COVER if hide else text
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            said = "" if line.blank else self._read(line)[1]
            return tip(said) if role == Qt.ItemDataRole.ToolTipRole else said
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; the last row grows a new one below it, up to the most people."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        row, line, text = index.row(), self._lines[index.row()], str(value)[:NAME]
        if index.column() == WHO:
            self._lines[row] = Line(text, line.figures)
        else:
            figures = list(line.figures)
            figures[index.column() - LOW] = text
            self._lines[row] = Line(line.who, (figures[0], figures[1], figures[2]))
        self.dataChanged.emit(self.index(row, WHO), self.index(row, HIGH))
        if row == len(self._lines) - 1 and not self._lines[row].blank and len(self._lines) < PEOPLE:
            self.beginInsertRows(NOWHERE, row + 1, row + 1)
            self._lines.append(Line())
            self.endInsertRows()
        return True

    def remove(self, row: int) -> None:
        """Take a person out; the empty last row stays."""
        if 0 <= row < len(self._lines) - 1:
            self.beginRemoveRows(NOWHERE, row, row)
            del self._lines[row]
            self.endRemoveRows()
            self._all_changed()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be typed in."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
