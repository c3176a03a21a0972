"""The record of a workshop: stamped on a steady clock, without what is private, and silent while no session runs."""

from dataclasses import replace

from dealbuilder.document.edits import AddClause, AddPackage, RemoveClause, SealValue, SetLevel, WriteNote
from dealbuilder.document.session import Began, Ended, Marked, StageBegan
from dealbuilder.ui.open_deal import OpenDeal, from_document
from dealbuilder.ui.recording import Recorder
from tests.ui.stage.desks import MEASURES, SECRET, document


class Recorded:
    """A deal under a recorder whose clock a test turns."""

    def __init__(self, **more) -> None:
        self.now = 500.0
        self.recorder = Recorder(lambda: "2026-01-02T03:04:05+00:00", lambda: self.now)
        self.deal: OpenDeal = replace(from_document(document()), **more)

    def add(self, entry) -> None:
        self.deal = self.recorder.added(self.deal, entry)

    def do(self, edit, how="do", gesture=None, same=False) -> None:
        history = self.deal.history
        history = {"do": lambda: history.do(edit, gesture), "undo": history.undo, "redo": history.redo}[how]()
        self.deal = self.recorder.changed(self.deal.with_history(history), how, edit, same_step=same)

    def begin(self) -> None:
        self.add(Began(at="", package=self.deal.document.package()))

    @property
    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.deal.session]


LEVEL = SetLevel(package="a", measure=MEASURES[0].id, level=MEASURES[0].levels[0].id)


def test_without_a_session_edits_are_not_recorded():
    recorded = Recorded()
    recorded.do(LEVEL)
    assert recorded.kinds == []


def test_edits_undo_and_redo_are_recorded_with_the_package_after_them_until_the_session_ends():
    recorded = Recorded()
    recorded.begin()
    recorded.do(LEVEL)
    recorded.do(LEVEL, "undo")
    recorded.do(LEVEL, "redo")
    recorded.add(Ended(at=""))
    recorded.do(RemoveClause(package="a", measure=MEASURES[0].id))
    assert recorded.kinds == ["began", "changed", "changed", "changed", "ended"]
    levels = [entry.package.clauses[0].level for entry in recorded.deal.session[1:4]]
    assert levels == [MEASURES[0].levels[0].id, MEASURES[0].levels[1].id, MEASURES[0].levels[0].id]
    assert [entry.how for entry in recorded.deal.session[1:4]] == ["do", "undo", "redo"]


def test_nothing_sealed_or_private_is_in_the_record():
    recorded = Recorded()
    recorded.begin()
    recorded.do(SealValue(key="lens:y", value=SECRET))
    recorded.do(WriteNote(package="a", text=SECRET + "!", private=True))
    recorded.do(AddPackage(package=document().package("b").model_copy(update={"id": "c"})))
    clause = document().package().clauses[0].model_copy(update={"measure": MEASURES[1].id})
    recorded.do(AddClause(package="a", clause=clause.model_copy(update={"level": MEASURES[1].levels[0].id})))
    assert recorded.kinds == ["began", "changed", "changed"]
    assert SECRET not in repr(recorded.deal.session[1:])


def test_seconds_count_from_the_start_on_the_steady_clock_and_a_round_lasts_until_the_next_stage():
    recorded = Recorded()
    recorded.begin()
    recorded.now += 61.04
    recorded.add(StageBegan(at="", stage=1, round=2, title="x"))
    recorded.now += 10
    recorded.do(LEVEL)
    recorded.add(StageBegan(at="", stage=2, title="y"))
    assert [entry.seconds for entry in recorded.deal.session] == [0.0, 61.0, 71.0, 71.0]
    assert [entry.round for entry in recorded.deal.session] == [0, 2, 2, 0]
    assert {entry.at for entry in recorded.deal.session} == {"2026-01-02T03:04:05+00:00"}


def test_a_session_that_was_left_running_goes_on_where_its_record_ends():
    recorded = Recorded()
    recorded.begin()
    recorded.now += 100
    recorded.add(Marked(at="", text="x"))
    later = Recorded(session=recorded.deal.session)
    later.now = 9000.0
    assert later.recorder.elapsed(later.deal.session) == 100.0
    later.add(Marked(at="", text="y"))
    later.now += 5
    later.add(Marked(at="", text="z"))
    assert [entry.seconds for entry in later.deal.session] == [0.0, 100.0, 100.0, 105.0]
    assert later.recorder.elapsed(later.deal.session) == 105.0


def test_of_a_drag_the_last_edit_is_kept_but_two_clauses_of_one_gesture_are_two_entries():
    recorded = Recorded()
    recorded.begin()
    for level in (MEASURES[0].levels[0], MEASURES[0].levels[1], MEASURES[0].levels[0]):
        edit = LEVEL.model_copy(update={"level": level.id})
        recorded.do(edit, gesture="drag", same=len(recorded.kinds) > 1)
    assert recorded.kinds == ["began", "changed"]
    assert recorded.deal.session[1].edit == LEVEL
    clause = document().package().clauses[0].model_copy(update={"measure": MEASURES[1].id})
    recorded.do(AddClause(package="a", clause=clause.model_copy(update={"level": MEASURES[1].levels[0].id})), same=True)
    assert recorded.kinds == ["began", "changed", "changed"]


def test_a_deal_that_is_open_read_only_keeps_no_record():
    recorded = Recorded(read_only=True)
    recorded.begin()
    assert recorded.kinds == []


def test_two_sessions_follow_one_another_and_each_counts_from_nought():
    recorded = Recorded()
    recorded.begin()
    recorded.now += 50
    recorded.add(Ended(at=""))
    recorded.now += 50
    recorded.begin()
    assert [entry.seconds for entry in recorded.deal.session] == [0.0, 50.0, 0.0]


def test_a_record_that_is_full_takes_nothing_more_and_loses_nothing(monkeypatch):
    monkeypatch.setattr("dealbuilder.ui.recording.ENTRIES", 2)
    recorded = Recorded()
    recorded.begin()
    recorded.add(Marked(at="", text="x"))
    recorded.add(Marked(at="", text="y"))
    assert [entry.kind for entry in recorded.deal.session] == ["began", "marked"]
    assert recorded.deal.session[1].text == "x"
