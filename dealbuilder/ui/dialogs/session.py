"""Room > Set up a session: template, who sees scores, seats, running order and deck; the answer is one edit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.edits import SetPlan
from dealbuilder.document.plan import Plan, Seat
from dealbuilder.model.workshop import SessionTemplate, Visibility
from dealbuilder.ui.dialogs.session_seats import SeatsEditor
from dealbuilder.ui.dialogs.session_stages import StagesEditor
from dealbuilder.ui.intents import Do
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import plainly, tip
from dealbuilder.ui.widgets.first_size import first_size
from dealbuilder.ui.widgets.scrolled import Body
from dealbuilder.ui.widgets.tab_order import OrderedDialog

OWN = ""
"""What the choice of a template holds for the plan that is in the deal already."""


class SessionDialog(OrderedDialog):
    """Emits Do(SetPlan). `fixed`: a session is running, so who sees scores can no longer be changed."""

    intent = Signal(object)

    def __init__(self, state: State, *, fixed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set up a session"))
        self._state = state
        self._plan = state.document.plan
        self.template = QComboBox()
        self.template.setAccessibleName(self.tr("Template"))
        if self._plan is not None:
            self.template.addItem(self.tr("The plan in this deal"), OWN)
        for one in state.catalogue.sessions:
            hours = self.tr("%n minute(s)", "", one.minutes)
            self.template.addItem(f"{one.name.get(state.language)} · {hours}", one.id)
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.summary.setProperty("muted", True)
        self.suggested = QLabel()
        self.suggested.setWordWrap(True)
        self.suggested.setProperty("muted", True)
        self.policy = QButtonGroup(self)
        self.radios: dict[Visibility, QRadioButton] = {
            "public": QRadioButton(self.tr("Scores are public: everybody sees them at once")),
            "after_reveal": QRadioButton(self.tr("Scores are hidden after every change until the chair reveals them")),
            "chair": QRadioButton(self.tr("The chair alone sees scores")),
        }
        for button in self.radios.values():
            self.policy.addButton(button)
            button.setEnabled(not fixed)
        self.seats = SeatsEditor(state.catalogue, state.language)
        self.stages = StagesEditor(state.language)
        self.deck = QListWidget()
        self.deck.setAccessibleName(self.tr("Deck of injects"))
        self.deck.setWordWrap(True)
        self.told = QLabel()
        plainly(self.told)
        self.told.setWordWrap(True)
        self.told.setProperty("warn", True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._lay_out(fixed)
        self.template.currentIndexChanged.connect(self._load)
        self.policy.buttonToggled.connect(self._look)
        self.stages.changed.connect(self._look)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self._load()

    def _lay_out(self, fixed: bool) -> None:
        first = QWidget()
        column = QVBoxLayout(first)
        said = QLabel(
            self.tr(
                "Choose before the start who sees scores. Numbers that are put on options midway change the game: "
                "what was unacceptable becomes a price."
            )
            if not fixed
            else self.tr("A session is running, so who sees scores stays as it was chosen.")
        )
        said.setWordWrap(True)
        column.addWidget(QLabel(self.tr("Template")))
        column.addWidget(self.template)
        column.addWidget(self.summary)
        column.addSpacing(self.fontMetrics().height())
        column.addWidget(said)
        for button in self.radios.values():
            column.addWidget(button)
        column.addWidget(self.suggested)
        column.addStretch(1)
        tabs = QTabWidget()
        tabs.setAccessibleName(self.tr("Parts of the set-up"))
        for page, name in (
            (Body(first), self.tr("Template and scores")),
            (Body(self.stages), self.tr("Running order")),
            (self.seats, self.tr("Seats")),
            (self.deck, self.tr("Injects")),
        ):
            tabs.addTab(page, name)
        whole = QVBoxLayout(self)
        whole.addWidget(tabs, 1)
        whole.addWidget(self.told)
        whole.addWidget(self.buttons)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self.template.setFocus()
        first_size(self, 120, 32)

    def _load(self) -> None:
        """Take over what the template, or the plan in the deal, says."""
        chosen, language = self.template.currentData(), self._state.language
        known = next((one for one in self._state.catalogue.sessions if one.id == chosen), None)
        if known is not None:
            self.summary.setText(known.summary.get(language))
            self.stages.take(known.stages)
            if not self.seats.seats:
                self.seats.take(tuple(Seat(name="", lens=role) for role in known.roles))
            self._fill_deck(known.deck)
            self._suggest(known)
        elif self._plan is not None:
            self.summary.setText(self.tr("As it was set up before."))
            self.suggested.clear()
            self.stages.take(self._plan.stages)
            self.seats.take(self._plan.seats)
            self._fill_deck(self._plan.deck)
            self.radios[self._plan.visibility].setChecked(True)
        self._look()

    def _suggest(self, template: SessionTemplate) -> None:
        """Say which policy a template was made for; nobody but the chair chooses it."""
        policy = self.radios[template.visibility].text()
        self.suggested.setText(self.tr("What this template was made for: {policy}").format(policy=policy))

    def _fill_deck(self, deck: tuple[str, ...]) -> None:
        own = self._plan.injects if self._plan else ()
        known = {one.id: one for one in (*self._state.catalogue.injects, *own)}
        self.deck.clear()
        for id in dict.fromkeys((*deck, *known)):
            title = (
                known[id].title.get(self._state.language) if id in known else self.tr("{id} (unknown)").format(id=id)
            )
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id in deck else Qt.CheckState.Unchecked)
            if id in known:
                item.setToolTip(tip(known[id].card.get(self._state.language)))
            self.deck.addItem(item)

    def _look(self) -> None:
        """Say what is missing, and let nothing through that cannot be."""
        wrong = ""
        if self._state.read_only:
            wrong = self.tr("This deal is open read-only; save it under another name to set up a session.")
        elif not self.stages.stages:
            wrong = self.tr("A session needs at least one stage; add one or choose a template.")
        elif self.policy.checkedButton() is None:
            wrong = self.tr("Choose who sees scores.")
        unknown = self.seats.unknown()
        hint = self.tr("Roles this catalogue does not know have no sheet: {names}.").format(names=", ".join(unknown))
        self.told.setText(wrong or (hint if unknown else ""))
        self.told.setVisible(bool(wrong or unknown))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not wrong)

    @property
    def plan(self) -> Plan:
        """Return the plan as it is set up."""
        items = [self.deck.item(row) for row in range(self.deck.count())]
        chosen: Visibility = next(id for id, button in self.radios.items() if button.isChecked())
        return Plan(
            template=self.template.currentData() or (self._plan.template if self._plan else ""),
            stages=self.stages.stages,
            visibility=chosen,
            seats=self.seats.seats,
            deck=tuple(
                one.data(Qt.ItemDataRole.UserRole) for one in items if one.checkState() == Qt.CheckState.Checked
            ),
            injects=self._plan.injects if self._plan else (),
            paper=self._plan.paper if self._plan else "a4",
        )

    def _accept(self) -> None:
        plan = self.plan
        self.accept()
        if plan != self._plan:
            self.intent.emit(Do(SetPlan(plan=plan)))
