"""What explains a gap as bars: the part of each clause in which two packages differ, the largest first."""

from dealbuilder.analysis.compare.comparing import Comparison
from dealbuilder.analysis.compare.gap import Gap
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.compare import words
from dealbuilder.report.figure import Bars
from dealbuilder.report.phrases import say

MOST = 14
"""Clauses with a bar of their own; the rest share one."""


def bars(found: Comparison, gap: Gap, indicator: Indicator, language: Language) -> Bars | None:
    """Return the parts of a gap as bars from nought; None if there is nothing to divide."""
    parts = gap.parts(indicator.id)
    if not parts:
        return None
    shown = parts if len(parts) <= MOST else parts[: MOST - 1]
    rest = parts[len(shown) :]
    labels = [words.title(found.catalogue, part.measure, language) for part in shown]
    values = [part.value for part in shown]
    if rest:
        labels.append(say("compare.gap_rest", language, count=len(rest)))
        values.append(sum(part.value for part in rest))
    texts = tuple(
        wording.bare(value, words.points(indicator.unit), language, indicator.digits, signed=True) for value in values
    )
    drawn = [wording.in_unit(value, indicator.unit, language) for value in values]
    items = [f"{label} {text}" for label, text in zip(labels, texts, strict=True)]
    glue = "; " if language == "en" else "；"
    names = {"one": found.packages[gap.one].name, "other": found.packages[gap.other].name}
    title = say("compare.gap_title", language, indicator=indicator.label.get(language), **names)
    return Bars(
        title=title,
        unit=wording.unit(words.points(indicator.unit), language),
        labels=tuple(labels),
        values=tuple(drawn),
        low=(),
        high=(),
        reference=(),
        alt=say("figure.alt_bars", language, title=title, items=glue.join(items)),
        x_range=axes.nice(min(0.0, *drawn), max(0.0, *drawn)),
        texts=texts,
        key=(say("compare.part", language), "", ""),
    )
