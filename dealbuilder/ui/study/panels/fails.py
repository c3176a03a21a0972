"""When it fails: the rule in one sentence first, its picture second, then what each package leaves behind."""

import importlib
from collections.abc import Hashable, Sequence

from PySide6.QtWidgets import QVBoxLayout

from dealbuilder.analysis.failing import Failing, Fails
from dealbuilder.analysis.quantity import Line, Quantity
from dealbuilder.report.phrases import say
from dealbuilder.report.study import fails
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.study.whole_table import WholeTable
from dealbuilder.ui.study.yardstick import Yardstick, targets
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.figure_view import FigureView

LINES = 26.0
"""Height of the picture in lines of text."""
WORST = "worst"
"""Stands for the worst fifth of worlds among the offers."""


class Criterion(Yardstick):
    """What is judged and what counts as failing."""

    def offers(self, wanted: Quantity, subject: Subject) -> Sequence[tuple[str, object]]:
        """Return what may count as failing: what the deal itself says, a line that is missed, the worst worlds."""
        first = (self.tr("what the deal says: target, baseline or worst fifth"), None)
        missed = [
            (self.tr("missing: {line}").format(line=words), line) for words, line in super().offers(wanted, subject)
        ]
        return [first, *missed, (self.tr("the worst fifth of worlds"), WORST)]


class FailsPanel(Panel):
    """Shows when the deal fails, and the regrets."""

    id = "fails"

    def __init__(self) -> None:
        super().__init__()
        self.yardstick, self.figure = Criterion(), FigureView(LINES)
        self.sentence, self.basis = Caption(factor=1.2, bold=True), Caption(factor=0.92, role="muted")
        self.note, self.head = Caption(factor=0.92, role="muted"), Caption(bold=True)
        self.lead, self.least = Caption(factor=0.92, role="muted"), Caption()
        self.counts, self.regrets = WholeTable("", (0,)), WholeTable("", (0, 1, 2, 3, 4))
        page = QVBoxLayout(self)
        page.addWidget(self.yardstick)
        for caption in (self.sentence, self.basis, self.note, self.head, self.lead, self.least):
            caption.setWordWrap(True)
        for widget in (self.sentence, self.basis, self.figure, self.note, self.counts):
            page.addWidget(widget)
        for widget in (self.head, self.lead, self.regrets, self.least):
            page.addWidget(widget)
        page.addStretch(1)
        self.yardstick.chosen.connect(self.wanted)
        self.clear()
        self.retranslate()

    def name(self) -> str:
        """Return the question."""
        return self.tr("When it fails")

    def choices(self) -> Hashable:
        """Return what is judged and what counts as failing."""
        wanted = self.yardstick.wanted()
        return (wanted.id if wanted else "", self.yardstick.chosen_line())

    def missing(self, subject: Subject) -> str:
        """Return why nothing can be worked out."""
        return "" if self.yardstick.wanted() is not None else self.tr("There is nothing that could fail.")

    def work(self, subject: Subject) -> Work:
        """Return the work: many worlds for the rule, every package in every worldview for the regrets."""
        wanted, offer, asked = self.yardstick.wanted(), self.yardstick.chosen_line(), subject.question
        failing = Failing(offer) if isinstance(offer, Line) else Failing(None) if offer == WORST else None
        packages, lenses = subject.state.document.packages, subject.lenses
        store, baseline, lines = subject.service.store, subject.baseline, targets(subject)

        def work(tick: Tick) -> Fails:
            # SciPy is loaded here, where somebody waits for it, and not at the start of the program.
            found = importlib.import_module("dealbuilder.analysis.fails")
            return found.fails(
                store, asked.package, packages, baseline, asked.setting, lenses, wanted, failing, lines, tick=tick
            )

        return work

    def show_subject(self, subject: Subject) -> None:
        """Offer what this deal defines."""
        self.yardstick.show_subject(subject)

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show the sentence, the picture and the regrets."""
        if not isinstance(answer, Fails):
            return
        catalogue, language, told, regret = subject.catalogue, subject.language, answer.discovery, answer.regret
        drawn = fails.picture(catalogue, told, language)
        self.sentence.setText(fails.sentence(catalogue, told, language))
        self.basis.setText(fails.basis(told, language))
        self.figure.show_figure(drawn)
        self.figure.setVisible(drawn is not None)
        self.note.setText(drawn.note if drawn else "")
        self.counts.setAccessibleName(drawn.title if drawn else "")
        self.counts.fill(drawn.header if drawn else (), fails.count_rows(told, language) if drawn else ())
        if regret is None:
            return
        several = len(regret.packages) > 1
        self.head.setText(say("fails.regret", language))
        self.lead.setText(fails.regret_lead(regret, language) if several else "")
        self.least.setText(fails.regret_sentence(catalogue, regret, language))
        self.regrets.setAccessibleName(self.head.text())
        self.lead.setVisible(several)
        rows = fails.regret_rows(catalogue, regret, language) if several else ()
        self.regrets.fill(fails.regret_header(catalogue, regret, language) if several else (), rows)

    def clear(self) -> None:
        """Show no answer."""
        for caption in (self.sentence, self.basis, self.note, self.head, self.lead, self.least):
            caption.clear()
        self.figure.show_figure(None)
        self.figure.hide()
        for table in (self.counts, self.regrets):
            table.fill((), ())

    def turn(self, to: str) -> None:
        """Judge by an indicator or a role of that id."""
        if self.yardstick.turn(to):
            self.wanted.emit()

    def retranslate(self) -> None:
        """Name the pickers anew; the rest is written with the answer."""
        self.yardstick.name(self.tr("Judged by"), self.tr("Failing means"))
        self.figure.setAccessibleName(self.tr("When it fails"))
