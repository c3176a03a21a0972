"""The map of better deals: packages by what they are worth to both sides, and by supply and cost."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from dealbuilder.analysis.coaching import Advice
from dealbuilder.analysis.fronts import Solution, Wide
from dealbuilder.analysis.many import OBJECTIVES
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import axes, wording
from dealbuilder.report.figure import Mark, Rule, Scatter
from dealbuilder.report.phrases import say

UNITS = ("points", "points", "%", "index points")
DIGITS = (2, 2, 1, 2)
SOLUTIONS: tuple[Solution, ...] = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")
"""In which order the bargaining points are told."""
AXES = ("us", "china", "supply", "cost")

Drawn = tuple[str, str, Sequence[float], str, str]
"""Label, key, objectives, colour role and shape of a package on a map."""


def party_map(advice: Advice, wide: Wide | None, language: Language) -> Scatter:
    """Return packages by their worth to the United States (x) and China (y), with what each side would accept."""
    rules = (
        Rule("x", advice.reservations[0], say("better.line_us", language)),
        Rule("y", advice.reservations[1], say("better.line_china", language)),
    )
    marks = _marks(advice, wide, (0, 1), language)
    marks = (Mark(say("better.baseline", language), "", 0.0, 0.0, (0.0, 0.0), (0.0, 0.0), "baseline", "cross"), *marks)
    return _scatter("map_title", ("axis_us", "axis_china"), marks, rules, (0, 1), language)


def table(advice: Advice, wide: Wide | None, language: Language) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return both maps as one table: a header, and a row for every package drawn with all four numbers."""
    header = (say("figure.item", language), *(say(f"better.axis_{one}", language) for one in AXES))
    rows = tuple((label, *_digits(values)) for label, _, values, _, _ in _drawn(advice, wide, language))
    return header, (*rows, (say("better.baseline", language), *_digits((0.0, 0.0, float("nan"), 0.0))))


def present(advice: Advice, language: Language) -> tuple[str, ...]:
    """Return the four numbers of the package itself, a line each."""
    colon = ": " if language == "en" else "："
    heads = [say(f"better.axis_{one}", language) for one in AXES]
    return tuple(head + colon + value for head, value in zip(heads, _digits(advice.now), strict=True))


def _digits(values: Sequence[float]) -> tuple[str, ...]:
    return tuple(wording.plain(float(value), digits) for value, digits in zip(values, DIGITS, strict=True))


def score_map(advice: Advice, wide: Wide | None, language: Language) -> Scatter:
    """Return packages by leadership cost (x) and supply restored (y), with the wish as lines."""
    rules = []
    if advice.wish.cost is not None:
        rules.append(Rule("x", advice.wish.cost, say("better.line_wish", language)))
    if advice.wish.supply is not None:
        rules.append(Rule("y", advice.wish.supply, say("better.line_wish", language)))
    marks = _marks(advice, wide, (3, 2), language)
    return _scatter("map_scores", ("axis_cost", "axis_supply"), marks, tuple(rules), (3, 2), language)


def _scatter(
    title: str,
    names: tuple[str, str],
    marks: tuple[Mark, ...],
    rules: tuple[Rule, ...],
    places: tuple[int, int],
    language: Language,
) -> Scatter:
    heading = say(f"better.{title}", language)
    across = [mark.x for mark in marks] + [rule.value for rule in rules if rule.axis == "x"]
    down = [mark.y for mark in marks] + [rule.value for rule in rules if rule.axis == "y"]
    named = [mark for mark in marks if mark.key or mark.role == "baseline"]
    items = [
        say(
            "better.alt_item",
            language,
            label=mark.label,
            **{
                axis: wording.number(value, UNITS[place], language, DIGITS[place])
                for axis, value, place in zip(("x", "y"), (mark.x, mark.y), places, strict=True)
            },
        )
        for mark in named
    ]
    items += [f"{rule.label} {wording.plain(rule.value, 2)}" for rule in rules]
    return Scatter(
        title=heading,
        x_title=say(f"better.{names[0]}", language),
        y_title=say(f"better.{names[1]}", language),
        marks=marks,
        rules=rules,
        x_range=axes.nice(*_ends(across)),
        y_range=axes.nice(*_ends(down)),
        alt=say("better.alt_map", language, title=heading, items=("; " if language == "en" else "；").join(items)),
        faint=True,
    )


