"""What marks a session: marks of the record, and those that its film shows: the first trade, the biggest jumps."""

from dealbuilder.document.film import Mark, MarkKind
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.debrief import words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.phrases import say

KINDS: tuple[MarkKind, ...] = (
    "stage", "asked", "revealed", "struck", "lifted", "proposed", "marked", "undone", "agreed", "parted",
    "first_trade", "jump_supply", "jump_cost",
)  # fmt: skip
HALF = 80
"""Characters that are shown of what a proposal gives, and of what it asks."""
WORDLESS = frozenset(("revealed", "undone", "agreed", "parted", "first_trade"))
"""Marks that need no words of the room."""


def marks(debrief: Debrief) -> tuple[Mark, ...]:
    """Return every mark in the order of the session."""
    film = debrief.film
    found = list(film.marks)
    own: tuple[tuple[MarkKind, int | None], ...] = (
        ("first_trade", debrief.first_trade),
        ("jump_supply", debrief.jumps[0]),
        ("jump_cost", debrief.jumps[1]),
    )
    for kind, place in own:
        if place is not None:
            frame = film.frames[place]
            found.append(Mark(kind, frame.seconds, frame.round, place))
    return tuple(sorted(found, key=lambda mark: (mark.seconds, mark.frame)))


def worded(debrief: Debrief, mark: Mark, language: Language) -> str:
    """Return a mark in words; what people wrote is cut if it is long."""
    key = f"debrief.mark_{KINDS[KINDS.index(mark.kind)]}"
    if mark.kind in WORDLESS:
        return say(key, language)
    if mark.kind in ("jump_supply", "jump_cost"):
        return say(key, language, delta=jump(debrief, mark.frame, 0 if mark.kind == "jump_supply" else 1, language))
    if mark.kind != "proposed":
        return say(key, language, text=words.short(mark.inject.title.get(language) if mark.inject else mark.text))
    gives, asks = (words.short(text, HALF) or wording.EN_DASH for text in (mark.text, mark.asks))
    text = say(key, language, gives=gives, asks=asks)
    named = words.side(mark.who, language)
    return f"{text} ({named})" if language == "en" else f"{text}（{named}）"


def jump(debrief: Debrief, place: int, which: int, language: Language) -> str:
    """Return by how much supply restored (0) or leadership cost (1) differs from the scored state before."""
    before = debrief.before(place)
    if before is None:
        return wording.EN_DASH
    one, other = debrief.headlines[before], debrief.headlines[place]
    if which == 0:
        return words.supply(other.supply.mean - one.supply.mean, language)
    return words.cost(other.cost.mean - one.cost.mean, language)
