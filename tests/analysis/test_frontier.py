"""Fronts against comparing every pair, bargaining points against NegMAS."""

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dealbuilder.analysis import frontier
from dealbuilder.analysis.frontier import front, points

with warnings.catch_warnings():
    # NegMAS and what it brings along warn as they load; only that is silenced.
    warnings.simplefilter("ignore")
    from negmas.inout import Scenario
    from negmas.outcomes import make_issue, make_os
    from negmas.preferences import LinearAdditiveUtilityFunction, MappingUtilityFunction
    from negmas.preferences.ops import (
        kalai_points,
        ks_points,
        max_welfare_points,
        nash_points,
        pareto_frontier,
    )


def by_pairs(values: np.ndarray, sense: np.ndarray) -> np.ndarray:
    """Return which rows no other row beats, by comparing every pair."""
    better = values * sense
    return np.array([not ((better >= row).all(axis=1) & (better > row).any(axis=1)).any() for row in better])


rough = st.integers(1, 4).flatmap(
    lambda wide: arrays(np.float64, st.tuples(st.integers(0, 40), st.just(wide)), elements=st.integers(-3, 3))
)


@settings(max_examples=150, deadline=None)
@given(rough, st.lists(st.sampled_from([1.0, -1.0]), min_size=4, max_size=4))
def test_the_front_is_what_comparing_every_pair_leaves_ties_and_equals_among_them(values, senses):
    sense = np.array(senses[: values.shape[1]])
    assert np.array_equal(front(values, sense), by_pairs(values, sense))


@pytest.mark.parametrize("seed", range(4))
def test_the_front_of_a_wide_cloud_is_exact(seed):
    cloud = np.random.Generator(np.random.PCG64(seed)).exponential(size=(900, 4))
    cloud /= cloud.sum(axis=1, keepdims=True) ** (seed % 2)
    assert np.array_equal(front(cloud), by_pairs(cloud, np.ones(4)))


@pytest.mark.parametrize("kind", ["even", "alike", "trade_off", "rough", "undefined"])
@pytest.mark.parametrize("wide", [2, 3, 4])
def test_dropping_first_what_strong_rows_beat_changes_no_front(kind, wide, monkeypatch):
    chance = np.random.Generator(np.random.PCG64(wide))
    cloud = chance.random((5_000, wide))
    if kind == "alike":
        cloud = chance.normal(size=(5_000, 1)) + 0.3 * chance.normal(size=(5_000, wide))
    if kind == "trade_off":
        cloud /= cloud.sum(axis=1, keepdims=True)
    if kind == "rough":
        cloud = np.round(cloud, 1)
    if kind == "undefined":
        cloud[chance.integers(5_000, size=900), 0] = np.nan
    sense = np.where(np.arange(wide) == 1, -1.0, 1.0)
    plain, mixed = front(cloud), front(cloud, sense)
    monkeypatch.setattr(frontier, "MANY", 100)
    monkeypatch.setattr(frontier, "PIECE", 300)
    assert np.array_equal(front(cloud), plain)
    assert np.array_equal(front(cloud, sense), mixed)
    assert plain.any()
    assert mixed.any()


def test_what_is_not_defined_stands_on_no_front_and_beats_nobody():
    values = np.array([[1.0, 1.0], [np.nan, 9.0], [0.0, 2.0], [np.inf, 0.0], [-np.inf, 9.0]])
    assert front(values).tolist() == [True, False, True, False, False]
    assert front(np.zeros((0, 4))).shape == (0,)


def utilities(values: np.ndarray, reservations) -> tuple:
    """Return two utility functions of NegMAS over as many outcomes as there are rows."""
    issue = make_issue(len(values), name="package")
    space = make_os([issue])
    return tuple(
        MappingUtilityFunction(
            {(place,): float(value) for place, value in enumerate(values[:, side])},
            reserved_value=float(reservations[side]),
            outcome_space=space,
        )
        for side in range(2)
    )


