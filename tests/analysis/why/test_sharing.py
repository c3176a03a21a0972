"""The parts of credit on games of numbers alone: Owen values, orders, and settling few draws on many."""

import itertools

import numpy as np
import pytest
import shapiq
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from dealbuilder.analysis.games import interactions, pairs, shapley
from dealbuilder.analysis.why.owen import owen
from dealbuilder.analysis.why.sampling import apart, orders, prefixes, sample, surroundings
from dealbuilder.analysis.why.settling import settled

VALUES = st.floats(-100, 100, allow_nan=False)
GAMES = st.integers(1, 5).flatmap(lambda count: arrays.arrays(float, (1 << count, 1), elements=VALUES))


def game(seed: int, count: int, wide: int = 2) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(1 << count, wide))


def by_group_orders(table: np.ndarray, groups: tuple[tuple[int, ...], ...]) -> np.ndarray:
    """Owen values as the mean over all orders in which groups arrive one after another."""
    count = sum(map(len, groups))
    total, seen = np.zeros((count, *table.shape[1:])), 0
    for lined in itertools.permutations(groups):
        for ranks in itertools.product(*(itertools.permutations(group) for group in lined)):
            order = [player for rank in ranks for player in rank]
            masks = prefixes(order)
            for place, player in enumerate(order):
                total[player] += table[masks[place + 1]] - table[masks[place]]
            seen += 1
    return total / seen


@pytest.mark.parametrize("groups", [((0, 1), (2, 3, 4)), ((4,), (0, 2), (1, 3)), ((0, 1, 2, 3, 4),)])
def test_owen_values_are_those_of_every_order_that_keeps_groups_together(groups):
    table = game(1, 5)
    np.testing.assert_allclose(owen(table, groups), by_group_orders(table, groups), atol=1e-12)


def test_groups_of_one_and_one_group_of_all_leave_the_shapley_value():
    table = game(2, 6)
    for groups in (tuple((i,) for i in range(6)), (tuple(range(6)),)):
        np.testing.assert_allclose(owen(table, groups), shapley(table), atol=1e-12)


def test_owen_values_of_a_group_sum_to_the_shapley_value_of_the_group():
    table, groups = game(3, 6), ((0, 5), (1, 2, 3), (4,))
    masks = [sum(1 << player for player in group) for group in groups]
    coarse = np.array([table[sum(m for i, m in enumerate(masks) if chosen >> i & 1)] for chosen in range(8)])
    sums = [owen(table, groups)[list(group)].sum(axis=0) for group in groups]
    np.testing.assert_allclose(sums, shapley(coarse), atol=1e-12)


def test_a_player_in_two_groups_or_in_none_is_refused():
    for groups in (((0, 1), (1, 2)), ((0, 1),)):
        with pytest.raises(ValueError, match="exactly one group"):
            owen(game(4, 3), groups)


@given(GAMES)
def test_shares_are_whole_fair_and_nought_for_who_does_nothing(table):
    count = len(table).bit_length() - 1
    idle = np.concatenate([table, table])
    shares = shapley(idle)
    assert shares[-1] == 0.0
    assert not np.signbit(shares[-1])
    assert shares.sum() == pytest.approx(table[-1, 0] - table[0, 0], abs=1e-9)
    turned = table.reshape(*(2,) * count, 1).transpose(*reversed(range(count)), count).reshape(table.shape)
    np.testing.assert_allclose(shapley(turned)[::-1], shapley(table), atol=1e-9)


@given(GAMES)
def test_pairs_by_product_are_the_interactions(table):
    count = len(table).bit_length() - 1
    both = interactions(table)
    expected = [both[one, other] for other in range(count) for one in range(other)]
    np.testing.assert_allclose(pairs(table), np.array(expected).reshape(-1, 1), atol=1e-9)


def test_pairs_agree_with_shapiq_on_random_games():
    table = game(5, 6, 1)

    def value(coalitions: np.ndarray) -> np.ndarray:
        return np.array([table[sum(1 << i for i in np.flatnonzero(row)), 0] for row in coalitions])

    known = shapiq.ExactComputer(n_players=6, game=value)("SII", order=2)
    chosen = [(one, other) for other in range(6) for one in range(other)]
    np.testing.assert_allclose(pairs(table)[:, 0], [known[pair] for pair in chosen], atol=1e-12)


