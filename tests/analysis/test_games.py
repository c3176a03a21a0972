"""Shapley values and interactions of games given in full, held against brute force and an independent library."""

import itertools
from math import factorial

import numpy as np
import pytest
import shapiq

from dealbuilder.analysis.games import interactions, shapley


def game(seed: int, count: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(2**count, 2))


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_shares_are_those_of_every_order_of_arrival(count: int) -> None:
    table = game(count, count)
    expected = np.zeros((count, 2))
    for order in itertools.permutations(range(count)):
        mask = 0
        for player in order:
            expected[player] += table[mask | 1 << player] - table[mask]
            mask |= 1 << player
    assert np.allclose(shapley(table).reshape(count, 2), expected / factorial(count), atol=1e-12)


@pytest.mark.parametrize("count", [1, 4, 7])
def test_shares_and_interactions_agree_with_shapiq(count: int) -> None:
    table = game(10 + count, count)

    def value(coalitions: np.ndarray) -> np.ndarray:
        return np.array([table[sum(1 << i for i in np.flatnonzero(row)), 0] for row in coalitions])

    reference = shapiq.ExactComputer(n_players=count, game=value)
    shares, pairs = shapley(table)[:, 0], interactions(table)[:, :, 0]
    known = reference("SV", order=1)
    assert np.allclose(shares, [known[(one,)] for one in range(count)], atol=1e-12)
    if count > 1:
        known = reference("SII", order=2)
        for one, other in itertools.combinations(range(count), 2):
            assert pairs[one, other] == pytest.approx(known[(one, other)], abs=1e-12)


def test_shares_sum_to_what_the_whole_adds() -> None:
    table = game(3, 12)
    assert np.allclose(shapley(table).sum(axis=0), table[-1] - table[0], atol=1e-9)


def test_a_table_that_lacks_coalitions_is_refused() -> None:
    with pytest.raises(ValueError, match="not one for each coalition"):
        shapley(np.zeros(3))
