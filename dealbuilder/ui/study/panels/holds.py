"""Will it hold: chances of life, the hazard by term, the exposure clock, dates, walking away, and the builder."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dealbuilder.analysis.holding import Holding, holding
from dealbuilder.analysis.runs import part_of
from dealbuilder.analysis.staging import Effect, effect
from dealbuilder.model.lens import Lens
from dealbuilder.report.phrases import say
from dealbuilder.report.study import holds, holds_words
from dealbuilder.report.study.holds_figures import alive_bars, clock_chart, date_spans, hazard_stacks
from dealbuilder.ui.intents import Do, FocusClause, ShowMethod
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.question import Question
from dealbuilder.ui.study.figure_card import FigureCard
from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.study.tranche_builder import TrancheBuilder
from dealbuilder.ui.widgets.appearance import Caption, em, unbroken
from dealbuilder.ui.widgets.plain_table import PlainTable

TWO_COLUMNS = 62
"""Lines of text that the panel must be wide for two figures side by side."""
LINES = 15.0
LANE = 1.7
"""Lines that a lane of the time line takes."""
METHOD = ("80-durability", "hazard")
"""Where the manual says how the hazard is computed."""
HOLDING = 0.85
"""Share of the work that the answer takes; the preview of a plan is the rest."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the deal holds, and what the plan in the builder would do; None without a plan."""

    found: Holding
    effect: Effect | None


