"""Outcomes of packages: small charts on one scale a row, each package or its difference from one, and tables."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.compare.answer import Answer
from dealbuilder.model.text import Language
from dealbuilder.report import figures, wording
from dealbuilder.report.compare import grid, multiples, words
from dealbuilder.report.figure import Chart
from dealbuilder.report.phrases import say
from dealbuilder.report.room.grid import Sheet, texts
from dealbuilder.ui.study.comparing.framed import FramedTable
from dealbuilder.ui.study.comparing.pages import headed, tabbed
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.fan_chart import FanChart
from dealbuilder.ui.widgets.figure_table import FigureTable, as_text

CHARTS, SCORES, MONTHS = range(3)
"""Places of the views: small charts, the table of scores, the months of one chart."""
HEIGHT = 7.5
"""Least height of a chart, in lines of text."""


class OutcomesPage(QWidget):
    """Shows an answer; a chart that is chosen opens as a table of its months."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode, self.view, self.every = QComboBox(), QComboBox(), QCheckBox()
        self.stack, self.table, self.months = QStackedWidget(), FramedTable(), FigureTable()
        self.note, self._scroll, self._inside = Caption(role="muted", factor=0.92), QScrollArea(), QWidget()
        self.note.setWordWrap(True)
        self._grid = QGridLayout(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._inside)
        self._answer: Answer | None = None
        self._active: int | None = None
        self._other = 1
        self._language: Language = "en"
        self._sheet: Sheet | None = None
        self.charts: dict[tuple[str, int], FanChart] = {}
        self._figures: dict[tuple[str, int], Chart] = {}
        self._current: tuple[str, int] | None = None
        for page in (self._scroll, self.table, self.months):
            self.stack.addWidget(page)
        above, column = QHBoxLayout(), QVBoxLayout(self)
        for widget in (self.mode, self.view, self.every):
            above.addWidget(widget)
        above.addStretch(1)
        column.addLayout(above)
        column.addWidget(self.stack, 1)
        column.addWidget(self.note)
        self.mode.addItems(["", ""])
        self.view.addItems(["", "", ""])
        self.retranslate()
        self.mode.currentIndexChanged.connect(self._show)
        self.every.toggled.connect(self._show)
        self.view.currentIndexChanged.connect(self._turn)

    def show_answer(self, answer: Answer, other: int, active: int | None, language: Language) -> None:
        """Show outcomes; differences are from package `other`, the one at `active` has a thick outline."""
        self._answer, self._other, self._active, self._language = answer, other, active, language
        self.retranslate()
        self._show()

    def _against(self) -> int | None:
        """Return the package that the others are taken less of; None where each stands for itself."""
        return self._other if self._several() and self.mode.currentIndex() == 1 else None

    def _several(self) -> bool:
        return self._answer is not None and len(self._answer.comparison.packages) > 1

    def _show(self) -> None:
        answer, language = self._answer, self._language
        if answer is None:
            return
        found, against, every = answer.comparison, self._against(), self.every.isChecked()
        self._sheet = sheet = grid.outcomes(found, language, against, "every" if every else "material")
        heads = list(sheet.header)
        if against is None:
            heads[1:] = [headed(one, found, language) for one in found.packages]
            shares = [1.6, *(1.0 for _ in heads[1:])]
        else:
            heads[1:] = [words.ahead_head(language) if place % 2 else head for place, head in enumerate(heads[1:])]
            shares = [1.6, *(0.5 if place % 2 else 1.3 for place, _ in enumerate(heads[1:]))]
        framed = self._active + 1 if self._active is not None and against is None else None
        self.table.show_rows(sheet.title, heads, tuple(texts(sheet, row) for row in sheet.rows), shares, framed)
        shown: dict[str, tuple[Chart, ...]] = {}
        for id in multiples.series(found, every=every):
            shown[id] = (
                multiples.levels(found, id, language)
                if against is None
                else multiples.apart(found, id, against, language)
            )
        self._build(shown, [place for place in range(len(found.packages)) if place != against])
        self._turn(self.view.currentIndex())

    def _build(self, shown: dict[str, tuple[Chart, ...]], places: list[int]) -> None:
        """Lay out a heading and charts for each series."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.charts, self._figures = {}, {}
        assert self._answer is not None
        found, line = self._answer.comparison, 0
        for id, charts in shown.items():
            known = figures.series_of(found.catalogue, id)
            self._grid.addWidget(Caption(known.label.get(self._language), bold=True), line, 0, 1, max(len(charts), 1))
            for column, (place, chart) in enumerate(zip(places, charts, strict=True)):
                small = FanChart()
                small.show_chart(chart)
                small.set_current(place == self._active)
                small.setObjectName(f"{id}:{place}")
                small.setMinimumHeight(round(HEIGHT * em(self)))
                small.chosen.connect(self._choose)
                self._grid.addWidget(small, line + 1, column)
                self.charts[id, place], self._figures[id, place] = small, chart
            line += 2
        self._grid.setRowStretch(line, 1)
        if self._current not in self._figures:
            self._current = next(iter(self._figures), None)

    def _choose(self) -> None:
        sender = self.sender()
        if sender is not None:
            id, _, place = sender.objectName().rpartition(":")
            self._current = (id, int(place))
            self.view.setCurrentIndex(MONTHS)

    def _turn(self, view: int) -> None:
        self.stack.setCurrentIndex(max(view, 0))
        chart = self._figures.get(self._current) if self._current is not None else None
        self.months.show_figure(chart, self._language)
        self.note.setText(self._note(view, chart))

    def _note(self, view: int, chart: Chart | None) -> str:
        if self._answer is None:
            return ""
        found, said = self._answer.comparison, []
        if view == MONTHS and chart is not None:
            said.append(wording.ended(f"{chart.title}, {chart.unit}" if chart.unit else chart.title, self._language))
        if view != SCORES:
            return wording.joined([*said, chart.note if chart else ""], self._language)
        if len(found.packages) > 1:
            left = len(found.outcomes) - len(grid.shown(found))
            if left and not self.every.isChecked():
                key = "compare.outcomes_trifles_one" if left == 1 else "compare.outcomes_trifles_many"
                said.append(say(key, self._language, count=left))
            said.append(say("compare.ahead_note", self._language))
        return wording.joined(said, self._language)

    def copied(self) -> str:
        """Return the table in front for the clipboard: months of one chart, or scores."""
        chart = self._figures.get(self._current) if self._current is not None else None
        if self.view.currentIndex() == MONTHS and chart is not None:
            return as_text(chart, self._language)
        return tabbed(self._sheet) if self._sheet is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew."""
        several = self._several()
        other = self._answer.comparison.packages[self._other].name if self._answer and several else ""
        less = self.tr("Each less “{name}”").format(name=other) if other else self.tr("Difference")
        self.mode.setItemText(0, self.tr("Each package"))
        self.mode.setItemText(1, less)
        self.mode.setEnabled(several)
        for place, name in enumerate(
            (self.tr("Small charts"), self.tr("Table of scores"), self.tr("Months of a chart"))
        ):
            self.view.setItemText(place, name)
        self.every.setText(self.tr("All scores and series"))
        self.mode.setAccessibleName(self.tr("Packages or differences"))
        self.view.setAccessibleName(self.tr("Charts or tables"))
        self._scroll.setAccessibleName(self.tr("Small charts"))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
