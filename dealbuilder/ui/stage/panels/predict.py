"""Predict, reveal, replay: the question with its five answers, hands counted, and whether the room sees scores."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.session import HANDS
from dealbuilder.model.package import Package
from dealbuilder.ui.stage.asking import Asking, asking, who
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.panels.buttons import DeedButton, Row
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import Caption, tip
from dealbuilder.ui.widgets.whole_choice import tell_whole

LONGEST = 300
FIRST = "supply_restored"


class PredictPanel(QWidget):
    """`asked` carries Deed("predict"), "reveal", "replay", "hand" or "unhand". `draft` is the question as it stands."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show: Show | None = None
        self._state: State | None = None
        self._made: Asking | None = None
        self._basis: Evaluation | None = None
        self._package: Package | None = None
        self._wanted = "ranges"
        self.secrecy = Caption(bold=True)
        self.secrecy.setWordWrap(True)
        self.indicator, self.kind = QComboBox(), QComboBox()
        tell_whole(self.indicator, self.kind)
        for box in (self.indicator, self.kind):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
        self.kind.addItem("", "ranges")
        self.kind.addItem("", "words")
        self.kind.addItem("", "who")
        self.indicator.activated.connect(self.write_anew)
        self.kind.activated.connect(self._choose_kind)
        self.question = QLineEdit()
        self.question.setMaxLength(LONGEST)
        self.answers = tuple(QLineEdit() for _ in range(HANDS))
        self.counts = tuple(Caption(bold=True, factor=1.2) for _ in range(HANDS))
        self.hand = tuple(DeedButton(Deed("hand", place)) for place in range(HANDS))
        self.unhand = tuple(DeedButton(Deed("unhand", place)) for place in range(HANDS))
        self.ask = DeedButton(Deed("predict"))
        self.reveal = DeedButton(Deed("reveal"))
        self.replay = DeedButton(Deed("replay"))
        for button in (self.ask, self.reveal, self.replay, *self.hand, *self.unhand):
            button.asked.connect(self.asked)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        choice, grid = QHBoxLayout(), QGridLayout()
        choice.addWidget(self.indicator, 2)
        choice.addWidget(self.kind, 1)
        for place, answer in enumerate(self.answers):
            answer.setMaxLength(LONGEST)
            grid.addWidget(QLabel(str(place + 1)), place, 0)
            grid.addWidget(answer, place, 1)
            grid.addWidget(self.unhand[place], place, 2)
            grid.addWidget(self.counts[place], place, 3)
            grid.addWidget(self.hand[place], place, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(3, self.fontMetrics().averageCharWidth() * 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.secrecy)
        column.addWidget(Row(self.ask, self.reveal, self.replay))
        column.addLayout(choice)
        column.addWidget(self.question)
        column.addLayout(grid)

    @property
    def draft(self) -> Asking:
        """Return the question as the chair has written it; answers left empty are left out."""
        texts = tuple(answer.text().strip() for answer in self.answers)
        answers = tuple(text for text in texts if text)
        edges = self._made.edges if self._made is not None and answers == self._made.answers else ()
        return Asking(self.question.text().strip(), self.indicator.currentData() or "", answers, edges)

    def show_show(self, show: Show, state: State) -> None:
        """Show whether scores are hidden, and how many hands there are."""
        first = self._state is None or self._state.language != state.language
        self._show, self._state = show, state
        if first:
            self._fill(state)
        basis, package = show.basis, state.document.package()
        moved = basis is not self._basis or (self._wanted == "who" and package is not self._package)
        if moved and show.asking is None:
            # What the chair has written over stays, and above what the room was asked, for its hands are counted.
            self._basis, self._package = basis, package
            if self._made is None or self.draft == self._made:
                self.write_anew()
        self._say(show)

    def _fill(self, state: State) -> None:
        chosen = self.indicator.currentData() or FIRST
        with QSignalBlocker(self.indicator):
            self.indicator.clear()
            for one in state.catalogue.indicators:
                self.indicator.addItem(one.label.get(state.language), one.id)
            self.indicator.setCurrentIndex(max(self.indicator.findData(chosen), 0))
        if self._show is None or self._show.asking is None:
            self.write_anew()

    def write_anew(self) -> None:
        """Write question and answers from the indicator, around a number that the room knows already."""
        state = self._state
        if state is None:
            return
        about, language = self.indicator.currentData(), state.language
        if self._wanted == "who":
            made, kind = who(state.catalogue, state.document.package(), about, language), "who"
        else:
            made = asking(state.catalogue, self._basis if self._wanted == "ranges" else None, about, language)
            # Without a number that the room knows there are no ranges, whatever the chair prefers.
            kind = "ranges" if made.edges else "words"
        self._made = made
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.question.setText(made.question)
        for place, field in enumerate(self.answers):
            field.setText(made.answers[place] if place < len(made.answers) else "")

    def _choose_kind(self) -> None:
        self._wanted = self.kind.currentData()
        self.write_anew()

    def _say(self, show: Show) -> None:
        secrecy, open_question = show.secrecy, show.asking
        policy = {
            "public": self.tr("Policy: scores are public."),
            "after_reveal": self.tr("Policy: scores are hidden after every change until you reveal them."),
            "chair": self.tr("Policy: the chair alone sees scores."),
        }[secrecy.policy]
        now = self.tr("The room sees scores.") if not secrecy.hidden else self.tr("Scores are hidden from the room.")
        if secrecy.waits:
            now = self.tr("Scores will be shown as soon as the model has answered.")
        self.secrecy.setText(f"{now} {policy}")
        self.secrecy.set_role("warn" if not secrecy.hidden and secrecy.policy != "public" else "text")
        hands = (*show.hands, *(0,) * HANDS)[:HANDS]
        for place, (count, number) in enumerate(zip(self.counts, hands, strict=True)):
            count.setText(str(number))
            count.setAccessibleName(self.tr("%n hand(s) for answer {place}", "", number).format(place=place + 1))
            for button in (self.hand[place], self.unhand[place]):
                button.setEnabled(secrecy.predicting and place < len(show.hands))
        for field in (self.question, *self.answers, self.indicator, self.kind):
            field.setEnabled(open_question is None)
        self.ask.say(self.tr("Take off") if open_question else self.tr("Predict"), "P")
        self.reveal.setEnabled(secrecy.policy != "chair" and not show.frozen)
        self.replay.setEnabled(not secrecy.hidden and not show.frozen)

    def _retranslate(self) -> None:
        self.kind.setItemText(0, self.tr("five ranges"))
        self.kind.setItemText(1, self.tr("five words"))
        self.kind.setItemText(2, self.tr("who earned it"))
        self.ask.say(self.tr("Predict"), "P")
        self.reveal.say(self.tr("Reveal"), self.tr("Space"))
        self.replay.say(self.tr("Replay"), "R")
        names = ((self.indicator, self.tr("Indicator")), (self.kind, self.tr("Kind of answers")))
        for field, text in (*names, (self.question, self.tr("Question to the room"))):
            field.setAccessibleName(text)
            field.setToolTip(tip(text))
        for place, answer in enumerate(self.answers):
            answer.setAccessibleName(self.tr("Answer {place}").format(place=place + 1))
            self.hand[place].setText("+")
            self.hand[place].setAccessibleName(self.tr("One more hand for answer {place}").format(place=place + 1))
            self.unhand[place].setText("−")
            self.unhand[place].setAccessibleName(self.tr("One hand fewer for answer {place}").format(place=place + 1))
        if self._show is not None:
            self._say(self._show)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
