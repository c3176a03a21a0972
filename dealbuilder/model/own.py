"""A deal's own measures, fitted to the catalogue that reads them: nothing a file says can reach past the channels."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from dealbuilder.errors import Words
from dealbuilder.model.channel import Channel
from dealbuilder.model.measure import Level, Measure
from dealbuilder.model.off_menu import marked
from dealbuilder.model.text import HIDING, Text

NOTHING = "□"
"""Stands for a wording of which nothing can be seen."""


def fitted(own: Sequence[Measure], channels: Mapping[str, Channel], shipped: Collection[str]) -> tuple[Measure, ...]:
    """Return the measures that join a catalogue, the first of each id that is not shipped.

    Channels that the catalogue does not know set nothing, values beyond a channel's bounds count as the bound. What
    rests on a house estimate says so in its title, whoever wrote the file. A measure that fits is the same object.
    """
    first: dict[str, Measure] = {}
    for measure in own:
        if measure.id not in shipped and measure.id not in first:
            first[measure.id] = _fitted(measure, channels)
    return tuple(first.values())


def _fitted(measure: Measure, channels: Mapping[str, Channel]) -> Measure:
    measure = _steadied(measure)
    levels = tuple(_level(level, channels) for level in measure.levels)
    title = measure.title if measure.house is None else marked(measure.title)
    same = title == measure.title and all(new is old for new, old in zip(levels, measure.levels, strict=True))
    return measure if same else measure.model_copy(update={"levels": levels, "title": title})


def _steadied(measure: Measure) -> Measure:
    """Return a measure in whose words nothing hides or turns what stands there; the same object if nothing does."""
    if HIDING.search(measure.model_dump_json()) is None:
        return measure
    return Measure.model_validate(_plain(measure.model_dump()))


def _plain(value: Any) -> Any:
    """Return data whose wordings hide nothing; ids stay as they are, for clauses name them."""
    if isinstance(value, dict) and value.keys() == Text.model_fields.keys():
        return {language: HIDING.sub("", words) or NOTHING for language, words in value.items()}
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value


def _level(level: Level, channels: Mapping[str, Channel]) -> Level:
    fits = {
        id: min(max(value, channels[id].low), channels[id].high)
        for id, value in level.channels.items()
        if id in channels
    }
    return level if fits == level.channels else level.model_copy(update={"channels": fits})


def misfits(own: Sequence[Measure], channels: Mapping[str, Channel], shipped: Collection[str]) -> Iterator[Words]:
    """Yield a sentence for each thing in a deal's own measures that this catalogue cannot take as it stands."""
    seen: set[str] = set()
    for measure in own:
        if measure.id in shipped:
            yield Words(
                f"The deal's own measure “{measure.id}” has the id of a shipped one, which counts instead.",
                f"协议自定措施“{measure.id}”与自带措施标识相同；以自带措施为准。",
            )
        elif measure.id in seen:
            yield Words(
                f"The deal has two measures “{measure.id}” of its own; only the first counts.",
                f"协议有两项自定措施“{measure.id}”；只以第一项为准。",
            )
        else:
            for level in measure.levels:
                yield from _strange(measure, level, channels)
        seen.add(measure.id)


def _strange(measure: Measure, level: Level, channels: Mapping[str, Channel]) -> Iterator[Words]:
    place = f"The deal's own measure “{measure.id}” at “{level.id}”"
    place_zh = f"协议自定措施“{measure.id}”的“{level.id}”档"
    for id, value in level.channels.items():
        channel = channels.get(id)
        if channel is None:
            yield Words(
                f"{place} sets the channel “{id}”, which this catalogue does not have; that part is not scored.",
                f"{place_zh}设定了渠道“{id}”，而目录中没有；这一部分不计分。",
            )
        elif not channel.low <= value <= channel.high:
            yield Words(
                f"{place} sets {id} to {value:g}, outside {channel.low:g} to {channel.high:g}; "
                "the nearest bound is scored.",
                f"{place_zh}将 {id} 设为 {value:g}，超出 {channel.low:g} 至 {channel.high:g}；按最近的界限计分。",
            )
