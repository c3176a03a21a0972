"""The show without widgets: running order, prediction, reveal, replay, and what covers the room."""

from dataclasses import replace

import pytest

from dealbuilder.model.workshop import SCENES
from dealbuilder.report.stage.staging import Compared
from dealbuilder.ui.stage.asking import Asking
from dealbuilder.ui.stage.countdown import Countdown
from dealbuilder.ui.stage.show import Show
from tests.ui.stage.desks import MEASURES, SECRET, STAGES, Desk, answer, seen, stage

FIVE = Asking("How much?", "supply_restored", ("a", "b", "c", "d", "e"), (10.0, 20.0, 30.0, 40.0))


class Played:
    """A show on a desk, with its record and a clock that a test turns."""

    def __init__(self, policy: str = "public", stages=STAGES) -> None:
        self.now = 0.0
        self.record: list = []
        self.desk = Desk(policy)
        self.show = Show(self.record.append, policy, stages, Countdown(lambda: self.now))
        self.show.see(self.desk.state)

    @property
    def staging(self):
        return self.show.sight()[1]

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.record]

    def change(self, place: int = 2, measure: int = 0) -> None:
        self.show.see(self.desk.level(place, measure))
        self.show.see(self.desk.quick())
        self.show.see(self.desk.final())


def test_a_stage_brings_its_scene_its_words_its_minutes_and_an_entry():
    played = Played()
    played.show.go(1)
    staging = played.staging
    assert (staging.scene, staging.round, staging.stage_title, staging.brief) == (
        "package",
        1,
        "Round 1",
        "read Round 1",
    )
    assert staging.move == "both"
    assert (staging.clock.total, staging.clock.left, staging.clock.running) == (600.0, 600.0, True)
    (entry,) = played.record
    assert (entry.kind, entry.stage, entry.round, entry.title) == ("stage", 1, 1, "Round 1")


def test_a_clicker_turns_pages_first_and_then_goes_on_to_the_next_stage_and_stops_at_the_last():
    played = Played()
    played.show.go(1)
    played.show.pages = 2
    played.show.step(1)
    assert (played.show.at, played.staging.page) == (1, 1)
    played.show.step(1)
    assert (played.show.at, played.staging.page) == (2, 0)
    played.show.step(1)
    assert played.show.at == 2
    played.show.step(-1)
    played.show.step(-1)
    played.show.step(-1)
    assert played.show.at == 0


def test_without_a_running_order_a_clicker_walks_through_the_scenes_but_never_into_black():
    played = Played(stages=())
    walked = []
    for _ in range(len(SCENES) - 1):
        walked.append(played.staging.scene)
        played.show.step(1)
    assert walked == [scene for scene in SCENES if scene != "dark"]
    assert played.staging.scene == walked[0]


def test_a_prediction_hides_public_scores_until_they_are_revealed():
    played = Played()
    shown = played.desk.state.evaluation
    assert played.show.sight()[0].evaluation is shown
    assert played.show.ask(FIVE)
    assert played.staging.hidden
    assert played.staging.scene == "score"
    played.change()
    assert seen(played.show.sight()) == [shown]
    for answered in (1, 1, 3):
        played.show.tally(answered)
    played.show.tally(3, -1)
    played.show.tally(0, -1)
    played.show.tally(7)
    assert played.staging.prediction.hands == (0, 2, 0, 0, 0)
    assert played.show.reveal() == "shown"
    state, staging = played.show.sight()
    assert not staging.hidden
    assert state.evaluation is played.desk.state.evaluation
    assert staging.since is shown
    assert staging.prediction.hands == (0, 2, 0, 0, 0)
    assert played.kinds() == ["asked", "tallied", "revealed"]
    assert played.record[0].edges == FIVE.edges
    assert played.record[-1].package.clauses[0].private_note == ""


def test_hands_are_counted_no_more_once_scores_are_shown():
    played = Played()
    played.show.ask(FIVE)
    played.show.reveal()
    played.show.tally(0)
    assert played.show.hands == (0, 0, 0, 0, 0)


def test_a_question_that_is_taken_off_is_remembered_with_its_hands_but_reveals_nothing():
    played = Played("after_reveal")
    played.show.ask(FIVE)
    played.show.tally(2)
    played.show.drop()
    assert played.staging.prediction is None
    assert played.staging.hidden
    assert played.kinds() == ["asked", "tallied"]


def test_under_after_reveal_every_change_hides_scores_and_the_next_reveal_tells_the_change_since_the_last():
    played = Played("after_reveal")
    assert seen(played.show.sight()) == []
    assert played.show.reveal() == "shown"
    first = played.desk.state.evaluation
    assert played.show.reveal() == "nothing"
    played.change()
    assert played.staging.hidden
    assert seen(played.show.sight()) == [first]
    assert played.show.reveal() == "shown"
    assert played.staging.since is first
    played.change(1)
    assert seen(played.show.sight()) == [played.show.secrecy.last]


def test_a_step_back_to_what_was_revealed_still_shows_no_answer_that_was_not():
    played = Played("after_reveal")
    played.show.reveal()
    start = played.desk.state.document
    played.change()
    played.show.see(played.desk.document(start))
    assert played.staging.hidden
    played.show.see(played.desk.fail())
    assert played.show.reveal() == "waits"
    assert played.staging.hidden


def test_a_reveal_waits_for_the_final_answer_and_a_further_change_calls_it_off():
    played = Played("after_reveal")
    played.show.see(played.desk.level(2))
    assert played.show.reveal() == "waits"
    played.show.see(played.desk.quick())
    assert played.staging.hidden
    played.show.see(played.desk.final())
    assert not played.staging.hidden
    assert played.kinds() == ["revealed"]
    played.show.see(played.desk.level(1))
    played.show.reveal()
    played.show.see(played.desk.level(2))
    played.show.see(played.desk.final())
    assert played.staging.hidden


