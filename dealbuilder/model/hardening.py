"""Which levels make things harder than they are by law: a side that agrees to one gives nothing, it takes."""

from collections.abc import Iterator, Mapping

from dealbuilder.model.channel import Channel
from dealbuilder.model.measure import Level, Measure

FASTER = "review_days"
"""The channel that is better when it is lower."""
ESCALATING = frozenset(("suspend_tool_licences", "stop_licences"))
"""Channels whose rise is an escalation; any other channel escalates below its value at rest."""


def hardens(level: Level, channels: Mapping[str, Channel]) -> bool:
    """Return whether a level sets a channel to what is harder than the law."""
    return any(_harder(level, channels))


def escalates(measure: Measure, channels: Mapping[str, Channel]) -> bool:
    """Return whether a measure of either party is an escalation, at whatever level."""
    return measure.side in ("us", "china") and any(hardens(level, channels) for level in measure.levels)


def _harder(level: Level, channels: Mapping[str, Channel]) -> Iterator[bool]:
    for id, value in level.channels.items():
        rest = channels[id].rest if id in channels else value
        yield (value < rest and id != FASTER) or (id in ESCALATING and value > 0)
