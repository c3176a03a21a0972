"""The two headline scores and durability under each worldview, side by side."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from dealbuilder.report import wording
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import RESTYLING, row_height, sized, tip
from dealbuilder.ui.widgets.heads import put_heads

COLUMNS = ("supply_restored", "leadership_cost", "alive_60")


class ReadingsTable(QTableWidget):
    """One row a worldview; the one the deal is read under is bold and marked. `chosen` carries an indicator's id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setObjectName("readingsTable")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionsClickable(False)
        self.cellActivated.connect(self._choose)
        self.cellClicked.connect(self._choose)

    def show_readings(self, state: State) -> None:
        """Show the readings of an evaluation; a first answer has none, so the last ones stay until the full one."""
        if state.evaluation is not None and not state.evaluation.final and self.rowCount():
            return
        readings = state.evaluation.readings if state.evaluation is not None else ()
        self.setVisible(bool(readings))
        if not readings:
            return
        language, known = state.language, state.catalogue.worldview_by_id
        self.setAccessibleName(self.tr("Scores under each worldview"))
        heads = [
            self.tr("Worldview"),
            self.tr("Supply"),
            self.tr("Cost"),
            self.tr("Alive, month 60"),
        ]
        put_heads(self, heads)
        self.setRowCount(len(readings))
        for row, reading in enumerate(readings):
            name = known[reading.worldview].label.get(language) if reading.worldview in known else reading.worldview
            own = reading.worldview == state.document.assumptions.worldview
            texts = [
                f"● {name}" if own else name,
                wording.number(reading.supply_restored, "%", language),
                wording.number(reading.leadership_cost, "index points", language),
                wording.number(reading.alive_60, "%", language, 0),
            ]
            for column, text in enumerate(texts):
                item = self.item(row, column) or QTableWidgetItem()
                item.setText(text)
                item.setFont(sized(0.95, bold=own))
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if reading.worldview in known:
                    item.setToolTip(tip(known[reading.worldview].summary.get(language)))
                if self.item(row, column) is None:
                    self.setItem(row, column, item)
        self._fit()

    def _choose(self, row: int, column: int) -> None:
        if column:
            self.chosen.emit(COLUMNS[column - 1])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._fit()

    def _fit(self) -> None:
        for row in range(self.rowCount()):
            self.setRowHeight(row, row_height(self, 1.35))
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 4)
