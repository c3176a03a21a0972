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
    marks.append(_baseline(found, say("room.baseline", language)))
    ellipses = [
        _ellipse(one, oval, style, place == active, language)
        for place, one in enumerate(found.packages)
        for oval, style in zip(one.cloud.ovals, STYLES, strict=False)
    ]
    lines = (*_targets(targets, x, y, language), *rules)
    across = [m.x for m in marks] + [r.value for r in lines if r.axis == "x"]
    down = [m.y for m in marks] + [r.value for r in lines if r.axis == "y"]
    for one in ellipses:
        wide, tall = one.reach()
        across += [one.x - wide, one.x + wide]
        down += [one.y - tall, one.y + tall]
    return Scatter(
        title=say("compare.map", language),
        x_title=_axis(x, language),
        y_title=_axis(y, language),
        marks=tuple(marks),
        rules=lines,
        x_range=_range(across, x),
        y_range=_range(down, y),
        alt=_alt(marks, x, y, language),
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


def _baseline(found: Comparison, name: str) -> Mark:
    first = found.packages[0].scores
    x, y = first[SUPPLY].baseline, first[COST].baseline
    return Mark(name, name, x, y, (x, x), (y, y), "baseline", "cross")


def _ellipse(one: Compared, oval: Oval, style: str, active: bool, language: Language) -> Ellipse:
    key = say("compare.map_ellipse", language, share=_percent(oval.share, language))
    role, thick = ("package", THICK) if active else ("muted", 1.0)
    return Ellipse(one.cloud.x, one.cloud.y, oval.major, oval.minor, key, role, style, thick)


def _percent(share: float, language: Language) -> str:
    return wording.number(PERCENT * share, "%", language, 0)


def _targets(targets: Sequence[Target], x: Indicator, y: Indicator, language: Language) -> tuple[Rule, ...]:
    rules: list[Rule] = []
    for target in targets:
        known = {x.id: x, y.id: y}.get(target.indicator)
        if known is not None:
            value = wording.number(target.value, known.unit, language, known.digits)
            key = "room.at_least" if target.sense == "at_least" else "room.at_most"
            rules.append(Rule("x" if known is x else "y", target.value, say(key, language, value=value)))
    return tuple(rules)


def _axis(indicator: Indicator, language: Language) -> str:
    unit = wording.unit(indicator.unit, language)
    return say("room.axis", language, label=indicator.label.get(language), unit=unit)


def _note(found: Comparison, active: int | None, language: Language) -> str:
    ovals = next((one.cloud.ovals for one in found.packages if one.cloud.ovals), ())
    said: list[str] = []
    if len(ovals) > 1:
        inner, outer = (_percent(oval.share, language) for oval in ovals[:2])
        said.append(say("compare.map_note", language, inner=inner, outer=outer))
    if active is not None:
        said.append(say("compare.map_active", language, name=found.packages[active].name))
    return wording.joined(said, language)


def _alt(marks: Sequence[Mark], x: Indicator, y: Indicator, language: Language) -> str:
    points = [
        say(
            "room.alt_point",
            language,
            name=mark.label,
            x=wording.plain(mark.x, x.digits),
            y=wording.plain(mark.y, y.digits),
        )
        for mark in marks
    ]
    glue = "; " if language == "en" else "；"
    count = len(marks) - 1
    return say("room.alt", language, count=count, x=_axis(x, language), y=_axis(y, language), items=glue.join(points))
