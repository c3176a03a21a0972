"""Which assumptions the table shows: by kind, by block of the model, by words."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from dealbuilder.ui.models.assumption_rows import AssumptionRow
from dealbuilder.ui.models.parameters import SORT, ParameterModel, said_by, topic

KINDS = ("all", "cited", "judgement", "changed")


class ParameterFilter(QSortFilterProxyModel):
    """Filters and sorts a ParameterModel."""

    def __init__(self, model: ParameterModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kind, self._topic, self._words = "all", "", ()
        self.setSortRole(SORT)
        self.setSourceModel(model)

    def choose(self, *, kind: str | None = None, topic: str | None = None, words: str | None = None) -> None:
        """Show another kind (one of KINDS), another block ("" for all), or rows that hold all these words."""
        self.beginFilterChange()
        self._kind = self._kind if kind is None else kind
        self._topic = self._topic if topic is None else topic
        self._words = self._words if words is None else tuple(words.casefold().split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; its head says so."""
        super().sort(column, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a column's head, that of the sorted column with the order in which it sorts.

        Qt's own arrow covers the words of a head that stands to the right.
        """
        head = super().headerData(section, orientation, role)
        if role != Qt.ItemDataRole.DisplayRole or section != self.sortColumn() or not head:
            return head
        return f"{head} {'▲' if self.sortOrder() == Qt.SortOrder.AscendingOrder else '▼'}"

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether a row is shown."""
        row = self._model.rows[source_row]
        if not of_kind(row, self._kind) or (self._topic and row.topic != self._topic):
            return False
        said = f"{row.label} {row.id} {topic(row.topic)} {said_by(row)}".casefold() if self._words else ""
        return all(word in said for word in self._words)


def of_kind(row: AssumptionRow, kind: str) -> bool:
    """Say whether a row belongs to a kind."""
    if kind == "changed":
        return row.change is not None
    return kind == "all" or (row.parameter is not None and row.cited == (kind == "cited"))
