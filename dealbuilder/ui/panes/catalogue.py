"""The catalogue pane: every measure, found by its name or by what people call it, added at its first level."""

from collections.abc import Set

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from dealbuilder.document.edits import AddClause
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause
from dealbuilder.model.parties import SIDES
from dealbuilder.ui.intents import Do, FocusClause, Preview, ShowSource
from dealbuilder.ui.models.measures import Card, MeasureModel, Spoken
from dealbuilder.ui.models.search import Entry, find, index
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, redress
from dealbuilder.ui.widgets.card_tree import CardTree
from dealbuilder.ui.widgets.flow import FlowLayout
from dealbuilder.ui.widgets.marks import grade_words
from dealbuilder.ui.widgets.side_words import side_names, side_titles


class CataloguePane(QWidget):
    """Search, filters and cards. Emits Do(AddClause), Preview, ShowSource and FocusClause."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cataloguePane")
        self._state: State | None = None
        self._entries: tuple[Entry, ...] = ()
        self._head = Caption(factor=1.08, bold=True)
        self._count = Caption(factor=0.88, role="muted")
        self.search = QLineEdit()
        self.search.setObjectName("catalogueSearch")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._renew)
        self._sides = {side: self._chip() for side in SIDES}
        self._mirrors, self._absent = self._chip(), self._chip()
        self.tree = CardTree()
        self.tree.setObjectName("catalogueTree")
        self._model = MeasureModel(self.tree)
        self.tree.setModel(self._model)
        self.tree.added.connect(self._add)
        self.tree.asked.connect(self._ask)
        self.tree.pointed.connect(self._preview)
        self._none = Caption(role="muted")
        self._none.setWordWrap(True)
        self._none.setVisible(False)
        self._lay_out()
        self._retranslate()

    def _chip(self) -> QToolButton:
        chip = QToolButton()
        chip.setCheckable(True)
        chip.setProperty("chip", True)
        chip.toggled.connect(self._renew)
        return chip

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._count)
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in (*self._sides.values(), self._mirrors, self._absent):
            flow.addWidget(chip)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(chips)
        column.addWidget(self._none)
        column.addWidget(self.tree, 1)

    def offer(self, action: QAction) -> None:
        """Show, below the measures, what to do where none of them fits."""
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        self._column.addWidget(button)

    def focus_measure(self, measure: str) -> None:
        """Bring a measure into view and make it current, dropping search and filters if they hide it."""
        if not self._model.place(measure).isValid():
            self.search.clear()
            for chip in (*self._sides.values(), self._mirrors, self._absent):
                chip.setChecked(False)
        place = self._model.place(measure)
        if place.isValid():
            self.tree.setFocus()
            self.tree.setCurrentIndex(place)
            self.tree.scrollTo(place)

    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def hits(self) -> tuple[str, ...]:
        """Return the ids of the measures shown, from top to bottom."""
        return self._model.measures()

    def show_state(self, old: State | None, new: State) -> None:
        """Show a state; the tree is rebuilt only for another catalogue, language or set of chosen measures."""
        self._state = new
        if old is None or old.catalogue is not new.catalogue:
            self._entries = index(new.catalogue)
        if old is None or old.catalogue is not new.catalogue or old.language != new.language:
            self._renew()
        elif old.document.package() is not new.document.package():
            if self._mirrors.isChecked() or self._absent.isChecked():
                self._renew()
            else:
                self._model.refresh(self._changed(old, new), self._spoken())

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or take another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in RESTYLING:
            redress(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add the only hit with Enter, go from the search box to the list with Down, clear the search with Escape."""
        if self.search.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            hits = self._model.measures()
            if len(hits) == 1 and event.key() != Qt.Key.Key_Down:
                self.search.selectAll()
                self._add(hits[0])
            elif hits:
                self.tree.setFocus()
                self.tree.setCurrentIndex(self._model.place(hits[0]))
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self._head.setText(self.tr("Catalogue"))
        self.search.setPlaceholderText(self.tr("Search: FDPR, 50 % rule, white list …"))
        self.search.setAccessibleName(self.tr("Search the catalogue"))
        self.tree.setAccessibleName(self.tr("Measures"))
        self.tree.setAccessibleDescription(self.tr("Enter adds a measure to the package, ? opens its sources"))
        for side, name in side_names().items():
            self._sides[side].setText(name)
            self._sides[side].setAccessibleName(self.tr("Show only: {0}").format(name))
        self._mirrors.setText(self.tr("Mirrors"))
        self._mirrors.setToolTip(self.tr("Measures tied to what is in the package"))
        self._absent.setText(self.tr("Not in package"))
        for chip in (self._mirrors, self._absent):
            chip.setAccessibleName(self.tr("Show only: {0}").format(chip.text()))
        self._none.setText(self.tr("Nothing matches. Try another word, or clear the search and the filters."))
        self._renew()

    def _spoken(self) -> Spoken:
        return Spoken(self.tr("in the package"), self.tr("guardrail, locked"), grade_words(), side_titles())

    def _cards(self, with_paths: bool, only: Set[str] | None = None) -> dict[str, Card]:
        """Return the cards of all measures, or only of some."""
        state = self._state
        assert state is not None
        package, language = state.document.package(), state.language
        groups = {group.id: group.label.get(language) for group in state.catalogue.groups}
        titles = side_titles()
        cards = {}
        for measure in state.catalogue.measures:
            if only is not None and measure.id not in only:
                continue
            path = f"{titles[measure.side]} › {groups.get(measure.group, measure.group)}" if with_paths else ""
            reason = measure.guardrail_reason.get(language) if measure.guardrail_reason else ""
            guard = self.tr("Guardrail, locked: {0}").format(reason) if measure.guardrail else ""
            used = package.clause(measure.id) is not None
            texts = (measure.title.get(language), measure.summary.get(language), path, guard)
            cards[measure.id] = Card(measure, *texts, used)
        return cards

    def _changed(self, old: State, new: State) -> dict[str, Card]:
        """Return the cards of the measures that came into the package or left it."""
        before, after = ({clause.measure for clause in state.document.package().clauses} for state in (old, new))
        return self._cards(bool(self.search.text().strip()), before ^ after)

    def _tied(self) -> set[str]:
        assert self._state is not None
        chosen = {clause.measure for clause in self._state.document.package().clauses}
        tied = set()
        for measure in self._state.catalogue.measures:
            for link in measure.links:
                if link.kind == "mirrors" and measure.id in chosen:
                    tied.add(link.measure)
                if link.kind == "mirrors" and link.measure in chosen:
                    tied.add(measure.id)
        return tied - chosen

    def _renew(self) -> None:
        if self._state is None:
            return
        query = self.search.text().strip()
        cards = self._cards(bool(query))
        sides = {side for side, chip in self._sides.items() if chip.isChecked()}
        tied = self._tied() if self._mirrors.isChecked() else set(cards)
        shown = {
            id: card for id, card in cards.items()
            if (not sides or card.measure.side in sides)
            and id in tied and not (card.used and self._absent.isChecked())
        }  # fmt: skip
        current, folded = self.tree.current_measure(), self.tree.verticalScrollBar().value()
        self.tree.end_preview()
        if query:
            self._model.show_hits([shown[id] for id in find(self._entries, query) if id in shown], self._spoken())
        else:
            self._model.show_tree(self._state.catalogue, shown, self._spoken(), self._state.language)
            self.tree.expandAll()
        if current is not None and self._model.place(current).isValid():
            self.tree.setCurrentIndex(self._model.place(current))
        if not query:
            self.tree.verticalScrollBar().setValue(folded)
        count = len(self._model.measures())
        self._count.setText(self.tr("{0} of {1}").format(count, len(cards)))
        self._count.setAccessibleName(self.tr("{0} of {1} measures shown").format(count, len(cards)))
        self._none.setVisible(count == 0)

    def _clause(self, id: str) -> Clause | None:
        state = self._state
        measure: Measure | None = state.catalogue.measure_by_id.get(id) if state else None
        if state is None or measure is None or state.read_only or state.document.package().clause(id) is not None:
            return None
        return Clause(measure=id, level=measure.levels[1].id)

    def _add(self, id: str) -> None:
        clause = self._clause(id)
        if clause is not None and self._state is not None:
            self.intent.emit(Do(AddClause(package=self._state.document.active, clause=clause)))
        elif self._state is not None and self._state.document.package().clause(id) is not None:
            self.intent.emit(FocusClause(id))

    def _ask(self, id: str) -> None:
        self.intent.emit(ShowSource("measure", id))

    def _preview(self, id: str | None) -> None:
        if id is None:
            self.intent.emit(Preview(None))
            return
        clause = self._clause(id)
        edit = None
        if clause is not None and self._state is not None:
            edit = AddClause(package=self._state.document.active, clause=clause)
        self.intent.emit(Preview(edit))
