"""Everything an evaluation says as one long table: a row a number, with its kind, month, place, statistic and unit."""

import math
from collections.abc import Iterator
from dataclasses import astuple, dataclass

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language, Text

FIELDS = ("kind", "id", "label", "month", "material", "end_use", "class", "statistic", "value", "unit")
HEADER = ("deal", "package", "baseline", "worldview", *FIELDS, "dealbuilder", "catalogue", "pack")
NO_DEAL = "no new deal"
NEED_MET = Text(en="Need met", zh="需求满足率")
DIGITS = 9
"""Significant digits of an exported number: more than any score means, fewer than platforms differ in."""
STATISTICS = ("mean", "p05", "p50", "p95", "baseline")


@dataclass(frozen=True, slots=True)
class Number:
    """One number and where it belongs; what does not apply is empty."""

    kind: str
    id: str
    label: str
    month: str
    material: str
    end_use: str
    klass: str
    statistic: str
    value: float
    unit: str


def numbers(catalogue: Catalogue, evaluation: Evaluation, language: Language = "en") -> Iterator[Number]:
    """Yield every number: indicators, months, observed, cells, changed assumptions, injects; none that is undefined."""
    for number in _all(catalogue, evaluation, language):
        if math.isfinite(number.value):
            yield number


def rows(
    catalogue: Catalogue, evaluation: Evaluation, deal_name: str, package_name: str, language: Language = "en"
) -> Iterator[tuple[str | float, ...]]:
    """Yield the rows under HEADER; each says to which deal, package, baseline, worldview and versions it belongs."""
    before = (deal_name, package_name, evaluation.baseline or NO_DEAL, evaluation.setting.worldview)
    after = (evaluation.stamps.dealbuilder, evaluation.stamps.catalogue, evaluation.stamps.pack)
    for number in numbers(catalogue, evaluation, language):
        yield (*before, *astuple(number), *after)


def _all(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Iterator[Number]:
    labels = {indicator.id: indicator.label.get(language) for indicator in catalogue.indicators}
    for score in evaluation.scores:
        for name in STATISTICS:
            label = labels.get(score.id, score.id)
            yield Number("indicator", score.id, label, "", "", "", "", name, getattr(score, name), score.unit)
    names = {series.id: series.label.get(language) for series in catalogue.series}
    for series in evaluation.monthly:
        for name in STATISTICS:
            for month, value in zip(evaluation.months, getattr(series, name).tolist(), strict=True):
                label = names.get(series.id, series.id)
                yield Number("monthly", series.id, label, month, "", "", "", name, value, series.unit)
    for seen in evaluation.observed:
        unit = next((series.unit for series in evaluation.monthly if series.id == seen.series), "")
        for month, value in zip(seen.months, seen.values, strict=True):
            label = names.get(seen.series, seen.series)
            yield Number("observed", seen.series, label, month, "", "", "", "observed", value, unit)
    met = NEED_MET.get(language)
    for heat in evaluation.heat:
        for name, values in (("mean", heat.values), ("baseline", heat.baseline)):
            for i, good in enumerate(heat.goods):
                for j, use in enumerate(heat.end_uses):
                    value = float(values[i, j])
                    yield Number("cell", "need_met", met, "", good, use, heat.klass, name, value, "%")

    last = {change.parameter: change for change in evaluation.setting.changes}
    for id, change in last.items():
        shipped = catalogue.parameter_by_id.get(id)
        label, unit = (shipped.label.get(language), shipped.unit) if shipped else (id, "")
        figures = {"value": change.value, "low": change.low, "high": change.high}
        figures |= {"catalogue": shipped.value if shipped else None}
        for name, value in figures.items():
            if value is not None:
                yield Number("assumption", id, label, "", "", "", "", name, value, unit)
    yield from _injects(catalogue, evaluation, language)


def _injects(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Iterator[Number]:
    """Yield when each inject begins and how long it lasts, and what it shifts, as "INJECT/CHANNEL OR PARAMETER"."""
    for inject in evaluation.setting.injects:
        title = inject.title.get(language)
        for name, months in (("month", inject.month), ("months", inject.months)):
            if months is not None:
                yield Number("inject", inject.id, title, "", "", "", "", name, float(months), "month")
        for shift in inject.channels:
            channel = catalogue.channel_by_id.get(shift.channel)
            label, unit = (channel.label.get(language), channel.unit) if channel else (shift.channel, "")
            yield Number("inject", f"{inject.id}/{shift.channel}", label, "", "", "", "", "by", shift.by, unit)
        for shift in inject.parameters:
            known = catalogue.parameter_by_id.get(shift.parameter)
            label, unit = (known.label.get(language), known.unit) if known else (shift.parameter, "")
            for name in ("value", "low", "high"):
                key, value = f"{inject.id}/{shift.parameter}", getattr(shift, name)
                yield Number("inject", key, label, "", "", "", "", name, value, unit)


def rounded(number: float) -> float | None:
    """Return a number as files carry it, rounded to DIGITS; None where it is not defined."""
    return float(f"{number:.{DIGITS}g}") if math.isfinite(number) else None
