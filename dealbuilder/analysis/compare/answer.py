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
    """`gap` is None where there is only one package, or none was asked for."""

    comparison: Comparison
    gap: Gap | None


def answer(
    service: Evaluator,
    packages: Sequence[Package],
    setting: Setting,
    pair: tuple[int, int] | None = (0, 1),
    *,
    known: Comparison | None = None,
    months: bool = True,
    tick: Tick | None = None,
) -> Answer:
    """Return packages beside one another and what explains the gap of a pair; no pair, no gap.

    `known` is taken instead of comparing.
    """
    asked = pair is not None and len(packages) > 1
    share = 0.0 if known is not None else COMPARED if asked else 1.0
    found = known or compare(service, packages, setting, months=months, tick=part_of(tick, 0.0, share))
    if pair is None or not asked:
        return Answer(found, None)
    return Answer(found, gap(service, found, *pair, tick=part_of(tick, share, 1.0)))
