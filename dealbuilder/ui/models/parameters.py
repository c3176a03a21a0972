"""The assumptions as a table: what counts now, range, grade, importance, the catalogue's value, who and why."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from dealbuilder.report import wording
from dealbuilder.report.theme import Theme
from dealbuilder.ui import icons
from dealbuilder.ui.models.assumption_rows import AssumptionRow, assumption_rows, bare, said_by, span, whole
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import sized, tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
SORT = int(Role.UserRole) + 1
ROOT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
DIGITS = 2
CHANGED = "●"
"""Stands before what the deal changed."""
translate = QCoreApplication.translate


class C(IntEnum):
    """Columns."""

    topic = 0
    label = 1
    now = 2
    span = 3
    unit = 4
    grade = 5
    importance = 6
    catalogue = 7
    why = 8
    restore = 9


NUMBERS = (C.now, C.span, C.importance, C.catalogue)


class ParameterModel(QAbstractTableModel):
    """Rows are parameters; the id stands under UserRole, what a column sorts by under SORT."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self.rows: tuple[AssumptionRow, ...] = ()
        self._topics: tuple[str, ...] = ()
        self._weights: dict[str, float] = {}
        self._effect = ""
        self._undo, self._warn = QIcon(), QIcon()
        self._inks = (QColor(), QColor())

    def show_state(self, state: State) -> None:
        """Show the assumptions of a state; rows that stay keep their selection."""
        rows = assumption_rows(state)
        same = [row.id for row in rows] == [row.id for row in self.rows]
        if not same:
            self.beginResetModel()
        self._state, self.rows = state, rows
        self._topics = tuple(dict.fromkeys(row.topic for row in rows))
        if same:
            self._renewed()
        else:
            self.endResetModel()

    def weigh(self, weights: dict[str, float], indicator: str) -> None:
        """Show signed rank correlations by parameter id with an indicator, given by its label."""
        self._weights, self._effect = weights, indicator
        self._renewed()

    def ink(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._undo = icons.icon("undo", *icons.inks(theme))
        for size in icons.SIZES:
            self._undo.addPixmap(icons.picture("undo", QColor(theme.on_accent), size), QIcon.Mode.Selected)
        self._warn = icons.icon("warn", QColor(theme.warn), QColor(theme.border))
        self._inks = (QColor(theme.warn), QColor(theme.muted))
        self._renewed()

    def row(self, id: str) -> AssumptionRow | None:
        """Return the row of a parameter."""
        return next((row for row in self.rows if row.id == id), None)

    def _renewed(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(C) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many parameters there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(C)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return what a cell shows, says, sorts by or looks like."""
        row, column = self.rows[index.row()], C(index.column())
        match role:
            case Role.DisplayRole:
                return self._text(row, column)
            case Role.ToolTipRole:
                return tip(self._tip(row, column))
            case Role.AccessibleTextRole:
                return self._said(row, column)
            case Role.UserRole:
                return row.id
            case Role.TextAlignmentRole:
                return RIGHT if column in NUMBERS else LEFT
            case Role.FontRole:
                return sized(bold=True) if row.change and column in (C.label, C.now) else None
            case Role.ForegroundRole:
                return self._inks[0] if row.wrong and column == C.now else self._faint(row, column)
            case Role.DecorationRole:
                return self._sign(row, column)
            case _:
                return self._sort(row, column) if role == SORT else None

    def _faint(self, row: AssumptionRow, column: C) -> QColor | None:
        return self._inks[1] if column == C.catalogue and not row.change and not row.view else None

    def _sign(self, row: AssumptionRow, column: C) -> QIcon | None:
        if column == C.restore and row.change:
            return self._undo
        return self._warn if column == C.now and row.wrong else None

    def _text(self, row: AssumptionRow, column: C) -> str:
        assert self._state is not None
        language, shipped = self._state.language, row.parameter
        match column:
            case C.topic:
                return topic(row.topic)
            case C.label:
                return f"{CHANGED} {row.label}" if row.change else row.label
            case C.now:
                return bare(row.now.value, row.unit, language) if row.now else wording.EN_DASH
            case C.span:
                return span(row.now, row.unit, language) if row.now else wording.EN_DASH
            case C.unit:
                return wording.unit(row.unit, language)
            case C.grade:
                return shipped.grade if shipped else wording.EN_DASH
            case C.importance:
                return weight(self._weights.get(row.id, 0.0))
            case C.catalogue:
                return bare(shipped.value, row.unit, language) if shipped else wording.EN_DASH
            case C.why:
                return row.wrong or said_by(row)
            case C.restore:
                return ""

    def _tip(self, row: AssumptionRow, column: C) -> str:
        language = self._state.language if self._state else "en"
        if column == C.restore:
            return self.tr("Restore the catalogue's value (Delete)") if row.change else ""
        if column == C.importance:
            value = self._weights.get(row.id, 0.0)
            more = (
                self.tr("More of it goes with more of: {0}")
                if value > 0
                else self.tr("More of it goes with less of: {0}")
            )
            return more.format(self._effect) if value else self.tr("No more than chance could give")
        if column == C.catalogue and row.rest and row.parameter:
            if row.view:
                return self.tr("World {name}: {value}").format(name=row.view, value=whole(row.rest, row.unit, language))
            return whole(row.rest, row.unit, language)
        return self._text(row, column)

    def _said(self, row: AssumptionRow, column: C) -> str:
        """Return a cell as a screen reader says it: with the name of its column, and whether it is changed."""
        if column == C.restore:
            return self.tr("Changed in this deal; Delete restores it") if row.change else ""
        text = row.label if column == C.label else self._text(row, column) or wording.EN_DASH
        return text if column == C.label else f"{heads()[column]}: {text}"

    def _sort(self, row: AssumptionRow, column: C) -> float | str:
        match column:
            case C.topic:
                return float(self._topics.index(row.topic))
            case C.now:
                return row.now.value if row.now else float("inf")
            case C.importance:
                return abs(self._weights.get(row.id, 0.0))
            case C.catalogue:
                return row.parameter.value if row.parameter else float("inf")
            case C.restore:
                return 0.0 if row.change else 1.0
            case C.label:
                return row.label.casefold()
            case _:
                return self._text(row, column).casefold()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return a column's head."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return RIGHT if C(section) in NUMBERS else LEFT
        return heads()[C(section)] if role in (Role.DisplayRole, Role.ToolTipRole) else None


def weight(value: float) -> str:
    """Return a signed rank correlation as importance, with the direction in which it works."""
    return f"{abs(value):.{DIGITS}f} {'↑' if value > 0 else '↓'}" if value else wording.EN_DASH


def heads() -> dict[C, str]:
    """Return the heads of the columns."""
    return {
        C.topic: translate("ParameterModel", "Block"),
        C.label: translate("ParameterModel", "Assumption"),
        C.now: translate("ParameterModel", "In force"),
        C.span: translate("ParameterModel", "Range"),
        C.unit: translate("ParameterModel", "Unit"),
        C.grade: translate("ParameterModel", "Grade"),
        C.importance: translate("ParameterModel", "Importance"),
        C.catalogue: translate("ParameterModel", "Catalogue"),
        C.why: translate("ParameterModel", "Who and why"),
        C.restore: "",
    }


def topic(id: str) -> str:
    """Return the name of a block of the model."""
    names = {
        "licensing": translate("topics", "Licensing"),
        "supply": translate("topics", "Supply"),
        "derisking": translate("topics", "Derisking"),
        "technology": translate("topics", "Technology"),
        "industry": translate("topics", "Industry"),
        "durability": translate("topics", "Durability"),
        "scoring": translate("topics", "Scoring"),
        "": translate("topics", "Unknown"),
    }
    return names.get(id, id)
