"""The catalogue's assumptions as a table: value, range, grade, source, and what this deal changed."""

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from dealbuilder.model.parameter import Parameter
from dealbuilder.report import wording
from dealbuilder.ui.state import State

Index = QModelIndex | QPersistentModelIndex
DIGITS = 2
ROOT = QModelIndex()
translate = QCoreApplication.translate


class ParameterModel(QAbstractTableModel):
    """Rows are parameters; the id stands under UserRole."""

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._changes = {change.parameter: change for change in state.document.assumptions.changes}
        self._rows = [self._row(parameter) for parameter in state.catalogue.parameters]
        self._ids = [parameter.id for parameter in state.catalogue.parameters]
        self._heads = (
            self.tr("Block"),
            self.tr("Assumption"),
            self.tr("Value"),
            self.tr("Range"),
            self.tr("In this deal"),
            self.tr("Grade"),
            self.tr("Source"),
        )

    def _row(self, parameter: Parameter) -> tuple[str, ...]:
        language = self._state.language
        sources = self._state.catalogue.source_by_id
        change = self._changes.get(parameter.id)
        titles = [sources[r.source].title if r.source in sources else r.source for r in parameter.references]
        unit = wording.unit(parameter.unit, language)
        unit = f" {unit}" if unit else ""
        span = (
            f"{parameter.low:g} - {parameter.high:g}{unit}" if parameter.distribution != "fixed" else self.tr("fixed")
        )
        return (
            topic(parameter.topic),
            parameter.label.get(language),
            f"{parameter.value:g}{unit}",
            span,
            f"{change.value:g}{unit}" if change else "",
            parameter.grade,
            "; ".join(dict.fromkeys(titles)) or self.tr("judgement"),
        )

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return how many parameters there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return a cell's text, or the parameter's id under UserRole."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return self._ids[index.row()] if role == Qt.ItemDataRole.UserRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Return a column's head."""
        wanted = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if wanted else None


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
    }
    return names.get(id, id)
