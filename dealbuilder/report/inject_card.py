"""The card of an inject: what happens, when, for how long, what moves from what to what."""

from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.resolve import known_clauses
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.channel import Channel
from dealbuilder.model.in_force import in_force
from dealbuilder.model.inject import ChannelShift, Inject, ParameterShift
from dealbuilder.model.package import HORIZON, Package
from dealbuilder.model.text import Language
from dealbuilder.report import befallen, wording
from dealbuilder.report.differing import decimals, ranged
from dealbuilder.report.phrases import say


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
