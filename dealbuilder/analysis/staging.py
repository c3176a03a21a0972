"""What staging does: exposures, chances of life and both headline scores before and after, on the same draws."""

from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.exposure import monthly, peak
from dealbuilder.analysis.lived import PERCENT
from dealbuilder.analysis.party_value import PARTIES, Party
from dealbuilder.analysis.runs import Summary, Tick, world
from dealbuilder.analysis.scoreboard import per_draw
from dealbuilder.analysis.tranches import Plan, Staged, staged
from dealbuilder.model.package import Package

ALIVE = ("alive_12", "alive_36", "alive_60")
HEADLINES = ("supply_restored", "leadership_cost")


@dataclass(frozen=True, slots=True)
class Shift:
    """One quantity before and after, with the standard error of the difference on paired draws, NaN for exposures.

    `month` is when an exposure is largest, before and after; None for what has no month.
    """

    id: str
    unit: str
    before: float
    after: float
    error: float
    month: tuple[int, int] | None = None

    @property
    def change(self) -> float:
        """Return after less before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Effect:
    """A plan carried out and what it shifts: largest exposure of each side, chances of life, headline scores."""

    plan: Plan
    staged: Staged
    shifts: tuple[Shift, ...]


def effect(service: Evaluator, package: Package, setting: Setting, plan: Plan, tick: Tick | None = None) -> Effect:
    """Return what a plan does to a package under a setting, with the draws of its score."""
    service.pack(setting)
    made = staged(service.catalogue, package, plan)
    old, new, base = service.store.summaries(world(setting), (package, made.package, setting.baseline or NO_DEAL), tick)
    found = [_exposed(side, old, new) for side in PARTIES]
    for id in (*ALIVE, *HEADLINES):
        ours, theirs = per_draw(id, old.outputs, base.outputs), per_draw(id, new.outputs, base.outputs)
        if ours is not None and theirs is not None:
            scale = PERCENT if id in ALIVE else 1.0
            found.append(_shift(id, service.catalogue.indicator_by_id[id].unit, scale * ours, scale * theirs))
    return Effect(plan, made, tuple(found))


def _exposed(side: Party, old: Summary, new: Summary) -> Shift:
    (before, first), (after, then) = (peak(monthly(summary, side, "mean")) for summary in (old, new))
    return Shift(f"exposure_{side}", "points", before, after, float("nan"), (first, then))


def _shift(id: str, unit: str, old: FloatArray, new: FloatArray) -> Shift:
    return Shift(id, unit, float(np.mean(old)), float(np.mean(new)), bands.standard_error(new - old))
