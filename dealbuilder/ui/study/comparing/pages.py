"""The plainer pages of the comparison: clauses that differ, the map, what explains the gap."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dealbuilder.analysis.compare.answer import Answer
from dealbuilder.analysis.compare.comparing import COST, SUPPLY, Compared, Comparison
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.compare import grid, words
from dealbuilder.report.compare.waterfall import waterfall
from dealbuilder.report.figure import Scatter
from dealbuilder.report.phrases import say
from dealbuilder.report.room.grid import Sheet, texts
from dealbuilder.ui.study.comparing.framed import FramedTable
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.figure_table import FigureTable, as_text
from dealbuilder.ui.widgets.figure_view import FigureView
from dealbuilder.ui.widgets.map_page import MapPage
from dealbuilder.ui.widgets.plain_table import PlainTable

BAR, FRAME = 1.75, 3.4
"""Heights in lines of text: of a bar, and of what stands around bars."""


def tabbed(sheet: Sheet) -> str:
    """Return a sheet with tabs between its columns, as a spreadsheet takes it from the clipboard."""
    lines = [sheet.title, "\t".join(" ".join(head.split()) for head in sheet.header)]
    lines += ["\t".join(texts(sheet, row)) for row in sheet.rows]
    return "\n".join(lines) + "\n"


def headed(one: Compared, found: Comparison, language: Language) -> str:
    """Return a package's name over its two headline scores."""
    scores = []
    for id in (SUPPLY, COST):
        known = found.catalogue.indicator_by_id[id]
        write = wording.number if id == SUPPLY else wording.bare
        scores.append(write(one.scores[id].mean, known.unit, language, known.digits))
    return f"{one.name}\n{' · '.join(scores)}"


class ClausesPage(QWidget):
    """Clause by package, only what differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said, self.key = Caption(), Caption(role="muted", factor=0.92)
        self.table = FramedTable()
        self._sheet: Sheet | None = None
        column = QVBoxLayout(self)
        for caption in (self.said, self.key):
            caption.setWordWrap(True)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.key)

    def show_answer(self, answer: Answer, indicator: str, active: int | None, language: Language) -> None:
        """Show what differs; the package at `active` is framed."""
        found, gap = answer.comparison, answer.gap
        self._sheet = sheet = grid.clauses(found, language, gap, indicator)
        count, first = len(found.packages), grid.packages_from(gap)
        heads = list(sheet.header)
        heads[first : first + count] = [headed(one, found, language) for one in found.packages]
        shares = [0.0, 1.2, *(0.0,) * (first - 2), *(1.0,) * count, 0.0]
        rows = tuple(texts(sheet, row) for row in sheet.rows)
        self.table.show_rows(sheet.title, heads, rows, shares, None if active is None else first + active)
        self.table.setVisible(bool(found.rows))
        self.said.setText(wording.joined(list(words.lead(found, language)), language))
        self.key.setText(words.key(found, gap, indicator, language) if found.rows else "")

    def copied(self) -> str:
        """Return the table for the clipboard; empty while there is none."""
        return tabbed(self._sheet) if self._sheet is not None else ""


class WherePage(QWidget):
    """The map, and the same as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map, self.table, self.stack, self.as_table = MapPage(), FigureTable(), QStackedWidget(), QCheckBox()
        self._figure: Scatter | None = None
        self._language: Language = "en"
        self.stack.addWidget(self.map)
        self.stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.addWidget(self.as_table)
        column.addWidget(self.stack, 1)
        self.as_table.toggled.connect(self._turn)
        self.retranslate()

    def show_map(self, figure: Scatter | None, language: Language) -> None:
        """Show a map; None empties the page."""
        self._figure, self._language = figure, language
        self.map.show_map(figure)
        self.table.show_figure(figure, language)

    def _turn(self, as_table: bool) -> None:
        self.stack.setCurrentIndex(1 if as_table else 0)

    def copied(self) -> str:
        """Return the points for the clipboard; empty while there are none."""
        return as_text(self._figure, self._language) if self._figure is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew."""
        self.as_table.setText(self.tr("As a table"))


class GapPage(QWidget):
    """What explains the gap: sentences, bars, and the same numbers as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said, self.view, self.table = Caption(), FigureView(), PlainTable("", (0,))
        self.said.setWordWrap(True)
        self._sheet: Sheet | None = None
        below, column = QHBoxLayout(), QVBoxLayout(self)
        below.addWidget(self.view, 3)
        below.addWidget(self.table, 2)
        column.addWidget(self.said)
        column.addLayout(below, 1)

    def show_answer(self, answer: Answer, indicator: str, language: Language) -> None:
        """Show what explains the gap of one score."""
        found, gap = answer.comparison, answer.gap
        figure, self._sheet = None, None
        if gap is not None:
            known = found.catalogue.indicator_by_id[indicator]
            self.said.setText(wording.joined(list(words.explained(found, gap, known, language)), language))
            figure = waterfall(found, gap, known, language)
            self._sheet = sheet = grid.parts(found, gap, known, language)
            self.table.setAccessibleName(sheet.title)
            self.table.fill(sheet.header, tuple(texts(sheet, row) for row in sheet.rows))
        else:
            self.said.setText(say("compare.alone", language) if len(found.packages) < 2 else "")
        self.view.show_figure(figure, FRAME + BAR * (len(figure.steps) + 2) if figure else None)
        for widget in (self.view, self.table):
            widget.setVisible(figure is not None)

    def copied(self) -> str:
        """Return the parts for the clipboard; empty while there are none."""
        return tabbed(self._sheet) if self._sheet is not None else ""