def agreeing(values: np.ndarray, reservations) -> None:
    """Hold our points against NegMAS's on its own front; where they tie, ours must be among them by value."""
    ufuns = utilities(values, reservations)
    outcomes = [(place,) for place in range(len(values))]
    frontier, _ = pareto_frontier(ufuns, outcomes=outcomes)
    ranges = [(float(values[:, side].min()), float(values[:, side].max())) for side in range(2)]
    ours = points(values, reservations)
    rational = (values >= reservations).all(axis=1)
    assert ours.agreed == rational.any()
    if not ours.agreed:
        return
    theirs = {
        "nash": nash_points(
            ufuns, [row for row in frontier if min(np.subtract(row, reservations)) >= 0], ranges=ranges
        ),
        "egalitarian": kalai_points(ufuns, frontier, ranges=ranges),
        "utilitarian": max_welfare_points(
            ufuns, [row for row in frontier if min(np.subtract(row, reservations)) >= 0], ranges=ranges
        ),
    }
    merit = {
        "nash": lambda row: np.prod(np.subtract(row, reservations)),
        "egalitarian": lambda row: np.min(np.subtract(row, reservations)),
        "utilitarian": lambda row: np.sum(row),
    }
    for solution, found in theirs.items():
        assert found
        best = merit[solution](found[0][0])
        for place in ours.at[solution]:
            assert merit[solution](values[place]) == pytest.approx(best)
            assert tuple(values[place]) in {tuple(row) for row in frontier}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 40), st.floats(0.05, 0.6), st.floats(0.05, 0.6))
def test_nash_egalitarian_and_utilitarian_points_are_those_of_negmas_on_random_values(seed, count, us, china):
    values = np.random.Generator(np.random.PCG64(seed)).random((count, 2))
    # The reservations lie within what the packages reach, as NegMAS takes them else for the least utility.
    reservations = np.clip((us, china), values.min(axis=0), values.max(axis=0))
    agreeing(values, reservations)


def test_points_are_those_of_negmas_on_a_negotiation_of_two_issues():
    price, amount = make_issue(11, name="price"), make_issue(7, name="amount")
    space = make_os([price, amount])
    seller = LinearAdditiveUtilityFunction(
        values={"price": lambda x: x, "amount": lambda x: 6 - x}, weights={"price": 0.7, "amount": 1.3},
        outcome_space=space,
    )  # fmt: skip
    buyer = LinearAdditiveUtilityFunction(
        values={"price": lambda x: 10 - x, "amount": lambda x: x * x / 6}, weights={"price": 0.5, "amount": 1.1},
        outcome_space=space,
    )  # fmt: skip
    outcomes = list(space.enumerate_or_sample())
    values = np.array([[float(seller(one)), float(buyer(one))] for one in outcomes])
    assert Scenario(space, (seller, buyer)).outcome_space.cardinality == len(values)
    agreeing(values, np.array([3.0, 2.0]))


def test_kalai_smorodinsky_agrees_with_negmas_where_a_package_gives_both_the_same_share():
    # On the line between the best of each party every point is on the front, and the middle gives equal shares.
    share = np.linspace(0.0, 1.0, 21)
    values = np.stack([4.0 * share, 1.0 - share], axis=1)
    ufuns = utilities(values, (0.0, 0.0))
    frontier = [tuple(row) for row in values]
    theirs = ks_points(ufuns, frontier, ranges=[(0.0, 4.0), (0.0, 1.0)])
    assert [tuple(values[place]) for place in points(values, (0.0, 0.0)).at["kalai_smorodinsky"]] == [
        row for row, _ in theirs
    ]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_kalai_smorodinsky_gives_the_party_with_the_smaller_share_the_most(seed):
    values = np.random.Generator(np.random.PCG64(seed)).random((30, 2)) - 0.2
    found = points(values, (0.0, 0.1))
    able = values[(values >= (0.0, 0.1)).all(axis=1)] - (0.0, 0.1)
    assert found.agreed == bool(len(able))
    if found.agreed:
        shares = (able / able.max(axis=0)).min(axis=1)
        for place in found.at["kalai_smorodinsky"]:
            assert ((values[place] - (0.0, 0.1)) / able.max(axis=0)).min() == pytest.approx(shares.max())


def test_without_a_package_that_both_accept_the_nearest_is_named():
    values = np.array([[1.0, -1.0], [-0.2, -0.1], [-1.0, 3.0]])
    found = points(values, (0.0, 0.0))
    assert not found.agreed
    assert found.at == {}
    assert found.nearest == 1
    assert points(np.zeros((0, 2)), (0.0, 0.0)).nearest is None


def test_a_party_that_can_gain_nothing_leaves_the_choice_to_the_other():
    found = points(np.array([[0.0, 1.0], [0.0, 2.0]]), (0.0, 0.0))
    assert found.at["kalai_smorodinsky"] == found.at["egalitarian"] == found.at["utilitarian"] == (1,)
