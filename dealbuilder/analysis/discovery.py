"""When a deal fails: the worlds in which it does, as a box in two or three assumptions, tested on worlds not yet seen.

A world is a draw: a set of assumptions and a stroke of luck. One half of the worlds finds the box, the other half tests
it, and every count that is told comes from the other half. A box of many assumptions says nothing that anybody could
argue about, so it is looked for among the pairs of the assumptions that go most with failing (by rank correlation), and
a third one joins only where it clearly helps. Luck with the first break of the truce may be one of them: where failing
is luck, the rule says so. Where most worlds fail, the rule is about those that do not.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from dealbuilder.analysis import prim
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.failing import FEWEST_BAD, FEWEST_WORLDS, Count, Discovery, Failing, Limit, Outcome
from dealbuilder.analysis.importance import correlations
from dealbuilder.analysis.prim import Box
from dealbuilder.analysis.quantity import BoolArray, Quantity, lines, measured
from dealbuilder.analysis.runs import RunStore, Tick, part_of, world
from dealbuilder.analysis.uncertain import LUCK, first_break, uncertain
from dealbuilder.engine.draws import STRATA
from dealbuilder.model.package import Package

WORLDS = 4096
"""Worlds that are looked at where the deal does not ask for more."""
CANDIDATES = 8
"""Assumptions of which pairs are tried."""
HELPS = 0.03
"""By how much the balance of coverage and density must rise for a restriction, or a third assumption, to stay."""
CHANCE = 0.05
"""Largest chance, by quasi-p-value and in the test, that still counts as more than chance."""
WORST = 0.2
"""Share of worlds that fails where nothing else says what failing is."""
MOSTLY = 0.5
"""Share of worlds that fail beyond which the rule is about those that do not."""
RARE = 0.05
"""Share of worlds that must fail, and not fail, for the baseline to be the yardstick unasked."""

Choice = tuple[list[int], Box, tuple[Box, ...]]
"""Places of assumptions, the box chosen in them, the trajectory it is from."""


def discover(
    store: RunStore,
    package: Package,
    baseline: Package,
    setting: Setting,
    wanted: Quantity,
    failing: Failing | None = None,
    targets: Sequence[tuple[str, bool, float]] = (),
    tick: Tick | None = None,
) -> Discovery:
    """Return when a quantity fails; without `failing` a target counts, else the baseline, else the worst worlds."""
    ours, theirs = store.draws(world(setting), (package, baseline), part_of(tick, 0.0, 0.7))
    level, gain = measured(wanted, ours.outputs, theirs.outputs)
    known = uncertain(store.catalogue, setting)
    counts, bad = judged(wanted, level, gain, failing, targets)
    drawn = np.vstack([ours.values[known.rows], first_break(setting)])
    return boxed(wanted, counts, (*known.ids, LUCK), drawn.T, bad, part_of(tick, 0.7, 1.0))


def judged(
    wanted: Quantity,
    level: FloatArray,
    gain: FloatArray,
    failing: Failing | None = None,
    targets: Sequence[tuple[str, bool, float]] = (),
) -> tuple[Failing, BoolArray]:
    """Return what counts as failing and which worlds fail, (worlds,)."""
    if failing is None:
        line = lines(wanted, targets)[0]
        bad = ~line.met(line.margin(level, gain))
        failing = Failing(line if line.kind != "baseline" or RARE <= bad.mean() <= 1.0 - RARE else None)
    if failing.line is not None:
        return failing, ~failing.line.met(failing.line.margin(level, gain))
    worth = level if wanted.sense >= 0 else -level
    if not float(np.ptp(worth)) > 0.0:
        return failing, np.zeros(len(worth), dtype=bool)
    beyond = float(np.sort(worth)[max(int(WORST * len(worth)) - 1, 0)])
    bad = worth <= beyond
    return Failing(None, beyond if wanted.sense >= 0 else -beyond), bad


def boxed(
    wanted: Quantity, failing: Failing, ids: Sequence[str], values: FloatArray, bad: BoolArray, tick: Tick | None = None
) -> Discovery:
    """Return the rule that tells bad worlds from others; `values` (worlds, ids), `bad` (worlds,)."""
    turned = len(bad) > 0 and float(bad.mean()) > MOSTLY
    hits = ~bad if turned else bad
    half = len(bad) // 2 // STRATA * STRATA
    seen, unseen = slice(None, half), slice(half, None)
    outcome = _hopeless(bad, half)
    order = [] if outcome == "few" else _candidates(values[seen], hits[seen])
    best = None if outcome else _best(values[seen], hits[seen], order, tick)
    limits: tuple[Limit, ...] = ()
    found, tested = (_count(np.ones(len(part), dtype=bool), part) for part in (hits[seen], hits[unseen]))
    chance, path, axes = 1.0, np.zeros((0, 2)), order[:2]
    if best is not None:
        columns, box, boxes = best
        found = _count(box.inside(values[seen][:, columns]), hits[seen])
        tested = _count(box.inside(values[unseen][:, columns]), hits[unseen])
        chance = prim.at_least(tested.hits_inside, tested.inside, tested.hits / max(tested.all, 1))
        path = np.array([(each.coverage, each.density) for each in boxes])
        likely = prim.quasi_p(box, values[seen][:, columns], hits[seen])
        ranked = sorted(likely, key=lambda place: likely[place])
        if chance <= CHANCE:
            limits = tuple(
                Limit(ids[columns[place]], float(box.low[place]), float(box.high[place]), likely[place])
                for place in ranked
            )
            axes = [columns[place] for place in ranked][:2]
            axes += [place for place in order if place not in axes][: 2 - len(axes)]
    return Discovery(
        wanted,
        failing,
        outcome or ("rule" if limits else "no_rule"),
        len(bad),
        float(bad.mean()) if len(bad) else 0.0,
        turned,
        limits,
        found,
        tested,
        chance,
        tuple(ids[place] for place in axes),
        values[unseen][:, axes],
        bad[unseen],
        path,
    )


def _hopeless(bad: BoolArray, half: int) -> Outcome | None:
    """Return why no box can be looked for; None if it can."""
    if len(bad) < FEWEST_WORLDS:
        return "few"
    if not bad.any():
        return "never"
    if bad.all():
        return "always"
    rarest = min(int(bad[:half].sum()), int((~bad[:half]).sum()))
    return "rare" if rarest < FEWEST_BAD else None


def _candidates(values: FloatArray, bad: BoolArray) -> list[int]:
    """Return the places of the assumptions that go most with failing, the closest first."""
    if not values.shape[1] or bad.all() or not bad.any():
        return []
    close = np.abs(correlations(values.T, bad[None, :].astype(float))[0])
    return [int(place) for place in np.argsort(-close, kind="stable")[:CANDIDATES]]


def _best(values: FloatArray, bad: BoolArray, order: Sequence[int], tick: Tick | None) -> Choice | None:
    """Return the assumptions, the box and its trajectory with the best balance; None if the whole space is as good."""
    pairs = [list(pair) for pair in combinations(order, 2)] or [[place] for place in order]
    best, least = None, 2.0 * bad.sum() / (bad.sum() + len(bad)) + HELPS
    for done, columns in enumerate(pairs, start=1):
        best, least = _better(values, bad, columns, best, least, 0.0)
        if tick is not None:
            tick(done / (len(pairs) + len(order)))
    if best is not None:
        pair = best[0]
        for third in order:
            if third not in pair:
                best, least = _better(values, bad, [*pair, third], best, least, HELPS if len(best[0]) < 3 else 0.0)
    return best


def _better(
    values: FloatArray, bad: BoolArray, columns: list[int], best: Choice | None, least: float, more: float
) -> tuple[Choice | None, float]:
    """Return the better of the best so far and the best box in other assumptions, with its balance."""
    cases = values[:, columns]
    boxes = prim.trajectory(cases, bad)
    for box in sorted(boxes[1:], key=lambda box: -box.balance):
        if box.balance <= least + more:
            break
        if all(chance <= CHANCE for chance in prim.quasi_p(box, cases, bad).values()):
            return (columns, box, boxes), box.balance
    return best, least


def _count(inside: BoolArray, bad: BoolArray) -> Count:
    return Count(int((inside & bad).sum()), int(inside.sum()), int(bad.sum()), len(bad))
