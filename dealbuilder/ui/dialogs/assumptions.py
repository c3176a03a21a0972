"""Assumptions and sources: what the model assumes, how much each matters here, and the place to contest it."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.importance import Importance
from dealbuilder.document.edits import ChangeAssumption, ResetAssumption, RestoreAssumptions
from dealbuilder.model.assumptions import Change
from dealbuilder.report import differing, wording
from dealbuilder.ui.intents import Do, ShowSource
from dealbuilder.ui.models.parameter_filter import KINDS, of_kind
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.assumption_form import AssumptionForm
from dealbuilder.ui.widgets.assumption_search import AssumptionSearch
from dealbuilder.ui.widgets.assumption_table import AssumptionTable
from dealbuilder.ui.widgets.fact_list import FactList
from dealbuilder.ui.widgets.scrolled import Body
from dealbuilder.ui.widgets.tab_order import OrderedDialog
from dealbuilder.ui.widgets.world_table import WorldTable

FACTS, WORLDS = len(KINDS), len(KINDS) + 1
"""Places of the tabs that are no table of assumptions."""
WIDTH, HEIGHT = 160, 50
"""Size in average characters and lines, if the window leaves the room."""
SHARE = 0.96
"""Part of the window that the dialog may cover."""
LOWEST = 6
"""Least height of the list, in lines of text."""


class AssumptionsDialog(OrderedDialog):
    """`intent` carries what is asked for: an edit, or a ShowSource. Stays open beside the work and follows it."""

    intent = Signal(object)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._importance: Importance | None = None
        self._waiting: bool | None = None
        self.world, self.differs = Caption(), Caption(bold=True, role="warn")
        self.note = Caption(factor=0.92, role="muted")
        self.restore_all = QPushButton()
        self.search = AssumptionSearch()
        self.tabs = QTabBar()
        self.table, self.facts, self.worlds, self.form = AssumptionTable(), FactList(), WorldTable(), AssumptionForm()
        self._stack = QStackedWidget()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.show_state(state)
        self.table.setFocus()

    def _lay_out(self) -> None:
        for caption in (self.world, self.differs, self.note):
            caption.setWordWrap(True)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.restore_all.setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        below = QHBoxLayout()
        below.addWidget(self.differs, 1)
        below.addWidget(self.restore_all)
        below.addWidget(self._buttons)
        for _ in range(WORLDS + 1):
            self.tabs.addTab("")
        for page in (self.table, self.facts, self.worlds):
            self._stack.addWidget(page)
        self._stack.setMinimumHeight(LOWEST * em(self))
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        for widget in (self.world, self.search, self.tabs, self._stack, self.note, self.form):
            whole.addWidget(widget, 1 if widget is self._stack else 0)
        column = QVBoxLayout(self)
        column.addWidget(Body(inside), 1)
        column.addLayout(below)
        order = (*self.search.controls(), self.tabs, self.table, *self.form.controls(), self.restore_all)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        window = self.parentWidget()
        most = window.window().size() * SHARE if window else self.screen().availableSize()
        self.resize(
            min(self.fontMetrics().averageCharWidth() * WIDTH, most.width()), min(HEIGHT * em(self), most.height())
        )

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.narrowed.connect(self._narrow)
        self.search.weighed.connect(self._weigh)
        self.tabs.currentChanged.connect(self._turn)
        self.table.current.connect(self._show_row)
        self.table.edited.connect(self.edit)
        self.table.restored.connect(self._restore)
        self.facts.chosen.connect(self._open_fact)
        self.form.changed.connect(self._change)
        self.form.restored.connect(self._restore)
        self.form.asked.connect(self._open_parameter)
        self.form.left.connect(self.table.setFocus)
        self.restore_all.clicked.connect(self._restore_all)
        self._buttons.rejected.connect(self.reject)

    def show_state(self, state: State) -> None:
        """Show the assumptions of a state; what is chosen and what is typed stays."""
        old, self._state = self._state, state
        spoke = old.language != state.language
        if self.search.topics.count() == 0 or spoke or old.catalogue is not state.catalogue:
            self.search.offer(state)
            self.facts.show_state(state)
            self._weigh()
        same = old.document.assumptions is state.document.assumptions and old.document.pack == state.document.pack
        if not same or spoke or not self.table.parameters.rows or old.read_only != state.read_only:
            self._fill()

    def await_importance(self, coming: bool | None) -> None:
        """Say that the importance shown belongs to an earlier score; `coming` if another is made; None: to this one."""
        if coming is not self._waiting:
            self._waiting = coming
            self._write_note()

    def show_importance(self, found: Importance | None) -> None:
        """Show how much each assumption matters, or that nobody knows (None)."""
        self._importance, self._waiting = found, None
        self._weigh()

    def edit(self, id: str) -> None:
        """Bring an assumption into view and the keyboard into its value."""
        if self.table.current_id() != id and not self.table.choose(id):
            self.search.reset()
            self.tabs.setCurrentIndex(0)
            self.table.choose(id)
        self.form.enter()

    def _fill(self) -> None:
        state, chosen = self._state, self.table.current_id()
        self.table.parameters.show_state(state)
        self.table.filter.choose()
        self.table.fit()
        if not chosen or not self.table.choose(chosen):
            self.table.selectRow(0)
        self._show_row(self.table.current_id())
        self.worlds.show_state(state)
        view = state.catalogue.worldview_by_id.get(state.document.assumptions.worldview)
        self.world.setText(
            self.tr("World: {name}. {summary}").format(
                name=view.label.get(state.language), summary=view.summary.get(state.language)
            )
            if view
            else self.tr("This catalogue has no worldview “{id}”: choose another in the header.").format(
                id=state.document.assumptions.worldview
            )
        )
        said = differing.counted(state.catalogue, state.document.assumptions.changes, state.language)
        self.differs.setText(said)
        self.restore_all.setVisible(bool(said))
        self.restore_all.setEnabled(not state.read_only)
        self._name_tabs()

    def _name_tabs(self) -> None:
        rows = self.table.parameters.rows
        names = (self.tr("All"), self.tr("Cited figures"), self.tr("Judgements"), self.tr("Changed here"))
        for place, (name, kind) in enumerate(zip(names, KINDS, strict=True)):
            self.tabs.setTabText(place, f"{name} ({sum(of_kind(row, kind) for row in rows)})")
        self.tabs.setTabText(FACTS, self.tr("Facts on record") + f" ({self.facts.count()})")
        self.tabs.setTabText(WORLDS, self.tr("Worldviews") + f" ({self.worlds.columnCount()})")

    def _turn(self, place: int) -> None:
        self._stack.setCurrentIndex(max(0, place - FACTS + 1))
        on = place < FACTS
        for part in (self.form, self.note):
            part.setVisible(on)
        self.search.serve(table=on, words=place != WORLDS)
        if on:
            self.table.filter.choose(kind=KINDS[place])
            self._keep_row()

    def _keep_row(self) -> None:
        """Have a row chosen wherever one is shown."""
        if not self.table.currentIndex().isValid():
            self.table.selectRow(0)
        self._show_row(self.table.current_id())

    def _search(self, text: str) -> None:
        self.table.filter.choose(words=text)
        self.facts.search(text)
        self._keep_row()

    def _narrow(self, topic: str) -> None:
        self.table.filter.choose(topic=topic)
        self._keep_row()

    def _weigh(self) -> None:
        found, label = self._importance, self.search.indicators.currentText()
        self.table.parameters.weigh(found.of(self.search.indicator()) if found else {}, label)
        self._write_note()

    def _write_note(self) -> None:
        found = self._importance
        if found is None:
            self.note.setText(self.tr("Importance is read off the draws of the score and appears when it is final."))
            return
        said = self.tr(
            "Importance: how closely draws and indicator go together in rank, 0 to 1; ↑ more of it with more, ↓ with "
            "less. “–” up to {floor}: with {draws} that could be chance."
        ).format(
            floor=wording.plain(found.floor, 2),
            draws=wording.number(found.draws, "draw", self._state.language, 0),
        )
        if self._waiting is not None:
            lead = self.tr("Updating …") if self._waiting else self.tr("From the last score that could be made.")
            said = f"{lead} {said}"
        elif not found.of(self.search.indicator()):
            said += " " + self.tr("For this indicator none passes.")
        self.note.setText(said)

    def _show_row(self, id: str) -> None:
        self.form.show_row(self.table.parameters.row(id), self._state.language, self._state.read_only)

    def _change(self, change: Change) -> None:
        self.intent.emit(Do(ChangeAssumption(change=change)))
        self.table.setFocus()

    def _restore(self, id: str) -> None:
        if not self._state.read_only:
            self.intent.emit(Do(ResetAssumption(parameter=id)))

    def _restore_all(self) -> None:
        self.intent.emit(Do(RestoreAssumptions()))

    def _open_parameter(self, id: str) -> None:
        self.intent.emit(ShowSource("parameter", id))

    def _open_fact(self, id: str) -> None:
        self.intent.emit(ShowSource("fact", id))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; the state in that language follows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Assumptions and sources"))
        self.search.retranslate()
        self.restore_all.setText(self.tr("Restore all"))
        self.tabs.setAccessibleName(self.tr("Kinds of assumptions"))
        self.table.setAccessibleName(self.tr("Assumptions of the model"))
        self.table.setAccessibleDescription(self.tr("Enter or F2 changes an assumption, Delete restores it"))
        self.worlds.setAccessibleName(self.tr("Worldviews"))
        self.form.retranslate()
        self._name_tabs()
