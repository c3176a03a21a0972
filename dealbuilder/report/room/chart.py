"""The map of a room: every table by both headline scores, the baseline, and the targets of the deal as lines."""

from collections.abc import Sequence

from dealbuilder.analysis.evaluation import Score
from dealbuilder.analysis.room.standing import COST, SUPPLY, Room, Standing
from dealbuilder.document.document import Target
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.figure import Mark, Rule, Scatter
from dealbuilder.report.phrases import say

NAMED = 12
"""More tables than this are numbered on the map instead of named."""
LONGEST = 18
"""Characters of a name on the map."""


def room_map(room: Room, language: Language, targets: Sequence[Target] = (), extra: Sequence[Standing] = ()) -> Scatter:
    """Return the map; `extra` are merged packages, drawn as diamonds under their whole names."""
    many = len(room.standings) > NAMED
    marks = [
        _mark(one, str(place) if many else shortened(one.deal.name), language)
        for place, one in enumerate(room.standings, 1)
    ]
    marks += [_mark(one, shortened(one.deal.name), language, "accent", "diamond") for one in extra]
    if room.standings:
        marks.append(baseline(room.standings[0].supply, room.standings[0].cost, language))
    x, y = (room.catalogue.indicator_by_id[id] for id in (SUPPLY, COST))
    lines = rules(targets, x, y, language)
    notes = [say("room.map_note", language)] + ([say("room.map_numbers", language)] if many else [])
    return Scatter(
        title=say("room.map", language),
        x_title=axis_title(x, language),
        y_title=axis_title(y, language),
        marks=tuple(marks),
        rules=lines,
        x_range=span_of([v for m in marks for v in (*m.x_span, m.x)] + [r.value for r in lines if r.axis == "x"]),
        y_range=span_of([v for m in marks for v in (*m.y_span, m.y)] + [r.value for r in lines if r.axis == "y"]),
        alt=told(marks, x, y, language),
        note=wording.joined(notes, language),
        faint=many,
    )


def shortened(name: str) -> str:
    """Return as much of a name as fits beside a point."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def _mark(standing: Standing, key: str, language: Language, role: str = "package", shape: str = "dot") -> Mark:
    return point(standing.deal.name, key, (standing.supply, standing.cost), language, role, shape)


def point(
    name: str, key: str, scores: tuple[Score, Score], language: Language, role: str = "package", shape: str = "dot"
) -> Mark:
    """Return the point of a package by its two scores, with its ranges."""
    (x, *x_span), (y, *y_span) = (_figures(score, language) for score in scores)
    return Mark(name, key, x, y, (x_span[0], x_span[1]), (y_span[0], y_span[1]), role, shape)


def _figures(score: Score, language: Language) -> tuple[float, float, float]:
    mean, low, high = (wording.in_unit(value, score.unit, language) for value in (score.mean, score.p05, score.p95))
    return mean, low, high


def baseline(supply: Score, cost: Score, language: Language) -> Mark:
    """Return the point of the baseline, a cross without ranges."""
    x = wording.in_unit(supply.baseline, supply.unit, language)
    y = wording.in_unit(cost.baseline, cost.unit, language)
    name = say("room.baseline", language)
    return Mark(name, name, x, y, (x, x), (y, y), "baseline", "cross")


def rules(targets: Sequence[Target], x: Indicator, y: Indicator, language: Language) -> tuple[Rule, ...]:
    """Return targets on either axis as lines."""
    found: list[Rule] = []
    for target in targets:
        for axis, indicator in (("x", x), ("y", y)):
            if target.indicator == indicator.id:
                words = wording.number(target.value, indicator.unit, language, indicator.digits)
                key = "room.at_least" if target.sense == "at_least" else "room.at_most"
                value = wording.in_unit(target.value, indicator.unit, language)
                found.append(Rule("x" if axis == "x" else "y", value, say(key, language, value=words)))
    return tuple(found)


def axis_title(indicator: Indicator, language: Language) -> str:
    """Return what an axis is called, with its unit."""
    unit = wording.unit(indicator.unit, language)
    return say("room.axis", language, label=indicator.label.get(language), unit=unit)


def span_of(values: Sequence[float]) -> tuple[float, float]:
    """Return the range of an axis that holds all values."""
    return axes.nice(min(values), max(values)) if values else (0.0, 1.0)


def told(marks: Sequence[Mark], x: Indicator, y: Indicator, language: Language) -> str:
    """Return what a map shows, in words."""
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
    count = sum(mark.shape != "cross" for mark in marks)
    return say(
        "room.alt", language, count=count, x=axis_title(x, language), y=axis_title(y, language), items=glue.join(points)
    )
