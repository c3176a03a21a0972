"""Compare packages: what differs in them, what comes of it, where they lie, and what explains the gap of two."""

from collections.abc import Hashable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout

from dealbuilder.analysis.compare.answer import Answer, answer
from dealbuilder.analysis.compare.comparing import Comparison
from dealbuilder.model.measure import Measure
from dealbuilder.report.compare import outlets
from dealbuilder.report.compare.plane import plane
from dealbuilder.ui.intents import Copy
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.study.comparing.choice import CompareChoice
from dealbuilder.ui.study.comparing.outcomes import OutcomesPage
from dealbuilder.ui.study.comparing.pages import ClausesPage, GapPage, WherePage
from dealbuilder.ui.study.panel import Filing, Panel
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.theme import shown

CLAUSES, OUTCOMES, WHERE, GAP = range(4)
"""Places of the tabs."""


class ComparePanel(Panel):
    """Up to six packages of the deal beside one another."""

    id = "compare"
    _further = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice, self.tabs = CompareChoice(), QTabWidget()
        self.clauses, self.outcomes, self.where, self.gap = ClausesPage(), OutcomesPage(), WherePage(), GapPage()
        self.copy, self.export = QPushButton(), QPushButton()
        self._subject: Subject | None = None
        self._answer: Answer | None = None
        self._pair = (0, 1)
        self._measures: tuple[Measure, ...] = ()
        for page in (self.clauses, self.outcomes, self.where, self.gap):
            self.tabs.addTab(page, "")
        below, column = QHBoxLayout(), QVBoxLayout(self)
        below.addStretch(1)
        below.addWidget(self.copy)
        below.addWidget(self.export)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.tabs, 1)
        column.addLayout(below)
        self.choice.changed.connect(self.wanted)
        self.choice.scored.connect(self._show)
        # Asked for once the first answer is on screen: the gap of two long packages takes far longer than comparing.
        self._further.connect(self.wanted, Qt.ConnectionType.QueuedConnection)
        self.copy.clicked.connect(self._copy)
        self.export.clicked.connect(self._export)
        self._enable()
        self.retranslate()

    def name(self) -> str:
        """Return the question in a few words."""
        return self.tr("Compare packages")

    def choices(self) -> Hashable:
        """Return the packages, and the pair once they are compared: first what they are, then what explains the gap."""
        return self.choice.chosen(), self.choice.pair() if self._known() is not None else None

    def _known(self) -> Comparison | None:
        """Return the comparison on screen if it is of the chosen packages under the deal's setting."""
        subject, last = self._subject, self._answer.comparison if self._answer else None
        if last is None or subject is None:
            return None
        there = tuple(one.package for one in last.packages)
        asked = subject.question
        same = last.setting == asked.setting and self._measures == asked.measures
        return last if same and there == self.choice.chosen() else None

    def missing(self, subject: Subject) -> str:
        """Return what to do where there is nothing to compare."""
        if len(subject.state.document.packages) < 2:
            return self.tr("This deal has one package. Add another, or duplicate this one and change it, then compare.")
        if len(self.choice.chosen()) < 2:
            return self.tr("Tick another package to compare with the one in front.")
        return ""

    def work(self, subject: Subject) -> Work:
        """Return the work that compares; what was compared before is not compared again for another pair."""
        packages, service, setting = self.choice.chosen(), subject.service, subject.question.setting
        known = self._known()
        pair = self.choice.pair() if known is not None else None

        def work(tick: Tick) -> Answer:
            return answer(service, packages, setting, pair, known=known, tick=tick)

        return work

    def show_subject(self, subject: Subject) -> None:
        """Offer the packages of the deal; ask anew if one that is compared has changed."""
        before, document, spoke = self.choices(), subject.state.document, self._subject
        self._subject = subject
        self.choice.offer(document.packages, document.active, document.baseline)
        self.choice.offer_scores(subject.catalogue, subject.language)
        if spoke is not None and spoke.language != subject.language:
            self._show()
        if spoke is not None and self.choices() != before:
            self.wanted.emit()

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show the comparison."""
        if isinstance(answer, Answer):
            self._subject, self._answer, self._pair = subject, answer, self.choice.pair()
            self._measures = subject.question.measures
            self._show()
            if answer.gap is None and self._known() is not None:
                self._further.emit()

    def _show(self) -> None:
        self._enable()
        found, subject = self._answer, self._subject
        if found is None or subject is None:
            return
        language, indicator, active = subject.language, self.choice.indicator(), self._active(found)
        self.clauses.show_answer(found, indicator, active, language)
        self.outcomes.show_answer(found, self._pair[1], active, language)
        self.where.show_map(plane(found.comparison, language, active, subject.state.document.targets), language)
        self.gap.show_answer(found, indicator, language)

    def _active(self, found: Answer) -> int | None:
        """Return the place of the package in front in an answer, which may be of an older choice."""
        front = self._subject.state.document.active if self._subject else ""
        ids = [one.package.id for one in found.comparison.packages]
        return ids.index(front) if front in ids else None

    def clear(self) -> None:
        """Show no answer."""
        self._answer = None
        self._enable()

    def turn(self, to: str) -> None:
        """Bring a tab or a score to the front."""
        tabs = {"clauses": CLAUSES, "outcomes": OUTCOMES, "map": WHERE, "gap": GAP}
        if to in tabs:
            self.tabs.setCurrentIndex(tabs[to])
        else:
            self.choice.choose_score(to)

    def _enable(self) -> None:
        self.tabs.setVisible(self._answer is not None)
        for button in (self.copy, self.export):
            button.setVisible(self._answer is not None)

    def _copy(self) -> None:
        pages = (self.clauses, self.outcomes, self.where, self.gap)
        text = [page.copied for page in pages][self.tabs.currentIndex()]()
        if text:
            self.intent.emit(Copy(text))

    def _export(self) -> None:
        found, subject = self._answer, self._subject
        if found is None or subject is None:
            return
        indicator, language, look = self.choice.indicator(), subject.language, shown().name

        def write(path: Path) -> None:
            outlets.write(path, path.suffix.lower(), found, indicator, language, look)

        kinds = (
            self.tr("Excel workbook (*.xlsx)"),
            self.tr("Table of all numbers (*.csv)"),
            self.tr("Text with tables, Markdown (*.md)"),
            self.tr("Data, JSON (*.json)"),
            self.tr("The map, SVG (*.svg)"),
            self.tr("The map, PNG (*.png)"),
        )
        self.filing.emit(Filing(self.tr("comparison") + ".xlsx", ";;".join(kinds), write))

    def retranslate(self) -> None:
        """Write every text anew."""
        names = (self.tr("Clauses"), self.tr("Outcomes"), self.tr("Map"), self.tr("What explains the gap"))
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.tabs.tabBar().setAccessibleName(self.tr("Comparison: clauses, outcomes, map, gap"))
        self.copy.setText(self.tr("Copy as table"))
        self.export.setText(self.tr("Export…"))
        self.choice.retranslate()
