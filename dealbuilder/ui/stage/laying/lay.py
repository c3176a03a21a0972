"""A scene laid out on a screen: edges, margins, and content at the largest scale that fits whole blocks on pages."""

from collections.abc import Callable
from dataclasses import replace

from dealbuilder.model.text import Language
from dealbuilder.report.stage.scene import Beside, Card, Check, Content, Poll, Scene, Scores, Statement, Terms
from dealbuilder.report.stage.strip import page_words
from dealbuilder.ui.stage.laying import beside, card, check, edges, poll, scores, statement, terms
from dealbuilder.ui.stage.laying.marks import Kept, Laid, Mark, Shape, shifted
from dealbuilder.ui.stage.laying.room import BODY, OverfullError, Room

MARGIN = 26
"""Free space at the sides, as a part of the screen's height."""
AIR = 0.8
"""Space between the edges and the content, in margins."""
STEPS = 0.9
"""From one scale that does not fit to the next smaller."""
LARGER, GROWN = (1.6, 1.45, 1.3, 1.2, 1.1), 1.7
"""By how much text may grow where a page has room to spare, and the scale to which it may."""
SMALLER, SPARED = (0.9, 0.8, 0.7), 0.67
"""By how much text may shrink, never below scale 1, where only this share of the pages is needed then."""
SMALLEST = 0.8
"""Below this scale text would be smaller than a room can read."""


def lay(
    scene: Scene, width: float, height: float, scale: float, page: int, language: Language, before: Laid | None = None
) -> Laid:
    """Return one page of a scene on a screen of width x height pixels; a page too far is the last.

    `before` is what was laid out last: where only the edges or the page differ its content is taken over.
    """
    screen = min(height, width * 0.75)
    margin = screen / MARGIN
    outer = Room(width - 2 * margin, height - 2 * margin, screen, scale)
    kept = before.kept if before else None
    strip = scene.strip
    if strip is None:
        return _bare(scene, outer, width, height, page, kept)
    # The edges grow less than the content: they must never take its room.
    px = max(outer.least, screen / BODY * scale**0.4)
    upper = edges.upper(outer, strip, px, margin, width)
    count = len(kept.pages) if kept and kept.content is scene.content else 1
    foot = 0.0
    while True:
        # Every page must be cut alike, so the edge is as tall as the page with the longest number needs it.
        words = {page_words(place, count, language) for place in range(count)}
        need = max(edges.lower(outer, strip, one, px, margin, width).height for one in words)
        if need <= foot:
            break
        foot = need
        kept = _content(scene.content, replace(outer, height=height - upper.height - foot - 2 * margin * AIR), kept)
        count = len(kept.pages)
    assert kept is not None
    shown = _lit(kept.pages) if isinstance(scene.content, Terms) else None
    shown = min(max(page, 0), count - 1) if shown is None else shown
    inner = [shifted(mark, margin, upper.height + margin * AIR) for mark in kept.pages[shown]]
    lower = edges.lower(outer, strip, page_words(shown, count, language), px, margin, width)
    marks = [*upper.marks(0.0, width), *inner, *lower.marks(height - lower.height, width)]
    return Laid(tuple(marks), shown, count, kept=kept)


def _lit(pages: list[list[Mark]]) -> int | None:
    """Return the page on which the clause of a replay is lit: the room must see it whichever page it was on."""
    lit = (i for i, page in enumerate(pages) if any(isinstance(mark, Shape) and mark.sign == "lit" for mark in page))
    return next(lit, None)


def _bare(scene: Scene, outer: Room, width: float, height: float, page: int, kept: Kept | None) -> Laid:
    """Return a page without edges: the room check, the dark, the curtain."""
    frame = check.corners(width, height) if isinstance(scene.content, Check) else []
    if isinstance(scene.content, Statement):
        kept = Kept(scene.content, outer, statement.statement(scene.content, outer, centred=True))
    else:
        kept = _content(scene.content, outer, kept)
    shown = min(max(page, 0), len(kept.pages) - 1)
    left, top = (width - outer.width) / 2, (height - outer.height) / 2
    marks = [*frame, *(shifted(mark, left, top) for mark in kept.pages[shown])]
    return Laid(tuple(marks), shown, len(kept.pages), scene.kind == "dark", kept)


def _content(content: Content, room: Room, kept: Kept | None) -> Kept:
    if kept is not None and kept.content is content and kept.room == room:
        return kept
    return Kept(content, room, _fitted(content, room))


def _fitted(content: Content, asked: Room) -> list[list[Mark]]:
    """Return the pages of the content at the largest scale, up to the one asked for, at which whole blocks fit."""
    if isinstance(content, Poll | Card):
        # A question with its answers, or a card, is read at once: as large as it goes on one page.
        for scale in (asked.scale, *(step / 20 for step in range(40, 20, -1))):
            pages = _tried(content, replace(asked, scale=scale)) if scale <= max(asked.scale, GROWN) else None
            if pages and len(pages) == 1 and scale > 1.0:
                return pages
    scale = asked.scale
    while scale > SMALLEST:
        room = replace(asked, scale=scale)
        pages = _tried(content, room)
        if pages:
            return _balanced(content, room, pages)
        scale *= STEPS
    return _drawn(content, replace(asked, scale=SMALLEST, strict=False))


def _tried(content: Content, room: Room) -> list[list[Mark]] | None:
    try:
        return _drawn(content, room)
    except OverfullError:
        return None


def _balanced(content: Content, room: Room, plain: list[list[Mark]]) -> list[list[Mark]]:
    """Return the content set larger where no page more is needed, a little smaller where that spares many pages."""
    if not isinstance(content, Terms | Beside):
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
    return _LAID.get(type(content), scores.picture)(content, room)
