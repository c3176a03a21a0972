"""Figures of an evaluation: what is drawn, as plain data, with its alternative text in words and numbers."""

import math
from functools import lru_cache

import numpy as np

from dealbuilder.analysis.evaluation import Evaluation, Monthly
from dealbuilder.errors import NoSuch
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.indicator import MonthlySeries, Named
from dealbuilder.model.parties import EndUserClass
from dealbuilder.model.text import Language
from dealbuilder.report import alt, axes, wording
from dealbuilder.report.cloud import Cloud
from dealbuilder.report.figure import Band, Bars, Chart, Figure, Grid, Line, Scatter, Waterfall
from dealbuilder.report.phrases import say
from dealbuilder.report.spans import Spans
from dealbuilder.report.stacks import Stacks, stacks_table
from dealbuilder.report.strip import Strip
from dealbuilder.report.tornado import Tornado

TICK_MONTHS = 12
LONGEST = 14
"""Characters of a value with its unit at the end of a bar; longer ones leave the unit to the axis."""
CLASS_SCORES = ("supply_restored", "supply_civil", "supply_dual_use", "supply_military")
STAGE_SCORES = ("nonchinese_mine", "nonchinese_separate", "nonchinese_metal", "nonchinese_magnet")
SOURCE_SCORES = (
    "supply_from_licensed",
    "supply_from_leakage",
    "supply_from_allied",
    "supply_from_recycling",
    "supply_from_stock",
    "supply_avoided",
)
FRONT_SCORES = ("leadership_compute", "leadership_tools", "leadership_memory")
REVENUE_SCORES = (
    "revenue_chip_designers",
    "revenue_toolmakers",
    "revenue_design_software",
    "revenue_energy_aviation",
)

Rows = tuple[tuple[str | float, ...], ...]


def named(catalogue: Catalogue, evaluation: Evaluation, name: str, language: Language) -> Figure:
    """Return a figure by its name: a monthly series, "heat:CLASS" or "bars:KIND"; raise DealError if there is none."""
    bars = {"classes": headline_bars, "stages": stage_bars, "sources": source_bars, "fronts": front_bars}
    kind, _, which = name.rpartition(":")
    if kind == "bars" and which in bars:
        return bars[which](catalogue, evaluation, language)
    if kind == "heat":
        for heat in evaluation.heat:
            if heat.klass == which:
                return heat_grid(catalogue, evaluation, heat.klass, language)
    have = {monthly.id for monthly in evaluation.monthly}
    charted = [series.id for series in catalogue.series if series.id in have]
    if name in charted:
        return series_chart(catalogue, evaluation, name, language)
    names = [*charted, *(f"heat:{heat.klass}" for heat in evaluation.heat), *(f"bars:{kind}" for kind in bars)]
    raise NoSuch(f"There is no chart called {name}.", f"没有名为 {name} 的图表。", names)


def series_of(catalogue: Catalogue, series_id: str) -> MonthlySeries:
    """Return a monthly series of the catalogue; raise KeyError if it has none of that id."""
    for series in catalogue.series:
        if series.id == series_id:
            return series
    raise KeyError(series_id)


def series_chart(catalogue: Catalogue, evaluation: Evaluation, series_id: str, language: Language) -> Chart:
    """Return the chart of one monthly series: band, mean, baseline, observed months; x is months from signing."""
    series = series_of(catalogue, series_id)
    monthly = evaluation.series(series_id)
    scale = wording.in_unit(1.0, series.unit, language)
    origin = evaluation.months[evaluation.signing]
    x = np.arange(len(evaluation.months), dtype=np.float64) - evaluation.signing
    lines = [
        Line(say("figure.baseline", language), x, monthly.baseline * scale, "baseline", "dashed"),
        Line(say("figure.package", language), x, monthly.mean * scale, "package"),
    ]
    observed = tuple(seen for seen in evaluation.observed if seen.series == series_id and seen.months)
    for seen in observed:
        at = np.array([wording.months_between(origin, month) for month in seen.months], dtype=np.float64)
        y = np.array(seen.values, dtype=np.float64) * scale
        lines.append(Line(say("figure.observed", language), at, y, "observed", "none", "dot"))
    x_range = (min(float(line.x.min()) for line in lines), float(x[-1]))
    notes = [say("figure.note", language, draws=wording.number(evaluation.monthly_draws, "draw", language, 0))]
    notes += [say("figure.note_observed", language)] if observed else []
    return Chart(
        title=series.label.get(language),
        unit=wording.unit(series.unit, language),
        lines=tuple(lines),
        bands=(Band(say("figure.band", language), x, monthly.p05 * scale, monthly.p95 * scale, "band"),),
        ticks=month_ticks(origin, x_range, language),
        x_range=x_range,
        y_range=_y_range(series, lines, monthly, scale),
        signing=0.0,
        alt=alt.of_series(series, monthly, evaluation, observed, language),
        note=wording.joined(notes, language),
        signing_label=say("figure.signing", language),
        origin=origin,
    )


