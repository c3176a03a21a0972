"""The package pane shows what was agreed and asks for edits; it changes nothing itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dealbuilder.analysis.evaluation import Idle
from dealbuilder.document.edits import (
    AddClause,
    MoveClause,
    RemoveClause,
    SetCondition,
    SetLevel,
    SetSnapback,
    SetTiming,
    UnlockGuardrail,
    WriteNote,
    apply,
)
from dealbuilder.model.package import Clause, Package
from dealbuilder.ui.intents import Do, FocusClause, FocusMeasure, Preview, ShowSource
from dealbuilder.ui.models.dragging import carrying
from dealbuilder.ui.panes.package import PackagePane
from dealbuilder.ui.widgets.clause_menu import Deed
from tests.ui.panes.states import shipped, synthetic


class Host:
    """Stands in for the workbench: makes each edit and shows the next state."""

    def __init__(self, pane, state):
        self.pane, self.state, self.intents = pane, state, []
        pane.intent.connect(self.obey)
        pane.show_state(None, state)

    def obey(self, intent):
        self.intents.append(intent)
        if isinstance(intent, Do):
            old, self.state = self.state, replace(self.state, document=apply(self.state.document, intent.edit))
            self.pane.show_state(old, self.state)

    def edits(self):
        return [intent.edit for intent in self.intents if isinstance(intent, Do)]

    def clause(self, measure):
        return self.state.document.package().clause(measure)


@pytest.fixture
def host(shown, catalogue):
    pane = PackagePane()
    shown(pane, 640, 800)
    return Host(pane, shipped(catalogue))


def levels(catalogue, id):
    return [level.id for level in catalogue.measure_by_id[id].levels]


def test_each_clause_stands_in_the_column_of_its_side(host, catalogue):
    rows = {row.measure: row for row in host.pane.desk.board.rows()}
    left, right = rows["grant_pending"], rows["cn_whitelist"]
    QApplication.processEvents()
    assert left.mapTo(host.pane, QPoint(0, 0)).x() < right.mapTo(host.pane, QPoint(0, 0)).x()
    assert len(rows) == len(host.state.document.package().clauses)


def test_right_and_left_step_the_level_and_digits_choose_it(host, catalogue):
    picker = host.pane.desk.board.row("cn_whitelist").picker
    known = levels(catalogue, "cn_whitelist")
    start = known.index(host.clause("cn_whitelist").level)
    QTest.keyClick(picker, Qt.Key.Key_Right)
    assert host.clause("cn_whitelist").level == known[start + 1]
    QTest.keyClick(picker, Qt.Key.Key_Left)
    assert host.clause("cn_whitelist").level == known[start]
    QTest.keyClick(picker, Qt.Key.Key_3)
    assert host.clause("cn_whitelist").level == known[3]
    QTest.keyClick(picker, Qt.Key.Key_0)
    assert host.clause("cn_whitelist").level == "none"
    assert all(isinstance(edit, SetLevel) for edit in host.edits())


def test_changing_one_clause_leaves_every_other_row_alone(host):
    before = {row.measure: row.view() for row in host.pane.desk.board.rows()}
    QTest.keyClick(host.pane.desk.board.row("cn_whitelist").picker, Qt.Key.Key_Right)
    after = {row.measure: row.view() for row in host.pane.desk.board.rows()}
    changed = {id for id in before if before[id] != after[id]}
    assert changed == {"cn_whitelist"}


def test_pointing_at_a_level_previews_it_and_leaving_ends_it(host, qtbot):
    picker = host.pane.desk.board.row("cn_whitelist").picker
    boxes, _ = picker._boxes()
    spot = boxes[3].center()
    none, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    picker.mouseMoveEvent(QMouseEvent(QMouseEvent.Type.MouseMove, spot, spot, none, none, plain))
    qtbot.waitUntil(lambda: any(isinstance(i, Preview) for i in host.intents), timeout=2000)
    assert isinstance(host.intents[-1].edit, SetLevel)
    picker.leaveEvent(QEvent(QEvent.Type.Leave))
    assert host.intents[-1] == Preview(None)
    assert not host.edits()


def drag(strip, from_month, to_months):
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def at(kind, month, held):
        place = QPointF(strip._x(month), strip.height() / 2)
        return QMouseEvent(kind, place, place, left, held, plain)

    strip.mousePressEvent(at(QMouseEvent.Type.MouseButtonPress, from_month, left))
    for month in to_months:
        strip.mouseMoveEvent(at(QMouseEvent.Type.MouseMove, month, left))
    strip.mouseReleaseEvent(at(QMouseEvent.Type.MouseButtonRelease, to_months[-1], Qt.MouseButton.NoButton))


def test_a_drag_of_the_timing_is_one_gesture_and_the_next_drag_another(host):
    strip = host.pane.desk.board.row("cn_whitelist").strip
    drag(strip, 60, [54, 48, 36])
    timed = [intent for intent in host.intents if isinstance(intent, Do)]
    assert all(isinstance(intent.edit, SetTiming) for intent in timed)
    assert len(timed) == 3
    assert len({intent.gesture for intent in timed}) == 1
    assert host.clause("cn_whitelist").end == 36
    drag(strip, 36, [24])
    assert len({intent.gesture for intent in host.intents if isinstance(intent, Do)}) == 2


def test_dragging_the_end_to_the_last_quarter_means_to_the_end_of_the_deal(host):
    strip = host.pane.desk.board.row("grant_pending").strip
    assert host.clause("grant_pending").end == 48
    drag(strip, 48, [54, 60])
    assert host.clause("grant_pending").end is None


def test_the_keyboard_moves_start_full_effect_and_end(host):
    row = host.pane.desk.board.row("cn_whitelist")
    own = row.view().own_ramp
    QTest.keyClick(row.strip, Qt.Key.Key_Right)
    assert host.clause("cn_whitelist").start == 1
    QTest.keyClick(row.strip, Qt.Key.Key_Up)
    QTest.keyClick(row.strip, Qt.Key.Key_PageUp)
    assert host.clause("cn_whitelist").ramp == pytest.approx(own + 3)
    QTest.keyClick(row.strip, Qt.Key.Key_Up)
    QTest.keyClick(row.strip, Qt.Key.Key_Left)
    assert host.clause("cn_whitelist").end == 59
    assert len({intent.gesture for intent in host.intents if isinstance(intent, Do)}) == 1


def test_start_and_end_never_cross(host):
    row = host.pane.desk.board.row("grant_pending")
    drag(row.strip, host.clause("grant_pending").start, [60])
    clause = host.clause("grant_pending")
    assert clause.start < clause.end


def test_delete_removes_the_clause_and_the_neighbour_takes_the_focus(host, qtbot):
    row = host.pane.desk.board.row("cn_whitelist")
    host.pane.focus_clause("cn_whitelist")
    QTest.keyClick(row.picker, Qt.Key.Key_Delete)
    assert host.edits() == [RemoveClause(package="p1", measure="cn_whitelist")]
    assert host.pane.desk.board.row("cn_whitelist") is None
    assert host.pane.desk.current() is not None


def test_going_to_the_package_goes_to_the_levels_of_its_current_clause(host):
    host.pane.focus_clause("cn_whitelist")
    host.pane.balance.setFocus()
    assert host.pane.focus_current()
    assert host.pane.desk.board.row("cn_whitelist").picker.hasFocus()


def test_an_unknown_measure_is_shown_kept_and_can_be_removed(host):
    row = host.pane.desk.board.row("old_measure")
    assert row.isVisible()
    assert row.title.text() == "Unknown measure: old_measure"
    assert "kept, not scored" in row.flags.text()
    QTest.keyClick(row.menu, Qt.Key.Key_Delete)
    assert host.clause("old_measure") is None


def test_an_unknown_level_is_said_and_no_segment_is_picked(host, catalogue):
    edit = SetLevel(package="p1", measure="cn_whitelist", level="a_level_of_tomorrow")
    host.obey(Do(edit))
    row = host.pane.desk.board.row("cn_whitelist")
    assert row.picker.value() == -1
    assert "unknown level" in row.flags.text()


def test_a_locked_guardrail_says_why_and_is_unlocked_only_on_purpose(host):
    row = host.pane.desk.board.row("oct22_chips")
    assert row.idle.text().startswith("Locked guardrail: ")
    assert "locked" in row.flags.text()
    assert not row.fix.isVisible()
    host.pane.desk.obey(Deed("oct22_chips", "unlock"))
    assert host.edits() == [UnlockGuardrail(package="p1", measure="oct22_chips", unlocked=True)]
    assert "UNLOCKED" in row.flags.text()


def with_idle(host, idle):
    evaluation = replace(host.state.evaluation, idle=(idle,))
    old, host.state = host.state, replace(host.state, evaluation=evaluation)
    host.pane.show_state(old, host.state)


def test_a_clause_without_effect_says_why_and_its_button_adds_the_remedy(host):
    idle = Idle("cn_whitelist", "Reason.", "原因。", "Remedy.", "办法。", "cn_customs")
    with_idle(host, idle)
    row = host.pane.desk.board.row("cn_whitelist")
    assert row.idle.text() == "No effect: Reason. Remedy."
    row.fix.click()
    edit = host.edits()[-1]
    assert isinstance(edit, AddClause)
    assert edit.clause.measure == "cn_customs"


def test_the_remedy_raises_a_measure_that_is_there_already(host, catalogue):
    with_idle(host, Idle("cn_whitelist", "Reason.", "原因。", "Remedy.", "办法。", "cn_review_clock"))
    known = levels(catalogue, "cn_review_clock")
    before = known.index(host.clause("cn_review_clock").level)
    host.pane.desk.board.row("cn_whitelist").fix.click()
    assert host.edits()[-1] == SetLevel(package="p1", measure="cn_review_clock", level=known[before + 1])


def test_contradictions_are_shown_with_a_way_to_the_clause(host):
    assert host.pane.clashes.isVisible()
    assert "never reached in time" in host.pane.clashes.text()


def test_a_tied_clause_lights_its_partner_and_leads_to_it(host):
    row = host.pane.desk.board.row("cn_whitelist")
    assert row.mirror.isVisible()
    row.enterEvent(_enter())
    assert host.pane.desk.board.row("grant_pending")._lit
    row.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not host.pane.desk.board.row("grant_pending")._lit
    row.mirror.click()
    assert host.intents[-1] == FocusClause("grant_pending")


def _enter():
    return QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1))


def test_a_missing_mirror_is_warned_of_and_leads_to_the_catalogue(host):
    host.obey(Do(RemoveClause(package="p1", measure="grant_pending")))
    row = host.pane.desk.board.row("cn_whitelist")
    assert "No mirror in the package" in row.mirror.accessibleName()
    row.mirror.click()
    assert isinstance(host.intents[-1], FocusMeasure)


def test_the_detail_writes_notes_conditions_and_snapback(host):
    host.pane.focus_clause("cn_whitelist")
    host.pane.desk.obey(Deed("cn_whitelist", "detail"))
    detail = host.pane.desk.detail
    assert detail.isVisible()
    detail.note.setPlainText("Line one\nline two")
    detail.note.commit()
    detail.private.setPlainText("only us")
    detail.private.commit()
    detail.snapback.click()
    detail._choose(1)
    kinds = [type(edit) for edit in host.edits()]
    assert kinds == [WriteNote, WriteNote, SetSnapback, SetCondition]
    clause = host.clause("cn_whitelist")
    assert (clause.note, clause.private_note, clause.snapback) == ("Line one\nline two", "only us", True)
    assert clause.condition is not None
    detail._choose(0)
    assert host.clause("cn_whitelist").condition is None


def test_a_note_being_written_is_kept_when_another_clause_becomes_current(host):
    host.pane.focus_clause("cn_whitelist")
    host.pane.desk.obey(Deed("cn_whitelist", "detail"))
    host.pane.desk.detail.note.setPlainText("half a thought")
    host.pane.focus_clause("cn_review_clock")
    assert host.clause("cn_whitelist").note == "half a thought"
    assert host.clause("cn_review_clock").note == ""


@pytest.mark.parametrize(
    ("what", "kind"),
    [("baseline", SetLevel), ("snapback", SetSnapback), ("after_90_days", SetTiming), ("at_signature", SetTiming),
     ("on_trigger", SetCondition), ("own_ramp", SetTiming), ("remove", RemoveClause), ("down", MoveClause)],
)  # fmt: skip
def test_each_entry_of_the_menu_is_one_edit(host, what, kind):
    host.pane.desk.obey(Deed("cn_whitelist", what))
    assert [type(edit) for edit in host.edits()] == [kind]


def test_one_timing_for_the_whole_group_is_one_gesture(host, catalogue):
    host.pane.desk.obey(Deed("cn_review_clock", "same_for_group"))
    group = catalogue.measure_by_id["cn_review_clock"].group
    same = [c for c in host.state.document.package().clauses
            if c.measure in catalogue.measure_by_id and catalogue.measure_by_id[c.measure].group == group]  # fmt: skip
    assert len(same) > 2
    assert len({(clause.start, clause.end, clause.ramp) for clause in same}) == 1
    assert len({intent.gesture for intent in host.intents if isinstance(intent, Do)}) == 1


def test_moving_up_and_down_stays_within_the_side(host):
    before = [row.measure for row in host.pane.desk.board.rows()]
    host.pane.desk.obey(Deed("cn_whitelist", "up"))
    assert [row.measure for row in host.pane.desk.board.rows()] == before
    host.pane.desk.obey(Deed("cn_whitelist", "down"))
    after = [row.measure for row in host.pane.desk.board.rows()]
    assert after.index("cn_review_clock") < after.index("cn_whitelist")


def test_an_empty_package_offers_three_ways_to_start(shown, catalogue):
    state = shipped(catalogue)
    empty = state.document.model_copy(update={"packages": (Package(id="p1", name="x"),)})
    pane = PackagePane()
    shown(pane)
    host = Host(pane, replace(state, document=empty))
    buttons = [button for button in pane.empty._buttons if button.isVisible()]
    assert len(buttons) == 3
    buttons[0].click()
    assert [type(edit) for edit in host.edits()] == [AddClause]
    assert len(pane.desk.board.rows()) == 1


def test_a_read_only_deal_is_shown_and_cannot_be_changed(shown, catalogue):
    pane = PackagePane()
    shown(pane)
    host = Host(pane, replace(shipped(catalogue), read_only=True))
    row = pane.desk.board.row("cn_whitelist")
    QTest.keyClick(row.picker, Qt.Key.Key_Right)
    QTest.keyClick(row.menu, Qt.Key.Key_Delete)
    pane.desk.obey(Deed("cn_whitelist", "remove"))
    assert host.edits() == []


def test_the_balance_leads_to_how_it_is_computed(host):
    QTest.keyClick(host.pane.balance, Qt.Key.Key_Right)
    QTest.keyClick(host.pane.balance, Qt.Key.Key_Return)
    assert host.intents[-1] == ShowSource("indicator", "balance_china")
    assert "gives" in host.pane.balance.accessibleDescription()


def test_the_pane_stands_without_an_evaluation(shown):
    pane = PackagePane()
    shown(pane)
    pane.show_state(None, synthetic(evaluation=None))
    assert pane.desk.board.rows()
    assert "waiting" in pane.balance.accessibleDescription()


def test_markup_in_a_deal_file_is_shown_as_letters(host):
    hostile = '<img src="file:///etc/hostname"><b>x</b>'
    host.obey(Do(AddClause(package="p1", clause=Clause(measure=hostile, level="<i>l</i>"))))
    row = host.pane.desk.board.row(hostile)
    assert hostile in row.title.text()
    assert "<img" not in row.title.toolTip()
    assert row.flags.textFormat() == Qt.TextFormat.PlainText


def test_up_and_down_walk_from_clause_to_clause_as_they_are_seen(host):
    host.pane.focus_clause("cn_whitelist")
    QTest.keyClick(host.pane.desk.board.row("cn_whitelist").picker, Qt.Key.Key_Down)
    assert host.pane.desk.current() == "cn_review_clock"
    QTest.keyClick(host.pane.desk.board.row("cn_review_clock").picker, Qt.Key.Key_Up)
    assert host.pane.desk.current() == "cn_whitelist"
    QTest.keyClick(host.pane.desk.board.row("cn_whitelist").picker, Qt.Key.Key_Up)
    assert host.pane.desk.current() == "us_standstill"


def test_a_clause_that_leaves_does_not_pull_the_focus_from_elsewhere(host, qtbot):
    host.pane.focus_clause("cn_whitelist")
    host.pane._toggle.setFocus()
    qtbot.waitUntil(host.pane._toggle.hasFocus, timeout=2000)
    host.obey(Do(RemoveClause(package="p1", measure="cn_whitelist")))
    assert host.pane._toggle.hasFocus()


def test_a_measure_dragged_from_the_catalogue_is_previewed_and_dropped_as_a_clause(host):
    data = carrying("cn_customs")
    action, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    host.pane.dragEnterEvent(QDragEnterEvent(QPoint(20, 20), action, data, left, plain))
    assert isinstance(host.intents[-1], Preview)
    assert host.intents[-1].edit.clause.measure == "cn_customs"
    host.pane.dropEvent(QDropEvent(QPointF(20, 20), action, data, left, plain))
    assert Preview(None) in host.intents
    assert host.clause("cn_customs") is not None
    assert host.pane.desk.current() == "cn_customs"


def test_what_is_dragged_from_elsewhere_is_not_taken(host):
    data = QMimeData()
    data.setText("cn_customs")
    event = QDragEnterEvent(
        QPoint(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.setAccepted(False)
    host.pane.dragEnterEvent(event)
    assert not event.isAccepted()
    assert not host.intents


def test_a_first_answer_does_not_make_the_reasons_flicker(host):
    with_idle(host, Idle("cn_whitelist", "Reason.", "原因。", "Remedy.", "办法。", "cn_customs"))
    quick = replace(host.state.evaluation, idle=(), final=False)
    old, host.state = host.state, replace(host.state, evaluation=quick)
    host.pane.show_state(old, host.state)
    assert host.pane.desk.board.row("cn_whitelist").idle.isVisible()
    old, host.state = host.state, replace(host.state, evaluation=replace(quick, final=True))
    host.pane.show_state(old, host.state)
    assert not host.pane.desk.board.row("cn_whitelist").idle.isVisible()
