"""Credit of many clauses: orders of arrival drawn at random, with the error of that beside the error of the draws."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.runs import Tick, part_of, world
from dealbuilder.analysis.why.coalitions import Coalitions
from dealbuilder.analysis.why.owen import Members
from dealbuilder.analysis.why.sampling import Sample, apart, orders, prefixes, sample, surroundings
from dealbuilder.analysis.why.settling import settled
from dealbuilder.analysis.why.told import Found, Told, at_ends, end_draws, ends, group_sums

A_DRAW = 640
"""Runs of the budget a squared draw: errors of orders and of draws then fall alike when the budget grows."""
LEAST = 8
"""Fewest pairs of orders: fewer would not tell their own error."""
PAIRS = 12
"""Pairs of clauses whose overlap or synergy is estimated."""
AROUND = 8
"""Coalitions, and as many complements, that each pair is tried in."""
PAIR_DRAWS = 4
HEADLINES = ("supply_restored", "leadership_cost")
"""Indicators by which pairs are chosen."""


def sampled(
    game: Coalitions,
    shown: Told,
    setting: Setting,
    groups: Sequence[Sequence[Members]],
    budget: int,
    tick: Tick | None = None,
) -> Found:
    """Return credit from orders of arrival, drawn with the setting's seed; the same seed gives the same bits."""
    count = len(game.players)
    generator = np.random.default_rng(setting.seed)
    draws = min(setting.draws, max(2, math.isqrt(budget // A_DRAW)))
    # An order and its reverse cost a coalition a place each; half the budget is for all ways to group together.
    most = max(LEAST, budget // (4 * count * draws))
    some = max(LEAST, most // max(1, len(groups)))
    singles = tuple((player,) for player in range(count))
    ways = [orders(singles, most, generator), *(orders(each, some, generator) for each in groups)]
    masks = {mask: 0 for way in ways for order in way for mask in prefixes(order.tolist())}
    masks = {mask: row for row, mask in enumerate(masks)}
    values = game.values(world(setting, draws=draws), tuple(masks), shown.outputs, part_of(tick, 0.0, 0.7))
    drawn, *grouped = [sample(way, masks, values) for way in ways]
    more = end_draws(game, setting, draws, budget)
    edges = ends(shown, game.values(world(setting, draws=more), at_ends(game), shown.outputs, part_of(tick, 0.7, 0.85)))
    found = settled(shown.of(drawn.mean), edges.near, shown.change)
    pairs = _chosen(shown, drawn)
    both = _interactions(game, shown, setting, pairs, generator, part_of(tick, 0.85, 1.0))
    divided = []
    for each, within in zip(groups, grouped, strict=True):
        by_draw = shown.of(within.mean)
        credits = settled(by_draw, by_draw, shown.change).credits
        spread = bands.standard_errors(group_sums(by_draw, each))
        by_order = group_sums(_by_pair(shown, within), each)
        divided.append((credits, np.hypot(spread, bands.standard_errors(by_order))))
    return Found(
        shapley=found.credits,
        errors=np.hypot(found.errors, bands.standard_errors(_by_pair(shown, drawn))),
        first_in=bands.means(edges.first_in),
        leave_one_out=bands.means(edges.leave_one_out),
        pairs=pairs,
        interactions=both.values,
        interaction_errors=both.errors,
        owen=tuple(divided),
        draws=draws,
        orders=2 * most,
        runs=len(masks) * draws + 2 * (count + 1) * more + both.runs,
    )


def _by_pair(shown: Told, found: Sample) -> FloatArray:
    """Return means over draws of each order and its reverse, (clauses, indicators, pairs)."""
    return shown.of(np.moveaxis(found.pairs(), 0, -1))


def _chosen(shown: Told, found: Sample) -> tuple[tuple[int, int], ...]:
    """Return the pairs that seem to work on each other most in the headlines."""
    guess = np.abs(shown.of(apart(found)[..., None])[..., 0])
    columns = [shown.ids.index(id) for id in HEADLINES if id in shown.ids]
    weight = sum((guess[..., at] / max(guess[..., at].max(), 1e-300) for at in columns), np.zeros(guess.shape[:2]))
    every = [(one, other) for other in range(len(weight)) for one in range(other) if weight[one, other] > 0]
    return tuple(sorted(sorted(every, key=lambda pair: -weight[pair])[:PAIRS]))


@dataclass(frozen=True, slots=True)
class _Both:
    """Interactions and their errors, (pairs, indicators), and how many runs they took."""

    values: FloatArray
    errors: FloatArray
    runs: int


def _interactions(
    game: Coalitions,
    shown: Told,
    setting: Setting,
    pairs: Sequence[tuple[int, int]],
    generator: np.random.Generator,
    tick: Tick | None,
) -> _Both:
    draws = min(PAIR_DRAWS, setting.draws)
    if not pairs:
        nobody = np.zeros((0, len(shown.ids)))
        return _Both(nobody, nobody, 0)
    asked: list[int] = []
    for one, other in pairs:
        for mask in surroundings(len(game.players), (one, other), AROUND, generator):
            asked += [mask, mask | 1 << one, mask | 1 << other, mask | 1 << one | 1 << other]
    rows = {mask: row for row, mask in enumerate(dict.fromkeys(asked))}
    values = game.values(world(setting, draws=draws), tuple(rows), shown.outputs, tick)
    square = values[[rows[mask] for mask in asked]].reshape(len(pairs), AROUND, 2, 4, *values.shape[1:])
    bent = (square[:, :, :, 0] - square[:, :, :, 1] - square[:, :, :, 2] + square[:, :, :, 3]).mean(axis=2)
    by_around = shown.of(np.moveaxis(bent.mean(axis=-1), 1, -1))
    by_draw = shown.of(bent.mean(axis=1))
    errors = np.hypot(bands.standard_errors(by_around), bands.standard_errors(by_draw))
    return _Both(bands.means(by_around) + 0.0, errors, len(rows) * draws)
