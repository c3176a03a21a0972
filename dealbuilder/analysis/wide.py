"""The wide front: packages far from the present one that no other found one beats, and the bargaining points on it."""

from collections.abc import Sequence
from itertools import product
from math import prod

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.frontier import front, points
from dealbuilder.analysis.fronts import BUDGET, Wide
from dealbuilder.analysis.many import SENSE, Reader
from dealbuilder.analysis.party_value import PARTIES, reservation
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.analysis.space import Bounds, Ranks, Space, space
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package

SCREEN_DRAWS = 2
EFFECT_DRAWS = 16
EXACT = 0.5
"""Share of the budget for every combination of the measures that move most; the rest searches around the front."""
ROUNDS = 4
FINALISTS = 60
"""Packages of the screened front that are read again with the setting's draws."""


def search(
    catalogue: Catalogue,
    package: Package,
    setting: Setting,
    lenses: Sequence[Lens],
    bounds: Bounds,
    budget: int = BUDGET,
    tick: Tick | None = None,
) -> Wide:
    """Return the front of what a seeded search finds; better packages than these may exist.

    Every combination of the measures that move most is looked at, then packages a step or two from the front so far.
    """
    room, reader = space(catalogue, package, bounds), Reader(catalogue, lenses, setting)
    chance = np.random.Generator(np.random.PCG64(setting.seed))
    single = room.singles()
    near = np.vstack([room.start[None], single])
    effects = _read(room, reader, near, EFFECT_DRAWS, part_of(tick, 0.0, 0.1))
    places, whole = _combinations(room, single, effects, max(1, round(EXACT * budget)))
    rows = _distinct(np.vstack([near, whole[room.consistent(whole)]]))
    values = _read(room, reader, rows, SCREEN_DRAWS, part_of(tick, 0.1, 0.5))
    each = max(0, budget - len(rows)) // ROUNDS
    for turn in range(ROUNDS if each else 0):
        fresh = _around(room, rows, rows[front(values, SENSE)], each, chance)
        step = 0.35 / ROUNDS
        found = _read(room, reader, fresh, SCREEN_DRAWS, part_of(tick, 0.5 + turn * step, 0.5 + (turn + 1) * step))
        rows, values = np.vstack([rows, fresh]), np.vstack([values, found])
    least = tuple(reservation(lenses, party) for party in PARTIES)
    best = np.flatnonzero(front(values, SENSE))
    chosen = [at for at in _spread(values[best], least) if room.stands(rows[best[at]])]
    final = np.vstack([room.start[None], rows[best[chosen]]])
    exact = _read(room, reader, final, setting.draws, part_of(tick, 0.85, 1.0))
    kept = np.flatnonzero(front(exact, SENSE))
    kept = kept[np.unique(final[kept], axis=0, return_index=True)[1]]
    us, china, supply, cost = exact[0].tolist()
    return Wide(
        present=(us, china, supply, cost),
        packages=tuple(room.built(final[at]) for at in kept),
        moves=tuple(room.moves(final[at]) for at in kept),
        values=exact[kept],
        points=points(exact[kept, :2], least),
        reservations=(least[0], least[1]),
        measures=tuple(catalogue.measures[place].id for place in places),
        looked=len(rows),
        front=len(best),
        screened=min(SCREEN_DRAWS, setting.draws),
        draws=setting.draws,
        seed=setting.seed,
    )


def _read(room: Space, reader: Reader, rows: Ranks, draws: int, tick: Tick | None) -> FloatArray:
    return reader.read([room.built(row) for row in rows], draws, tick).mean(axis=2)


def _distinct(rows: Ranks) -> Ranks:
    """Return rows without repetitions, in their order."""
    return rows[np.sort(np.unique(rows, axis=0, return_index=True)[1])]


def _combinations(room: Space, single: Ranks, effects: FloatArray, most: int) -> tuple[list[int], Ranks]:
    """Return the measures that move the objectives most and every combination of their levels, at most `most` rows."""
    if not len(single):
        return [], room.start[None]
    moved = np.abs(effects[1:] - effects[0])
    size = (moved / np.maximum(moved.max(axis=0), 1e-12)).max(axis=1)
    measure = (single != room.start).argmax(axis=1)
    strongest = {int(place): float(size[measure == place].max()) for place in np.unique(measure)}
    places: list[int] = []
    for place in sorted(strongest, key=lambda at: (-strongest[at], at)):
        if prod(len(room.options[at]) for at in [*places, place]) > most:
            break
        places.append(place)
    rows = np.repeat(room.start[None], prod(len(room.options[at]) for at in places), axis=0)
    if places:
        rows[:, places] = list(product(*(room.options[at] for at in places)))
    return places, rows


def _around(room: Space, known: Ranks, best: Ranks, count: int, chance: np.random.Generator) -> Ranks:
    """Return up to `count` new rows, each a step or two from a row of the front or a mixture of two of them."""
    movable = np.array([place for place, ranks in enumerate(room.options) if len(ranks) > 1], dtype=np.int64)
    if not len(movable):
        return known[:0]
    parents = best[chance.integers(len(best), size=(2, 2 * count))]
    mixed = np.where(chance.random((2 * count, known.shape[1])) < 0.5, parents[0], parents[1])
    rows = np.where(chance.random((2 * count, 1)) < 0.5, mixed, parents[0])
    for share in (1.0, 0.5):
        stepping = np.flatnonzero(chance.random(2 * count) < share)
        places = movable[chance.integers(len(movable), size=len(stepping))]
        rows[stepping, places] = [room.options[at][int(chance.integers(len(room.options[at])))] for at in places]
    rows = _distinct(rows[room.consistent(rows)])
    seen = {row.tobytes() for row in known}
    return rows[[row.tobytes() not in seen for row in rows]][:count] if len(rows) else rows


def _spread(values: FloatArray, least: Sequence[float]) -> list[int]:
    """Return the places of rows that show a front: its bargaining points, its extremes, then the loneliest ones."""
    if len(values) <= FINALISTS:
        return list(range(len(values)))
    named = points(values[:, :2], least)
    taken = {place for found in named.at.values() for place in found[:1]} | {int(named.nearest or 0)}
    taken |= {int(at) for at in (values * SENSE).argmax(axis=0)}
    scaled = values / np.maximum(np.ptp(values, axis=0), 1e-12)
    gap = np.min([np.abs(scaled - scaled[at]).sum(axis=1) for at in taken], axis=0)
    order = list(taken)
    while len(order) < FINALISTS and gap.max() > 0.0:
        order.append(int(gap.argmax()))
        gap = np.minimum(gap, np.abs(scaled - scaled[order[-1]]).sum(axis=1))
    return order
