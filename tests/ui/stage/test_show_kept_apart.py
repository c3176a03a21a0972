"""The show keeps stages, events and packages apart: a frozen clock, the event of a stage, changes of one package."""

from tests.ui.stage.desks import MEASURES, stage
from tests.ui.stage.stagings import event
from tests.ui.stage.test_show import Played


def test_while_frozen_the_room_never_sees_the_clock_of_another_stage():
    played = Played()
    played.show.go(0)
    played.show.freeze()
    played.now += 2
    played.show.timer.beat()
    assert (played.staging.clock.left, played.staging.clock.running) == (298.0, True)
    played.show.go(1)
    played.show.go(2)
    assert (played.staging.clock.total, played.staging.clock.left, played.staging.clock.running) == (
        300.0,
        298.0,
        False,
    )
    assert played.show.beneath()[1].clock.left == 600.0
    played.show.freeze()
    assert played.staging.clock.left == 600.0


def test_a_frozen_room_without_a_clock_gets_none_from_the_next_stage():
    played = Played()
    played.show.freeze()
    played.show.go(1)
    assert played.staging.clock is None


def test_the_event_scene_shows_the_event_struck_last_unless_the_stage_waits_for_another():
    stages = (stage("News", "inject", scene="inject"), stage("More", "inject", scene="inject", inject="other"))
    played = Played(stages=stages)
    first, last = event(), event().model_copy(update={"id": "last"})
    document = played.desk.state.document.model_copy(update={"injects": (first, last)})
    played.show.resume(0)
    assert played.staging.inject is None
    played.show.see(played.desk.document(document))
    assert played.staging.inject == last
    played.show.go(1)
    assert played.staging.inject is None


def test_another_package_is_no_change_to_replay_and_no_change_since_the_last_reveal():
    played = Played()
    played.change()
    assert played.show.reveal() == "shown"
    played.change(1)
    assert played.show.replay()
    played.show.see(played.desk.select("b"))
    played.show.see(played.desk.final())
    assert played.show.crosses
    assert not played.show.replay()
    assert played.staging.since is None
    played.change(2, measure=1)
    assert not played.show.crosses
    assert played.show.replay()
    assert played.staging.replay.measure == MEASURES[1].id


def test_a_change_made_before_the_other_package_was_scored_is_not_blamed_for_both():
    played = Played()
    played.show.see(played.desk.select("b"))
    played.show.see(played.desk.level(2))
    played.show.see(played.desk.final())
    assert not played.show.replay()


def test_under_after_reveal_a_reveal_of_another_package_tells_no_change_and_gives_no_ranges():
    played = Played("after_reveal")
    played.show.reveal()
    first = played.desk.state.evaluation
    played.show.see(played.desk.select("b"))
    played.show.see(played.desk.final())
    assert played.show.basis is None
    played.show.reveal()
    assert played.staging.since is None
    assert not played.show.replay()
    played.show.see(played.desk.select("a"))
    assert played.show.basis is first