@lru_cache(maxsize=64)
def month_ticks(origin: str, x_range: tuple[float, float], language: Language) -> tuple[tuple[float, str], ...]:
    """Return one tick a year from signing, as month and label."""
    first = math.ceil(x_range[0] / TICK_MONTHS) * TICK_MONTHS
    months = range(first, int(x_range[1]) + 1, TICK_MONTHS)
    return tuple((float(x), wording.month_tick(wording.month_after(origin, x), language)) for x in months)


def _y_range(series: MonthlySeries, lines: list[Line], monthly: Monthly, scale: float) -> tuple[float, float]:
    shown = np.concatenate([*(line.y for line in lines), monthly.p05 * scale, monthly.p95 * scale])
    shown = shown[np.isfinite(shown)]
    low, high = (float(shown.min()), float(shown.max())) if shown.size else (0.0, 1.0)
    # A fixed range lets two packages be compared by eye; data beyond it still widens it, for nothing may be cut off.
    fixed_low = min(low, series.low * scale) if series.low is not None else low
    fixed_high = max(high, series.high * scale) if series.high is not None else high
    return axes.nice(fixed_low, fixed_high)


def heat_grid(catalogue: Catalogue, evaluation: Evaluation, klass: EndUserClass, language: Language) -> Grid:
    """Return the heat map of one class of users: goods by end uses, percent of need met; the worst cell is marked."""
    heat = next(heat for heat in evaluation.heat if heat.klass == klass)
    name = wording.lowered(catalogue.name("classes", klass).label.get(language))
    worst = next((cell for cell in evaluation.worst if cell.klass == klass), None)
    known = worst is not None and worst.material in heat.goods and worst.end_use in heat.end_uses
    return Grid(
        title=say("figure.heat_title", language, klass=name),
        unit=wording.unit("%", language),
        rows=tuple(catalogue.name("goods", good).label.get(language) for good in heat.goods),
        columns=tuple(_short(catalogue.name("end_uses", use), language) for use in heat.end_uses),
        values=heat.values,
        alt=alt.of_heat(catalogue, heat, name, language),
        worst=(heat.goods.index(worst.material), heat.end_uses.index(worst.end_use)) if worst and known else None,
        scale=(say("figure.none_met", language), say("figure.all_met", language)),
    )


def _short(named: Named, language: Language) -> str:
    return (named.short or named.label).get(language)


