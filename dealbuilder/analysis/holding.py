"""Will it hold? Durability explained: hazard by term, chances of life, exposures, dates, and what each clause does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.expiries import Expiry, expiries
from dealbuilder.analysis.exposure import Clock, clock
from dealbuilder.analysis.hazard_terms import TERMS, Split, split
from dealbuilder.analysis.lived import MOMENTS, MOST, Lived, inputs, live
from dealbuilder.analysis.resolve import known_clauses, unknown_ids, without
from dealbuilder.analysis.runs import RECORDED, Tick, part_of, world
from dealbuilder.analysis.scoreboard import scores, yardsticks
from dealbuilder.analysis.walking import Walk, walks
from dealbuilder.engine.progress import silent
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package
from dealbuilder.model.parties import Side

REACHED = 5.0
"""Percent of lives that must reach a month for it to count among the dangerous ones."""
NEAR = 0.95
"""Share of the highest hazard from which on a month counts as equally dangerous; the first of them is named."""
REASONS = 3
"""Terms that are named, at most, as the reason of the most dangerous month."""
WEIGHTY = 0.03
"""Share of that month's hazard from which on a term is named."""
AT = 36
"""Month at which the worth of a clause is read."""
ASKED = ("alive_12", "alive_36", "alive_60", "median_life")
PARTS = (0.0, 0.1, 0.5, 0.9)
"""Shares of the work at which the score, the split and the clauses are done."""


@dataclass(frozen=True, slots=True)
class Alive:
    """Chance, percent, that the deal is alive in a month: as scored, the range over assumptions, the baseline's."""

    month: int
    mean: float
    low: float
    high: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Danger:
    """The month with the highest hazard: percent a month, lives that end in it in percent, terms that raise it most."""

    month: int
    hazard: float
    ends: float
    reasons: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ClauseWorth:
    """What one clause adds to the chance of being alive at month 36, percentage points, with its standard error.

    The package with it less the package without it, on the same draws; clauses work together, so these do not add up.
    """

    measure: str
    side: Side
    alive: float
    error: float


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether a package holds and why. `draws`: how many draws were lived through one by one, for hazard and clauses.

    `scored_draws` are those behind exposures; chances of life are of all draws of the setting.

    `median_life` and `baseline_life` are in months; `origin` is the month of signing, YYYY-MM.
    """

    package: Package
    setting: Setting
    draws: int
    scored_draws: int
    origin: str
    alive: tuple[Alive, ...]
    median_life: float
    baseline_life: float
    split: Split
    danger: Danger
    clock: Clock
    clauses: tuple[ClauseWorth, ...]
    walks: tuple[Walk, ...]
    expiries: tuple[Expiry, ...]
    unknown: tuple[str, ...]


def holding(
    service: Evaluator, package: Package, setting: Setting, lenses: Sequence[Lens] = (), tick: Tick | None = None
) -> Holding:
    """Return whether a package holds under a setting, and why; an empty package is the truce as it stands."""
    service.pack(setting)
    catalogue, told = service.catalogue, tick or silent
    baseline = setting.baseline or NO_DEAL
    pieces = [part_of(told, *ends) or silent for ends in pairwise(PARTS)]
    whole_world, calm_setting = inputs(catalogue, setting), replace(setting, injects=())
    calm = inputs(catalogue, calm_setting) if setting.injects else whole_world
    ours, theirs = service.store.summaries(world(setting), (package, baseline), pieces[0])
    whole = live(whole_world, package)
    seen = clock(ours, whole)
    parts = split(whole_world, calm, package, whole, pieces[1])
    measure = yardsticks(catalogue, setting)
    worth = _worth(catalogue, package, whole, lambda part: live(whole_world, part), pieces[2])
    left = walks(catalogue, lenses, measure, whole_world, package, baseline, seen) if lenses else ()
    told(1.0)
    scored = scores([catalogue.indicator_by_id[id] for id in ASKED], ours.outputs, theirs.outputs, measure)
    by_id = {score.id: score for score in scored}
    chances = {month: whole.chance(month) for month in MOMENTS}
    spans = {month: np.quantile(chance, (0.05, 0.95)) for month, chance in chances.items()}
    return Holding(
        package=package,
        setting=setting,
        draws=min(setting.draws, MOST),
        scored_draws=min(setting.draws, RECORDED),
        origin=ours.months[ours.signing],
        alive=tuple(
            Alive(
                month, by_id[f"alive_{month}"].mean, float(spans[month][0]), float(spans[month][1]),
                by_id[f"alive_{month}"].baseline,
            )
            for month in MOMENTS
        ),
        median_life=by_id["median_life"].mean,
        baseline_life=by_id["median_life"].baseline,
        split=parts,
        danger=danger(whole, parts),
        clock=seen,
        clauses=worth,
        walks=left,
        expiries=expiries(catalogue, package, setting),
        unknown=unknown_ids(catalogue, package),
    )  # fmt: skip


def danger(lived: Lived, parts: Split) -> Danger:
    """Return the most dangerous month among those that enough lives reach, the first of those nearly alike."""
    months = len(parts.hazard)
    chances = np.array([100.0, *(lived.chance(month).mean() for month in range(1, months + 1))])
    reached = chances[:-1] >= REACHED
    counted = np.where(reached, parts.hazard, -1.0)
    at = int(np.argmax(counted >= NEAR * counted.max()))
    raising = sorted(((float(parts.terms[term][at]), term) for term in TERMS), reverse=True)
    reasons = tuple((term, value) for value, term in raising[:REASONS] if value > WEIGHTY * parts.hazard[at])
    return Danger(at + 1, float(parts.hazard[at]), float(chances[at] - chances[at + 1]), reasons)


def _worth(
    catalogue: Catalogue, package: Package, whole: Lived, lived: Callable[[Package], Lived], tick: Tick
) -> tuple[ClauseWorth, ...]:
    """Return the worth of every known clause, terms of the deal first, then by size."""
    known = known_clauses(catalogue, package)
    found: list[ClauseWorth] = []
    for place, one in enumerate(known):
        gained = whole.chance(AT) - lived(without(package, one.clause.measure)).chance(AT)
        error = bands.standard_error(gained)
        found.append(ClauseWorth(one.clause.measure, one.measure.side, float(gained.mean()), error))
        tick((place + 1) / len(known))
    return tuple(sorted(found, key=lambda worth: (worth.side != "terms", -abs(worth.alive))))
