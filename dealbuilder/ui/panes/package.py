"""The package pane: what each side gives, at which level and when, and what ties the clauses together."""

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dealbuilder.analysis.evaluation import Idle
from dealbuilder.document.edits import AddClause, Edit
from dealbuilder.model.package import Clause
from dealbuilder.report import wording
from dealbuilder.ui.intents import Do, Preview, ShowSource
from dealbuilder.ui.models.clauses import ClauseView, resolve
from dealbuilder.ui.models.dragging import carried
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, redress
from dealbuilder.ui.widgets.balance_strip import BalanceStrip, Ledger
from dealbuilder.ui.widgets.clause_desk import ClauseDesk
from dealbuilder.ui.widgets.empty_package import SUGGESTED, EmptyPackage
from dealbuilder.ui.widgets.icon_button import IconButton
from dealbuilder.ui.widgets.soon import FRAME, PATIENCE, soon

CLASHES = 3
"""Contradictions that are told one by one at most."""
ROOM = 4
"""They take one part of so many of the pane's height, or else fewer of them are told."""


class PackagePane(QWidget):
    """Gives beside gets. Emits Do, Preview, ShowSource, FocusMeasure; shows a state, changes nothing itself."""

    intent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("packagePane")
        self.setAcceptDrops(True)
        self._state: State | None = None
        self._views: tuple[ClauseView, ...] = ()
        self._waiting = False
        self._patience = soon(self, PATIENCE, self._lose_patience)
        self._fitting = soon(self, FRAME, self._tell_clashes)
        self._told: tuple[str, tuple[Idle, ...]] = ("", ())
        self._head = Caption(factor=1.08, bold=True)
        self._count = Caption(factor=0.88, role="muted")
        self._toggle = IconButton("note", role="muted")
        self._toggle.setCheckable(True)
        self.balance = BalanceStrip()
        self.balance.chosen.connect(self._open_balance)
        self.clashes = Caption(factor=0.92, role="warn")
        self.clashes.setWordWrap(True)
        self.clashes.setTextFormat(Qt.TextFormat.RichText)
        self.clashes.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.clashes.linkActivated.connect(self.focus_clause)
        self.desk = ClauseDesk()
        self.desk.intent.connect(self.intent)
        self.desk.detailed.connect(self._toggle.setChecked)
        self._toggle.clicked.connect(self.desk.show_detail)
        self.empty = EmptyPackage()
        self.empty.chosen.connect(self._add)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.empty)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 4, 0)
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._count)
        head.addWidget(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 6, 4, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.balance)
        column.addWidget(self.clashes)
        column.addWidget(self._stack, 1)

    def show_state(self, old: State | None, new: State) -> None:
        """Show a state; nothing is resolved again unless what clauses are made of has changed."""
        self._state = new
        watched = ("document", "catalogue", "language", "evaluation", "read_only")
        if old is None or any(getattr(old, name) is not getattr(new, name) for name in watched):
            self._views = resolve(new, self._unmoved(new))
            self.desk.show_views(old, new, self._views)
            self._stack.setCurrentIndex(0 if self._views else 1)
            self._show_offers(new)
            self._show_count()
        if new.busy and (old is None or not old.busy):
            self._patience.start()
        waited = self._waiting
        if not new.busy:
            self._patience.stop()
            self._waiting = False
        same = old is not None and old.evaluation is new.evaluation and old.language == new.language
        # A clash leads to a clause, which may just have left.
        led = new.evaluation is not None and bool(new.evaluation.contradictions)
        if not same or waited != self._waiting or (led and old is not None and old.document is not new.document):
            self._show_evaluation(new)

    def _lose_patience(self) -> None:
        self._waiting = True
        if self._state is not None:
            self._show_evaluation(self._state)

    def _unmoved(self, state: State) -> tuple[Idle, ...]:
        """Return the clauses that move nothing as the last full answer told: a first answer does not ask."""
        evaluation, package = state.evaluation, state.document.active
        if evaluation is not None and evaluation.final:
            self._told = (package, evaluation.idle)
        return self._told[1] if evaluation is not None and self._told[0] == package else ()

    def focus_clause(self, measure: str) -> None:
        """Bring a clause into view and give it the keyboard."""
        self.desk.focus_clause(measure)

    def focus_current(self) -> bool:
        """Give the keyboard to the current clause, or to the first; tell whether there is one."""
        return self.desk.focus_current()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or take another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in RESTYLING:
            redress(self)
            self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell as many contradictions as there is room for."""
        super().resizeEvent(event)
        self._fitting.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a measure of the catalogue, and preview it."""
        measure = carried(event.mimeData())
        addition = self._addition(measure) if measure is not None else None
        if addition is not None:
            event.acceptProposedAction()
            self.intent.emit(Preview(addition))

    def dragLeaveEvent(self, event: QEvent) -> None:
        """End the preview of what was dragged."""
        self.intent.emit(Preview(None))

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the measure dropped."""
        measure = carried(event.mimeData())
        if measure is not None:
            event.acceptProposedAction()
            self.intent.emit(Preview(None))
            self._add(measure)

    def _retranslate(self) -> None:
        self._head.setText(self.tr("Package"))
        self._toggle.say(self.tr("Show the detail of the current clause: sentence, condition, notes"))
        if self._state is not None:
            self._show_count()
            self._show_offers(self._state)
            self._show_evaluation(self._state)

    def _show_count(self) -> None:
        self._count.setText(self.tr("Clauses: {0}").format(len(self._views)) if self._views else "")

    def _show_offers(self, state: State) -> None:
        if not self._views:
            known = state.catalogue.measure_by_id
            offers = tuple((id, known[id].title.get(state.language)) for id in SUGGESTED if id in known)
            self.empty.show_offers(offers, not state.read_only)

    def _addition(self, measure: str) -> Edit | None:
        state = self._state
        known = state.catalogue.measure_by_id.get(measure) if state is not None else None
        if state is None or known is None or state.read_only or state.document.package().clause(measure) is not None:
            return None
        return AddClause(package=state.document.active, clause=Clause(measure=measure, level=known.levels[1].id))

    def _add(self, measure: str) -> None:
        addition = self._addition(measure)
        if addition is not None:
            self.intent.emit(Do(addition))

    def _open_balance(self, side: str) -> None:
        self.intent.emit(ShowSource("indicator", f"balance_{side}"))

    def _show_evaluation(self, state: State) -> None:
        self.balance.show_ledgers(_ledger(state, "us"), _ledger(state, "china"), self._waiting)
        self._tell_clashes()

    def _tell_clashes(self) -> None:
        """Tell as many contradictions as leave room for the clauses, one at least; all stand in the tool tip."""
        state = self._state
        clashes = state.evaluation.contradictions if state is not None and state.evaluation is not None else ()
        told, lines, show = [], [], self.tr("Show")
        for clash in clashes:
            assert state is not None
            told.append(f"⚠ {escape(clash.text_zh if state.language == 'zh' else clash.text_en)}")
            here = next((m for m in clash.measures if state.document.package().clause(m) is not None), "")
            lines.append(f'{told[-1]} <a href="{escape(here)}">{show}</a>' if here else told[-1])
        self.clashes.clear()  # links take their colour from the theme as they are written
        for most in range(min(CLASHES, len(lines)), 0, -1):
            rest = [self.tr("and %n more of this kind", "", len(lines) - most)] if len(lines) > most else []
            self.clashes.setText("<br>".join((*lines[:most], *rest)))
            if self.clashes.heightForWidth(self.width()) <= self.height() // ROOM:
                break
        self.clashes.setToolTip("<br>".join(told))
        self.clashes.setVisible(bool(lines))


def _ledger(state: State, side: str) -> Ledger | None:
    if state.evaluation is None:
        return None
    try:
        given, received = (state.evaluation.score(f"value_{way}_{side}") for way in ("given", "received"))
    except KeyError:
        return None
    words = [wording.number(score.mean, score.unit, state.language) for score in (given, received)]
    return Ledger(given.mean, received.mean, *words)
