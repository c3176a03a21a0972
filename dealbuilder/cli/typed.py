"""Clauses and assumptions as typed: MEASURE=LEVEL@START-END, PARAMETER=VALUE:LOW:HIGH."""

import math
import re
from dataclasses import dataclass

from pydantic import ValidationError

from dealbuilder.cli.deals import nearest
from dealbuilder.errors import DealError, NoSuch, Words, of_field
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
    return DealError(
        f"{place}: {fault['msg']}; nothing was changed.",
        "Correct it and try again.",
        zh=f"{place}：{of_field(fault).zh}；未作更改。",
        zh_hint="请更正后重试。",
    )


def typed_clause(catalogue: Catalogue, text: str) -> Typed:
    """Read MEASURE[=LEVEL][@START[-END]]; raise DealError that names what is not known."""
    head, at, when = text.partition("@")
    name, _, level = head.partition("=")
    measure = catalogue.measure_by_id.get(name)
    if measure is None:
        hint = nearest(name, catalogue.measure_by_id)
        raise DealError(
            f"This catalogue has no measure “{name}”; nothing was changed.",
            hint.en,
            zh=f"此目录没有措施“{name}”；未作更改。",
            zh_hint=hint.zh,
        )
    if level and measure.level(level) is None:
        raise NoSuch(
            f"“{measure.title.en}” ({measure.id}) has no level “{level}”; nothing was changed.",
            f"“{measure.title.zh}”（{measure.id}）没有档位“{level}”；未作更改。",
            (known.id for known in measure.levels),
        )
    return Typed(measure, level or None, typed_timing(when) if at else None)


def typed_timing(text: str) -> Timing:
    """Read START[-END] in months from signing."""
    match = TIMING.fullmatch(text)
    if match is None or int(match["start"]) > LAST_MONTH or int(match["end"] or 0) > LAST_MONTH:
        raise DealError(
            f"“{text}” is not a timing; nothing was changed.",
            f"Write START or START-END in months from signing, 0 to {LAST_MONTH}, such as 6-36.",
            zh=f"“{text}”不是有效的时间；未作更改。",
            zh_hint=f"请写成 START 或 START-END，以签署后的月数计，0至 {LAST_MONTH}，例如 6-36。",
        )
    return Timing(int(match["start"]), int(match["end"]) if match["end"] else None)


def typed_condition(catalogue: Catalogue, text: str) -> Condition:
    """Read MEASURE=LEVEL as a condition."""
    typed = typed_clause(catalogue, text)
    if typed.level is None or typed.timing is not None:
        raise DealError(
            f"“{text}” is not a condition; nothing was changed.",
            "Write MEASURE=LEVEL.",
            zh=f"“{text}”不是有效的条件；未作更改。",
            zh_hint="请写成 MEASURE=LEVEL。",
        )
    return Condition(measure=typed.measure.id, level=typed.level)


def typed_change(catalogue: Catalogue, text: str, reason: str, who: str) -> Change:
    """Read PARAMETER=VALUE or PARAMETER=VALUE:LOW:HIGH; raise DealError that names what is not known."""
    name, _, figures = text.partition("=")
    if name not in catalogue.parameter_by_id:
        hint = nearest(name, catalogue.parameter_by_id, Words("The manual", "手册"))
        raise DealError(
            f"This catalogue has no parameter “{name}”; nothing was changed.",
            hint.en,
            zh=f"此目录没有参数“{name}”；未作更改。",
            zh_hint=hint.zh,
        )
    try:
        values = [float(figure) for figure in figures.split(":")]
    except ValueError:
        values = []
    if len(values) not in (1, 3) or not all(math.isfinite(value) for value in values):
        raise DealError(
            f"“{figures}” is not a value for {name}; nothing was changed.",
            "Write a number, or VALUE:LOW:HIGH.",
            zh=f"“{figures}”不是 {name} 的有效数值；未作更改。",
            zh_hint="请写一个数字，或 VALUE:LOW:HIGH。",
        )
    low, high = (values[1], values[2]) if len(values) == 3 else (None, None)
    parameter = catalogue.parameter_by_id[name]
    wrong = parameter.impossible(*values)
    if wrong:
        raise DealError(
            f"{wrong.en}; nothing was changed.",
            f"The catalogue says {parameter.value:g}, {parameter.low:g} to {parameter.high:g} {parameter.unit}.",
            zh=f"{wrong.zh}；未作更改。",
            zh_hint=f"目录中为 {parameter.value:g}，范围 {parameter.low:g} 至 {parameter.high:g} {parameter.unit}。",
        )
    return Change(parameter=name, value=values[0], low=low, high=high, reason=reason, who=who)
