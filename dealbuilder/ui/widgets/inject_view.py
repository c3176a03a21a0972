"""The card of an inject on screen: its words, what it shifts, and its effect through time once a job has found it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.inject_effect import Effect
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import inject_moves
from dealbuilder.report.inject_card import Card
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em, redress, tip
from dealbuilder.ui.widgets.detail_chart import DetailChart
from dealbuilder.ui.widgets.figure_table import FigureTable
from dealbuilder.ui.widgets.heads import put_heads

CHART = 10
"""Least height of a chart, in lines of text."""


class InjectView(QScrollArea):
    """Shows one Card, and an Effect below it; nothing is computed here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self.title = Caption(factor=1.3, bold=True)
        self.text = Caption(factor=1.15)
        self.facts = Caption(factor=0.92, role="muted")
        self.warnings = Caption(role="warn")
        self.shifts, self.moves = self._table(), self._table()
        self.reason, self.sources = Caption(factor=0.92), Caption(factor=0.92, role="muted")
        self.status, self.note = Caption(bold=True), Caption(factor=0.88, role="muted")
        self.heads = (Caption(factor=0.92, bold=True), Caption(factor=0.92, bold=True))
        self.charts, self.twins = (DetailChart(), DetailChart()), (FigureTable(), FigureTable())
        self.twin = QPushButton()
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._turn)
        self._lay_out()

    def _table(self) -> QTableWidget:
        table = QTableWidget()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.verticalHeader().setVisible(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return table

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        for part in (self.title, self.text, self.facts, self.warnings, self.shifts, self.reason, self.sources):
            column.addWidget(part)
        column.addWidget(self.status)
        column.addWidget(self.moves)
        pair = QHBoxLayout()
        pair.setSpacing(12)
        for head, chart, table in zip(self.heads, self.charts, self.twins, strict=True):
            half = QVBoxLayout()
            for part, stretch in ((head, 0), (chart, 1), (table, 1)):
                half.addWidget(part, stretch)
            pair.addLayout(half, 1)
        column.addWidget(self.twin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(pair)
        column.addWidget(self.note)
        column.addStretch(1)
        for caption in inside.findChildren(Caption):
            caption.setWordWrap(True)
            caption.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._measure()

    def _measure(self) -> None:
        for chart in (*self.charts, *self.twins):
            chart.setMinimumHeight(CHART * em(self))

    def show_card(self, card: Card | None) -> None:
        """Show the words of an inject; None: that none is chosen."""
        self._card = card
        if card is None:
            self.title.setText(self.tr("No inject is chosen"))
        parts = (self.text, self.facts, self.warnings, self.reason, self.sources)
        for part in (*parts, self.shifts):
            part.setVisible(card is not None)
        if card is None:
            return
        self.title.setText(card.title)
        self.text.setText(card.text)
        self.facts.setText(f"{card.origin} · {card.when}")
        self.warnings.setText("\n".join(card.warnings))
        self.warnings.setVisible(bool(card.warnings))
        heads = (self.tr("What moves"), self.tr("From"), self.tr("To"))
        rows = tuple((shift.label, shift.before, shift.after) for shift in card.shifts)
        self._fill(self.shifts, heads, rows, self.tr("What the inject shifts"))
        self.reason.setText(card.ground)
        self.sources.setText("\n".join(card.sources))
        self.sources.setVisible(bool(card.sources))

    def await_effect(self, said: str) -> None:
        """Say that an effect is being computed, or why there is none; what was shown goes."""
        self.status.setText(said)
        self.status.setVisible(bool(said))
        for part in (self.moves, self.note, self.twin, *self.heads, *self.charts, *self.twins):
            part.setVisible(False)

    def show_effect(self, catalogue: Catalogue, effect: Effect, language: Language) -> None:
        """Show what an inject does: the scores with and without it, and both lines of both charts."""
        self.await_effect("")
        if effect.empty:
            self.await_effect(self.tr("It moves nothing in this deal: no score and no month differs."))
            return
        heads = (self.tr("What it does"), self.tr("Without"), self.tr("With"), self.tr("Change"))
        self._fill(self.moves, heads, inject_moves.headlines(catalogue, effect, language), self.tr("Effect on scores"))
        self.moves.setVisible(True)
        figures = inject_moves.figures(catalogue, effect, language)
        for head, view, table, chart in zip(self.heads, self.charts, self.twins, figures, strict=True):
            without, struck = (line.label for line in chart.lines)
            legend = self.tr("solid: {0}; dashed: {1}").format(struck.lower(), without.lower())
            head.setText(f"{chart.title} ({chart.unit}) · {legend}")
            view.show_chart(chart)
            table.show_figure(chart, language)
            head.setVisible(True)
            self.note.setText(chart.note)
        self.note.setVisible(True)
        self.twin.setVisible(True)
        self._turn(self.twin.isChecked())

    def _turn(self, tables: bool) -> None:
        """Show the months of both charts as tables, or the charts."""
        self.twin.setText(self.tr("As a table"))
        for chart, table in zip(self.charts, self.twins, strict=True):
            chart.setVisible(not tables)
            table.setVisible(tables)

    def _fill(self, table: QTableWidget, heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...], name: str) -> None:
        table.setAccessibleName(name)
        table.setColumnCount(len(heads))
        put_heads(table, heads)
        table.setRowCount(len(rows))
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(tip(text))
                table.setItem(i, j, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit(table)

    def _fit(self, table: QTableWidget) -> None:
        table.resizeRowsToContents()
        rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + rows + 4)

    def changeEvent(self, event: QEvent) -> None:
        """Follow font and palette."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            redress(self)
            self._measure()
            for table in (self.shifts, self.moves):
                self._fit(table)
