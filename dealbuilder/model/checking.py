"""What packs and lenses may name: every fault as a key inside their file and a sentence."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from dealbuilder.errors import Words
from dealbuilder.model.catalogue import Pack
from dealbuilder.model.channel import Channel
from dealbuilder.model.faults import Fault, no_such, outside, repeated, undescribed
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.lens import Lens, RedLine
from dealbuilder.model.measure import Measure
from dealbuilder.model.parameter import Parameter
from dealbuilder.model.source import Reference


def pack_faults(
    pack: Pack, channels: Mapping[str, Channel], parameters: Mapping[str, Parameter], sources: Collection[str]
) -> Iterator[Fault]:
    """Yield what is wrong with a pack: unknown names, values out of bounds, acts or months that stand there twice."""
    for id, count in Counter(event.id for event in pack.events).items():
        if count > 1:
            yield f"events[{id}]", repeated(count)
    for event in pack.events:
        key = f"events[{event.id}]"
        for id, value in event.channels.items():
            channel = channels.get(id)
            if channel is None:
                yield f"{key}.channels.{id}", no_such("a channel", "渠道")
            elif not channel.low <= value <= channel.high:
                yield f"{key}.channels.{id}", outside(value, channel.low, channel.high)
        if not event.known and event.month < pack.signing:
            en = f"is false, yet {event.month} lies before the signing in {pack.signing}"
            yield f"{key}.known", Words(en, f"为false，但 {event.month} 早于签署月份 {pack.signing}")
        if event.source not in sources:
            yield f"{key}.source", undescribed(event.source)
    for (month, destination), count in Counter((seen.month, seen.destination) for seen in pack.observations).items():
        if count > 1:
            yield f"observations[{month}, {destination}]", repeated(count)
    for seen in pack.observations:
        if seen.source not in sources:
            key = f"observations[{seen.month}, {seen.destination}].source"
            yield key, undescribed(seen.source)
    for id, value in pack.parameters.items():
        parameter = parameters.get(id)
        if parameter is None:
            yield f"parameters.{id}", no_such("a parameter", "参数")
        elif wrong := parameter.impossible(value):
            yield f"parameters.{id}", wrong


def lens_faults(
    lens: Lens,
    indicators: Mapping[str, Indicator],
    measures: Mapping[str, Measure],
    channels: Mapping[str, Channel],
    sources: Collection[str],
) -> Iterator[Fault]:
    """Yield what is wrong with a lens: indicators, units, measures, levels and sources that do not exist."""
    for weight in lens.weights:
        indicator = indicators.get(weight.indicator)
        if indicator is None:
            yield f".weights.{weight.indicator}", no_such("an indicator", "指标")
        elif weight.unit != indicator.unit:
            en = f"is {weight.unit}, but the indicator is in {indicator.unit}"
            yield f".weights.{weight.indicator}.unit", Words(en, f"为 {weight.unit}，但该指标的单位是 {indicator.unit}")
    for line in lens.red_lines:
        yield from _line_faults(line, measures, channels)
    named = [("", lens.references), (".reservation", lens.reservation.references)]
    named += [(".consent", lens.consent.references)] if lens.consent else []
    named += [(f".red_lines.{line.measure}", line.references) for line in lens.red_lines]
    for key, references in named:
        yield from _source_faults(key, references, sources)


def _line_faults(line: RedLine, measures: Mapping[str, Measure], channels: Mapping[str, Channel]) -> Iterator[Fault]:
    measure = measures.get(line.measure)
    if measure is None:
        yield f".red_lines.{line.measure}", no_such("a measure", "措施")
        return
    key = f".red_lines.{line.measure}.level"
    levels = [level.id for level in measure.levels]
    if line.level not in levels:
        yield (
            key,
            Words(f"{line.level} is not one of {', '.join(levels)}", f"{line.level} 不在 {'、'.join(levels)} 之中"),
        )
    elif line.level == levels[0]:
        en = f"{line.level} is where every package stands, so it would bar them all"
        yield key, Words(en, f"{line.level} 是每个方案的起点，会把所有方案都排除")
    elif any(_turns(measure, levels.index(line.level), id, channel) for id, channel in channels.items()):
        en = f"levels beyond {line.level} turn the other way, so the line would bar what it asks for"
        yield key, Words(en, f"{line.level} 以上的档位作用方向相反，该红线会排除它所要求的内容")


def _turns(measure: Measure, begin: int, id: str, channel: Channel) -> bool:
    """Return whether levels from `begin` on push a channel both ways from its rest."""
    pushes = [level.channels[id] - channel.rest for level in measure.levels[begin:] if id in level.channels]
    return any(push > 0.0 for push in pushes) and any(push < 0.0 for push in pushes)


def _source_faults(key: str, references: Collection[Reference], sources: Collection[str]) -> Iterator[Fault]:
    for reference in references:
        if reference.source not in sources:
            yield f"{key}.references", undescribed(reference.source)
