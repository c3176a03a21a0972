"""Better deals: which few moves would help whom, and where the package lies among others."""

import importlib
from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout

from dealbuilder.analysis.coaching import Advice
from dealbuilder.analysis.fronts import Wide
from dealbuilder.analysis.runs import part_of
from dealbuilder.document.clause_edits import MoveClauses
from dealbuilder.report import wording
from dealbuilder.report.study import better, better_map
from dealbuilder.ui.intents import Do, Preview
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.question import Question
from dealbuilder.ui.study.bettering.asking import Asked, AskingBox
from dealbuilder.ui.study.bettering.told import ToldBox
from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em
from dealbuilder.ui.widgets.figure_view import FigureView
from dealbuilder.ui.widgets.flow import FlowLayout
from dealbuilder.ui.widgets.fold import fold
from dealbuilder.ui.widgets.plain_table import PlainTable

COACHING = 0.3
"""Share of the work that the coach takes where the front is searched too."""
SIDE_BY_SIDE = 60
"""Lines of text that the panel must be wide for two maps beside each other."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: what was asked, the advice, and the front if it was searched."""

    question: Question
    asked: Asked
    advice: Advice
    wide: Wide | None


class BetterPanel(Panel):
    """The coach and the map."""

    id = "better"

    def __init__(self) -> None:
        super().__init__()
        self.asking, self.told = AskingBox(), ToldBox()
        self.gate, self.allow = Caption(role="warn"), QPushButton()
        self.search = QPushButton()
        self.parties, self.scores = FigureView(16.0), FigureView(16.0)
        self.parties_title, self.scores_title = Caption(bold=True), Caption(bold=True)
        self.table, self.numbers = PlainTable("", (0,)), QPushButton()
        self.points, self.basis = Caption(), Caption(role="muted", factor=0.95)
        self._subject: Subject | None = None
        self._found: Found | None = None
        self._allowed = self._front = False
        self._maps = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lay_out()
        self.asking.changed.connect(self._other)
        self.allow.clicked.connect(self._turn_on)
        self.search.clicked.connect(self._search)
        self.numbers.toggled.connect(self._show_numbers)
        self.told.preview.connect(self._preview)
        self.told.taken.connect(self._take)
        self._enable()
        self.retranslate()

    def _lay_out(self) -> None:
        for caption in (self.gate, self.points, self.basis):
            caption.setWordWrap(True)
        self.numbers.setCheckable(True)
        self.table.hide()
        for title, view in ((self.parties_title, self.parties), (self.scores_title, self.scores)):
            column = QVBoxLayout()
            column.addWidget(title)
            column.addWidget(view, 1)
            self._maps.addLayout(column, 1)
        buttons = FlowLayout(gap=em(self) // 2)
        buttons.addWidget(self.search)
        buttons.addWidget(self.numbers)
        column = QVBoxLayout(self)
        for widget in (self.gate, self.allow, self.asking, self.told):
            column.addWidget(widget)
        column.addLayout(self._maps, 1)
        column.addLayout(buttons)
        for widget in (self.table, self.points, self.basis):
            column.addWidget(widget)

    def name(self) -> str:
        """Return the question in a few words."""
        return self.tr("Better deals")

    def choices(self) -> Hashable:
        """Return what is asked and whether the front is wanted too."""
        return self.asking.choices(), self._front, self._allowed

    def missing(self, subject: Subject) -> str:
        """Return why nothing is worked out: in a session the chair turns advice on."""
        if subject.session and not self._allowed:
            return self.tr("A workshop is under way: nothing is worked out until the chair turns advice on.")
        asked = self.asking.asked()
        if asked is None or not asked.lenses:
            return self.tr("No role counts on either side, so that nothing can be better or worse for it.")
        return ""

    def work(self, subject: Subject) -> Work:
        """Return the work of coach and, if asked for, search; what the coach has said already is kept."""
        asked, front, found = self.asking.asked(), self._front, self._found
        setting, package, catalogue = subject.question.setting, subject.package, subject.service.catalogue
        same = found is not None and (found.asked, found.question) == (asked, subject.question)
        known = found.advice if found is not None and same else None

        def work(tick: Tick) -> Found:
            assert asked is not None
            subject.service.pack(setting)
            advice, share = known, 0.0
            if advice is None:
                share = COACHING if front else 1.0
                # The searches bring libraries that the window should not wait for when it opens.
                advise = importlib.import_module("dealbuilder.analysis.advice").advise
                ahead = part_of(tick, 0.0, share)
                advice = advise(catalogue, package, setting, asked.lenses, asked.bounds, asked.wish, ahead)
            wide = None
            if front:
                search = importlib.import_module("dealbuilder.analysis.wide").search
                rest = part_of(tick, share, 1.0)
                wide = search(catalogue, package, setting, asked.lenses, asked.bounds, tick=rest)
            return Found(subject.question, asked, advice, wide)

        return work

    def show_subject(self, subject: Subject) -> None:
        """Offer roles and clauses; in a session wait for the chair."""
        before, self._subject = self._subject, subject
        if before is not None and before.session != subject.session:
            self._allowed = False
        if before is not None and before.question != subject.question:
            self._front = False
        self.asking.show_subject(subject)
        self.told.follow(subject)
        self._enable()

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show suggestions and maps."""
        if isinstance(answer, Found):
            self._subject, self._found = subject, answer
            self._show()

    def clear(self) -> None:
        """Show no answer."""
        self._found = None
        self._show()

    def turn(self, to: str) -> None:
        """Search the front for "front", else turn to nothing in particular."""
        if to == "front" and not self._front:
            self._search()

    def _show(self) -> None:
        found, subject = self._found, self._subject
        advice = found.advice if found is not None and subject is not None else None
        self.told.show_advice(advice, subject)
        if found is None or subject is None:
            self.parties.show_figure(None)
            self.scores.show_figure(None)
        else:
            language = subject.language
            self.parties.show_figure(better_map.party_map(found.advice, found.wide, language))
            self.scores.show_figure(better_map.score_map(found.advice, found.wide, language))
            self.table.fill(*better_map.table(found.advice, found.wide, language))
            words = better_map.front_words(subject.catalogue, found.wide, language) if found.wide else ()
            self.points.setText("\n".join(words))
            footing = better.footing(subject.catalogue, found.advice, language)
            self.basis.setText(wording.joined(list(footing), language))
        self._enable()

    def _enable(self) -> None:
        found, subject = self._found, self._subject
        waits = subject is not None and subject.session and not self._allowed
        for widget in (self.gate, self.allow):
            widget.setVisible(waits)
        self.asking.setVisible(not waits)
        shown = found is not None and not waits
        for widget in (self.parties, self.scores, self.parties_title, self.scores_title, self.search, self.numbers):
            widget.setVisible(shown)
        self.told.setVisible(shown)
        self.basis.setVisible(shown)
        self.points.setVisible(shown and found is not None and found.wide is not None)
        self.table.setVisible(shown and self.numbers.isChecked())
        self.search.setEnabled(found is not None and found.wide is None)

    def _other(self) -> None:
        self._front = False
        self.wanted.emit()

    def _turn_on(self) -> None:
        self._allowed = True
        self._enable()
        self.wanted.emit()

    def _search(self) -> None:
        self._front = True
        self.wanted.emit()

    def _preview(self, edit: MoveClauses | None) -> None:
        self.intent.emit(Preview(edit))

    def _take(self, edit: MoveClauses) -> None:
        self.intent.emit(Do(edit))

    def _show_numbers(self, on: bool) -> None:
        self.table.setVisible(on and self._found is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the maps below each other where the window is narrow for the text."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and text size."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._fold()

    def _fold(self) -> None:
        fold(self._maps, self.width() >= SIDE_BY_SIDE * em(self))
        self.table.setFixedHeight(round(12 * 1.4 * em(self)))

    def retranslate(self) -> None:
        """Write every text anew."""
        self.gate.setText(
            self.tr(
                "A workshop is under way, and advice changes the game. The chair may turn it on here; "
                "it is off again in the next session."
            )
        )
        self.allow.setText(self.tr("Turn advice on"))
        self.search.setText(self.tr("Search the wide front"))
        self.search.setToolTip(self.tr("Looks at about 12,000 packages far from this one; takes several seconds"))
        self.numbers.setText(self.tr("Maps as a table"))
        self.table.setAccessibleName(self.tr("Every package on the maps, with its four numbers"))
        self.parties_title.setText(self.tr("What packages are worth to both sides"))
        self.scores_title.setText(self.tr("Supply restored against leadership cost"))
        self.asking.retranslate()
        self.told.retranslate()
        self._show()
