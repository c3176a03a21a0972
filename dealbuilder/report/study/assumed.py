"""How the study speaks of an assumption, of what a deal is judged by, and of the line it has to reach."""

import math

from dealbuilder.analysis.failing import Failing
from dealbuilder.analysis.hanging import OTHERS
from dealbuilder.analysis.quantity import Line, Quantity
from dealbuilder.analysis.uncertain import LUCK
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.in_force import InForce
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.differing import decimals
from dealbuilder.report.phrases import say

MOST_DIGITS = 6
TENTH = 10.0
SIGNIFICANT = 3
"""Digits of an assumption's figure: what it is known to at best."""


def label(catalogue: Catalogue, id: str, language: Language, others: int = 0) -> str:
    """Return what an assumption is called; luck, and all `others` together, have names of their own."""
    if id == LUCK:
        return say("assumed.luck", language)
    if id == OTHERS:
        return say("assumed.others", language, count=others)
    known = catalogue.parameter_by_id.get(id)
    return known.label.get(language) if known else id


def digits(value: float, unit: str, language: Language) -> int:
    """Return how many decimals show SIGNIFICANT digits of a value in the unit that the language writes."""
    shown = abs(wording.in_unit(value, unit, language))
    needed = SIGNIFICANT - 1 - math.floor(math.log10(shown)) if shown > 0.0 and math.isfinite(shown) else 0
    text = f"{shown:.{max(0, min(needed, 6))}f}"
    return len(text.rstrip("0").partition(".")[2]) if "." in text else 0


def figure(catalogue: Catalogue, id: str, value: float, language: Language) -> str:
    """Return a value of an assumption with its unit, in as many digits as it is known to."""
    unit = catalogue.parameter_by_id[id].unit
    return wording.number(value, unit, language, digits(value, unit, language) - wording.written_digits(unit, language))


def ranged(catalogue: Catalogue, id: str, figures: InForce, language: Language) -> str:
    """Return the low and the high figure of an assumption with the unit once."""
    unit = catalogue.parameter_by_id[id].unit
    places = max(digits(end, unit, language) for end in (figures.low, figures.high))
    return wording.span(figures.low, figures.high, unit, language, places - wording.written_digits(unit, language))


def quantity(wanted: Quantity, language: Language) -> str:
    """Return what is judged: the name of an indicator, or the worth to a role."""
    if wanted.lens is not None:
        return say("assumed.worth", language, role=wanted.lens.name.get(language))
    return wanted.indicator.label.get(language) if wanted.indicator else wanted.id


def value(wanted: Quantity, number: float, language: Language, places: int | None = None) -> str:
    """Return a value of what is judged, with its unit, in `places` decimals; its own if None."""
    return wording.number(number, wanted.unit, language, wanted.digits if places is None else places)


def telling(wanted: Quantity, width: float) -> int:
    """Return the decimals in which values that lie `width` apart differ in two digits, at least the quantity's own."""
    needed = 1 - math.floor(math.log10(width)) if width > 0.0 else 0
    return max(wanted.digits, min(needed, MOST_DIGITS))


def apart(unit: str) -> str:
    """Return the unit of a difference: two per cents lie percentage points apart."""
    return "percentage points" if unit == "%" else unit


def line(wanted: Quantity, asked: Line, language: Language) -> str:
    """Return what must be reached, in a few words that follow the name of what is judged."""
    if asked.kind == "baseline":
        sense = "any" if wanted.sense == 0 else "more" if asked.least else "less"
        return say(f"assumed.line_baseline_{sense}", language)
    key = "reservation" if asked.kind == "reservation" else "least" if asked.least else "most"
    places = max(wanted.digits, min(decimals(asked.value), MOST_DIGITS))
    return say(f"assumed.line_{key}", language, value=value(wanted, asked.value, language, places))


def failing(wanted: Quantity, asked: Failing, language: Language) -> str:
    """Return what counts as failing, as a sentence without its full stop."""
    name = quantity(wanted, language)
    if asked.line is not None:
        return say("assumed.failing_line", language, name=name, line=line(wanted, asked.line, language))
    if math.isnan(asked.beyond):
        return say("assumed.failing_none", language, name=name)
    key = "low" if wanted.sense >= 0 else "high"
    beyond = value(wanted, asked.beyond, language, telling(wanted, abs(asked.beyond) / TENTH))
    return say(f"assumed.failing_{key}", language, name=name, value=beyond)
