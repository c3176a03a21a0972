"""Rehearse against a counterpart: propose the package in front, read the answer, go on from there."""

from collections.abc import Hashable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from dealbuilder.analysis.counterpart.reply import Turn
from dealbuilder.document.edits import AddPackage, ReplacePackage
from dealbuilder.document.new import free_package_id
from dealbuilder.model.package import Package
from dealbuilder.report.study import counterpart
from dealbuilder.report.study.rounds import ending, rows
from dealbuilder.ui.intents import Copy, Do
from dealbuilder.ui.jobs import Work
from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.study.rehearsing import Rehearsing
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.study.transcript import Transcript
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.flow import FlowLayout
from dealbuilder.ui.widgets.rules_form import RulesForm


class CounterpartPanel(Panel):
    """Holds one rehearsal. The transcript is the panel's own: it goes into no file and no record of a session."""

    id = "counterpart"

    def __init__(self) -> None:
        super().__init__()
        self._subject: Subject | None = None
        self.form = RulesForm()
        self._game = Rehearsing(self.form.rules)
        self.about = Caption(role="muted", factor=0.95)
        self.status, self.why = Caption(bold=True), Caption()
        self.propose, self.accept, self.leave, self.again = (QPushButton() for _ in range(4))
        self.as_new, self.into, self.text, self.markdown = (QPushButton() for _ in range(4))
        self.transcript = Transcript()
        self._body = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.propose.setProperty("primary", True)
        for caption in (self.about, self.status, self.why):
            caption.setWordWrap(True)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        for part in (self.form, self._row(self.propose, self.accept, self.leave, self.again), self.status, self.why):
            body.addWidget(part)
        body.addWidget(self._row(self.as_new, self.into, self.text, self.markdown))
        body.addWidget(self.transcript, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(self._body, 1)
        column.addStretch()

    def _row(self, *buttons: QWidget) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, gap=em(self) // 2)
        for button in buttons:
            flow.addWidget(button)
        return row

    def _connect(self) -> None:
        self.form.changed.connect(self._ruled)
        self.propose.clicked.connect(self._propose)
        self.accept.clicked.connect(self._accept)
        self.leave.clicked.connect(self._leave)
        self.again.clicked.connect(self._again)
        self.as_new.clicked.connect(self._take_as_new)
        self.into.clicked.connect(self._take_into)
        self.text.clicked.connect(self._copy_text)
        self.markdown.clicked.connect(self._copy_markdown)
        self.transcript.least.toggled.connect(self._show)

    def name(self) -> str:
        """Return the question in a few words."""
        return self.tr("Rehearse against a counterpart")

    def choices(self) -> Hashable:
        """Return which rehearsal it is, how far it is, and what is proposed."""
        return self._game.number, len(self._game.turns), self._game.pending

    def missing(self, subject: Subject) -> str:
        """Return whose turn it is unless the script's, or why it does not play."""
        if subject.session:
            return self.tr(
                "A session is running: what a script says now would advise one side in the middle of the game. "
                "Come back when it is over."
            )
        if self._game.stale(subject):
            return self.tr(
                "The assumptions, the baseline, the roles or the clauses on offer have changed since this rehearsal "
                "began, so its figures no longer fit. Start again."
            )
        if self._game.pending is not None:
            return ""
        if self._game.over:
            return self.tr("This rehearsal is over. Start again for another one.")
        if self._game.begun and not self._game.may_propose:
            return self.tr("That was the last round: accept its offer or end without an agreement.")
        return self.tr("It is your turn: change the package in front as you like, then propose it.")

    def work(self, subject: Subject) -> Work:
        """Return the work that answers one proposal."""
        return self._game.work(subject)

    def show_subject(self, subject: Subject) -> None:
        """Show whether it can be played, and offer the roles and clauses of the deal."""
        self._subject = subject
        if not self._game.begun:
            self.form.offer(subject.catalogue, subject.package, subject.lenses, subject.language)
            self._game = Rehearsing(self.form.rules)
        self._show()

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show the script's answer."""
        if isinstance(answer, Turn) and self._game.take(answer):
            self._show()

    def clear(self) -> None:
        """Leave the transcript as it is: it holds what was said, whatever is on the desk now."""
        if self._game.pending is not None and self._subject is not None and self._game.stale(self._subject):
            self._game.pending = None
        self._show()

    def _ruled(self) -> None:
        if not self._game.begun:
            self._game = Rehearsing(self.form.rules)

    def _propose(self) -> None:
        if self._subject is not None and self._playable and self._game.may_propose:
            self._game.propose(self._subject)
            self._show()
            self.wanted.emit()

    def _accept(self) -> None:
        self._game.accept()
        self._show()
        self.wanted.emit()

    def _leave(self) -> None:
        self._game.leave()
        self._show()
        self.wanted.emit()

    def _again(self) -> None:
        self._game = Rehearsing(self.form.rules)
        if self._subject is not None:
            self.show_subject(self._subject)
        self.wanted.emit()

    @property
    def _playable(self) -> bool:
        subject = self._subject
        return subject is not None and not subject.session and not self._game.stale(subject)

    def _taken(self) -> Package | None:
        """Return what there is to take over: the agreement, or the script's offer."""
        return self._game.agreed[0] if self._game.agreed is not None else self._game.offer

    def _take_as_new(self) -> None:
        taken, subject = self._taken(), self._subject
        if taken is not None and subject is not None:
            name = self.tr("Rehearsed, round {n}").format(n=len(self._game.turns))
            id = free_package_id(subject.state.document)
            self.intent.emit(Do(AddPackage(package=Package(id=id, name=name, clauses=taken.clauses))))

    def _take_into(self) -> None:
        taken, subject = self._taken(), self._subject
        if taken is not None and subject is not None:
            package = subject.state.document.package().model_copy(update={"clauses": taken.clauses})
            self.intent.emit(Do(ReplacePackage(package=package)))

    def _copy_text(self) -> None:
        if self._subject is not None:
            self.intent.emit(Copy(counterpart.as_text(self._game.told(self._subject), self._subject.language)))

    def _copy_markdown(self) -> None:
        subject = self._subject
        if subject is not None:
            told, title = self._game.told(subject), subject.state.document.title
            known = subject.catalogue
            stamp = f"{known.version}, {subject.question.setting.pack}"
            self.intent.emit(Copy(counterpart.as_markdown(told, title, stamp, subject.language)))

    def _show(self) -> None:
        """Show the rehearsal as it stands."""
        subject, game = self._subject, self._game
        if subject is None:
            return
        language, playable = subject.language, self._playable
        self._body.setVisible(not subject.session)
        self.form.setEnabled(not game.begun)
        self.propose.setEnabled(playable and game.may_propose)
        self.accept.setEnabled(game.offer is not None and not game.over)
        self.leave.setEnabled(bool(game.turns) and not game.over)
        self.again.setEnabled(game.begun or game.over)
        taken = self._taken() is not None
        for button in (self.as_new, self.into):
            button.setEnabled(taken and not subject.state.read_only)
        for button in (self.text, self.markdown):
            button.setEnabled(bool(game.turns))
        told = game.told(subject, reservation_too=self.transcript.least.isChecked())
        found = rows(told, language)
        self.status.setText(ending(told, language) or self._round())
        self.why.setText(next((row.why for row in reversed(found) if row.why), ""))
        self.why.setVisible(bool(found))
        self.transcript.show_rehearsal(told, language)

    def _round(self) -> str:
        game = self._game
        if game.pending is not None:
            return self.tr("Round {n} of {rounds}: it is thinking.").format(
                n=len(game.turns) + 1, rounds=game.rules.rounds
            )
        if not game.begun:
            return self.tr("Nothing has been proposed yet. The package in front opens.")
        if not game.may_propose:
            return self.tr("All {rounds} rounds are over; its last offer stands.").format(rounds=game.rules.rounds)
        return self.tr("Round {n} of {rounds}: it is your turn.").format(
            n=len(game.turns) + 1, rounds=game.rules.rounds
        )

    def retranslate(self) -> None:
        """Write every text anew."""
        self.about.setText(
            self.tr(
                "A script plays the other side by the model's value of each package. It plays no person and says "
                "nothing about what a real delegation would do. The transcript is kept here until the window closes."
            )
        )
        self.propose.setText(self.tr("Propose the package in front"))
        self.accept.setText(self.tr("Accept its offer"))
        self.leave.setText(self.tr("End without an agreement"))
        self.again.setText(self.tr("Start again"))
        self.as_new.setText(self.tr("Take its offer over as a new package"))
        self.into.setText(self.tr("Put its offer into the package in front"))
        self.text.setText(self.tr("Copy as text"))
        self.markdown.setText(self.tr("Copy as Markdown"))
        self._show()