def _ends(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = 0.05 * (high - low) or 0.5
    return low - room, high + room


def _marks(advice: Advice, wide: Wide | None, places: tuple[int, int], language: Language) -> tuple[Mark, ...]:
    x, y = places
    return tuple(
        _mark(label, key, values[x], values[y], role, shape)
        for label, key, values, role, shape in _drawn(advice, wide, language)
    )


def _drawn(advice: Advice, wide: Wide | None, language: Language) -> Iterator[Drawn]:
    """Yield every package on the maps: the front, the suggestions, the present one."""
    if wide is not None:
        named = solutions(wide, language)
        for at, values in enumerate(wide.values):
            short = named.get(at, "")
            moves = say("better.on_front", language, moves=len(wide.moves[at]))
            label = f"{short} ({moves})" if short else moves
            yield label, short, values.tolist(), "observed", "diamond" if short else "dot"
    for number, values, label in numbered(advice, language):
        yield label, str(number), values, "target", "dot"
    here = say("better.here", language)
    yield here, here, advice.now, "package", "diamond"


def _mark(label: str, key: str, x: float, y: float, role: str, shape: str) -> Mark:
    return Mark(label, key, float(x), float(y), (float(x), float(x)), (float(y), float(y)), role, shape)


def solutions(wide: Wide, language: Language) -> dict[int, str]:
    """Return short names of the bargaining points by their place on the front; one package may bear several."""
    found: dict[int, list[str]] = {}
    for solution in SOLUTIONS:
        for at in wide.points.at.get(solution, ())[:1]:
            found.setdefault(at, []).append(say(f"better.short_{solution}", language))
    return {at: " · ".join(names) for at, names in found.items()}


def numbered(advice: Advice, language: Language) -> list[tuple[int, tuple[float, float, float, float], str]]:
    """Return every suggestion in the order in which it is told, numbered from 1: number, objectives, label."""
    told = [one for found in advice.found.values() for one in found]
    return [
        (number, one.values, f"{number}. {say(f'better.mode_{one.mode}', language)}")
        for number, one in enumerate(told, start=1)
    ]


def front_words(catalogue: Catalogue, wide: Wide, language: Language) -> tuple[str, ...]:
    """Return the bargaining points in words, named by what they mean, and how the front was found."""
    said = []
    for solution in SOLUTIONS:
        for at in wide.points.at.get(solution, ())[:1]:
            us, china, supply, cost = (
                wording.number(float(value), unit, language, digits)
                for value, unit, digits in zip(wide.values[at], UNITS, DIGITS, strict=True)
            )
            name = say(f"better.{solution}", language)
            count = len(wide.moves[at])
            said.append(
                say("better.point", language, name=name, us=us, china=china, supply=supply, cost=cost, count=count)
            )
    if not wide.points.agreed and wide.points.nearest is not None:
        us, china = (wording.number(float(v), "points", language, 2) for v in wide.values[wide.points.nearest][:2])
        said.append(say("better.no_agreement", language, us=us, china=china))
    titles = [catalogue.measure_by_id[id].title.get(language) for id in wide.measures]
    basis = say(
        "better.front_basis",
        language,
        looked=wording.plain(wide.looked, 0),
        screened=wording.number(wide.screened, "draw", language, 0),
        measures=wording.listed(titles, language) or say("better.front_none", language),
        front=wide.front,
        told=len(wide.packages),
        draws=wording.number(wide.draws, "draw", language, 0),
    )
    return (*said, basis)


def as_data(catalogue: Catalogue, wide: Wide, language: Language) -> dict[str, Any]:
    """Return the front as JSON holds it, with the places of its bargaining points."""
    return {
        "packages": [
            {"moves": [asdict(move) for move in moves], **dict(zip(OBJECTIVES, map(float, values), strict=True))}
            for moves, values in zip(wide.moves, wide.values, strict=True)
        ],
        "points": {solution: list(wide.points.at.get(solution, ())) for solution in SOLUTIONS},
        "agreed": wide.points.agreed,
        "nearest": wide.points.nearest,
        "looked_at": wide.looked,
        "unbeaten_when_screened": wide.front,
        "every_combination_of": list(wide.measures),
        "screened_draws": wide.screened,
        "draws": wide.draws,
        "words": list(front_words(catalogue, wide, language)),
    }
