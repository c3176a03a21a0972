"""The map of packages: every one by both headline scores with the ellipses of its draws, baseline, targets."""

from collections.abc import Sequence

from dealbuilder.analysis.compare.cloud import Oval
from dealbuilder.analysis.compare.comparing import COST, SUPPLY, Compared, Comparison
from dealbuilder.document.document import Target
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.figure import Ellipse, Mark, Rule, Scatter
from dealbuilder.report.phrases import say
from dealbuilder.report.room import chart

LONGEST = 24
"""Characters of a name on the map."""
STYLES = ("solid", "dashed")
"""Of the inner and of the outer ellipse."""
THICK = 2.2
LEAST = 10.0
"""Least length of an axis, in the last digit that is shown of its score."""
PERCENT = 100.0


def plane(
    found: Comparison,
    language: Language,
    active: int | None = None,
    targets: Sequence[Target] = (),
    rules: Sequence[Rule] = (),
) -> Scatter:
    """Return the map; dominated packages are on it like all others. `rules` are further lines, as a side's reservation.

    The package at `active` has a thick outline and is named in the note.
    """
    x, y = (found.catalogue.indicator_by_id[id] for id in (SUPPLY, COST))
    marks = [_mark(one, place == active) for place, one in enumerate(found.packages)]
    first = found.packages[0].scores
    marks.append(chart.baseline(first[SUPPLY], first[COST], language))
    ellipses = [
        _ellipse(one, oval, style, place == active, language)
        for place, one in enumerate(found.packages)
        for oval, style in zip(one.cloud.ovals, STYLES, strict=False)
    ]
    lines = (*chart.rules(targets, x, y, language), *rules)
    across = [m.x for m in marks] + [r.value for r in lines if r.axis == "x"]
    down = [m.y for m in marks] + [r.value for r in lines if r.axis == "y"]
    for one in ellipses:
        wide, tall = one.reach()
        across += [one.x - wide, one.x + wide]
        down += [one.y - tall, one.y + tall]
    return Scatter(
        title=say("compare.map", language),
        x_title=chart.axis_title(x, language),
        y_title=chart.axis_title(y, language),
        marks=tuple(marks),
        rules=lines,
        x_range=_range(across, x),
        y_range=_range(down, y),
        alt=chart.told(marks, x, y, language),
        note=_note(found, active, language),
        ellipses=tuple(ellipses),
    )


def _range(values: Sequence[float], indicator: Indicator) -> tuple[float, float]:
    """Return the range of an axis, never so small that what no reader would notice looks large."""
    low, high, least = min(values), max(values), LEAST * 10.0**-indicator.digits
    spare = max(0.0, least - (high - low)) / 2.0
    return axes.nice(low - spare, high + spare)


def _mark(one: Compared, active: bool) -> Mark:
    x, y = one.scores[SUPPLY], one.scores[COST]
    key = one.name if len(one.name) <= LONGEST else one.name[: LONGEST - 1] + "…"
    role, shape = ("package", "diamond") if active else ("text", "dot")
    return Mark(one.name, key, x.mean, y.mean, (x.p05, x.p95), (y.p05, y.p95), role, shape)


def _ellipse(one: Compared, oval: Oval, style: str, active: bool, language: Language) -> Ellipse:
    key = say("compare.map_ellipse", language, share=_percent(oval.share, language))
    role, thick = ("package", THICK) if active else ("muted", 1.0)
    return Ellipse(one.cloud.x, one.cloud.y, oval.major, oval.minor, key, role, style, thick)


def _percent(share: float, language: Language) -> str:
    return wording.number(PERCENT * share, "%", language, 0)


def _note(found: Comparison, active: int | None, language: Language) -> str:
    ovals = next((one.cloud.ovals for one in found.packages if one.cloud.ovals), ())
    said: list[str] = []
    if len(ovals) > 1:
        inner, outer = (_percent(oval.share, language) for oval in ovals[:2])
        said.append(say("compare.map_note", language, inner=inner, outer=outer))
    if active is not None:
        said.append(say("compare.map_active", language, name=found.packages[active].name))
    return wording.joined(said, language)
