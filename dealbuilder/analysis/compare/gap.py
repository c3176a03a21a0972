"""What explains the gap between two packages: the credit of each clause in which they differ."""

from dataclasses import dataclass

from dealbuilder.analysis.compare.comparing import Comparison
from dealbuilder.analysis.compare.rows import scored_apart
from dealbuilder.analysis.credit import BUDGET, credit
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.resolve import stripped
from dealbuilder.analysis.runs import Tick
from dealbuilder.model.package import Package

STILL = 1e-9
"""Largest part that still counts as none, in the unit of the score."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one clause explains of a gap, in the indicator's unit; `error` is its standard error, 0 where exact."""

    measure: str
    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Gap:
    """Package `one` less package `other`, by places: each clause's part by indicator; the parts sum to the gap.

    `exact`: every mixture of the two was run. `draws`: on how many draws they were, of `of_draws` that the scores have.
    """

    one: int
    other: int
    by_indicator: dict[str, tuple[Part, ...]]
    exact: bool
    draws: int
    of_draws: int

    def parts(self, indicator: str) -> tuple[Part, ...]:
        """Return the parts of an indicator's gap, the largest first; none if its gap cannot be divided."""
        return tuple(sorted(self.by_indicator.get(indicator, ()), key=lambda part: -abs(part.value)))

    def part(self, indicator: str, measure: str) -> Part | None:
        """Return what a clause explains; None if the packages do not differ in it or the gap cannot be divided."""
        return next((one for one in self.by_indicator.get(indicator, ()) if one.measure == measure), None)

    def error(self, indicator: str) -> float:
        """Return the largest standard error of a part, 0 where every mixture was run on every draw."""
        return max((one.error for one in self.by_indicator.get(indicator, ())), default=0.0)

    def most(self, indicator: str) -> str | None:
        """Return the clause that explains most; None if none explains anything."""
        first = next(iter(self.parts(indicator)), None)
        return first.measure if first is not None and abs(first.value) > STILL else None


def gap(
    service: Evaluator,
    comparison: Comparison,
    one: int,
    other: int,
    *,
    budget: int = BUDGET,
    tick: Tick | None = None,
) -> Gap:
    """Return what explains package `one` less package `other`; `budget` is about how many runs it may take.

    The way back has the same parts with their signs turned, to the last bit.
    """
    ours, theirs = comparison.packages[one].package, comparison.packages[other].package
    draws = comparison.setting.draws
    if not scored_apart(ours, theirs):
        return Gap(one, other, {outcome.indicator.id: () for outcome in comparison.outcomes}, True, draws, draws)
    turned = _key(theirs) > _key(ours)
    before, after = (ours, theirs) if turned else (theirs, ours)
    found = credit(service, after, comparison.setting, start=before, budget=budget, tick=tick)
    sign = -1.0 if turned else 1.0
    return Gap(
        one,
        other,
        {
            id: tuple(
                Part(clause, sign * float(found.shapley[row, column]) + 0.0, float(found.errors[row, column]))
                for row, clause in enumerate(found.clauses)
            )
            for column, id in enumerate(found.indicators)
        },
        found.method == "exact",
        found.draws,
        found.of_draws,
    )


def _key(package: Package) -> str:
    return stripped(package).model_dump_json(include={"clauses"})
