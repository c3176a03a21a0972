"""The question a room predicts an answer to: one indicator and five answers, as ranges or as words."""

import math
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication

from dealbuilder.analysis.evaluation import Evaluation, Score
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import wording

EDGES = 4
"""Values that part five answers."""
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
"""Round numbers, times a power of ten."""
LEAST_SHARE = 0.1
"""Width of an answer as a share of the mean where the band has no width of its own."""
FINEST = 0.01
"""Least width of an answer, in the indicator's unit: finer than that nobody in a room tells apart."""
PERCENT = "%"
ORDER = ("us", "china", "home", "terms", "agenda")
"""Sides in the order of the term sheet."""
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, the indicator it is about, its answers and, if they are ranges, the edges between them."""

    question: str
    indicator: str
    answers: tuple[str, ...]
    edges: tuple[float, ...] = ()


def asking(catalogue: Catalogue, evaluation: Evaluation | None, indicator: str, language: Language) -> Asking:
    """Return the question on an indicator: ranges about where it stands now, words where it has no number yet."""
    known = catalogue.indicator_by_id[indicator]
    question = translate("asking", "Where will this stand: {indicator}?").format(indicator=known.label.get(language))
    found = edges(evaluation.score(indicator)) if evaluation is not None else ()
    if not found:
        return Asking(question, indicator, words())
    return Asking(question, indicator, ranges(found, known.unit, language), found)


def words() -> tuple[str, ...]:
    """Return five answers that need no number."""
    return (
        translate("asking", "clearly down"),
        translate("asking", "a little down"),
        translate("asking", "about the same"),
        translate("asking", "a little up"),
        translate("asking", "clearly up"),
    )


def who(catalogue: Catalogue, package: Package, indicator: str, language: Language) -> Asking:
    """Return the question which clause earned most; of more than five clauses, the clauses of which side.

    The answers stand in the order of the term sheet: nothing in them tells who did.
    """
    label = catalogue.indicator_by_id[indicator].label.get(language)
    held = {clause.measure for clause in package.clauses}
    known = sorted((one for one in catalogue.measures if one.id in held), key=lambda one: ORDER.index(one.side))
    if len(known) <= EDGES + 1:
        question = translate("asking", "Which clause moved this most: {indicator}?").format(indicator=label)
        return Asking(question, indicator, tuple(one.title.get(language) for one in known))
    sides = [side for side in ORDER if any(one.side == side for one in known)]
    question = translate("asking", "Which clauses moved this most: {indicator}?").format(indicator=label)
    return Asking(question, indicator, tuple(_side(side) for side in sides))


def _side(side: str) -> str:
    return {
        "us": translate("asking", "what the United States gives"),
        "china": translate("asking", "what China gives"),
        "home": translate("asking", "the programme at home"),
        "terms": translate("asking", "the terms: verification, tranches, snapback"),
        "agenda": translate("asking", "the later agenda"),
    }[side]


def edges(score: Score) -> tuple[float, ...]:
    """Return four round values, ascending, so that the mean lies in the middle answer of five; none for no number.

    The answers are about a quarter of the band wide. Shares in percent stay between 0 and 100.
    """
    if not all(math.isfinite(value) for value in (score.mean, score.p05, score.p95)):
        return ()
    width = (score.p95 - score.p05) / EDGES
    step = round_up(max(width, FINEST) if width > 0.0 else max(abs(score.mean) * LEAST_SHARE, LEAST_SHARE))
    first = math.floor(score.mean / step) - 1
    if score.unit == PERCENT and score.p05 >= 0.0 and score.p95 <= 100.0:
        first = max(min(first, math.ceil(100.0 / step) - EDGES), 1)
    return tuple(round((first + place) * step, 10) for place in range(EDGES))


def round_up(width: float) -> float:
    """Return the next round number: 1, 2, 2.5 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(width))
    return next(step * power for step in STEPS if step * power >= width * (1 - 1e-9))


def ranges(found: tuple[float, ...], unit: str, language: Language) -> tuple[str, ...]:
    """Return five answers in words and numbers, each with its unit."""
    digits = _digits(found)
    low, high = (wording.number(value, unit, language, digits) for value in (found[0], found[-1]))
    between = (wording.span(a, b, unit, language, digits) for a, b in pairwise(found))
    return (
        translate("asking", "below {value}").format(value=low),
        *between,
        translate("asking", "above {value}").format(value=high),
    )


def _digits(found: tuple[float, ...]) -> int:
    """Return the digits after the point that tell the edges apart."""
    for digits in range(6):
        if all(math.isclose(round(value, digits), value, abs_tol=1e-9) for value in found):
            return digits
    return 6