def test_where_the_chair_alone_sees_scores_nothing_reveals_them():
    played = Played("chair")
    played.change()
    assert played.show.reveal() == "refused"
    assert not played.show.replay()
    played.show.ask(FIVE)
    assert played.show.reveal() == "refused"
    assert seen(played.show.sight()) == []
    assert played.show.basis is None


def test_a_frozen_room_keeps_what_it_saw_while_the_chair_works_on_and_then_sees_the_present():
    played = Played()
    played.show.go(0)
    kept = played.show.sight()
    played.show.freeze()
    played.change()
    played.show.go(2)
    played.show.choose("compare")
    played.show.enlarge(0.5)
    state, staging = played.show.sight()
    assert state is kept[0]
    assert replace(staging, clock=None) == replace(kept[1], clock=None)
    assert played.show.reveal() == "refused"
    assert not played.show.ask(FIVE)
    assert not played.show.replay()
    played.show.freeze()
    assert played.staging.scene == "compare"
    assert played.show.sight()[0].evaluation is played.desk.state.evaluation


def test_curtain_and_blackout_cover_even_a_frozen_room_and_leave_it_as_it_was():
    played = Played()
    played.show.freeze()
    before = played.show.sight()
    played.show.curtain = played.show.black = True
    assert played.staging.curtain
    assert played.staging.scene == "dark"
    played.show.curtain = played.show.black = False
    assert played.show.sight() == before


def test_a_replay_goes_from_before_to_after_three_times_with_the_clause_that_moved():
    played = Played()
    before = played.desk.state.evaluation
    played.change(1, measure=1)
    assert played.show.replay()
    replay = played.staging.replay
    assert (replay.before, replay.after, replay.share) == (before, played.desk.state.evaluation, 0.0)
    assert replay.measure == MEASURES[1].id
    turns = []
    for tick in range(400):
        if not played.show.replay_at(tick / 100):
            break
        turns.append((played.staging.replay.turn, played.staging.replay.share))
    assert tick == 360
    assert [turn for turn, share in turns if share < 0.001] == [1, 2, 3]
    assert played.staging.replay is None


def test_reduced_motion_shows_before_and_then_after_without_steps_between():
    played = Played()
    played.show.shown.still = True
    played.change()
    played.show.replay()
    shares = set()
    for tick in range(60):
        if not played.show.replay_at(tick / 10):
            break
        shares.add(played.staging.replay.share)
    assert shares == {0.0, 1.0}
    assert tick == 40


def test_a_replay_ends_as_soon_as_something_changes_and_there_is_none_before_a_change():
    played = Played()
    assert not played.show.replay()
    played.change()
    assert played.show.replay()
    played.show.see(played.desk.level(0))
    assert played.staging.replay is None


def test_a_replay_under_after_reveal_starts_at_the_last_reveal_never_at_what_was_hidden_between():
    played = Played("after_reveal")
    played.show.reveal()
    first = played.desk.state.evaluation
    played.change(2)
    between = played.desk.state.evaluation
    played.change(1, measure=1)
    assert not played.show.replay()
    played.show.reveal()
    assert played.show.replay()
    assert played.staging.replay.before is first
    assert all(one is not between for one in seen(played.show.sight()))


def test_what_comes_next_is_a_page_then_the_next_stage_and_hides_what_is_hidden():
    played = Played("after_reveal")
    played.show.go(0)
    played.show.pages = 2
    assert played.show.upcoming()[1].page == 1
    played.show.pages = 1
    state, staging = played.show.upcoming()
    assert (staging.scene, staging.stage_title, staging.hidden) == ("package", "Round 1", True)
    assert state.evaluation is None
    played.show.go(2)
    assert played.show.upcoming() == played.show.beneath()


def test_ranges_of_a_question_never_stand_around_a_hidden_score():
    played = Played("after_reveal")
    assert played.show.basis is None
    played.show.reveal()
    first = played.desk.state.evaluation
    assert played.show.basis is first
    played.change()
    assert played.show.basis is first


def test_nothing_that_is_kept_back_reaches_the_room():
    played = Played("public", (stage("One", "opening"), *STAGES))
    played.show.go(0)
    played.change()
    assert SECRET in repr(played.desk.state)
    assert SECRET not in repr(played.show.sight())
    assert SECRET not in repr(played.show.upcoming())


def test_the_room_gets_the_same_document_until_it_changes():
    played = Played()
    first = played.show.sight()[0].document
    assert played.show.sight()[0].document is first
    played.change()
    assert played.show.sight()[0].document is not first


def test_text_in_the_room_grows_and_shrinks_between_its_bounds():
    played = Played()
    for _ in range(30):
        played.show.enlarge(0.1)
    assert played.staging.scale == 2.0
    for _ in range(30):
        played.show.enlarge(-0.1)
    assert played.staging.scale == 1.0


@pytest.mark.parametrize("policy", ["public", "after_reveal", "chair"])
def test_answers_of_other_packages_are_shown_as_far_as_the_policy_allows(policy):
    played = Played(policy)
    played.show.reveal()
    packages = played.desk.state.document.packages
    one, other = played.desk.state.evaluation, answer("other")
    played.show.shown.compared = tuple(Compared(*pair) for pair in zip(packages, (one, other), strict=True))
    shown = [one.evaluation for one in played.staging.compared]
    assert shown == {"public": [one, other], "after_reveal": [one, None], "chair": [None, None]}[policy]
