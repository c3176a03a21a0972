"""The deck of injects: what may befall the deal, the card of each with its effect, struck and lifted as edits."""

import uuid

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.inject_effect import Effect
from dealbuilder.document.deal_edits import LiftInject, SetPlan, StrikeInject
from dealbuilder.document.plan import OWN_INJECTS
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import HORIZON
from dealbuilder.report import befallen, inject_card
from dealbuilder.ui.dialogs.inject_editor import InjectEditor
from dealbuilder.ui.intents import Do
from dealbuilder.ui.question import question
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.flow import FlowLayout
from dealbuilder.ui.widgets.inject_deck import InjectDeck
from dealbuilder.ui.widgets.inject_view import InjectView
from dealbuilder.ui.widgets.soon import soon

PAUSE = 350
"""Milliseconds after the last turn of a spin box before the months count."""
WIDTH, HEIGHT, SHARE = 150, 48, 0.96
"""Size in average characters and lines, if the window leaves the room; the part of the window it may cover."""
DECK = 34
"""Width of the deck, in average characters."""


class InjectsDialog(QDialog):
    """`intent` carries edits; `asked` an Inject whose effect is wanted. Stays open beside the work and follows it."""

    intent = Signal(object)
    asked = Signal(object)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._deck: dict[str, Inject] = {}
        self.list, self.view = InjectDeck(), InjectView()
        self.told, self.own = Caption(bold=True, role="warn"), Caption(factor=0.92, role="muted")
        self.month, self.months = QSpinBox(), QSpinBox()
        self._labels = (QLabel(), QLabel())
        self.strike, self.lift = QPushButton(), QPushButton()
        self.new, self.change, self.remove = QPushButton(), QPushButton(), QPushButton()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._pause = soon(self, PAUSE, self._settle)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.show_state(state)

    def _lay_out(self) -> None:
        self.month.setRange(0, HORIZON)
        self.months.setRange(0, HORIZON)
        for caption in (self.told, self.own):
            caption.setWordWrap(True)
        left, right = QWidget(), QWidget()
        deck, card = QVBoxLayout(left), QVBoxLayout(right)
        for column in (deck, card):
            column.setContentsMargins(0, 0, 0, 0)
        mine = QHBoxLayout()
        for button in (self.new, self.change, self.remove):
            mine.addWidget(button)
        deck.addWidget(self.list, 1)
        deck.addLayout(mine)
        deck.addWidget(self.own)
        row, months = QHBoxLayout(), FlowLayout(gap=6)
        for label, spin in zip(self._labels, (self.month, self.months), strict=True):
            label.setBuddy(spin)
            months.addWidget(label)
            months.addWidget(spin)
        row.addStretch(1)
        row.addWidget(self.lift)
        row.addWidget(self.strike)
        self.strike.setProperty("primary", True)
        for button in (self.new, self.change, self.remove, self.strike, self.lift):
            button.setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        card.addWidget(self.view, 1)
        card.addLayout(months)
        card.addLayout(row)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        wide = self.fontMetrics().averageCharWidth()
        split.setSizes([DECK * wide, (WIDTH - DECK) * wide])
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.addWidget(split, 1)
        column.addLayout(below)
        window = self.parentWidget()
        most = window.window().size() * SHARE if window else self.screen().availableSize()
        self.resize(min(wide * WIDTH, most.width()), min(HEIGHT * em(self), most.height()))

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(self._toggle)
        self.month.valueChanged.connect(self._pause.start)
        self.months.valueChanged.connect(self._pause.start)
        self.strike.clicked.connect(self._strike)
        self.lift.clicked.connect(self._lift)
        self.new.clicked.connect(self._new)
        self.change.clicked.connect(self._change)
        self.remove.clicked.connect(self._remove)
        self._buttons.rejected.connect(self.reject)

    def show_state(self, state: State) -> None:
        """Show the deck of a state; the chosen card stays."""
        self._state = state
        self._deck = {one.id: one for one in befallen.deck(state.catalogue, state.document)}
        self.list.show_deck(self._deck, {one.id for one in state.document.injects}, state.language)
        self._choose()
        self._tell()

    def current(self) -> Inject | None:
        """Return the inject in front, in the months that the spin boxes say."""
        inject = self._deck.get(self.list.chosen_id())
        if inject is None:
            return None
        wanted = {"month": self.month.value(), "months": self.months.value() or None}
        return (
            inject if wanted == {"month": inject.month, "months": inject.months} else inject.model_copy(update=wanted)
        )

    def await_effect(self, said: str = "") -> None:
        """Say that the effect is being computed, or in other words why there is none."""
        self.view.await_effect(said or self.tr("Computing the effect …"))

    def show_effect(self, effect: Effect) -> None:
        """Show an effect, if it is still that of the card in front."""
        if effect.inject == self.current():
            self.view.show_effect(self._state.catalogue, effect, self._state.language)

    def _choose(self) -> None:
        inject = self._deck.get(self.list.chosen_id())
        if inject is not None:
            with QSignalBlocker(self.month), QSignalBlocker(self.months):
                self.month.setValue(inject.month)
                self.months.setValue(inject.months or 0)
        self._pause.stop()
        self._show_card()

    def _show_card(self) -> None:
        inject, state = self.current(), self._state
        asked = question(state.document)
        told = (
            inject_card.card(state.catalogue, inject, asked.package, asked.setting, state.language) if inject else None
        )
        self.view.show_card(told)
        self._enable()
        self.await_effect("" if inject else self.tr("Write one of your own."))
        if inject is not None:
            self.asked.emit(inject)

    def _enable(self) -> None:
        inject, free = self.current(), not self._state.read_only
        struck = inject is not None and self._struck(inject.id)
        own = inject is not None and inject.id not in self._state.catalogue.inject_by_id
        plan = self._state.document.plan
        kept = plan is not None and inject is not None and inject.id in {one.id for one in plan.injects}
        self.strike.setVisible(not struck)
        self.lift.setVisible(struck)
        self.strike.setEnabled(free and inject is not None)
        self.lift.setEnabled(free)
        self.change.setEnabled(free and own)
        self.remove.setEnabled(free and own and kept)
        self.new.setEnabled(free and (plan is None or len(plan.injects) < OWN_INJECTS))
        for spin in (self.month, self.months):
            spin.setEnabled(inject is not None and (free or not struck))

    def _struck(self, id: str) -> bool:
        return id in {one.id for one in self._state.document.injects}

    def _settle(self) -> None:
        """Take the months of the spin boxes: an edit where the inject already befalls the deal, else a new effect."""
        inject = self.current()
        if inject is None or inject == self._deck[inject.id]:
            return
        if self._struck(inject.id) and not self._state.read_only:
            self.intent.emit(Do(StrikeInject(inject=inject), gesture=f"inject {inject.id}"))
        else:
            self._show_card()

    def _toggle(self) -> None:
        if not self._state.read_only:
            self._lift() if self._struck(self.list.chosen_id()) else self._strike()

    def _strike(self) -> None:
        inject = self.current()
        if inject is not None:
            self.intent.emit(Do(StrikeInject(inject=inject)))

    def _lift(self) -> None:
        self.intent.emit(Do(LiftInject(id=self.list.chosen_id())))

    def _new(self) -> None:
        self._edit(None)

    def _change(self) -> None:
        self._edit(self.current())

    def _edit(self, inject: Inject | None) -> None:
        editor = InjectEditor(self._state, frozenset(self._deck), inject, self)
        editor.written.connect(self._keep)
        editor.finished.connect(editor.deleteLater)
        editor.open()

    def _keep(self, inject: Inject) -> None:
        """Keep an own inject in the plan of the workshop; without a plan it befalls the deal at once."""
        plan, gesture = self._state.document.plan, f"own inject {uuid.uuid4().hex}"
        struck = self._struck(inject.id)
        if plan is not None:
            rest = [one for one in plan.injects if one.id != inject.id]
            kept = plan.model_copy(update={"injects": (*rest, inject)})
            self.intent.emit(Do(SetPlan(plan=kept), gesture=gesture))
        if plan is None or struck:
            self.intent.emit(Do(StrikeInject(inject=inject), gesture=gesture))
        self.list.choose(inject.id)

    def _remove(self) -> None:
        plan, id = self._state.document.plan, self.list.chosen_id()
        if plan is not None:
            rest = tuple(one for one in plan.injects if one.id != id)
            self.intent.emit(Do(SetPlan(plan=plan.model_copy(update={"injects": rest}))))

    def _tell(self) -> None:
        state = self._state
        said = [befallen.counted(state.document.injects, state.language)]
        said += befallen.clashes(state.catalogue, state.document, state.language)
        self.told.setText(" · ".join(text for text in said if text))
        plan = state.document.plan
        self.own.setText(
            self.tr("Own injects befall the deal at once; with a workshop's plan they wait in the deck.")
            if plan is None
            else self.tr("Own injects are kept in the plan of the workshop: {0} of {1}.").format(
                len(plan.injects), OWN_INJECTS
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the state in that language follows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Injects"))
        self.list.setAccessibleName(self.tr("Deck of injects; Enter strikes or lifts"))
        names = (self.tr("Month after signing"), self.tr("Lasts, months"))
        for label, spin, name in zip(self._labels, (self.month, self.months), names, strict=True):
            label.setText(name)
            spin.setAccessibleName(name)
        self.months.setSpecialValueText(self.tr("to the end"))
        self.strike.setText(self.tr("Strike"))
        self.strike.setToolTip(self.tr("Let it befall the deal; it can be undone"))
        self.lift.setText(self.tr("Lift"))
        self.lift.setToolTip(self.tr("It no longer befalls the deal; it can be undone"))
        self.new.setText(self.tr("New…"))
        self.change.setText(self.tr("Change…"))
        self.remove.setText(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Take it out of the plan of the workshop"))
