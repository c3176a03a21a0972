"""Tactics: firm comes down late, conceder early, reciprocal gives what it was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealbuilder.analysis.counterpart import tactic
from dealbuilder.analysis.counterpart.tactic import EXPONENTS, Rules
from dealbuilder.errors import DealError

shares = st.floats(0.0, 1.0)
points = st.floats(-5.0, 5.0)


@given(points, points, shares)
def test_firm_never_asks_for_less_than_conceder(best, reservation, time):
    firm, conceder = (tactic.by_clock(best, reservation, time, EXPONENTS[name]) for name in ("firm", "conceder"))
    assert firm >= conceder


@given(st.floats(0.05, 0.95))
def test_between_the_ends_firm_asks_for_strictly_more(time):
    firm, conceder = (tactic.by_clock(1.0, 0.0, time, EXPONENTS[name]) for name in ("firm", "conceder"))
    assert firm > conceder


@given(points, points, st.floats(0.02, 50.0))
def test_every_tactic_by_the_clock_starts_at_its_best_and_ends_at_its_reservation(best, reservation, exponent):
    assert tactic.by_clock(best, reservation, 0.0, exponent) == best
    assert tactic.by_clock(best, reservation, 1.0, exponent) == pytest.approx(min(best, reservation))


@given(points, points, shares, shares, st.floats(0.02, 50.0))
def test_a_tactic_by_the_clock_never_asks_for_more_later(best, reservation, one, other, exponent):
    early, late = sorted((one, other))
    assert tactic.by_clock(best, reservation, early, exponent) >= tactic.by_clock(best, reservation, late, exponent)


def test_reciprocal_gives_and_takes_back_what_the_other_did_and_stays_within_its_ends():
    assert tactic.in_kind(0.8, 0.2, 1.0, 0.1) == pytest.approx(0.6)
    assert tactic.in_kind(0.8, -0.1, 1.0, 0.1) == pytest.approx(0.9)
    assert tactic.in_kind(0.8, 5.0, 1.0, 0.1) == 0.1
    assert tactic.in_kind(0.8, -5.0, 1.0, 0.1) == 1.0


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (Rules("us", "sly"), "no tactic"),
        (Rules("us", rounds=0), "0 rounds"),
        (Rules("us", rounds=21), "21 rounds"),
        (Rules("us", exponent=0.0), "exponent"),
        (Rules("us", exponent=float("nan")), "exponent"),
        (Rules("us", seed=-1), "seed"),
    ],
)
def test_rules_that_cannot_be_played_by_are_told(rules, words):
    with pytest.raises(DealError, match=words):
        tactic.sound(rules)


def test_one_round_is_the_last_one():
    assert tactic.elapsed(1, 1) == 1.0
    assert [tactic.elapsed(round, 3) for round in (1, 2, 3)] == [0.0, 0.5, 1.0]
