"""What it hangs on: the tornado with what would flip the verdict, then who accounts for how much of the spread."""

import importlib
from collections.abc import Hashable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from dealbuilder.analysis.hanging import Hangs
from dealbuilder.analysis.quantity import quantities
from dealbuilder.analysis.runs import part_of
from dealbuilder.report.phrases import say
from dealbuilder.report.study import hangs
from dealbuilder.ui.intents import ShowAssumptions
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.study.arguments import Arguments
from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.study.whole_table import WholeTable
from dealbuilder.ui.study.yardstick import Yardstick, line_of
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.figure_view import FigureView

ABOUT, A_BAR = 5.0, 2.6
"""Lines of text that stand about the bars, and that a bar takes."""
BATCH = 0.6
"""Share of the first answer's work that the lows and highs take, about."""


class HangsPanel(Panel):
    """Shows the tornado first and Sobol's indices when they are there."""

    id = "hangs"

    def __init__(self) -> None:
        super().__init__()
        self.yardstick, self.figure, self.arguments = Yardstick(), FigureView(), Arguments()
        self.verdict, self.note = Caption(factor=1.1, bold=True), Caption(factor=0.92, role="muted")
        self.argue, self.share, self.lead = Caption(bold=True), Caption(bold=True), Caption(factor=0.92, role="muted")
        self.indices, self.bars = WholeTable("", (0,)), WholeTable("", (0,))
        self._full = False
        # The lows and highs of the last deal serve every indicator and line that is asked about after.
        self._kept: dict[Hashable, object] = {}
        page = QVBoxLayout(self)
        page.addWidget(self.yardstick)
        for caption in (self.verdict, self.note, self.argue, self.share, self.lead):
            caption.setWordWrap(True)
        for widget in (self.verdict, self.figure, self.note, self.argue, self.arguments):
            page.addWidget(widget)
        for widget in (self.share, self.lead, self.indices, self.bars):
            page.addWidget(widget)
        page.addStretch(1)
        self.yardstick.chosen.connect(self._chosen)
        self.arguments.asked.connect(self._open)
        self.clear()
        self.retranslate()

    def name(self) -> str:
        """Return the question."""
        return self.tr("What it hangs on")

    def choices(self) -> Hashable:
        """Return what is judged, the line, and whether Sobol's indices are due."""
        wanted = self.yardstick.wanted()
        return (wanted.id if wanted else "", self.yardstick.chosen_line(), self._full)

    def missing(self, subject: Subject) -> str:
        """Return why nothing can be worked out: an indicator that no draw defines."""
        return "" if self.yardstick.wanted() is not None else self.tr("There is nothing that could hang on anything.")

    def work(self, subject: Subject) -> Work:
        """Return the work: a batch of lows and highs if this deal has none yet, then what it says."""
        wanted, line, full = self.yardstick.wanted(), line_of(self.yardstick.chosen_line()), self._full
        asked, store, kept = subject.question, subject.service.store, self._kept
        every, key = quantities(subject.catalogue, subject.lenses), (subject.question, subject.lenses)
        baseline = subject.baseline

        def work(tick: Tick) -> Hangs:
            # SciPy and SALib are loaded here, where somebody waits for them, and not at the start of the program.
            found = importlib.import_module("dealbuilder.analysis.hangs")
            ran, done = kept.get(key), 0.0
            if ran is None:
                done = BATCH
                ran = found.batch(store, asked.package, baseline, asked.setting, every, part_of(tick, 0.0, done))
                kept.clear()
                kept[key] = ran
            return found.hangs(store, ran, wanted, line, full=full, tick=part_of(tick, done, 1.0))

        return work

    def show_subject(self, subject: Subject) -> None:
        """Offer what this deal defines; Sobol's indices wait for the tornado again."""
        self._full = False
        self.yardstick.show_subject(subject)

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show the answer, and ask for Sobol's indices if it has none."""
        if not isinstance(answer, Hangs):
            return
        catalogue, language = subject.catalogue, subject.language
        drawn = hangs.figure(catalogue, answer, language)
        self.verdict.setText(hangs.verdict(catalogue, answer, language))
        self.figure.show_figure(drawn if drawn.labels else None, ABOUT + A_BAR * len(drawn.labels))
        self.figure.setVisible(bool(drawn.labels))
        self.note.setText(drawn.note)
        items = hangs.argued(catalogue, answer, language)
        self.argue.setText(
            say(f"hangs.{'argue' if len(items) > 1 else 'argue_few' if items else 'argue_none'}", language)
        )
        self.arguments.show_rows(items, self.tr("Open"), self.tr("Open it under Assumptions"))
        self.share.setText(say("hangs.indices", language))
        self.lead.setText(hangs.indices_lead(answer, language))
        self.indices.setAccessibleName(self.share.text())
        self.indices.fill(hangs.indices_header(answer, language), hangs.indices_rows(catalogue, answer, language))
        self.bars.setAccessibleName(drawn.title)
        self.bars.fill(hangs.header(language), hangs.rows(catalogue, answer, language))
        if not answer.full:
            # Once the window has put this answer away.
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if not self._full:
            self._full = True
            self.wanted.emit()

    def _chosen(self) -> None:
        self._full = False
        self.wanted.emit()

    def _open(self, parameter: str) -> None:
        self.intent.emit(ShowAssumptions(parameter))

    def clear(self) -> None:
        """Show no answer."""
        for caption in (self.verdict, self.note, self.argue, self.share, self.lead):
            caption.clear()
        self.figure.show_figure(None)
        self.figure.hide()
        self.arguments.show_rows((), "", "")
        for table in (self.indices, self.bars):
            table.fill((), ())

    def turn(self, to: str) -> None:
        """Judge by an indicator or a role of that id."""
        if self.yardstick.turn(to):
            self._chosen()

    def retranslate(self) -> None:
        """Name the pickers anew; the rest is written with the answer."""
        self.yardstick.name(self.tr("Judged by"), self.tr("should be"))
        self.figure.setAccessibleName(self.tr("What it hangs on"))
