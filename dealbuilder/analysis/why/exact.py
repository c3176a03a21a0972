"""Exact credit: every coalition of up to some fourteen clauses is run, on as many draws as the budget allows."""

from collections.abc import Sequence

import numpy as np

from dealbuilder.analysis import bands, games
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.runs import Tick, part_of, world
from dealbuilder.analysis.why.coalitions import Coalitions
from dealbuilder.analysis.why.owen import Members, owen
from dealbuilder.analysis.why.settling import settled
from dealbuilder.analysis.why.told import Found, Told, at_ends, end_draws, ends, group_sums

TABLE = 0.8
"""Share of the time that the coalitions take."""


def exact(
    game: Coalitions,
    shown: Told,
    setting: Setting,
    groups: Sequence[Sequence[Members]],
    budget: int,
    tick: Tick | None = None,
) -> Found:
    """Return credit from every coalition of the players."""
    count = len(game.players)
    draws = min(setting.draws, max(1, budget >> count))
    table = game.values(world(setting, draws=draws), range(1 << count), shown.outputs, part_of(tick, 0.0, TABLE))
    masks, more = at_ends(game), end_draws(game, setting, draws, budget)
    at = table[masks]
    if more > draws:
        at = game.values(world(setting, draws=more), masks, shown.outputs, part_of(tick, TABLE, 1.0))
    edges = ends(shown, at)
    by_draw = shown.of(games.shapley(table))
    found = settled(by_draw, edges.near if more > draws else by_draw, shown.change)
    divided = []
    for each in groups:
        # What grouping moves from one clause to another is taken from the same draws; it sums to nought.
        within = shown.of(owen(table, each))
        moved = found.credits + bands.means(within - by_draw)
        rest = within - edges.near[..., :draws] if more > draws else within
        errors = bands.standard_errors(group_sums(rest, each))
        if more > draws:
            errors = np.hypot(errors, bands.standard_errors(group_sums(edges.near, each)))
        divided.append((moved + 0.0, errors))
    pairs = tuple((one, other) for other in range(count) for one in range(other))
    both = shown.of(games.interactions(bands.means(table)[..., None]))[..., 0]
    return Found(
        shapley=found.credits,
        errors=found.errors,
        first_in=bands.means(edges.first_in),
        leave_one_out=bands.means(edges.leave_one_out),
        pairs=pairs,
        interactions=np.array([both[pair] for pair in pairs]).reshape(len(pairs), len(shown.ids)),
        interaction_errors=bands.standard_errors(shown.of(games.pairs(table))),
        owen=tuple(divided),
        draws=draws,
        orders=0,
        runs=len(table) * draws + (len(masks) * more if more > draws else 0),
    )
