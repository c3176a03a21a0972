"""The clauses of a package at work: rows, the menu of each, and the detail of the current one."""

from itertools import count

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dealbuilder.document.edits import Edit, RemoveClause, SetLevel, SetTiming
from dealbuilder.ui.intents import Do, FocusClause, FocusMeasure, Preview, ShowSource, ShowStudy
from dealbuilder.ui.models import clause_deeds
from dealbuilder.ui.models.clauses import ClauseView
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.clause_board import ClauseBoard
from dealbuilder.ui.widgets.clause_detail import ClauseDetail
from dealbuilder.ui.widgets.clause_menu import ClauseMenu, Deed
from dealbuilder.ui.widgets.clause_row import ClauseRow
from dealbuilder.ui.widgets.scrolled import scrolled
from dealbuilder.ui.widgets.tab_order import anew
from dealbuilder.ui.widgets.timing_strip import TimingMove

DWELL = 120
"""Milliseconds that the pointer rests on a level before it is previewed."""

_gestures = count(1)


class ClauseDesk(QWidget):
    """Turns what a person does with rows into intents; `detailed` says whether the detail is wanted."""

    intent = Signal(object)
    detailed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: State | None = None
        self._views: tuple[ClauseView, ...] = ()
        self._current: str | None = None
        self._hover: Edit | None = None
        self._wanted = False
        self.board = ClauseBoard()
        self.board.row_added.connect(self._adopt)
        self._scroll = scrolled(self.board)
        self.detail = ClauseDetail()
        self._foot = scrolled(self.detail)
        self._foot.setVisible(False)
        self._rest, self._fitting = QTimer(self), QTimer(self)
        for timer, slot, pause in ((self._rest, self._preview, DWELL), (self._fitting, self._fit, 0)):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(slot)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot)
        self.detail.condition_chosen.connect(self._set_condition)
        self.detail.snapback_set.connect(self._set_snapback)
        self.detail.note_written.connect(self._write_note)
        self.detail.source_asked.connect(self._open_source)
        self.detail.closed.connect(self._close_detail)

    def show_views(self, old: State | None, new: State, views: tuple[ClauseView, ...]) -> None:
        """Show the clauses of a state, resolved; rows are touched only where what they show has changed."""
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        self._state, self._views = new, views
        self.board.set_editable(not new.read_only)
        self.board.show_views(views)
        self._keep_current(old, held)
        self._renew_detail()
        self._fitting.start()

    def current(self) -> str | None:
        """Return the measure of the current clause, or None."""
        return self._current

    def focus_clause(self, measure: str) -> None:
        """Bring a clause into view and give it the keyboard."""
        row = self.board.row(measure)
        if row is not None:
            self._scroll.ensureWidgetVisible(row)
            (row.picker if row.view().known else row.menu).setFocus(Qt.FocusReason.OtherFocusReason)
            self._make_current(measure)

    def focus_current(self) -> bool:
        """Give the keyboard to the current clause, or to the first; tell whether there is one."""
        measures = [view.clause.measure for view in self._views]
        if measures:
            self.focus_clause(self._current if self._current in measures else measures[0])
        return bool(measures)

    def show_detail(self, wanted: bool) -> None:
        """Show the detail of the current clause at the foot, or hide it."""
        if wanted and self._current is None and self._views:
            self._make_current(self._views[0].clause.measure)
        if not wanted:
            self.detail.commit()
        self._wanted = wanted
        self._renew_detail()
        self.detailed.emit(wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Fit another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the rows to the new height."""
        super().resizeEvent(event)
        self._fitting.start()

    def obey(self, deed: Deed) -> None:
        """Do what was chosen from the menu of a clause."""
        view = self._view(deed.measure)
        if view is None or self._state is None:
            return
        if deed.what == "detail":
            self.show_detail(True)
        elif deed.what == "why":
            self.intent.emit(ShowSource("measure", deed.measure))
        elif deed.what == "earned":
            self.intent.emit(ShowStudy("why", deed.measure))
        elif deed.what == "mirror":
            self._go_to_mirror(deed.measure)
        elif deed.what == "catalogue":
            self.intent.emit(FocusMeasure(deed.measure))
        else:
            edits = clause_deeds.edits(self._state, view, deed.what)
            gesture = f"{deed.what}-{next(_gestures)}" if len(edits) > 1 else None
            for edit in edits:
                self._do(edit, gesture)

    def _adopt(self, row: ClauseRow) -> None:
        row.level_picked.connect(self._set_level)
        row.level_hovered.connect(self._hover_level)
        row.timing_moved.connect(self._set_timing)
        row.menu_asked.connect(self._open_menu)
        row.fix_asked.connect(self._fix)
        row.mirror_asked.connect(self._go_to_mirror)
        row.made_current.connect(self._make_current)
        row.remove_asked.connect(self._remove)
        row.stepped.connect(self._step)
        row.lit.connect(self._light)

    def _view(self, measure: str | None) -> ClauseView | None:
        return next((view for view in self._views if view.clause.measure == measure), None)

    def _do(self, edit: Edit | None, gesture: str | None = None) -> None:
        if edit is not None and self._state is not None and not self._state.read_only:
            self._rest.stop()
            self._hover = None
            self.intent.emit(Do(edit, gesture))

    def _remove(self, measure: str) -> None:
        if self._state is not None:
            self._do(RemoveClause(package=self._state.document.active, measure=measure))

    def _level_edit(self, measure: str, index: int) -> Edit | None:
        known = self._state.catalogue.measure_by_id.get(measure) if self._state is not None else None
        if self._state is None or known is None or not 0 <= index < len(known.levels):
            return None
        return SetLevel(package=self._state.document.active, measure=measure, level=known.levels[index].id)

    def _set_level(self, choice: tuple[str, int]) -> None:
        measure, index = choice
        self._do(self._level_edit(measure, index))

    def _hover_level(self, choice: tuple[str, int | None]) -> None:
        measure, index = choice
        view = self._view(measure)
        if index is None or view is None or index == view.current or (self._state and self._state.read_only):
            self._rest.stop()
            if self._hover is not None:
                self._hover = None
                self.intent.emit(Preview(None))
            return
        self._hover = self._level_edit(measure, index)
        self._rest.start()

    def _preview(self) -> None:
        if self._hover is not None:
            self.intent.emit(Preview(self._hover))

    def _set_timing(self, choice: tuple[str, TimingMove]) -> None:
        measure, move = choice
        if self._state is not None:
            timing = {"start": move.timing.start, "end": move.timing.end, "ramp": move.timing.ramp}
            self._do(SetTiming(package=self._state.document.active, measure=measure, **timing), move.gesture)

    def _open_menu(self, request: tuple[str, QWidget]) -> None:
        measure, button = request
        view = self._view(measure)
        if view is None or self._state is None:
            return
        self._make_current(measure)
        menu = ClauseMenu(view, self._state.read_only, bool(clause_deeds.triggers(self._state, view)), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.chosen.connect(self.obey)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _step(self, step: tuple[str, int]) -> None:
        measure, way = step
        ids = [row.measure for row in self.board.rows_as_seen()]
        place = ids.index(measure) + way
        if 0 <= place < len(ids):
            self.focus_clause(ids[place])

    def _fix(self, measure: str) -> None:
        view = self._view(measure)
        if view is not None and view.fix is not None:
            self._do(view.fix.edit)

    def _go_to_mirror(self, measure: str) -> None:
        view = self._view(measure)
        if view is None:
            return
        for partner in view.partners:
            if partner.present:
                self.intent.emit(FocusClause(partner.measure))
                return
        if view.partners:
            self.intent.emit(FocusMeasure(view.partners[0].measure))

    def _make_current(self, measure: str) -> None:
        if measure == self._current:
            return
        # Notes still being written belong to the clause that was current until now.
        self.detail.commit()
        self._current = measure
        for row in self.board.rows():
            row.set_current(row.measure == measure)
        self._renew_detail()

    def _keep_current(self, old: State | None, held: bool) -> None:
        """Choose the neighbour of a clause that left, and the clause that has just come; `held`: the focus was here."""
        ids = [view.clause.measure for view in self._views]
        before = [clause.measure for clause in old.document.package().clauses] if old is not None else []
        came = [id for id in ids if id not in before] if old is not None else []
        if self._current is not None and self._current not in ids:
            place = min(before.index(self._current), len(ids) - 1) if self._current in before else -1
            self._current = None
            if place >= 0 and held:
                self.focus_clause(ids[place])
            elif place >= 0:
                self._make_current(ids[place])
        elif len(came) == 1:
            self._make_current(came[0])
            row = self.board.row(came[0])
            if row is not None:
                self._scroll.ensureWidgetVisible(row)

    def _light(self, measure: str | None) -> None:
        view = self._view(measure)
        partners = frozenset(partner.measure for partner in view.partners) if view is not None else frozenset()
        self.board.light(partners)

    def _close_detail(self) -> None:
        self.focus_current()
        self.show_detail(False)

    def _renew_detail(self) -> None:
        view = self._view(self._current)
        row = self.board.row(self._current) if self._current is not None else None
        shown = view is not None and row is not None and self._wanted
        if shown and self._state is not None and view is not None and row is not None:
            choices = clause_deeds.triggers(self._state, view)
            self.detail.show_view(view, row.strip.words(), choices, self._state.read_only)
        if shown and self._foot.isHidden():
            anew(self)
        self._foot.setVisible(shown)
        self._fitting.start()

    def _set_condition(self, condition: object) -> None:
        self._change("condition", condition)

    def _set_snapback(self, snapback: object) -> None:
        self._change("snapback", snapback)

    def _write_note(self, note: tuple[str, bool]) -> None:
        text, private = note
        self._change("private_note" if private else "note", text)

    def _change(self, field: str, value: object) -> None:
        if self._state is not None and self._current is not None:
            self._do(clause_deeds.change(self._state.document.active, self._current, field, value))

    def _open_source(self) -> None:
        if self._current is not None:
            self.intent.emit(ShowSource("measure", self._current))

    def _fit(self) -> None:
        # The detail has the height it needs, unless the clauses above it would be left with less than half.
        need = self.detail.heightForWidth(self.width())
        self._foot.setFixedHeight(max(min(need, self.height() // 2), 1))
        self._column.activate()
        self.board.fit(self._scroll.viewport().height())
