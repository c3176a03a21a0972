"""How well the room predicted, and why some predictions cannot be scored."""

import pytest

from dealbuilder.document.predictions import calibration, predictions, ranked
from dealbuilder.document.session import Asked, Tallied
from tests.document.rooms import ANSWERS, EDGES, Room, deal, played


def asked(hands: tuple[int, ...] | None, supply: float | None, **fields: object) -> Room:
    room = Room(deal())
    room.begin()
    room.add(Asked, **{"question": "?", "indicator": "supply_restored", "answers": ANSWERS, "edges": EDGES} | fields)
    if hands is not None:
        room.add(Tallied, hands=hands)
    if supply is not None:
        room.reveal(supply, 1.0)
    return room


def only(room: Room):
    (found,) = predictions(tuple(room.entries))
    return found


def test_all_hands_on_the_truth_score_nought_and_all_on_the_farthest_score_one():
    assert only(asked((7, 0, 0, 0, 0), 40.0)).score == 0.0
    assert only(asked((0, 0, 0, 0, 7), 40.0)).score == 1.0


def test_a_near_miss_scores_better_than_a_far_one():
    near, far = only(asked((0, 7, 0, 0, 0), 40.0)), only(asked((0, 0, 7, 0, 0), 40.0))
    assert 0 < near.score < far.score < 1


def test_the_score_is_the_squared_distance_of_the_summed_shares():
    # Shares 0.2, 0.3, 0.5 and the second came true: ((0.2 - 0)^2 + (0.5 - 1)^2) / 2.
    assert ranked((0.2, 0.3, 0.5), 1) == pytest.approx(0.145)
    assert ranked((1.0,), 0) == 0.0


def test_an_answer_holds_from_its_lower_edge_on():
    assert [only(asked((1, 1, 1, 1, 1), supply)).outcome for supply in (44.9, 45.0, 54.9, 55.0, 99.0)] == [
        0,
        1,
        1,
        2,
        4,
    ]


def test_the_middle_hand_stands_where_half_the_hands_are_reached():
    found = only(asked((2, 5, 6, 3, 0), 41.0))
    assert (found.median, found.share) == (2, 2 / 16)
    assert only(asked((1, 0, 0, 0, 1), 41.0)).median == 0


def test_the_last_tally_before_the_reveal_counts():
    room = asked((5, 0, 0, 0, 0), None)
    room.add(Tallied, hands=(0, 5, 0, 0, 0))
    room.reveal(50.0, 1.0)
    room.add(Tallied, hands=(0, 0, 0, 0, 5))
    assert only(room).score == 0.0


@pytest.mark.parametrize(
    ("hands", "supply", "fields", "fault"),
    [
        (None, 50.0, {}, "untallied"),
        ((0, 0, 0, 0, 0), 50.0, {}, "no_hands"),
        ((1, 1, 1, 1, 1), None, {}, "unrevealed"),
        ((1, 1, 1, 1, 1), 50.0, {"edges": ()}, "no_edges"),
        ((1, 1, 1, 1, 1), 50.0, {"indicator": "alive_12"}, "not_shown"),
        ((1, 1, 1), 50.0, {}, "other_count"),
        ((1, 1, 1, 1, 1), 50.0, {"edges": (45.0, 55.0)}, "other_count"),
    ],
)
def test_what_cannot_be_scored_says_why(hands, supply, fields, fault):
    found = only(asked(hands, supply, **fields))
    assert found.fault == fault
    assert found.score is None
    assert calibration((found,)) is None


def test_the_session_is_summed_up_over_what_can_be_scored():
    found = calibration(predictions(tuple(played().entries)))
    assert (found.count, found.lean) == (1, 2.0)
    assert found.score == pytest.approx(0.2793, abs=1e-4)
    assert found.even == pytest.approx(0.3)


def test_a_session_without_a_question_has_no_calibration():
    room = Room(deal())
    room.begin()
    assert predictions(tuple(room.entries)) == ()
    assert calibration(()) is None
