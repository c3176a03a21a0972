"""What an inject moves: both headline scores and whether the deal stands, as rows and by month."""

import numpy as np

from dealbuilder.analysis.evaluation import Evaluation, FloatArray
from dealbuilder.analysis.inject_effect import Effect
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.in_force import in_force
from dealbuilder.model.text import Language
from dealbuilder.report import axes, befallen, wording
from dealbuilder.report.figure import Band, Chart, Line
from dealbuilder.report.figures import month_ticks, series_of
from dealbuilder.report.phrases import say

HEADLINES = ("supply_restored", "leadership_cost", "alive_36")
"""What an inject is told to move: both headline scores, and whether the deal still stands."""
MONTHS_A_YEAR = 12.0


def headlines(catalogue: Catalogue, effect: Effect, language: Language) -> tuple[tuple[str, str, str, str], ...]:
    """Return rows of what moves: name, without the inject, with it, the change in the same unit."""
    rows: list[tuple[str, str, str, str]] = []
    for id in HEADLINES:
        one, two, indicator = effect.without.score(id), effect.struck.score(id), catalogue.indicator_by_id[id]
        apart = "percentage points" if one.unit == "%" else one.unit
        words = [wording.number(score.mean, score.unit, language, indicator.digits) for score in (one, two)]
        change = wording.number(two.mean - one.mean, apart, language, indicator.digits + 1, signed=True)
        rows.append((indicator.label.get(language), words[0], words[1], change))
    return tuple(rows)


def cost_by_month(catalogue: Catalogue, evaluation: Evaluation) -> FloatArray:
    """Return the leadership cost of each month, points, shape (months,): its mean after signing is the score."""
    setting = evaluation.setting
    pack, view = catalogue.pack_by_id[setting.pack], catalogue.worldview_by_id.get(setting.worldview)
    changes = {change.parameter: change for change in setting.changes}

    def value(id: str) -> float:
        return in_force(catalogue.parameter_by_id[id], pack.parameters, view, changes.get(id)).value

    parts = (
        ("lead_compute", value("weight_compute")),
        ("lead_tools", value("weight_tools") / MONTHS_A_YEAR),
        ("lead_memory", value("weight_memory")),
    )
    lost = [weight * (evaluation.series(id).baseline - evaluation.series(id).mean) for id, weight in parts]
    return value("lead_scale") * np.sum(lost, axis=0)


def figures(catalogue: Catalogue, effect: Effect, language: Language) -> tuple[Chart, Chart]:
    """Return supply and leadership cost by month with and without the inject; the months it holds are shaded."""
    supply = series_of(catalogue, "supply")
    cost = catalogue.indicator_by_id["leadership_cost"]
    without, struck = effect.without, effect.struck
    lines = (without.series("supply").mean, struck.series("supply").mean)
    costs = (cost_by_month(catalogue, without), cost_by_month(catalogue, struck))
    return (
        _chart(effect, supply.label.get(language), supply.unit, lines, (0.0, 100.0), language),
        _chart(effect, cost.label.get(language), cost.unit, costs, (0.0, 1.0), language),
    )


def _chart(
    effect: Effect,
    title: str,
    unit: str,
    lines: tuple[FloatArray, FloatArray],
    least: tuple[float, float],
    language: Language,
) -> Chart:
    evaluation, inject = effect.without, effect.inject
    origin = evaluation.months[evaluation.signing]
    x = np.arange(len(evaluation.months), dtype=np.float64) - evaluation.signing
    low = min(least[0], *(float(line.min()) for line in lines))
    high = max(least[1], *(float(line.max()) for line in lines))
    ends = axes.nice(low, high)
    span = np.array([inject.month, min(inject.end, float(x[-1]))], dtype=np.float64)
    # One month would be a hair's width: shade at least to the next.
    span[1] = max(span[1], span[0] + 1.0)
    shade = Band(say("inject.while", language), span, np.full(2, ends[0]), np.full(2, ends[1]), "band")
    return Chart(
        title=title,
        unit=wording.unit(unit, language),
        lines=(
            Line(say("inject.without", language), x, lines[0], "baseline", "dashed"),
            Line(say("inject.with", language), x, lines[1], "package"),
        ),
        bands=(shade,),
        ticks=month_ticks(origin, (float(x[0]), float(x[-1])), language),
        x_range=(float(x[0]), float(x[-1])),
        y_range=ends,
        signing=0.0,
        alt=_alt(effect, title, unit, lines, language),
        note=say("inject.note", language),
        signing_label=say("figure.signing", language),
        origin=origin,
    )


def _alt(effect: Effect, title: str, unit: str, lines: tuple[FloatArray, FloatArray], language: Language) -> str:
    """Return the chart in words: where the two lines lie furthest apart, and where they end."""
    evaluation = effect.without
    gap = np.abs(lines[1] - lines[0])
    said: list[str] = [say("inject.alt", language, title=title, inject=befallen.title(effect.inject, language))]
    for key, at in (("inject.alt_most", int(np.argmax(gap))), ("inject.alt_end", len(gap) - 1)):
        without, struck = (wording.number(float(line[at]), unit, language, 1) for line in lines)
        month = wording.month_label(evaluation.months[at], language)
        said.append(say(key, language, month=month, without=without, struck=struck))
    return wording.joined(said, language)
