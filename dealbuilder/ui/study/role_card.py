"""One role's word on the package: verdict, worth, why, and what would turn it."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dealbuilder.analysis.acceptance import Acceptance, Role
from dealbuilder.analysis.neighbours import Step
from dealbuilder.document.envelope import is_envelope
from dealbuilder.report import wording
from dealbuilder.report.study.accepts_words import DIGITS, Words
from dealbuilder.ui.widgets.appearance import Caption, em, unbroken
from dealbuilder.ui.widgets.value_bar import Bar, ValueBar, VerdictMark

SHOWING = (QEvent.Type.Enter, QEvent.Type.FocusIn)
ENDING = (QEvent.Type.Leave, QEvent.Type.FocusOut)


class RoleCard(QFrame):
    """Shows a role. `applied` and `previewed` carry a Step (None ends a preview), `opened` the role's id."""

    applied = Signal(object)
    previewed = Signal(object)
    opened = Signal(object)
    unsealed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._role: Role | None = None
        self._won_by = ""
        self.mark, self.name = VerdictMark(), Caption(bold=True, factor=1.05)
        self.says, self.worth, self.bar = Caption(bold=True), Caption(role="muted"), ValueBar()
        self.reason, self.turn = Caption(), Caption()
        self.secret = Caption(bold=True, role="warn")
        self.edit, self.apply, self.own = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.edit.clicked.connect(self._open)
        self.apply.clicked.connect(self._apply)
        self.own.clicked.connect(self._unseal)
        self.apply.installEventFilter(self)
        self.retranslate()

    def _lay_out(self) -> None:
        for caption in (self.name, self.says, self.worth, self.reason, self.turn, self.secret):
            caption.setWordWrap(True)
        head, said, deeds = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.edit)
        said.addWidget(self.mark)
        said.addWidget(self.says, 1)
        deeds.addStretch(1)
        deeds.addWidget(self.own)
        deeds.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setSpacing(em(self) // 4)
        column.addLayout(head)
        column.addWidget(self.secret)
        column.addLayout(said)
        for widget in (self.bar, self.worth, self.reason, self.turn):
            column.addWidget(widget)
        column.addLayout(deeds)
        column.addStretch(1)

    @property
    def id(self) -> str:
        """Return the id of the role that is shown, empty before the first."""
        return self._role.lens.id if self._role else ""

    def show_role(self, role: Role, found: Acceptance, words: Words, axis: tuple[float, float]) -> None:
        """Show a role's word on the package."""
        self._role = role
        worth, asks = role.worth, role.lens.reservation.value
        self.name.setText(words.name(role.lens))
        self.mark.show_verdict(worth.verdict)
        must = f" · {words.say('must')}" if role.lens.must_agree else ""
        self.says.setText(words.verdict(role) + must)
        told = self.tr("worth {value} ({range}), asks for {asked}; {share} of draws reach it").format(
            value=wording.plain(worth.value, DIGITS, signed=True),
            range=wording.span(worth.low, worth.high, "1", words.language, DIGITS),
            asked=words.points(asks),
            share=words.share(role),
        )
        self.worth.setText(told)
        self.bar.show_bar(Bar(worth.low, worth.high, worth.value, asks, axis), f"{self.name.text()}: {told}")
        self.reason.setText(unbroken(words.why(role)))
        turned = unbroken(words.turned_by(role, found))
        self.turn.setText(turned)
        self.turn.setVisible(bool(turned))
        self.apply.setVisible(self.step() is not None)
        self._won_by = words.edit(role.turn.step) if role.turn else ""
        self._name_buttons()

    def show_sealed(self, *, sealed: str | None, open: bool, allowed: bool) -> None:
        """Say what stands sealed for the role in the deal, whether it is in use, and whether it may be."""
        self.own.setVisible(sealed is not None)
        self.own.setEnabled(open or allowed)
        self.own.setText(self.tr("Put our sealed values away") if open else self.tr("Use our sealed values…"))
        self.own.setToolTip("" if allowed else self.tr("Not while a workshop is under way."))
        bare = sealed is not None and not is_envelope(sealed)
        told = (
            self.tr("CONFIDENTIAL: whoever looks at this screen sees what you sealed.") if open else "",
            self.tr("The sealed values of this role are NOT ENCRYPTED in the file.") if bare else "",
        )
        self.secret.setVisible(open or bare)
        self.secret.setText("\n".join(text for text in told if text))

    def step(self) -> Step | None:
        """Return the edit that wins the role, None if there is none; what would lose it is told, not offered."""
        role = self._role
        return role.turn.step if role and role.turn and role.worth.verdict != "accept" else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Preview the edit while the pointer or the focus is on its button."""
        if watched is self.apply and self.step() is not None:
            if event.type() in SHOWING:
                self.previewed.emit(self.step())
            elif event.type() in ENDING:
                self.previewed.emit(None)
        return super().eventFilter(watched, event)

    def _apply(self) -> None:
        step = self.step()
        if step is not None:
            self.previewed.emit(None)
            self.applied.emit(step)

    def _open(self) -> None:
        self.opened.emit(self.id)

    def _unseal(self) -> None:
        self.unsealed.emit(self.id)

    def retranslate(self) -> None:
        """Write the texts of the buttons anew."""
        self.edit.setText(self.tr("Weights…"))
        self.apply.setText(self.tr("Make this edit"))
        self._name_buttons()

    def _name_buttons(self) -> None:
        name = self.name.text()
        self.apply.setAccessibleName(f"{name}: {self.apply.text()}: {self._won_by}" if self._won_by else "")
        self.edit.setAccessibleName(self.tr("Weights and red lines of {role}").format(role=name))
