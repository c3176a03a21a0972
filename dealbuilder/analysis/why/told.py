"""Which indicators credit can be told for, how the engine's outputs make them up, and what was found for them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.runs import Tick, world
from dealbuilder.analysis.scoreboard import DERIVED, parts, scores, yardsticks
from dealbuilder.analysis.why.coalitions import Coalitions
from dealbuilder.engine.outputs import O
from dealbuilder.model.package import Package

NEAR = 4
"""Part of a budget, as one in so many, for what each clause adds first and last, on more draws than coalitions have."""


def tellable(id: str) -> bool:
    """Return whether an indicator is a sum over draws, so that its credit can be told where it is defined."""
    return id not in DERIVED or id == "gap_closed"


@dataclass(frozen=True, slots=True)
class Told:
    """Indicators that are sums over draws: ids, units, factors (indicators, outputs), values before and after."""

    ids: tuple[str, ...]
    units: tuple[str, ...]
    outputs: tuple[str, ...]
    factors: FloatArray
    before: FloatArray
    after: FloatArray

    @property
    def change(self) -> FloatArray:
        """Return what all clauses earn together, (indicators,)."""
        return self.after - self.before

    def of(self, values: FloatArray) -> FloatArray:
        """Return indicators (…, indicators, draws) of outputs (…, outputs, draws)."""
        return np.matmul(self.factors, values)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found about clauses that the engine hears of; arrays as in Credit.

    `owen` has, for each way to group, Owen values (clauses, indicators) and the errors of groups (groups, indicators).
    """

    shapley: FloatArray
    errors: FloatArray
    first_in: FloatArray
    leave_one_out: FloatArray
    pairs: tuple[tuple[int, int], ...]
    interactions: FloatArray
    interaction_errors: FloatArray
    owen: tuple[tuple[FloatArray, FloatArray], ...]
    draws: int
    orders: int
    runs: int


def told(service: Evaluator, start: Package, package: Package, setting: Setting, tick: Tick | None) -> Told:
    """Return the indicators of a setting for two packages, on all its draws."""
    baseline = setting.baseline or NO_DEAL
    first, last, base = service.store.summaries(world(setting), (start, package, baseline), tick, record=False)
    measure = yardsticks(service.catalogue, setting)
    supply = float(np.mean(base.outputs["supply"]))
    made = {one.id: factors for one in service.catalogue.indicators if (factors := parts(one.id, supply, measure))}
    kept = [one for one in service.catalogue.indicators if one.id in made]
    outputs = tuple(output.name for output in O if any(output.name in factors for factors in made.values()))
    before, after = (scores(kept, run.outputs, base.outputs, measure) for run in (first, last))
    return Told(
        ids=tuple(made),
        units=tuple(one.unit for one in kept),
        outputs=outputs,
        factors=np.array([[factors.get(output, 0.0) for output in outputs] for factors in made.values()]),
        before=np.array([score.mean for score in before]),
        after=np.array([score.mean for score in after]),
    )


@dataclass(frozen=True, slots=True)
class Ends:
    """What each clause adds alone and what it takes away alone, draw by draw, (clauses, indicators, draws)."""

    first_in: FloatArray
    leave_one_out: FloatArray

    @property
    def near(self) -> FloatArray:
        """Return half their sum, which is close to the credit."""
        return (self.first_in + self.leave_one_out) / 2


def at_ends(game: Coalitions) -> list[int]:
    """Return the coalitions of nobody, all, each clause alone and all but each."""
    count = len(game.players)
    return [0, game.whole, *(1 << i for i in range(count)), *(game.whole ^ 1 << i for i in range(count))]


def ends(shown: Told, values: FloatArray) -> Ends:
    """Return what clauses add first and last from outputs of the coalitions `at_ends`, (coalitions, outputs, draws)."""
    count = len(values) // 2 - 1
    return Ends(shown.of(values[2 : 2 + count] - values[0]), shown.of(values[1] - values[2 + count :]))


def end_draws(game: Coalitions, setting: Setting, least: int, budget: int) -> int:
    """Return on how many draws the ends are run: `least`, or more if the budget allows it."""
    affordable = budget // (NEAR * (2 * len(game.players) + 2))
    return min(setting.draws, max(least, affordable))


def group_sums(values: FloatArray, groups: Iterable[tuple[int, ...]]) -> FloatArray:
    """Return sums over the members of each group, (groups, …), of values (clauses, …)."""
    return np.array([values[list(group)].sum(axis=0) for group in groups]).reshape(-1, *values.shape[1:])
