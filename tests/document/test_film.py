"""The film-strip of a session: its states, what marks them, and what an undo takes back."""

import itertools

from dealbuilder.document.clause_edits import AddClause, SetTiming
from dealbuilder.document.deal_edits import LiftInject, SealValue, StrikeInject
from dealbuilder.document.film import film, sessions
from dealbuilder.document.package_edits import AddPackage, SelectPackage
from dealbuilder.document.session import Changed
from dealbuilder.model.package import Clause, Package
from tests.document.rooms import PRIVATE, SECRET, SLOW, Room, deal, played


def shot(room: Room):
    return film(tuple(room.entries), room.document)


def opened() -> Room:
    room = Room(deal())
    room.begin()
    room.stage(0, "Round 1", round=1)
    return room


def test_each_distinct_state_is_one_frame():
    frames = shot(played()).frames
    assert [frame.number for frame in frames] == list(range(len(frames)))
    assert all(
        one.package != other.package or one.injects != other.injects for one, other in itertools.pairwise(frames)
    )


def test_a_session_without_a_change_has_one_frame():
    room = opened()
    assert [frame.how for frame in shot(room).frames] == ["began"]


def test_what_was_undone_stays_and_is_marked():
    room = opened()
    room.give("lift_eda", "support")
    room.undo()
    frames = shot(room).frames
    assert [(frame.how, frame.undone) for frame in frames] == [("began", False), ("do", True), ("undo", False)]
    assert [mark.kind for mark in shot(room).marks] == ["stage", "undone"]


def test_what_is_done_again_stands_again():
    room = opened()
    room.give("lift_eda", "support")
    room.give("cn_customs", "day_1")
    room.undo()
    room.undo()
    room.redo()
    assert [frame.undone for frame in shot(room).frames] == [False, False, True, False, False, False]


def test_an_undo_of_what_came_before_the_session_is_a_change_of_its_own():
    room = Room(deal())
    room.give("lift_eda", "support")
    room.entries.clear()
    room.begin()
    room.undo()
    assert [frame.how for frame in shot(room).frames] == ["began", "do"]


def test_the_steps_of_a_drag_are_one_state():
    room = opened()
    room.give("lift_eda", "support")
    for start in range(1, 9):
        room.after(0.01).do(SetTiming(package="p", measure="lift_eda", start=start))
    room.after(1).do(SetTiming(package="p", measure="lift_eda", start=20))
    starts = [frame.package.clauses[0].start for frame in shot(room).frames[1:]]
    assert starts == [0, 8, 20]


def test_a_drag_that_ends_where_it_began_leaves_no_state():
    room = opened()
    room.give("lift_eda", "support")
    for start in (5, 0):
        room.after(0.01).do(SetTiming(package="p", measure="lift_eda", start=start))
    assert len(shot(room).frames) == 2


def test_injects_bear_from_when_they_were_struck_to_when_they_were_lifted():
    room = opened()
    room.give("lift_eda", "support")
    room.do(StrikeInject(inject=SLOW))
    room.give("cn_customs", "day_1")
    room.do(LiftInject(id=SLOW.id))
    found = shot(room)
    assert [len(frame.injects) for frame in found.frames] == [0, 0, 1, 1, 0]
    assert [mark.kind for mark in found.marks] == ["stage", "struck", "lifted"]


def test_an_inject_told_by_card_and_edit_is_marked_once():
    assert [mark.kind for mark in shot(played()).marks].count("struck") == 1


def test_an_inject_that_bore_before_the_session_bears_from_its_start():
    room = Room(deal(injects=(SLOW,)))
    room.begin()
    room.give("lift_eda", "support")
    assert [frame.injects for frame in shot(room).frames] == [(SLOW,), (SLOW,)]


def test_an_undone_inject_bears_no_more():
    room = opened()
    room.do(StrikeInject(inject=SLOW))
    room.undo()
    frames = shot(room).frames
    assert [(len(frame.injects), frame.undone) for frame in frames] == [(0, False), (1, True), (0, False)]


def test_another_package_on_the_table_is_a_switch():
    room = opened()
    room.give("lift_eda", "support")
    room.do(AddPackage(package=Package(id="q", name="Bridge", clauses=(Clause(measure="cn_customs", level="day_1"),))))
    assert [frame.how for frame in shot(room).frames] == ["began", "do", "switch"]


def test_the_order_of_the_record_counts_and_no_time_runs_backwards():
    room = opened()
    room.after(10).give("lift_eda", "support")
    room.after(-8).give("cn_customs", "day_1")
    frames = shot(room).frames
    assert [frame.seconds for frame in frames] == [0, 600, 600]
    assert len(frames[-1].package.clauses) == 2


def test_a_record_that_breaks_off_is_told_up_to_there():
    assert shot(played()).ended
    assert not shot(played(ended=False)).ended
    assert len(shot(played(ended=False)).frames) == len(shot(played()).frames)


def test_sessions_part_at_their_beginnings():
    first, second = played(), opened()
    record = (*first.entries[3:5], *first.entries, *second.entries)
    assert [len(one) for one in sessions(record)] == [len(first.entries), len(second.entries)]
    assert sessions(()) == sessions(tuple(first.entries[1:])) == ()


def test_no_frame_holds_what_a_party_keeps_to_itself():
    room = played()
    kept = Clause(measure="lift_quartz", level="solar", private_note=PRIVATE)
    package = room.document.package()
    spoilt = package.model_copy(update={"clauses": (*package.clauses, kept)})
    sealed = Changed(at="", how="do", edit=SealValue(key="k", value=SECRET), package=spoilt)
    entries = (*room.entries[:9], sealed, *room.entries[9:])
    found = film(entries, room.document)
    assert any(frame.package.clause("lift_quartz") for frame in found.frames)
    assert SECRET not in repr(found.frames)
    assert PRIVATE not in repr(found.frames)
    assert PRIVATE in repr(sealed)


def test_a_change_of_a_copy_put_on_the_table_is_a_move_and_no_switch():
    room = opened()
    room.give("lift_eda", "support")
    room.do(AddPackage(package=room.document.package().model_copy(update={"id": "copy"})))
    room.after(1).do(AddClause(package="copy", clause=Clause(measure="cn_whitelist", level="pilot")))
    assert [(frame.how, frame.switched) for frame in shot(room).frames] == [
        ("began", False), ("do", False), ("do", False),
    ]  # fmt: skip


def test_whatever_way_another_package_comes_to_the_table_it_is_told():
    room = opened()
    room.do(AddPackage(package=Package(id="q", name="Ours", clauses=(Clause(measure="lift_eda", level="support"),))))
    room.after(1).do(SelectPackage(package="p"))
    room.after(1).undo()
    frames = shot(room).frames
    assert [frame.package.id for frame in frames] == ["p", "q", "p", "q"]
    assert [frame.switched for frame in frames] == [False, True, True, True]