def test_a_block_of_orders_has_every_player_at_every_place_equally_often():
    found = orders([(player,) for player in range(7)], 7, np.random.default_rng(1))
    assert found.shape == (14, 7)
    for place in range(7):
        assert np.bincount(found[:, place]).tolist() == [2] * 7
    np.testing.assert_array_equal(found[1::2], found[::2, ::-1])


def test_orders_keep_groups_together():
    groups = [(0, 3), (1, 2, 4), (5,)]
    home = {player: i for i, group in enumerate(groups) for player in group}
    for order in orders(groups, 9, np.random.default_rng(2)).tolist():
        assert sorted(order) == list(range(6))
        assert len([key for key, _ in itertools.groupby(order, home.__getitem__)]) == 3


def test_sampled_shares_sum_in_every_draw_and_come_close_to_the_exact_ones():
    table = game(6, 6, 3)[:, None, :] * np.ones((1, 2, 1))
    drawn = orders([(player,) for player in range(6)], 300, np.random.default_rng(3))
    found = sample(drawn, {mask: mask for mask in range(64)}, table)
    np.testing.assert_allclose(found.mean.sum(axis=0), table[-1] - table[0], atol=1e-12)
    errors = found.pairs().std(axis=0, ddof=1) / np.sqrt(300)
    assert (np.abs(found.mean.mean(axis=-1) - shapley(table).mean(axis=-1)) < 4 * errors).all()


def test_the_guess_at_pairs_finds_the_two_that_need_each_other():
    table = np.array([[10.0 if mask & 5 == 5 else 0.0] for mask in range(64)])[..., None]
    drawn = orders([(player,) for player in range(6)], 60, np.random.default_rng(4))
    guess = apart(sample(drawn, {mask: mask for mask in range(64)}, table))[..., 0]
    assert np.unravel_index(guess.argmax(), guess.shape) in ((0, 2), (2, 0))
    np.testing.assert_allclose(guess, guess.T)


def test_surroundings_leave_the_pair_out_and_come_with_their_complement():
    found = surroundings(5, (1, 3), 6, np.random.default_rng(5))
    assert len(found) == 12
    for mask, rest in zip(found[::2], found[1::2], strict=True):
        assert mask & 0b01010 == 0
        assert mask ^ rest == 0b10101
    assert set(surroundings(2, (0, 1), 2, np.random.default_rng(5))) == {0}


@pytest.mark.parametrize("draws", [1, 2, 40])
def test_settled_credits_sum_to_the_change_whatever_the_draws(draws):
    few = game(7, 3, 3 * draws)[:4].reshape(4, 3, draws)
    near = np.concatenate([few + 0.1, game(8, 3, 90)[:4].reshape(4, 3, 30)], axis=-1)
    change = np.array([1.0, -2.0, 0.0])
    np.testing.assert_allclose(settled(few, near, change).credits.sum(axis=0), change, atol=1e-12)


def test_settling_takes_nothing_from_and_gives_nothing_to_who_does_nothing():
    few = game(9, 2, 20)[:, None, :] * np.array([1.0, 0.0, 2.0, 0.0])[:, None, None]
    found = settled(few, few, np.array([5.0]))
    assert found.credits[1] == found.credits[3] == 0.0
    assert found.errors[1] == 0.0


def test_without_any_variance_a_remainder_goes_by_size_and_among_equals_evenly():
    still = np.array([1.0, 3.0, 0.0])[:, None, None] * np.ones((1, 1, 8))
    np.testing.assert_allclose(settled(still, still, np.array([6.0])).credits[:, 0], [1.5, 4.5, 0.0])
    nothing = np.zeros((2, 1, 8))
    np.testing.assert_allclose(settled(nothing, nothing, np.array([1.0])).credits[:, 0], [0.5, 0.5])


def test_what_is_known_on_many_draws_makes_few_draws_precise():
    generator = np.random.default_rng(11)
    near = generator.normal(1.0, 1.0, size=(3, 1, 4000))
    few = near[..., :4] + generator.normal(0.2, 0.01, size=(3, 1, 4))
    found = settled(few, near, near.mean(axis=-1).sum(axis=0) + 0.6)
    np.testing.assert_allclose(found.credits[:, 0], near.mean(axis=-1)[:, 0] + 0.2, atol=0.02)
    assert (found.errors < 0.03).all()
