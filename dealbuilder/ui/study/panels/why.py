"""Who earned it: the credit of each clause for any score, what overlaps, and how sure that is."""

from collections.abc import Hashable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dealbuilder.analysis.credit import BUDGET, credit
from dealbuilder.analysis.why.coalitions import differing
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.analysis.why.partition import by_side, by_theme
from dealbuilder.model.parties import Side
from dealbuilder.report import wording
from dealbuilder.report.study.why import aside, group_table, pair_table, table
from dealbuilder.report.study.why_figures import waterfall
from dealbuilder.report.study.why_words import Words, clause_side, group_side
from dealbuilder.ui.intents import FocusClause, ShowMethod
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.study.why_choice import WhyChoice
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.figure_view import FigureView
from dealbuilder.ui.widgets.whole_table import WholeTable

LINE, FRAME = 1.75, 4.5
"""Lines of height of a bar, and of what stands above and below the bars."""
MORE = 8
"""How many times as many runs one press of the button asks for."""
GROUPED = ("side", "theme")
"""Views that tell groups of clauses."""
METHOD = "90-scoring"
"""The manual's page on scores; the page on the study says how credit is shared."""


class WhyPanel(Panel):
    """Shows a waterfall, the table beside it, and pairs of clauses that work on each other."""

    id = "why"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._budget = BUDGET
        self._answer: Credit | None = None
        self._subject: Subject | None = None
        self._clauses: tuple[str, ...] = ()
        self.choice, self.figure = WhyChoice(), FigureView()
        self.lead, self.aside = Caption(factor=1.1), Caption(role="muted")
        self.table, self.pairs = WholeTable("", (0,)), WholeTable("", (3,))
        self.pairs_head, self.no_pair, self.how = Caption(bold=True), Caption(), Caption(role="muted")
        self.more, self.method = QPushButton(), QPushButton()
        self._shown = (
            self.lead, self.figure, self.aside, self.table, self.pairs_head, self.no_pair, self.pairs, self.how,
            self.more, self.method,
        )  # fmt: skip
        self._lay_out()
        self.choice.changed.connect(self._show)
        self.table.cellActivated.connect(self._focus)
        self.table.cellClicked.connect(self._focus)
        self.more.clicked.connect(self._ask_more)
        self.method.clicked.connect(self._show_method)
        self.clear()
        self.retranslate()

    def _lay_out(self) -> None:
        for caption in (self.lead, self.aside, self.no_pair, self.how):
            caption.setWordWrap(True)
        column, below = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self.choice)
        for widget in self._shown[:-2]:
            column.addWidget(widget)
        below.addWidget(self.method)
        below.addWidget(self.more)
        below.addStretch(1)
        column.addLayout(below)
        column.addStretch(1)

    def name(self) -> str:
        """Return the question in a few words."""
        return self.tr("Who earned it")

    def choices(self) -> Hashable:
        """Return how many runs may be spent; one answer serves every score and every way to tell it."""
        return self._budget

    def missing(self, subject: Subject) -> str:
        """Return why there is no credit to share out."""
        if differing(subject.baseline, subject.package):
            return ""
        if not subject.package.clauses:
            return self.tr("The package has no clause yet. Add one, and its part in every score is told here.")
        return self.tr("The package has the same clauses as its baseline, so there is no credit to share out.")

    def work(self, subject: Subject) -> Work:
        """Return the work that shares out the credit."""
        service, package, setting = subject.service, subject.package, subject.question.setting
        groups, budget = (by_side(subject.catalogue), by_theme(subject.catalogue)), self._budget

        def work(tick: Tick) -> Credit:
            return credit(service, package, setting, groups=groups, budget=budget, tick=tick)

        return work

    def show_subject(self, subject: Subject) -> None:
        """Offer the scores of a deal; an answer for the deal before stays until the next one comes."""
        self.choice.offer(subject.catalogue, subject.language)

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show who earned what."""
        if isinstance(answer, Credit):
            self._answer, self._subject = answer, subject
            self.choice.offer(subject.catalogue, subject.language)
            self._show()

    def clear(self) -> None:
        """Show no answer."""
        self._answer = None
        for widget in self._shown:
            widget.hide()

    def turn(self, to: str) -> None:
        """Bring an indicator to the front, or the row of a clause."""
        if self.choice.choose(to):
            self._show()
        elif to in self._clauses:
            self.table.selectRow(self._clauses.index(to))

    def _show(self) -> None:
        found, subject = self._answer, self._subject
        if found is None or subject is None:
            return
        for widget in self._shown:
            widget.show()
        if self.choice.indicator() not in found.indicators:
            self._undefined()
            return
        words, view = Words(subject.catalogue, found, self.choice.indicator(), subject.language), self.choice.view()
        baseline = subject.baseline
        lead = words.lead(baseline.name or words.say("no_new_deal"), view if view in GROUPED else "")
        self.lead.setText(wording.joined([*lead, *(words.pair(pair) for pair in words.foremost())], words.language))
        figure = waterfall(words, view)
        self.figure.show_figure(figure, LINE * (len(figure.steps) + 2) + FRAME)
        self._show_table(words, view)
        self.aside.setText(aside(words, view))
        header, rows = pair_table(words)
        self.pairs.show_rows(header, rows)
        self.pairs.setVisible(bool(rows))
        self.no_pair.setText(words.say("no_pair"))
        self.no_pair.setVisible(not rows and len(words.earned.shares) > 1)
        self.pairs_head.setVisible(len(words.earned.shares) > 1)
        self.how.setText(wording.joined(words.method(), words.language))
        self.more.setVisible(found.method == "sampled" or found.draws < found.of_draws)

    def _show_table(self, words: Words, view: str) -> None:
        if view in GROUPED:
            header, rows, self._clauses = group_table(words, view)
            groups = {one.id for one in words.earned.grouped(view)}
            sides: list[Side | None] = [
                group_side(words.catalogue, id) if id in groups else None for id in self._clauses
            ]
            self.table.show_rows(header, rows, sides)
            return
        self._clauses = tuple(share.clause for share in words.earned.by_size())
        sides = [clause_side(words.catalogue, clause) for clause in self._clauses]
        self.table.show_rows(*table(words), sides)

    def _undefined(self) -> None:
        """Say that this score is not defined for this deal, and show no figure of it."""
        for widget in self._shown[1:]:
            widget.hide()
        self.lead.setText(self.tr("This score is not defined for this deal, so that there is nothing to share out."))

    def _focus(self, row: int, column: int) -> None:
        if row < len(self._clauses) and self._clauses[row] in self._answered():
            self.intent.emit(FocusClause(self._clauses[row]))

    def _answered(self) -> tuple[str, ...]:
        return self._answer.clauses if self._answer is not None else ()

    def _ask_more(self) -> None:
        self._budget *= MORE
        self.wanted.emit()

    def _show_method(self) -> None:
        self.intent.emit(ShowMethod(METHOD))

    def retranslate(self) -> None:
        """Write every text of its own anew."""
        self.choice.retranslate()
        self.table.setAccessibleName(self.tr("Credit"))
        self.pairs.setAccessibleName(self.tr("Pairs of clauses"))
        self.pairs_head.setText(self.tr("Clauses that work on each other"))
        self.method.setText(self.tr("How is this computed?"))
        self.more.setText(self.tr("Run longer for smaller errors"))
