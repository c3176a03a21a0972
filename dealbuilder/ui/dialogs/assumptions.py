"""Assumptions and sources, to read: every parameter with value, range, grade and source, and every fact on record."""

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.ui.intents import ShowSource
from dealbuilder.ui.models.parameters import ParameterModel
from dealbuilder.ui.state import State

WIDE_COLUMNS = (1, 6)
"""Assumption and source take what room there is."""


class AssumptionsDialog(QDialog):
    """`intent` carries a ShowSource for what was chosen."""

    intent = Signal(object)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Assumptions and sources"))
        view = state.catalogue.worldview_by_id.get(state.document.assumptions.worldview)
        said = QLabel(
            self.tr("World: {name}. {summary}").format(
                name=view.label.get(state.language), summary=view.summary.get(state.language)
            )
            if view
            else ""
        )
        said.setWordWrap(True)
        changed = len(state.document.assumptions.changes)
        differs = QLabel(self.tr("%n assumption(s) differ from the catalogue in this deal.", "", changed))
        differs.setProperty("muted", True)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(self.tr("Search assumptions and facts"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.tabs = QTabWidget()
        self.table = self._table(state)
        self.facts = self._facts(state)
        self.tabs.addTab(self.table, self.tr("Assumptions of the model"))
        self.tabs.addTab(self.facts, self.tr("Facts on record"))
        self.filter.textChanged.connect(self._search)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, differs, self.filter):
            column.addWidget(widget)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 150, metrics.height() * 36)

    def _table(self, state: State) -> QTableView:
        table = QTableView()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(ParameterModel(state, self))
        self._sorted.setFilterKeyColumn(-1)
        self._sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        table.setModel(self._sorted)
        table.setSortingEnabled(True)
        table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in WIDE_COLUMNS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.setAccessibleName(self.tr("Assumptions of the model"))
        table.activated.connect(self._open_parameter)
        return table

    def _facts(self, state: State) -> QListWidget:
        facts = QListWidget()
        facts.setWordWrap(True)
        facts.setAlternatingRowColors(True)
        facts.setAccessibleName(self.tr("Facts on record"))
        for fact in state.catalogue.facts:
            rival = self.tr(" (sources disagree)") if fact.disagrees_with else ""
            text = f"{fact.claim.get(state.language)}  [{fact.as_of}, {fact.grade}]{rival}"
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, fact.id)
            facts.addItem(item)
        facts.itemActivated.connect(self._open_fact)
        return facts

    def _search(self, text: str) -> None:
        self._sorted.setFilterFixedString(text)
        for row in range(self.facts.count()):
            item = self.facts.item(row)
            item.setHidden(text.casefold() not in item.text().casefold())

    def _open_parameter(self, index: QModelIndex) -> None:
        self.intent.emit(ShowSource("parameter", index.data(Qt.ItemDataRole.UserRole)))

    def _open_fact(self, item: QListWidgetItem) -> None:
        self.intent.emit(ShowSource("fact", item.data(Qt.ItemDataRole.UserRole)))
