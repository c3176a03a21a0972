"""A scene laid out on a screen: edges, margins, and content at the largest scale that fits whole blocks on pages."""

from collections.abc import Callable
from dataclasses import replace

from dealbuilder.model.text import Language
from dealbuilder.report.stage.scene import Beside, Card, Check, Content, Poll, Scene, Scores, Statement, Terms
from dealbuilder.report.stage.strip import page_words
from dealbuilder.ui.stage.laying import beside, card, check, edges, poll, scores, statement, terms
from dealbuilder.ui.stage.laying.marks import Laid, Mark, shifted
from dealbuilder.ui.stage.laying.room import BODY, OverfullError, Room

MARGIN = 26
"""Free space at the sides, as a part of the screen's height."""
STEPS = 0.9
"""From one scale that does not fit to the next smaller."""
LARGER, GROWN = (1.6, 1.45, 1.3, 1.2, 1.1), 1.7
"""By how much text may grow where a page has room to spare, and the scale to which it may."""
SMALLER, SPARED = (0.9, 0.8, 0.7), 0.67
"""By how much text may shrink, never below scale 1, where only this share of the pages is needed then."""
SMALLEST = 0.8
"""Below this scale text would be smaller than a room can read."""


def lay(scene: Scene, width: float, height: float, scale: float, page: int, language: Language) -> Laid:
    """Return one page of a scene on a screen of width x height pixels; a page too far is the last."""
    screen = min(height, width * 0.75)
    margin = screen / MARGIN
    outer = Room(width - 2 * margin, height, screen, scale)
    strip = scene.strip
    if strip is None:
        return _bare(scene, outer, width, height, margin, page, language)
    # The edges grow less than the content: they must never take its room.
    px = max(outer.least, screen / BODY * scale**0.4)
    upper = edges.upper(outer, strip, px, margin, width)
    pages: list[list[Mark]] = []
    lower = edges.lower(outer, strip, "", px, margin, width)
    for _ in range(2):
        space = height - upper.height - lower.height - 2 * margin * 0.8
        pages = _content(scene.content, outer, space)
        taller = edges.lower(
            outer, strip, page_words(min(page, len(pages) - 1), len(pages), language), px, margin, width
        )
        done = taller.height <= lower.height
        lower = taller
        if done:
            break
    shown = min(max(page, 0), len(pages) - 1)
    inner = [shifted(mark, margin, upper.height + margin * 0.8) for mark in pages[shown]]
    marks = [*upper.marks(0.0, width), *inner, *lower.marks(height - lower.height, width)]
    return Laid(tuple(marks), shown, len(pages))


def _bare(scene: Scene, outer: Room, width: float, height: float, margin: float, page: int, language: Language) -> Laid:
    """Return a page without edges: the room check, the dark, the curtain."""
    frame = check.corners(width, height) if isinstance(scene.content, Check) else []
    space = height - 2 * margin
    if isinstance(scene.content, Statement):
        room = Room(outer.width, space, outer.screen, outer.scale)
        pages = statement.statement(scene.content, room, centred=True)
    else:
        pages = _content(scene.content, outer, space)
    shown = min(max(page, 0), len(pages) - 1)
    marks = [*frame, *(shifted(mark, margin, margin) for mark in pages[shown])]
    return Laid(tuple(marks), shown, len(pages), black=scene.kind == "dark")


def _content(content: Content, outer: Room, height: float) -> list[list[Mark]]:
    """Return the pages of the content at the largest scale, up to the one asked for, at which whole blocks fit."""
    scale = outer.scale
    while scale > SMALLEST:
        room = Room(outer.width, height, outer.screen, scale)
        pages = _tried(content, room)
        # A question with its answers, or a card, is read at once: rather smaller than on two pages.
        if pages and (len(pages) == 1 or scale <= 1.0 or not isinstance(content, Poll | Card)):
            return _balanced(content, room, pages)
        scale = max(scale * STEPS, 1.0) if scale > 1.0 else scale * STEPS
    return _drawn(content, Room(outer.width, height, outer.screen, SMALLEST, strict=False))


def _tried(content: Content, room: Room) -> list[list[Mark]] | None:
    try:
        return _drawn(content, room)
    except OverfullError:
        return None


def _balanced(content: Content, room: Room, plain: list[list[Mark]]) -> list[list[Mark]]:
    """Return the content set larger where no page more is needed, a little smaller where that spares many pages."""
    if not isinstance(content, Terms | Poll | Beside | Card):
        return plain
    for factor in (*LARGER, *SMALLER):
        if 1.0 <= room.scale * factor <= (GROWN if factor > 1.0 else room.scale):
            other = _tried(content, replace(room, scale=room.scale * factor))
            if other and len(other) <= len(plain) * (1.0 if factor > 1.0 else SPARED):
                return other
    return plain


_LAID: dict[type, Callable[..., list[list[Mark]]]] = {
    Statement: statement.statement,
    Terms: terms.terms,
    Scores: scores.scores,
    Poll: poll.poll,
    Beside: beside.beside,
    Card: card.card,
    Check: check.check,
}


def _drawn(content: Content, room: Room) -> list[list[Mark]]:
    return _LAID.get(type(content), scores.through_time)(content, room)
