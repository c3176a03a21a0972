"""Who accepts it: the roles of both sides and the allies, what would turn them, and whether those who must agree do."""

from collections.abc import Hashable
from dataclasses import dataclass, field

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.acceptance import Acceptance, acceptance
from dealbuilder.analysis.neighbours import Step
from dealbuilder.document.own_values import OwnValues, key, with_own_values
from dealbuilder.model.lens import Circle, Lens
from dealbuilder.report.study import accepts
from dealbuilder.report.study.accepts_words import Words
from dealbuilder.ui.dialogs.role import RoleDialog
from dealbuilder.ui.dialogs.unsealing import UnsealingDialog
from dealbuilder.ui.intents import Do, Preview
from dealbuilder.ui.jobs import Tick, Work
from dealbuilder.ui.study.edits import edit_of
from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.study.role_board import SIDES, RoleBoard
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.widgets.appearance import Caption, em, unbroken
from dealbuilder.ui.widgets.figure_view import FigureView
from dealbuilder.ui.widgets.plain_table import PlainTable

TWO_COLUMNS = 46
"""Lines of text that the panel must be wide for two figures side by side."""
LINES_EACH, LINES_MORE = 2.2, 4.0
"""Lines of a figure for each role, and for key and axis."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What was opened of a role's sealed values: which opening it was, what stood in the deal, what it says."""

    token: object
    text: str = field(repr=False)
    values: OwnValues = field(repr=False)


