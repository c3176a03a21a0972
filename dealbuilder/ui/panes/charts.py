"""The charts pane: small multiples through time, one chart large, the heat map, and the table twin of each."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.model.parties import CLASSES, EndUserClass
from dealbuilder.report import figures
from dealbuilder.report.figure import Chart, Figure, Grid
from dealbuilder.ui.intents import Copy, ShowSource
from dealbuilder.ui.models.read_out import month_words
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em, redress, tip
from dealbuilder.ui.widgets.detail_chart import DetailChart
from dealbuilder.ui.widgets.figure_table import FigureTable, as_text
from dealbuilder.ui.widgets.fold import fold
from dealbuilder.ui.widgets.heat_view import HeatView
from dealbuilder.ui.widgets.icon_button import IconButton
from dealbuilder.ui.widgets.multiples import Multiples
from dealbuilder.ui.widgets.soon import FRAME, soon
from dealbuilder.ui.widgets.whole_choice import tell_whole

HEAT = "heat:"
FIRST = "supply"


class ChartsPane(QWidget):
    """Shows figures of the evaluation. Emits Copy and ShowSource; `show_chart` answers the ShowChart intent."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chartsPane")
        self._state: State | None = None
        self._charts: dict[str, Chart] = {}
        self._rest = soon(self, FRAME, self._follow)
        self._shown = FIRST
        self._owed = False
        self.picker = QComboBox()
        self.picker.setMinimumWidth(8 * em(self))
        self.picker.activated.connect(self._pick)
        tell_whole(self.picker)
        self.classes: dict[EndUserClass, QToolButton] = {klass: self._chip() for klass in CLASSES}
        self.table_button, self.copy = IconButton("table"), IconButton("copy")
        self.source = IconButton("source", role="muted")
        self.table_button.setCheckable(True)
        self.table_button.toggled.connect(self._switch)
        self.copy.clicked.connect(self._copy)
        self.source.clicked.connect(self._open_source)
        self.readout = Caption(factor=0.88, role="muted")
        self.multiples, self.detail = Multiples(), DetailChart()
        self.heat, self.table = HeatView(), FigureTable()
        self.multiples.chosen.connect(self.show_chart)
        self.detail.pointed.connect(self._read_out)
        self.heat.chosen.connect(self._open_cell)
        self._stack = QStackedWidget()
        for page in (self.detail, self.heat, self.table):
            self._stack.addWidget(page)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.addWidget(self.multiples)
        self._halves.addWidget(self._stack)
        self._halves.setStretchFactor(0, 3)
        self._halves.setStretchFactor(1, 2)
        self._halves.setChildrenCollapsible(False)
        self._halves.setSizes([600, 400])
        self._lay_out()
        self._retranslate()

    def _chip(self) -> QToolButton:
        chip = QToolButton()
        chip.setCheckable(True)
        chip.setProperty("chip", True)
        chip.clicked.connect(self._pick_class)
        return chip

    def _lay_out(self) -> None:
        self._bar, chosen, read = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout(), QHBoxLayout()
        chosen.addWidget(self.picker)
        for chip in self.classes.values():
            chosen.addWidget(chip)
        read.addWidget(self.readout, 1)
        for button in (self.table_button, self.copy, self.source):
            read.addWidget(button)
        for row, share in ((chosen, 0), (read, 1)):
            row.setSpacing(4)
            self._bar.addLayout(row, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(3)
        column.addLayout(self._bar)
        column.addWidget(self._halves, 1)

    def show_state(self, old: State | None, new: State) -> None:
        """Show a state; figures are made anew only for another answer, language or catalogue."""
        self._state = new
        if old is None or old.catalogue is not new.catalogue or old.language != new.language:
            self._fill_picker(new)
        same = old is not None and all(
            getattr(old, name) is getattr(new, name) for name in ("evaluation", "language", "catalogue")
        )
        if not same and self.isVisible():
            self._renew()
        elif not same:
            self._owed = True

    def settle(self) -> None:
        """Make the large chart ready to be painted before the window is laid out again."""
        if self._stack.currentWidget() is self.detail and self.isVisible():
            self.detail.settle()

    def show_chart(self, id: str) -> None:
        """Show one series large, or a heat map ("heat:civil")."""
        self._shown = id
        self.picker.setCurrentIndex(max(self.picker.findData(HEAT if id.startswith(HEAT) else id), 0))
        self.multiples.set_current(id)
        self._show_detail()

    def shown(self) -> str:
        """Return the id of what is shown large."""
        return self._shown

    def figure(self) -> Figure | None:
        """Return the figure shown large, or None without an evaluation."""
        state = self._state
        if state is None or state.evaluation is None:
            return None
        if self._shown.startswith(HEAT):
            klass: EndUserClass = next(klass for klass in CLASSES if self._shown == HEAT + klass)
            return figures.heat_grid(state.catalogue, state.evaluation, klass, state.language)
        return self._charts.get(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or take another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in RESTYLING:
            redress(self)
            self.picker.setMinimumWidth(8 * em(self))

    def showEvent(self, event: QShowEvent) -> None:
        """Make the figures that were owed while nobody could see them."""
        super().showEvent(event)
        if self._owed:
            self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the large chart beside the small ones, or below them where the pane is narrow."""
        super().resizeEvent(event)
        wide = self.width() > 40 * em(self)
        fold(self._bar, wide)
        self.readout.setWordWrap(not wide)
        self._halves.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)

    def _retranslate(self) -> None:
        self.picker.setAccessibleName(self.tr("Chart shown large"))
        self.table_button.say(self.tr("Show the numbers as a table"))
        self.copy.say(self.tr("Copy the data of this chart"))
        self.source.say(self.tr("Where these numbers come from"))
        if self._state is not None:
            self._fill_picker(self._state)
            self._renew()

    def _fill_picker(self, state: State) -> None:
        self.picker.blockSignals(True)
        self.picker.clear()
        for series in state.catalogue.series:
            if series.chart:
                self.picker.addItem(series.label.get(state.language), series.id)
        self.picker.insertSeparator(self.picker.count())
        self.picker.addItem(self.tr("Heat map: material by end use"), HEAT)
        self.picker.setCurrentIndex(max(self.picker.findData(HEAT if self._shown.startswith(HEAT) else self._shown), 0))
        self.picker.blockSignals(False)
        for klass, chip in self.classes.items():
            try:
                name = state.catalogue.name("classes", klass).label.get(state.language)
            except KeyError:
                name = klass
            chip.setText(name)
            chip.setAccessibleName(self.tr("Heat map of users: {0}").format(name))

    def _renew(self) -> None:
        state = self._state
        if state is None:
            return
        self._owed = False
        # A first answer shows the large chart at once, and the small ones a frame later.
        if state.evaluation is not None and not state.evaluation.final and self._charts:
            if self._shown in self._charts:
                self._charts[self._shown] = self._made(state.evaluation, self._shown)
            self._show_large()
            self._rest.start()
        else:
            self._renew_all()

    def _renew_all(self) -> None:
        self._rest.stop()
        if self._state is not None:
            self._renew_small(self._state, keep=())
            self._show_detail()

    def _follow(self) -> None:
        """Show the small charts and the words of a first answer whose large chart is shown already."""
        if self._state is not None:
            self._renew_small(self._state, keep=(self._shown,))
            self._read_out(self.detail.month())

    def _renew_small(self, state: State, keep: tuple[str, ...]) -> None:
        evaluation, kept = state.evaluation, {id: self._charts[id] for id in keep if id in self._charts}
        self._charts = {}
        if evaluation is not None:
            present = {monthly.id for monthly in evaluation.monthly}
            wanted = [series.id for series in state.catalogue.series if series.chart and series.id in present]
            self._charts = {id: kept.get(id) or self._made(evaluation, id) for id in wanted}
        self.multiples.show_charts(self._charts, self._shown, stale=False)

    def _made(self, evaluation: Evaluation, id: str) -> Chart:
        assert self._state is not None
        return figures.series_chart(self._state.catalogue, evaluation, id, self._state.language)

    def _show_detail(self) -> None:
        figure, heat = self.figure(), self._shown.startswith(HEAT)
        for klass, chip in self.classes.items():
            chip.setVisible(heat)
            chip.setChecked(self._shown == HEAT + klass)
        for button in (self.table_button, self.copy, self.source):
            button.setEnabled(figure is not None)
        self.multiples.setVisible(not heat)
        self._show_large()
        self._stack.setCurrentWidget(
            self.table if self.table_button.isChecked() else self.heat if heat else self.detail
        )
        self._read_out(self.detail.month())

    def _show_large(self) -> None:
        """Show the figure that is shown large, as chart, heat map or table."""
        state, figure = self._state, self.figure()
        if self._shown.startswith(HEAT):
            self.heat.show_grid(figure if isinstance(figure, Grid) else None)
        else:
            self.detail.show_chart(figure if isinstance(figure, Chart) else None)
        if state is not None:
            self.table.show_figure(figure if self.table_button.isChecked() else None, state.language)

    def _read_out(self, month: int | None) -> None:
        figure = self.figure()
        if figure is None:
            self.readout.setText(self.tr("Charts appear with the first score."))
        elif isinstance(figure, Chart) and month is not None and self._state is not None:
            self.readout.setText(month_words(figure, month, self._state.language))
        else:
            self.readout.setText(getattr(figure, "note", "") or figure.title)
        self.readout.setToolTip(tip(figure.alt) if figure is not None else "")

    def _pick(self, row: int) -> None:
        id = self.picker.itemData(row)
        if id is not None:
            self.show_chart(f"{HEAT}{CLASSES[0]}" if id == HEAT else id)

    def _pick_class(self) -> None:
        for klass, chip in self.classes.items():
            if chip is self.sender():
                self.show_chart(HEAT + klass)

    def _switch(self, table: bool) -> None:
        self._show_detail()

    def _copy(self) -> None:
        figure = self.figure()
        if figure is not None and self._state is not None:
            self.intent.emit(Copy(as_text(figure, self._state.language)))

    def _open_source(self) -> None:
        if self._shown.startswith(HEAT):
            index = self.heat.currentIndex()
            self._open_cell((max(index.row(), 0), max(index.column(), 0)))
        else:
            self.intent.emit(ShowSource("series", self._shown))

    def _open_cell(self, place: tuple[int, int]) -> None:
        state = self._state
        if state is None or state.evaluation is None:
            return
        klass = self._shown.removeprefix(HEAT)
        for heat in state.evaluation.heat:
            if heat.klass == klass:
                row, column = place
                self.intent.emit(ShowSource("cell", f"{heat.goods[row]}:{heat.end_uses[column]}:{klass}"))
