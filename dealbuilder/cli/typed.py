"""Clauses and assumptions as typed: MEASURE=LEVEL@START-END, PARAMETER=VALUE:LOW:HIGH."""

import math
import re
from dataclasses import dataclass

from pydantic import ValidationError

from dealbuilder.cli.deals import nearest
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Condition

LAST_MONTH = 600
TIMING = re.compile(r"(?P<start>\d{1,4})(?:-(?P<end>\d{1,4})?)?")


@dataclass(frozen=True, slots=True)
class Timing:
    """Months from signing; `end` None is to the end of the deal."""

    start: int
    end: int | None


@dataclass(frozen=True, slots=True)
class Typed:
    """A clause as typed; what was not typed is None."""

    measure: Measure
    level: str | None
    timing: Timing | None


def refused(error: ValidationError) -> DealError:
    """Return the sentence for something typed that no deal can hold."""
    fault = error.errors()[0]
    place = ".".join(str(part) for part in fault["loc"]) or error.title
    return DealError(f"{place}: {fault['msg']}; nothing was changed.", "Correct it and try again.")


def typed_clause(catalogue: Catalogue, text: str) -> Typed:
    """Read MEASURE[=LEVEL][@START[-END]]; raise DealError that names what is not known."""
    head, at, when = text.partition("@")
    name, _, level = head.partition("=")
    measure = catalogue.measure_by_id.get(name)
    if measure is None:
        raise DealError(
            f"This catalogue has no measure “{name}”; nothing was changed.",
            nearest(name, list(catalogue.measure_by_id)),
        )
    if level and measure.level(level) is None:
        raise DealError(
            f"“{measure.title.en}” ({measure.id}) has no level “{level}”; nothing was changed.",
            f"Choose one of: {', '.join(known.id for known in measure.levels)}.",
        )
    return Typed(measure, level or None, typed_timing(when) if at else None)


def typed_timing(text: str) -> Timing:
    """Read START[-END] in months from signing."""
    match = TIMING.fullmatch(text)
    if match is None or int(match["start"]) > LAST_MONTH or int(match["end"] or 0) > LAST_MONTH:
        raise DealError(
            f"“{text}” is not a timing; nothing was changed.",
            f"Write START or START-END in months from signing, 0 to {LAST_MONTH}, such as 6-36.",
        )
    return Timing(int(match["start"]), int(match["end"]) if match["end"] else None)


def typed_condition(catalogue: Catalogue, text: str) -> Condition:
    """Read MEASURE=LEVEL as a condition."""
    typed = typed_clause(catalogue, text)
    if typed.level is None or typed.timing is not None:
        raise DealError(f"“{text}” is not a condition; nothing was changed.", "Write MEASURE=LEVEL.")
    return Condition(measure=typed.measure.id, level=typed.level)


def typed_change(catalogue: Catalogue, text: str, reason: str, who: str) -> Change:
    """Read PARAMETER=VALUE or PARAMETER=VALUE:LOW:HIGH; raise DealError that names what is not known."""
    name, _, figures = text.partition("=")
    if name not in catalogue.parameter_by_id:
        raise DealError(
            f"This catalogue has no parameter “{name}”; nothing was changed.",
            nearest(name, list(catalogue.parameter_by_id)).replace("`dealbuilder catalogue` lists", "The manual lists"),
        )
    try:
        values = [float(figure) for figure in figures.split(":")]
    except ValueError:
        values = []
    if len(values) not in (1, 3) or not all(math.isfinite(value) for value in values):
        raise DealError(
            f"“{figures}” is not a value for {name}; nothing was changed.",
            "Write a number, or VALUE:LOW:HIGH.",
        )
    low, high = (values[1], values[2]) if len(values) == 3 else (None, None)
    parameter = catalogue.parameter_by_id[name]
    wrong = parameter.impossible(*values)
    if wrong:
        raise DealError(
            f"{wrong}; nothing was changed.",
            f"The catalogue says {parameter.value:g}, {parameter.low:g} to {parameter.high:g} {parameter.unit}.",
        )
    return Change(parameter=name, value=values[0], low=low, high=high, reason=reason, who=who)