class AcceptsPanel(Panel):
    """Shows every role's word, the United States left, China right, the allies below."""

    id = "accepts"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self._opened: dict[str, Opening] = {}
        self.outcome, self.holdouts = Caption(bold=True, factor=1.15), Caption()
        self.lead, self.note = Caption(role="muted"), Caption(role="muted")
        self.advice, self.add = QCheckBox(), QPushButton()
        self.tabs, self.table = QTabWidget(), PlainTable("", (4,))
        self.figures: dict[Circle, FigureView] = {side: FigureView() for side in SIDES}
        self.board = RoleBoard()
        self._pictures, self._columns = QGridLayout(), 0
        self._lay_out()
        self.advice.toggled.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.board.applied.connect(self._apply)
        self.board.previewed.connect(self._preview)
        self.board.opened.connect(self._edit)
        self.board.unsealed.connect(self._unseal)
        self.clear()
        self.retranslate()

    def _lay_out(self) -> None:
        for caption in (self.outcome, self.holdouts, self.lead, self.note):
            caption.setWordWrap(True)
        chart = QWidget()
        below = QVBoxLayout(chart)
        below.addLayout(self._pictures)
        below.addWidget(self.table, 1)
        self.tabs.addTab(self.board, "")
        self.tabs.addTab(chart, "")
        deeds, column = QHBoxLayout(), QVBoxLayout(self)
        deeds.addWidget(self.advice)
        deeds.addStretch(1)
        deeds.addWidget(self.add)
        for caption in (self.outcome, self.holdouts, self.lead):
            column.addWidget(caption)
        column.addLayout(deeds)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.note)
        self._arrange(2)

    def _arrange(self, columns: int) -> None:
        """Put figures side by side, or below one another."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, view in enumerate(self.figures.values()):
            self._pictures.removeWidget(view)
            self._pictures.addWidget(view, at // columns, at % columns)
        for column in range(2):
            self._pictures.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put figures below one another where there is no room beside."""
        super().resizeEvent(event)
        self._arrange(2 if self._room() >= TWO_COLUMNS * em(self) else 1)

    def _room(self) -> int:
        """Return the width that the window leaves: this panel is as wide as its own figures once they are too wide."""
        above = self.parentWidget()
        return above.width() if above is not None else self.width()

    def name(self) -> str:
        """Return the question."""
        return self.tr("Who accepts it?")

    def choices(self) -> Hashable:
        """Return whether edits are looked for, and which sealed values are in use; each opening is one of its own."""
        return self.advice.isChecked(), tuple((id, opening.token) for id, opening in self._opened.items())

    def private(self) -> bool:
        """Return whether sealed values are in use, so that the answer must not be kept."""
        return bool(self._opened)

    def missing(self, subject: Subject) -> str:
        """Return a sentence where there are no roles."""
        return "" if subject.lenses else self.tr("This catalogue has no roles, so nobody can be asked.")

    def work(self, subject: Subject) -> Work:
        """Return the work that asks the roles; in a workshop nothing is proposed unless it is asked for."""
        service, asked, turns = subject.service, subject.question, self._advising(subject)
        lenses = self._lenses(subject)

        def work(tick: Tick) -> Acceptance:
            return acceptance(service, lenses, asked.package, asked.setting, tick, turns=turns)

        return work

    def _advising(self, subject: Subject) -> bool:
        return self.advice.isChecked() or not subject.session

    def _lenses(self, subject: Subject) -> tuple[Lens, ...]:
        own = {id: opening.values for id, opening in self._opened.items()}
        return with_own_values(subject.catalogue, subject.lenses, own) if own else subject.lenses

    def show_subject(self, subject: Subject) -> None:
        """Take another deal; sealed values of another deal, or of one that is in a workshop, are put away."""
        before, self._subject = self._subject, subject
        sealed = subject.state.document.sealed
        gone = [id for id, opening in self._opened.items() if sealed.get(key(id)) != opening.text]
        other = before is not None and before.state.document.id != subject.state.document.id
        if self._opened and (subject.session or gone or other):
            self.put_away()
        self.advice.setVisible(subject.session)
        self.add.setEnabled(not subject.state.read_only)
        self._show_sealed()

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show every role's word."""
        if not isinstance(answer, Acceptance):
            return
        self._subject = subject
        opened = frozenset(self._opened)
        words = Words(subject.catalogue, subject.state.document.lenses, subject.language, opened)
        self.outcome.setText(unbroken(words.outcome(answer)))
        told = (words.confidential, *words.holdouts(answer))
        self.holdouts.setText(unbroken("\n".join(text for text in told if text)))
        self.lead.setText(unbroken(words.say("lead")))
        starred = accepts.figure(answer, words, SIDES).note
        self.note.setText(unbroken("\n".join(text for text in (starred, words.say("judgement")) if text)))
        self.board.show_answer(answer, words)
        self._show_chart(answer, words)
        self._show_sealed()
        self.tabs.show()

    def _show_chart(self, answer: Acceptance, words: Words) -> None:
        for side, view in self.figures.items():
            roles = accepts.of_side(answer, side)
            view.setVisible(bool(roles))
            view.show_figure(
                accepts.figure(answer, words, (side,)) if roles else None, LINES_MORE + LINES_EACH * len(roles)
            )
        self.table.fill(accepts.header(words), accepts.rows(words, answer))
        tall = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        self.table.setMinimumHeight(min(tall + 3 * em(self), 40 * em(self)))

    def _show_sealed(self) -> None:
        subject = self._subject
        if subject is None:
            return
        sealed = subject.state.document.sealed
        self.board.show_sealed(lambda id: sealed.get(key(id)), self._opened.__contains__, allowed=not subject.session)

    def clear(self) -> None:
        """Show no answer."""
        self.tabs.hide()
        for caption in (self.outcome, self.holdouts, self.lead, self.note):
            caption.clear()

    def turn(self, to: str) -> None:
        """Bring one role into view."""
        card = self.board.card(to)
        if card is not None:
            self.tabs.setCurrentIndex(0)
            card.edit.setFocus()

    def put_away(self) -> None:
        """Close what was opened of sealed values."""
        if self._opened:
            self._opened = {}
            self.clear()
            self._show_sealed()
            self.wanted.emit()

    def _unseal(self, id: object) -> None:
        if not isinstance(id, str) or self._subject is None:
            return
        if id in self._opened:
            del self._opened[id]
            self._show_sealed()
            self.wanted.emit()
        else:
            self._ask_passphrase(id)

    def _ask_passphrase(self, id: str) -> None:
        """Open the question for the passphrase of a role."""
        subject = self._subject
        if subject is None or subject.session or key(id) not in subject.state.document.sealed:
            return
        name = next((lens.name.get(subject.language) for lens in subject.lenses if lens.id == id), id)
        dialog = UnsealingDialog(
            subject.state.document,
            id,
            name,
            self.tr("Use our sealed values on this screen?"),
            self.tr(
                "Whoever looks at this window can then infer what you sealed. They are used here alone: "
                "never in reports, exports, the room's window or another panel. They are put away "
                "when this window closes or something is presented."
            ),
            self,
        )
        dialog.opened.connect(self._use)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _use(self, id: str, values: OwnValues) -> None:
        """Use what was opened, unless a workshop began or it was sealed anew meanwhile."""
        subject = self._subject
        text = subject.state.document.sealed.get(key(id)) if subject is not None and not subject.session else None
        if text is not None:
            # A token of its own for each opening: no answer of an earlier one is ever shown again.
            self._opened[id] = Opening(object(), text, values)
            self._show_sealed()
            self.wanted.emit()

    def _apply(self, step: object) -> None:
        if isinstance(step, Step) and self._subject is not None:
            self.intent.emit(Do(edit_of(step, self._subject.package.id)))

    def _preview(self, step: object) -> None:
        if self._subject is not None:
            edit = edit_of(step, self._subject.package.id) if isinstance(step, Step) else None
            self.intent.emit(Preview(edit))

    def _add(self) -> None:
        self._edit("")

    def _edit(self, id: object) -> None:
        if self._subject is not None:
            dialog = RoleDialog(self._subject.state, str(id), self)
            dialog.intent.connect(self.intent)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _choose(self, on: bool) -> None:
        self.wanted.emit()

    def retranslate(self) -> None:
        """Write every text of its own anew."""
        self.tabs.setTabText(0, self.tr("Roles"))
        self.tabs.setTabText(1, self.tr("Chart and table"))
        self.table.setAccessibleName(self.tr("Who accepts, as a table"))
        self.advice.setText(self.tr("Show what would turn them: a workshop is under way, and advice changes the game"))
        self.add.setText(self.tr("Add a role…"))
        self.board.retranslate()
