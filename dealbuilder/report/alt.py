"""What a figure shows, in words and numbers, for those who cannot see it."""

import numpy as np

from dealbuilder.analysis.evaluation import Evaluation, HeatMap, Monthly, Observed
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.indicator import MonthlySeries
from dealbuilder.model.package import HORIZON
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say
from dealbuilder.report.units import written

MOMENTS = (12, HORIZON)
"""Months after signing that a chart's text names."""


def of_series(
    series: MonthlySeries,
    monthly: Monthly,
    evaluation: Evaluation,
    observed: tuple[Observed, ...],
    language: Language,
) -> str:
    """Return the alternative text of a monthly chart: its frame, signing, months 12 and 60, what was observed."""
    unit = wording.unit(series.unit, language)
    digits = 2 if written(series.unit, "en") is written("index", "en") else 1
    frame = {
        "title": series.label.get(language),
        "first": wording.month_label(evaluation.months[0], language),
        "last": wording.month_label(evaluation.months[-1], language),
        "unit": unit,
    }
    signing = evaluation.signing
    sentences = [
        say("figure.alt_chart" if unit else "figure.alt_chart_plain", language, **frame),
        say(
            "figure.alt_signing",
            language,
            month=wording.month_label(evaluation.months[signing], language),
            baseline=wording.number(float(monthly.baseline[signing]), series.unit, language, digits),
        ),
    ]
    for after in MOMENTS:
        at = signing + after
        if at < len(evaluation.months):
            sentences.append(
                say(
                    "figure.alt_at",
                    language,
                    month=wording.month_label(evaluation.months[at], language),
                    after=after,
                    mean=wording.number(float(monthly.mean[at]), series.unit, language, digits),
                    range=wording.span(float(monthly.p05[at]), float(monthly.p95[at]), series.unit, language, digits),
                    baseline=wording.number(float(monthly.baseline[at]), series.unit, language, digits),
                )
            )
    sentences += [_observed(seen, series, language) for seen in observed]
    return wording.joined(sentences, language)


def _observed(seen: Observed, series: MonthlySeries, language: Language) -> str:
    return say(
        "figure.alt_observed",
        language,
        count=len(seen.months),
        first=wording.month_label(min(seen.months), language),
        last=wording.month_label(max(seen.months), language),
        low=wording.number(min(seen.values), series.unit, language, 2),
        high=wording.number(max(seen.values), series.unit, language, 2),
    )


def of_heat(catalogue: Catalogue, heat: HeatMap, klass: str, language: Language) -> str:
    """Return the alternative text of a heat map: what it is, its lowest and highest cell."""
    opening = say("figure.alt_heat", language, klass=klass)
    if np.isnan(heat.values).all():
        return wording.joined([opening, say("figure.alt_heat_none", language)], language)
    places: dict[str, object] = {"count": int(np.count_nonzero(~np.isnan(heat.values)))}
    for suffix, flat in (("", np.nanargmin(heat.values)), ("2", np.nanargmax(heat.values))):
        row, column = np.unravel_index(flat, heat.values.shape)
        places[f"material{suffix}"] = catalogue.name("goods", heat.goods[row]).label.get(language)
        use = catalogue.name("end_uses", heat.end_uses[column]).label.get(language)
        places[f"end_use{suffix}"] = wording.lowered(use)
        places[f"value{suffix}"] = wording.number(float(heat.values[row, column]), "%", language, 0)
    return wording.joined([opening, say("figure.alt_heat_low", language, **places)], language)


def of_bars(
    title: str,
    labels: tuple[str, ...],
    texts: tuple[str, ...],
    ranges: tuple[str, ...],
    references: tuple[str, ...],
    language: Language,
) -> str:
    """Return the alternative text of bars: every label with its value, range and reference."""
    items: list[str] = []
    for i, label in enumerate(labels):
        places: dict[str, object] = {"label": label, "value": texts[i]}
        key = "alt_bar_span"
        places["range"] = ranges[i]
        if references:
            places["baseline"] = references[i]
            key = "alt_bar_range"
        items.append(say(f"figure.{key}", language, **places))
    return say("figure.alt_bars", language, title=title, items=("; " if language == "en" else "；").join(items))
