"""How much of the spread of a score each assumption accounts for, alone and with all its interactions: Sobol indices.

Design, estimators (Saltelli and others 2010) and bootstrap intervals are SALib's, number for number, laid out for whole
arrays in `saltelli`: its loops cost more than our runs. With some two hundred inputs a design with each of them alone
would take half a million runs, so inputs are grouped: each assumption that the lows and highs
showed to move the score most stands alone; all others together are one group, whose total says what the screening may
have missed; luck (when the truce breaks and when it is mended) is one group too. Luck is drawn and not held, so that
shares are shares of the whole spread that the scoreboard shows.
"""

from collections.abc import Sequence

import numpy as np
from SALib.analyze import rbd_fast
from scipy.special import gammaincinv

from dealbuilder.analysis import saltelli
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.hanging import OTHERS, Indices
from dealbuilder.analysis.quantity import Quantity, measured
from dealbuilder.analysis.runs import RunStore, Tick, world
from dealbuilder.analysis.scoreboard import BALANCES, LEVELS, SHARES
from dealbuilder.analysis.swings import Swings
from dealbuilder.analysis.uncertain import LUCK, Uncertain, inputs, run_columns, uncertain
from dealbuilder.engine.draws import EDGE
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package

ALONE = 16
"""Assumptions that stand alone."""
POINTS = 1024
"""Base points of a design."""
HARMONICS = 10
"""Of the curve that the given-data kind lays through the draws."""
CHANCE = 0.05
"""How often, among all assumptions that mean nothing, the largest may still pass for something."""
FEWEST = 64
"""Draws below which the given-data kind says nothing."""
MOST = 4096
"""Draws it is given at most."""
SEEDS = 2**32
"""Seeds that every generator takes; a deal's may be larger."""
STILL = 1e-12
"""Spread, as a share of the size, below which a quantity does not vary."""


def screened(swings: Swings, wanted: Quantity, count: int = ALONE) -> tuple[str, ...]:
    """Return the assumptions whose two ends lie furthest apart on the common draws, whatever the direction.

    That is Morris's measure with one step over the whole range: an assumption that only interacts is not missed.
    """
    moved = swings.by_id[wanted.id].moved
    order = np.argsort(-moved, kind="stable")[:count]
    return tuple(swings.uncertain.ids[int(place)] for place in order if moved[place] > 0.0)


def sobol_indices(
    catalogue: Catalogue,
    package: Package,
    baseline: Package,
    setting: Setting,
    wanted: Sequence[Quantity],
    alone: Sequence[str] | None = None,
    points: int = POINTS,
    tick: Tick | None = None,
) -> tuple[Indices, ...]:
    """Return the indices of each quantity; `alone` names the assumptions that stand alone, all if None."""
    known, prepared = uncertain(catalogue, setting), inputs(catalogue, setting, 1)
    count, lucks = len(known.ids), len(prepared.shocks)
    single = [place for place, id in enumerate(known.ids) if alone is None or id in alone]
    others = [place for place in range(count) if place not in set(single)]
    groups = [*([place] for place in single), list(range(count, count + lucks)), *([others] if others else [])]
    names = (*(known.ids[place] for place in single), LUCK, *((OTHERS,) if others else ()))
    drawn = _drawn(known, saltelli.base_points(points, count + lucks, setting.seed % SEEDS))

    def layout(begin: int, end: int) -> tuple[FloatArray, FloatArray]:
        laid = saltelli.rows(drawn, groups, begin, end).T
        values = np.repeat(prepared.values[:, :1], end - begin, axis=1)
        values[known.rows] = laid[:count]
        return values, laid[count:]

    rows = saltelli.length(points, len(groups))
    packages = (package, baseline) if any(map(_compares, wanted)) else (package,)
    ran = run_columns(prepared, packages, rows, layout, tick)
    return tuple(
        _indices(one.id, names, measured(one, ran[0], ran[-1])[0], len(others), setting.seed) for one in wanted
    )


def _drawn(known: Uncertain, points: FloatArray) -> FloatArray:
    """Return base points as values of the assumptions and of luck: a row that takes some from B takes values, too."""
    inputs = points.shape[1] // 2
    uniform, found = np.clip(points, EDGE, 1.0 - EDGE), np.empty_like(points)
    for column in range(points.shape[1]):
        place = column % inputs
        one = uniform[:, column]
        found[:, column] = known.drawn(place, one) if place < len(known.ids) else -np.log1p(-one)
    return found


def given_data(
    store: RunStore,
    package: Package,
    baseline: Package,
    setting: Setting,
    wanted: Quantity,
    among: Sequence[str] | None = None,
    tick: Tick | None = None,
) -> Indices:
    """Return first-order indices from the draws that the score was made of, by random balance designs: no run more.

    `among` names the assumptions that are looked at, all that are uncertain if None.
    """
    ours, theirs = store.draws(world(setting), (package, baseline), tick)
    known = uncertain(store.catalogue, setting)
    chosen = [(id, row) for id, row in zip(known.ids, known.rows, strict=True) if among is None or id in among]
    ids, rows = tuple(id for id, _ in chosen), [row for _, row in chosen]
    values, level = ours.values[rows, :MOST].T, measured(wanted, ours.outputs, theirs.outputs)[0][:MOST]
    none, unknown = np.zeros(len(ids)), np.full(len(ids), np.nan)
    if len(level) < FEWEST or not _varies(level) or not ids:
        return Indices(wanted.id, ids, none, none, unknown, unknown, False, len(level))
    seed = setting.seed % SEEDS
    found = rbd_fast.analyze(_problem(ids), values, level, M=HARMONICS, num_resamples=2, seed=seed)
    first = np.clip(np.nan_to_num(np.array(found["S1"], dtype=float)), 0.0, 1.0)
    # Those that were left out were looked at too: the floor is that of all.
    chance = np.full(len(ids), chance_first(len(level), len(known.ids)))
    return Indices(wanted.id, ids, first, chance, unknown, unknown, True, len(level))


def chance_first(draws: int, count: int) -> float:
    """Return the largest first-order index among `count` inputs that mean nothing, passed in only CHANCE of such lists.

    Without a relation every harmonic takes an exponential share of mean 2 / draws; HARMONICS of them are summed up.
    """
    return 2.0 / draws * (float(gammaincinv(HARMONICS, 1.0 - CHANCE / max(count, 1))) - HARMONICS)


def _problem(names: Sequence[str]) -> dict[str, object]:
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}


def _compares(wanted: Quantity) -> bool:
    """Return whether a quantity says anything of the baseline too."""
    return wanted.lens is not None or not (wanted.id in LEVELS or wanted.id in SHARES or wanted.id in BALANCES)


def _varies(level: FloatArray) -> bool:
    return bool(np.ptp(level) > STILL * max(1.0, float(np.abs(level).max())))


def _indices(id: str, names: tuple[str, ...], level: FloatArray, grouped: int, seed: int) -> Indices:
    runs, none = len(level), np.zeros(len(names))
    if not _varies(level):
        return Indices(id, names, none, none, none, none, False, runs, grouped)
    found = saltelli.estimates(level, len(names), seed)
    return Indices(id, names, *found, True, runs, grouped)
