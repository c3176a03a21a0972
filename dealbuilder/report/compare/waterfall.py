"""What explains a gap as a waterfall: from one package's score to another's, a bar a clause, the largest first."""

from collections.abc import Sequence

from dealbuilder.analysis.compare.comparing import Comparison
from dealbuilder.analysis.compare.gap import Gap
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.compare import words
from dealbuilder.report.figure import Step, Waterfall
from dealbuilder.report.phrases import say

MOST = 14
"""Clauses with a bar of their own; the rest share one."""
SPARE = 0.03
"""Part of the range that is left free on either side."""


def waterfall(found: Comparison, gap: Gap, indicator: Indicator, language: Language) -> Waterfall | None:
    """Return the way from the other package's score to the one's; None if there is nothing to divide."""
    parts = gap.parts(indicator.id)
    if not parts:
        return None
    shown = parts if len(parts) <= MOST else parts[: MOST - 1]
    rest = parts[len(shown) :]
    steps = [
        _step(
            words.title(found.catalogue, one.measure, language), one.value, one.error, indicator, language,
            words.side(found.catalogue, one.measure),
        )
        for one in shown
    ]  # fmt: skip
    if rest:
        whole = sum(one.value for one in rest)
        steps.append(_step(say("compare.gap_rest", language, count=len(rest)), whole, 0.0, indicator, language))
    one, other = found.packages[gap.one], found.packages[gap.other]
    ends = [package.scores[indicator.id].mean for package in (other, one)]
    written = [wording.number(end, indicator.unit, language, indicator.digits) for end in ends]
    first, last = (wording.in_unit(end, indicator.unit, language) for end in ends)
    label = indicator.label.get(language)
    title = say("compare.gap_title", language, indicator=label, one=one.name, other=other.name)
    items = [f"{other.name} {written[0]}", *(f"{step.label} {step.text}" for step in steps), f"{one.name} {written[1]}"]
    return Waterfall(
        title=title,
        unit=wording.unit(indicator.unit, language),
        first=(other.name, first, written[0]),
        steps=tuple(steps),
        last=(one.name, last, written[1]),
        x_range=_range(first, last, steps),
        alt=say("figure.alt_bars", language, title=title, items=("; " if language == "en" else "；").join(items)),
        key="" if not gap.error(indicator.id) else say("compare.gap_whisker", language),
    )


def _step(label: str, value: float, error: float, indicator: Indicator, language: Language, side: str = "") -> Step:
    text = wording.bare(value, words.points(indicator.unit), language, indicator.digits, signed=True)
    value, error = (wording.in_unit(figure, indicator.unit, language) for figure in (value, error))
    return Step(label, value, text, error, side)


def _range(first: float, last: float, steps: Sequence[Step]) -> tuple[float, float]:
    seen, reached = [first, last], first
    for step in steps:
        reached += step.value
        seen += [reached - step.error, reached + step.error]
    spare = SPARE * (max(seen) - min(seen))
    return axes.nice(min(seen) - spare, max(seen) + spare, most=8)
