"""The card of an inject: what happens, when, for how long, what moves from what to what, and what that does."""

from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.evaluation import Evaluation, FloatArray, Setting
from dealbuilder.analysis.inject_effect import Effect
from dealbuilder.analysis.resolve import known_clauses
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.channel import Channel
from dealbuilder.model.in_force import in_force
from dealbuilder.model.inject import ChannelShift, Inject, ParameterShift
from dealbuilder.model.package import HORIZON, Package
from dealbuilder.model.text import Language
from dealbuilder.report import axes, befallen, wording
from dealbuilder.report.differing import decimals, ranged
from dealbuilder.report.figure import Band, Chart, Line
from dealbuilder.report.figures import month_ticks, series_of
from dealbuilder.report.phrases import say

HEADLINES = ("supply_restored", "leadership_cost", "alive_36")
"""What an inject is told to move: both headline scores, and whether the deal still stands."""
MONTHS_A_YEAR = 12.0


@dataclass(frozen=True, slots=True)
class Shift:
    """One line of a card: what moves, from what, to what, with units."""

    id: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    """An inject in words; `ground` and `sources`: what it rests on; `warnings`: what this catalogue cannot take."""

    title: str
    text: str
    origin: str
    when: str
    shifts: tuple[Shift, ...]
    ground: str
    sources: tuple[str, ...]
    warnings: tuple[str, ...]


def card(catalogue: Catalogue, inject: Inject, package: Package, setting: Setting, language: Language) -> Card:
    """Return the card; what is shifted is read under the deal's package, worldview and changed assumptions."""
    shifts = [_channel(catalogue, shift, package, language) for shift in inject.channels]
    shifts += [_parameter(catalogue, shift, setting, language) for shift in inject.parameters]
    if inject.expires:
        keys = ("inject.expiry", "inject.expiry_before", "inject.expiry_after")
        shifts.append(Shift("expires", *(say(key, language) for key in keys)))
    sources = (catalogue.source_by_id.get(reference.source) for reference in inject.references)
    return Card(
        title=inject.title.get(language),
        text=inject.card.get(language),
        origin=say(f"inject.from_{inject.origin}", language),
        when=wording.joined([_begins(catalogue, inject, setting, language), _lasts(inject, language)], language),
        shifts=tuple(shifts),
        ground=_ground(inject, language),
        sources=tuple(
            f"{source.title} ({reference.date or source.date}, {reference.locator})"
            for source, reference in zip(sources, inject.references, strict=True)
            if source is not None
        ),
        warnings=tuple(befallen.strange(catalogue, (inject,), language)),
    )


def _ground(inject: Inject, language: Language) -> str:
    """Return grade and reason as one text."""
    grade = wording.ended(say("inject.grade", language, grade=inject.grade), language)
    return wording.joined([grade, inject.reason.get(language) if inject.reason else ""], language)


def _begins(catalogue: Catalogue, inject: Inject, setting: Setting, language: Language) -> str:
    pack = catalogue.pack_by_id.get(setting.pack)
    label = wording.month_label(wording.month_after(pack.signing, inject.month), language) if pack else ""
    return say("inject.begins", language, month=inject.month, label=label)


def _lasts(inject: Inject, language: Language) -> str:
    if inject.months is None:
        return say("inject.stays", language, horizon=HORIZON)
    return say("inject.lasts", language, span=wording.number(inject.months, "month", language, 0))


def _channel(catalogue: Catalogue, shift: ChannelShift, package: Package, language: Language) -> Shift:
    channel = catalogue.channel_by_id.get(shift.channel)
    if channel is None:
        by = wording.plain(shift.by, decimals(shift.by), signed=True)
        return Shift(shift.channel, shift.channel[: befallen.LONGEST], wording.EN_DASH, by)
    signed = _signed(catalogue, channel, package)
    by = wording.plain(shift.by, decimals(shift.by), signed=True)
    if signed is None:
        before, after = say("inject.in_force", language), by
    else:
        end = min(max(signed + shift.by, channel.low), channel.high)
        before = say("inject.signed", language, value=_figure(signed))
        after = say("inject.shifted", language, value=_figure(end), by=by)
    label, unit = channel.label.get(language), wording.unit(channel.unit, language)
    return Shift(shift.channel, say("inject.with_unit", language, label=label, unit=unit), before, after)


def _figure(value: float) -> str:
    """Return a channel's value as plainly as its unit allows; the unit stands at its label."""
    return wording.plain(value, decimals(value))


def _signed(catalogue: Catalogue, channel: Channel, package: Package) -> float | None:
    """Return what the package signs on a channel, None if nothing: as if every clause were in force."""
    values = [
        clause.level.channels[channel.id]
        for clause in known_clauses(catalogue, package)
        if channel.id in clause.level.channels
    ]
    if not values:
        return None
    if channel.combine == "sum":
        return min(channel.high, channel.rest + sum(value - channel.rest for value in values))
    harsh = [value for value in values if value < channel.rest]
    return min(values) if channel.combine == "min" or harsh else max(values)


def _parameter(catalogue: Catalogue, shift: ParameterShift, setting: Setting, language: Language) -> Shift:
    known = catalogue.parameter_by_id.get(shift.parameter)
    unit = known.unit if known else "1"
    after = ranged(shift.value, shift.low, shift.high, unit, language)
    if known is None:
        return Shift(shift.parameter, shift.parameter[: befallen.LONGEST], wording.EN_DASH, after)
    pack = catalogue.pack_by_id.get(setting.pack)
    changed = {change.parameter: change for change in setting.changes}.get(known.id)
    view = catalogue.worldview_by_id.get(setting.worldview)
    now = in_force(known, pack.parameters if pack else {}, view, changed)
    before = ranged(now.value, now.low, now.high, unit, language)
    return Shift(known.id, known.label.get(language), before, after)


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