class HoldsPanel(Panel):
    """Shows how long the deal lives and why, and stages its clauses."""

    id = "holds"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lenses: tuple[Lens, ...] = ()
        self._known: tuple[tuple[Question, tuple[Lens, ...]], Holding] | None = None
        self._ids: tuple[str, ...] = ()
        self.headline, self.lead, self.life = Caption(bold=True, factor=1.15), Caption(role="muted"), Caption()
        self.method = QPushButton()
        self.method.clicked.connect(self._show_method)
        self.alive, self.hazard, self.clock, self.dates = (FigureCard(LINES) for _ in range(4))
        self.exposed, self.dated = Caption(), Caption()
        self.walk_head, self.walks = Caption(bold=True, factor=1.1), Caption()
        self.worth_head, self.caution = Caption(bold=True, factor=1.1), Caption(role="muted")
        self.worth = PlainTable("", (0,))
        self.worth.cellActivated.connect(self._focus)
        self.builder = TrancheBuilder()
        self.builder.changed.connect(self.wanted)
        self.builder.applied.connect(self._apply)
        self._grid = QGridLayout()
        self._columns = 0
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        told = (self.exposed, self.dated, self.walk_head, self.walks, self.worth_head, self.caution)
        for caption in (self.headline, self.lead, self.life, *told):
            caption.setWordWrap(True)
        column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.headline, 1)
        head.addWidget(self.method)
        column.addLayout(head)
        for widget in (self.lead, self.life):
            column.addWidget(widget)
        column.addLayout(self._grid)
        for widget in (*told, self.worth, self.builder):
            column.addWidget(widget)
        column.addStretch(1)
        self._place(2)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate((self.alive, self.hazard, self.clock, self.dates)):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put figures side by side where there is room."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= TWO_COLUMNS * em(self) / 1.25 else 1)

    def name(self) -> str:
        """Return the question."""
        return self.tr("Will it hold?")

    def choices(self) -> Hashable:
        """Return the plan in the builder and the roles whose values leaving is read by."""
        return self._lenses, self.builder.plan()

    def missing(self, subject: Subject) -> str:
        """Return nothing: an empty package is the truce as it stands, and that is told."""
        return ""

    def work(self, subject: Subject) -> Work:
        """Return the work that answers; the deal is lived through once, whatever plan is tried on it."""
        same = self._known is not None and self._known[0] == (subject.question, subject.lenses)
        known = self._known[1] if self._known is not None and same else None
        plan, service, lenses, asked = self.builder.plan(), subject.service, subject.lenses, subject.question

        def work(tick: Tick) -> Answer:
            found = known or holding(service, asked.package, asked.setting, lenses, part_of(tick, 0.0, HOLDING))
            done = None
            if plan is not None:
                done = effect(service, asked.package, asked.setting, plan, part_of(tick, HOLDING, 1.0))
            return Answer(found, done)

        return work

    def show_subject(self, subject: Subject) -> None:
        """Show the clauses that can be staged."""
        self._lenses = subject.lenses
        self.builder.show_package(subject.catalogue, subject.package, subject.language)

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show figures, sentences and the preview."""
        if not isinstance(answer, Answer):
            return
        found, language = answer.found, subject.language
        self._known = ((subject.question, subject.lenses), found)
        first, *rest = holds_words.life(found, language)
        worth = holds_words.worth(subject.catalogue, found, language)
        self.headline.setText(unbroken(first))
        self.lead.setText(say("holds.lead", language))
        self.life.setText(unbroken("\n".join([*rest, *worth])))
        exposed = holds_words.exposure(found, language)
        bars, stacks = alive_bars(found, language), hazard_stacks(found, language)
        chart, spans = clock_chart(found, exposed, language), date_spans(found, language)
        self.alive.show_figure(bars, language, bars.note)
        self.hazard.show_figure(stacks, language, say("holds.method", language))
        self.clock.show_figure(chart, language, chart.note)
        self.dates.show_figure(spans, language, spans.note, max(LINES, 3.0 + LANE * len(spans.lanes)))
        self.exposed.setText("\n".join(exposed))
        self.dated.setText("\n".join(holds_words.dates(found, language)))
        self.walk_head.setText(say("holds.walk_head", language))
        self.walks.setText("\n".join(holds_words.walking(found, language)))
        self._show_worth(found, subject)
        self.builder.show_effect(answer.effect, found.origin)

    def _show_worth(self, found: Holding, subject: Subject) -> None:
        language = subject.language
        for widget in (self.worth_head, self.caution, self.worth):
            widget.setVisible(bool(found.clauses))
        self.worth_head.setText(say("holds.fig_clauses", language))
        self.caution.setText(say("holds.caution", language))
        header, rows = holds.clause_table(subject.catalogue, found, language)
        self._ids = tuple(one.measure for one in found.clauses)
        self.worth.setAccessibleName(self.worth_head.text())
        self.worth.fill(header, rows)
        tall = sum(self.worth.rowHeight(row) for row in range(len(rows)))
        self.worth.setFixedHeight(tall + self.worth.horizontalHeader().sizeHint().height() + 4)

    def clear(self) -> None:
        """Show no answer."""
        for caption in (self.headline, self.lead, self.life, self.exposed, self.dated, self.walk_head, self.walks):
            caption.clear()
        for card in (self.alive, self.hazard, self.clock, self.dates):
            card.show_figure(None, "en")
        for widget in (self.worth_head, self.caution, self.worth):
            widget.hide()

    def _apply(self, edit: object) -> None:
        self.intent.emit(Do(edit))  # type: ignore[arg-type]

    def _show_method(self) -> None:
        self.intent.emit(ShowMethod(*METHOD))

    def _focus(self, row: int) -> None:
        """Bring the clause of a row into view in the package pane."""
        if row < len(self._ids):
            self.intent.emit(FocusClause(self._ids[row]))

    def turn(self, to: str) -> None:
        """Bring the exposure clock, the time line, the hazard, the builder or a clause's row into view."""
        places = {"exposure_us": self.clock, "exposure_china": self.clock, "dates": self.dates, "hazard": self.hazard}
        found = places.get(to, self.builder if to == "builder" else None)
        if to in self._ids:
            self.worth.selectRow(self._ids.index(to))
            found = self.worth
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if found is not None and isinstance(area, QScrollArea):
            area.verticalScrollBar().setValue(found.mapTo(self, QPoint(0, 0)).y())

    def retranslate(self) -> None:
        """Write the button anew; the words of answers come with them, the builder writes its own."""
        self.method.setText(self.tr("How it is computed"))
