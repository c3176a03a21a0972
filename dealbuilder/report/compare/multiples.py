"""Small charts through time, a row a series and a column a package or a difference, every row on one scale."""

from collections.abc import Sequence

import numpy as np

from dealbuilder.analysis.compare.comparing import Compared, Comparison
from dealbuilder.analysis.compare.paired import Apart
from dealbuilder.analysis.evaluation import FloatArray, Monthly
from dealbuilder.model.indicator import MonthlySeries
from dealbuilder.model.package import HORIZON
from dealbuilder.model.text import Language
from dealbuilder.report import axes, figures, wording
from dealbuilder.report.compare.words import points
from dealbuilder.report.figure import Band, Chart, Line
from dealbuilder.report.phrases import say

FIRST = ("supply", "supply_military", "lead_compute", "lead_tools", "alive", "noncn_magnet", "cutoff_survival")
"""Series that are shown first, in this order."""
YEAR = 12
STILL = 1e-6
"""Share of a series' range below which packages do not differ in it."""


def series(found: Comparison, *, every: bool = False) -> tuple[str, ...]:
    """Return the series in which packages differ, the main ones alone unless `every` is asked."""
    charted = [one.id for one in found.catalogue.series if one.chart]
    there = [id for id in (*FIRST, *(id for id in charted if id not in FIRST)) if id in charted]
    wanted = there if every else [id for id in there if id in FIRST]
    return tuple(id for id in wanted if id in found.packages[0].monthly and _differs(found, id))


def _differs(found: Comparison, id: str) -> bool:
    if len(found.packages) < 2:
        return True
    means = np.array([one.monthly[id].mean for one in found.packages])
    return bool(np.nanmax(np.ptp(means, axis=0)) > STILL * max(1.0, float(np.nanmax(np.abs(means)))))


def levels(found: Comparison, id: str, language: Language) -> tuple[Chart, ...]:
    """Return one series of every package, on one scale."""
    known = figures.series_of(found.catalogue, id)
    scale = wording.in_unit(1.0, known.unit, language)
    there = [one.monthly[id] for one in found.packages]
    curves = [curve * scale for m in there for curve in (m.p05, m.p95, m.mean, m.baseline)]
    y_range = _range(curves, known, scale)
    return tuple(_level(found, one, known, scale, y_range, language) for one in found.packages)


def apart(found: Comparison, id: str, against: int, language: Language) -> tuple[Chart, ...]:
    """Return one series of every other package less that of package `against`, on one scale around nought."""
    known = figures.series_of(found.catalogue, id)
    scale = wording.in_unit(1.0, known.unit, language)
    others = [place for place in range(len(found.packages)) if place != against]
    there = [found.pair(place, against).months[id] for place in others]
    y_range = _range([curve * scale for one in there for curve in (one.p05, one.p95, one.mean)] + [np.zeros(1)])
    return tuple(
        _apart(found, place, against, one, known, scale, y_range, language)
        for place, one in zip(others, there, strict=True)
    )


def _range(curves: Sequence[FloatArray], known: MonthlySeries | None = None, scale: float = 1.0) -> tuple[float, float]:
    shown = np.concatenate(curves)
    shown = shown[np.isfinite(shown)]
    low, high = (float(shown.min()), float(shown.max())) if shown.size else (0.0, 1.0)
    if known is not None and known.low is not None:
        low = min(low, known.low * scale)
    if known is not None and known.high is not None:
        high = max(high, known.high * scale)
    return axes.nice(low, high)


def _level(
    found: Comparison,
    one: Compared,
    known: MonthlySeries,
    scale: float,
    y_range: tuple[float, float],
    language: Language,
) -> Chart:
    monthly: Monthly = one.monthly[known.id]
    lines = [(say("figure.baseline", language), monthly.baseline, "baseline", "dashed"),
             (say("figure.package", language), monthly.mean, "package", "solid")]  # fmt: skip
    label = known.label.get(language)
    return _chart(
        found, f"{one.name} · {label}", wording.unit(known.unit, language), lines, (monthly.p05, monthly.p95), scale,
        y_range, "compare.levels_note", language, (label, one.name, known.unit),
    )  # fmt: skip


def _apart(
    found: Comparison,
    place: int,
    against: int,
    apart: Apart,
    known: MonthlySeries,
    scale: float,
    y_range: tuple[float, float],
    language: Language,
) -> Chart:
    names = {"one": found.packages[place].name, "other": found.packages[against].name}
    less, unit = say("compare.less", language, **names), points(known.unit)
    nought = np.zeros_like(apart.mean)
    lines = [(say("compare.nought", language), nought, "baseline", "dashed"), (less, apart.mean, "package", "solid")]
    label = known.label.get(language)
    return _chart(
        found, f"{less} · {label}", wording.unit(unit, language), lines, (apart.p05, apart.p95), scale,
        y_range, "compare.apart_note", language, (label, less, unit),
    )  # fmt: skip


def _chart(
    found: Comparison,
    title: str,
    unit: str,
    lines: Sequence[tuple[str, FloatArray, str, str]],
    band: tuple[FloatArray, FloatArray],
    scale: float,
    y_range: tuple[float, float],
    note: str,
    language: Language,
    told: tuple[str, str, str],
) -> Chart:
    x = np.arange(len(found.months), dtype=np.float64) - found.signing
    origin, x_range = found.months[found.signing], (float(x[0]), float(x[-1]))
    draws = wording.number(found.monthly_draws, "draw", language, 0)
    return Chart(
        title=title,
        unit=unit,
        lines=tuple(Line(label, x, y * scale, role, style) for label, y, role, style in lines),
        bands=(Band(say("figure.band", language), x, band[0] * scale, band[1] * scale, "band"),),
        ticks=figures.month_ticks(origin, x_range, language),
        x_range=x_range,
        y_range=y_range,
        signing=0.0,
        alt=_alt(lines[-1][1], found.signing, *told, language),
        note=say(note, language, draws=draws),
        signing_label=say("figure.signing", language),
        origin=origin,
    )


def _alt(mean: FloatArray, signing: int, series: str, package: str, unit: str, language: Language) -> str:
    early, late = (
        wording.number(float(mean[min(signing + after, len(mean) - 1)]), unit, language) for after in (YEAR, HORIZON)
    )
    return say("compare.level_alt", language, series=series, package=package, value=early, late=late)
