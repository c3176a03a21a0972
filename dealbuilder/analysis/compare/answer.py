"""The whole answer about packages beside one another: the comparison and what explains the gap of two of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from dealbuilder.analysis.compare.comparing import Comparison, compare
from dealbuilder.analysis.compare.gap import Gap, gap
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.model.package import Package

COMPARED = 0.4
"""Share of the work that the comparison takes, the rest being the gap."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`gap` is None where there is only one package."""

    comparison: Comparison
    gap: Gap | None


def answer(
    service: Evaluator,
    packages: Sequence[Package],
    setting: Setting,
    pair: tuple[int, int] = (0, 1),
    *,
    known: Comparison | None = None,
    months: bool = True,
    tick: Tick | None = None,
) -> Answer:
    """Return packages beside one another and what explains the gap of a pair; `known` is taken instead of comparing."""
    found = known or compare(service, packages, setting, months=months, tick=part_of(tick, 0.0, COMPARED))
    if len(packages) < 2:
        return Answer(found, None)
    return Answer(found, gap(service, found, *pair, tick=part_of(tick, COMPARED, 1.0)))
