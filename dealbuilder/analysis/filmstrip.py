"""Both headline scores of many states of a deal, in batches and on the same draws: every difference is paired."""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Score, Setting
from dealbuilder.analysis.resolve import stripped
from dealbuilder.analysis.runs import Summary, Tick, world
from dealbuilder.analysis.scoreboard import Yardsticks, scores, yardsticks
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Clause, Package

DRAWS = 256
"""Draws of a film-strip's scores."""
BATCH = 64
"""Packages run at a time, between two looks at whether anybody still waits."""
HEADLINES = ("supply_restored", "leadership_cost")


@dataclass(frozen=True, slots=True)
class Shot:
    """One state to be scored: a package, and the injects that bear on it and on the baseline alike."""

    package: Package
    injects: tuple[Inject, ...] = ()


@dataclass(frozen=True, slots=True)
class Headline:
    """Both headline scores of one shot."""

    supply: Score
    cost: Score


@dataclass(frozen=True, slots=True)
class Effect:
    """What one move changed: supply restored in percentage points, leadership cost in index points."""

    supply: float
    cost: float


def headlines(
    evaluator: Evaluator, shots: Sequence[Shot], setting: Setting, tick: Tick | None = None
) -> tuple[Headline, ...]:
    """Return the scores of each shot under a setting, whose own injects are replaced by those of the shot.

    The same clauses under the same injects are run once. `tick` is told the share done and may raise Cancelled.
    """
    found: dict[tuple[tuple[Inject, ...], tuple[Clause, ...]], Headline] = {}
    wanted: dict[tuple[Inject, ...], dict[tuple[Clause, ...], Package]] = {}
    for shot in shots:
        plain = stripped(shot.package)
        wanted.setdefault(shot.injects, {})[plain.clauses] = plain
    total = sum(len(packages) for packages in wanted.values())
    measure = yardsticks(evaluator.catalogue, setting)
    for injects, packages in wanted.items():
        there = world(replace(setting, injects=injects))
        (base,) = evaluator.store.summaries(there, (setting.baseline or NO_DEAL,), record=False)
        waiting = list(packages.values())
        for start in range(0, len(waiting), BATCH):
            batch = waiting[start : start + BATCH]
            for package, summary in zip(batch, evaluator.store.summaries(there, batch, record=False), strict=True):
                found[injects, package.clauses] = _headline(evaluator, summary, base, measure)
            if tick is not None:
                tick(len(found) / total)
    return tuple(found[shot.injects, stripped(shot.package).clauses] for shot in shots)


def effect(before: Headline, after: Headline) -> Effect:
    """Return what came between two scores on the same draws."""
    return Effect(after.supply.mean - before.supply.mean, after.cost.mean - before.cost.mean)


def sampled(count: int, marked: Collection[int], most: int) -> tuple[int, ...]:
    """Return which of `count` states are scored if at most `most` can be: first, last, marked ones, the rest evenly."""
    if count <= most:
        return tuple(range(count))
    first = sorted({0, count - 1, *(place for place in marked if 0 <= place < count)})
    if len(first) > most:
        return _evenly(first, most)
    others = sorted(set(range(count)) - set(first))
    return tuple(sorted({*first, *_evenly(others, most - len(first))}))


def biggest(scored: Sequence[tuple[int, Headline]], switched: Collection[int] = ()) -> tuple[int | None, int | None]:
    """Return the state whose supply and the one whose cost differ most from the scored state before it, if any do.

    `switched`: states in which another package came to the table. What lies on either side of one is not compared.
    """
    jumps = [
        (place, effect(before, after))
        for (start, before), (place, after) in itertools.pairwise(scored)
        if not any(start < other <= place for other in switched)
    ]
    supply = max(jumps, key=lambda jump: abs(jump[1].supply), default=None)
    cost = max(jumps, key=lambda jump: abs(jump[1].cost), default=None)
    return (
        supply[0] if supply and abs(supply[1].supply) > STILL else None,
        cost[0] if cost and abs(cost[1].cost) > STILL else None,
    )


STILL = 1e-9
"""Largest change of a score that still counts as none."""


def _evenly(places: Sequence[int], most: int) -> tuple[int, ...]:
    if most < 1:
        return ()
    if most == 1 or len(places) <= most:
        return tuple(places[:most])
    step = (len(places) - 1) / (most - 1)
    return tuple(places[round(i * step)] for i in range(most))


def _headline(evaluator: Evaluator, ours: Summary, base: Summary, measure: Yardsticks) -> Headline:
    wanted = [evaluator.catalogue.indicator_by_id[id] for id in HEADLINES]
    supply, cost = scores(wanted, ours.outputs, base.outputs, measure)
    return Headline(supply, cost)
