"""The clauses that can be staged: a tick, the clause, whom it is matched with, and its tranche."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from dealbuilder.analysis.resolve import Known
from dealbuilder.analysis.tranches import Pair, Staged
from dealbuilder.model.text import Language
from dealbuilder.ui.icons import icon
from dealbuilder.ui.widgets.appearance import colour, em, tip
from dealbuilder.ui.widgets.heads import put_heads
from dealbuilder.ui.widgets.side_words import side_names

CLAUSE, SIDE, MATCHED, TRANCHE = range(4)
ROWS = 9
"""Rows shown at once; more are scrolled to."""
LINE = 1.9
"""Height of a row in lines of text."""


class TrancheTable(QTableWidget):
    """A row a clause, the United States first. `ticked` when a tick changes, `placed` with (measure, tranche)."""

    ticked = Signal()
    placed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().setVisible(False)
        modes = QHeaderView.ResizeMode
        for column, mode in ((CLAUSE, modes.Stretch), (SIDE, modes.ResizeToContents), (MATCHED, modes.Stretch)):
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.horizontalHeader().setSectionResizeMode(TRANCHE, modes.Fixed)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._ids: tuple[str, ...] = ()
        self._titles: dict[str, str] = {}
        self._unticked: set[str] = set()
        self.itemChanged.connect(self._changed)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the measures of the ticked clauses."""
        return tuple(id for id in self._ids if id not in self._unticked)

    def show_clauses(self, known: tuple[Known, ...], language: Language) -> None:
        """Show other clauses; what was unticked before stays so."""
        with QSignalBlocker(self):
            ordered = sorted(known, key=lambda one: one.measure.side != "us")
            self._ids = tuple(one.clause.measure for one in ordered)
            self._unticked &= set(self._ids)
            self._titles = {one.clause.measure: one.measure.title.get(language) for one in ordered}
            names = side_names()
            self.setRowCount(len(ordered))
            for row, one in enumerate(ordered):
                item = QTableWidgetItem(self._titles[one.clause.measure])
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
                )
                off = one.clause.measure in self._unticked
                item.setCheckState(Qt.CheckState.Unchecked if off else Qt.CheckState.Checked)
                item.setToolTip(tip(item.text()))
                self.setItem(row, CLAUSE, item)
                self.setItem(row, SIDE, QTableWidgetItem(names[one.measure.side]))
                self.setItem(row, MATCHED, QTableWidgetItem(""))
                self.removeCellWidget(row, TRANCHE)
                self.setRowHeight(row, round(em(self) * LINE))
        shown = min(max(len(ordered), 1), ROWS)
        self.setFixedHeight(round(em(self) * LINE * (shown + 1)) + 2 * self.frameWidth() + em(self))

    def show_plan(self, made: Staged, months: tuple[int, ...]) -> None:
        """Show pairs and tranches of a plan."""
        mark = icon("link", colour(self, "accent"), colour(self, "muted"))
        with QSignalBlocker(self):
            for row, id in enumerate(self._ids):
                pair = next((pair for pair in made.pairs if id in (pair.us, pair.china)), None)
                matched = self.item(row, MATCHED)
                if matched is not None:
                    linked = pair is not None and pair.linked
                    matched.setText(self._matched(pair, id))
                    matched.setIcon(mark if linked else QIcon())
                    matched.setToolTip(self.tr("These two mirror each other in the catalogue.") if linked else "")
                self._show_tranche(row, id, made.tranche.get(id), months)

    def _matched(self, pair: Pair | None, id: str) -> str:
        if pair is None:
            return ""
        other = pair.china if pair.us == id else pair.us
        return self._titles[other] if other else self.tr("no clause left to match")

    def _show_tranche(self, row: int, id: str, tranche: int | None, months: tuple[int, ...]) -> None:
        if tranche is None or len(months) < 2:
            self.removeCellWidget(row, TRANCHE)
            return
        box = self.cellWidget(row, TRANCHE)
        texts = [self.tr("{n} (month {month})").format(n=n + 1, month=month) for n, month in enumerate(months)]
        if not isinstance(box, QComboBox) or [box.itemText(at) for at in range(box.count())] != texts:
            box = QComboBox()
            box.addItems(texts)
            box.setProperty("measure", id)
            box.setAccessibleName(self.tr("Tranche of {clause}").format(clause=self._titles[id]))
            box.activated.connect(self._place)
            self.setCellWidget(row, TRANCHE, box)
            self.setColumnWidth(TRANCHE, max(self.columnWidth(TRANCHE), box.sizeHint().width() + em(self)))
        with QSignalBlocker(box):
            box.setCurrentIndex(tranche)

    def _changed(self, item: QTableWidgetItem) -> None:
        if item.column() != CLAUSE:
            return
        id = self._ids[item.row()]
        (self._unticked.discard if item.checkState() == Qt.CheckState.Checked else self._unticked.add)(id)
        self.ticked.emit()

    def _place(self, index: int) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self.placed.emit((box.property("measure"), index))

    def head(self) -> None:
        """Write the header anew."""
        self.setAccessibleName(self.tr("Clauses to stage"))
        heads = (self.tr("Clause"), self.tr("Side"), self.tr("Matched with"), self.tr("Tranche"))
        put_heads(self, heads)