def headline_bars(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Bars:
    """Return supply restored for all users and by class, with range and baseline."""
    names = [say("figure.all_classes", language), *(c.label.get(language) for c in catalogue.sets["classes"])]
    title = say("figure.headline_title", language)
    return score_bars(evaluation, CLASS_SCORES, tuple(names), title, language, (0.0, 100.0))


def stage_bars(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Bars:
    """Return the non-Chinese share of each stage of the chain five years after signing, with range and baseline."""
    names = tuple(stage.label.get(language) for stage in catalogue.sets["stages"])
    return score_bars(evaluation, STAGE_SCORES, names, say("figure.stage_title", language), language, (0.0, 100.0))


def source_bars(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Bars:
    """Return the supply by where it comes from, with range and baseline."""
    return _indicator_bars(catalogue, evaluation, SOURCE_SCORES, say("figure.source_title", language), language)


def front_bars(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Bars:
    """Return the parts of leadership cost by front, with range; nought is the baseline."""
    return _indicator_bars(catalogue, evaluation, FRONT_SCORES, say("figure.fronts_title", language), language)


def revenue_bars(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Bars:
    """Return the revenue that each group of US firms regains over five years, with range."""
    return _indicator_bars(catalogue, evaluation, REVENUE_SCORES, say("figure.revenue_title", language), language)


def _indicator_bars(
    catalogue: Catalogue, evaluation: Evaluation, ids: tuple[str, ...], title: str, language: Language
) -> Bars:
    names = tuple(catalogue.indicator_by_id[id].label.get(language) for id in ids)
    return score_bars(evaluation, ids, names, title, language, referenced=ids is SOURCE_SCORES)


def score_bars(
    evaluation: Evaluation,
    ids: tuple[str, ...],
    names: tuple[str, ...],
    title: str,
    language: Language,
    x_range: tuple[float, float] | None = None,
    referenced: bool = True,
) -> Bars:
    """Return bars of indicators that share one unit, in the order given; without reference nought is the baseline."""
    scores = [evaluation.score(id) for id in ids]
    unit = scores[0].unit
    scale = wording.in_unit(1.0, unit, language)
    texts = tuple(wording.number(score.mean, unit, language) for score in scores)
    short = all(len(words) <= LONGEST for words in texts)
    references = scores if referenced else []
    ends = [value * scale for s in scores for value in (s.p05, s.p95, s.mean, s.baseline) if math.isfinite(value)]
    return Bars(
        title=title,
        unit=wording.unit(unit, language),
        labels=names,
        values=tuple(score.mean * scale for score in scores),
        low=tuple(score.p05 * scale for score in scores),
        high=tuple(score.p95 * scale for score in scores),
        reference=tuple(score.baseline * scale for score in references),
        alt=alt.of_bars(
            title,
            names,
            texts,
            tuple(wording.span(score.p05, score.p95, unit, language) for score in scores),
            tuple(wording.number(score.baseline, unit, language) for score in references),
            language,
        ),
        x_range=x_range or axes.nice(min(0.0, *ends), max(0.0, *ends)),
        texts=texts if short else tuple(wording.plain(score.mean * scale) for score in scores),
        key=(
            say("figure.key_mean", language),
            say("figure.key_range", language),
            say("figure.key_baseline", language) if referenced else "",
        ),
    )


def table_twin(figure: Figure, language: Language = "en") -> tuple[tuple[str, ...], Rows]:
    """Return the figure as a table: a header, and rows of a label and numbers (NaN where there is none)."""
    if isinstance(figure, Chart):
        return _chart_table(figure, language)
    if isinstance(figure, Grid):
        header = (say("figure.material", language), *figure.columns)
        return header, tuple((row, *map(float, figure.values[i])) for i, row in enumerate(figure.rows))
    if isinstance(figure, Scatter):
        return _map_table(figure, language)
    if isinstance(figure, Strip):
        return _strip_table(figure)
    if isinstance(figure, Waterfall):
        return _fall_table(figure, language)
    if isinstance(figure, Stacks):
        return stacks_table(figure, language)
    if isinstance(figure, Tornado | Cloud | Spans):
        return figure.table()
    columns = [(figure.key[0] or say("figure.mean", language), figure.values)]
    if figure.low:
        columns += [(say("figure.low", language), figure.low), (say("figure.high", language), figure.high)]
    if figure.reference:
        columns.append((_reference(figure, language), figure.reference))
    header = (say("figure.item", language), *(name for name, _ in columns))
    return header, tuple(zip(figure.labels, *(values for _, values in columns), strict=True))


def _reference(bars: Bars, language: Language) -> str:
    """Return what the tick at a bar is: the baseline, unless its key says otherwise."""
    named = bars.key[2]
    return say("figure.baseline", language) if named in ("", say("figure.key_baseline", language)) else named


def _strip_table(strip: Strip) -> tuple[tuple[str, ...], Rows]:
    header = (strip.unit, *(f"{panel.label} ({panel.unit})" for panel in strip.panels))
    columns = [[wording.plain(float(value), panel.digits) for value in panel.y] for panel in strip.panels]
    times = strip.panels[0].x.tolist() if strip.panels else []
    return header, tuple((strip.time(time), *values) for time, *values in zip(times, *columns, strict=True))


def _fall_table(fall: Waterfall, language: Language) -> tuple[tuple[str, ...], Rows]:
    header = tuple(say(f"figure.{key}", language) for key in ("item", "adds", "error", "after"))
    rows: list[tuple[str | float, ...]] = [(fall.first[0], math.nan, math.nan, fall.first[1])]
    reached = fall.first[1]
    for step in fall.steps:
        reached += step.value
        rows.append((step.label, step.value, step.error or math.nan, reached))
    return header, (*rows, (fall.last[0], math.nan, math.nan, fall.last[1]))


def _map_table(figure: Scatter, language: Language) -> tuple[tuple[str, ...], Rows]:
    low, high = say("figure.low", language), say("figure.high", language)
    header = (say("figure.item", language), figure.x_title, low, high, figure.y_title, low, high)
    return header, tuple((mark.label, mark.x, *mark.x_span, mark.y, *mark.y_span) for mark in figure.marks)


def _chart_table(chart: Chart, language: Language) -> tuple[tuple[str, ...], Rows]:
    columns = [(line.label, line.x, line.y) for line in chart.lines]
    for band in chart.bands:
        # Of several bands each column says whose it is.
        whose = f"{band.label}: " if len(chart.bands) > 1 else ""
        for key, values in (("figure.low", band.low), ("figure.high", band.high)):
            columns.append((whose + say(key, language), band.x, values))
    by_month = [dict(zip(x.tolist(), y.tolist(), strict=True)) for _, x, y in columns]
    months = sorted({month for column in by_month for month in column})
    # Without an origin x counts something else than months, and the ticks say what.
    named = dict(chart.ticks)
    header = (say("figure.month" if chart.origin else "figure.item", language), *(name for name, _, _ in columns))
    return header, tuple(
        (
            wording.month_after(chart.origin, int(month)) if chart.origin else named.get(month, wording.plain(month)),
            *(column.get(month, math.nan) for column in by_month),
        )
        for month in months
    )
