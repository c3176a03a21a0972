"""An inject as a card."""

from dealbuilder.report.stage.scene import Card
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Mark, Panel, Shape, shifted
from dealbuilder.ui.stage.laying.room import Room


def card(content: Card, room: Room) -> list[list[Mark]]:
    """Return whose act it is, the title, the words and when, in one frame a page."""
    ground = f"{content.origin}_soft" if content.origin in ("us", "china") else "surface"
    role = content.origin if content.origin in ("us", "china") else "text"
    pad = room.gap
    inside = Room(room.width - 2 * pad, room.height - 2 * pad, room.screen, room.scale, room.strict)
    px = room.body * 1.05
    whose = inside.text(content.whose, px, x=px * 1.4, bold=True, role=role, ground=ground)
    title = inside.text(content.title, room.title * 1.2, bold=True, ground=ground)
    when = inside.text(content.when, px, role="text", ground=ground)
    left = inside.height - sum(words.box[3] for words in (whose, title, when)) - 3 * room.gap
    size = lettering.fitted(content.text, inside.width, left, room.body, room.title * 1.1)
    text = inside.text(content.text, size, ground=ground)
    blocks = [inside.stacked(words) for words in (whose, title, text, when)]
    pages = inside.pages(blocks)
    pages[0].append(Shape((0.0, px * (LINE - 0.9) / 2, px * 0.9, px * 0.9), content.origin))
    framed: list[list[Mark]] = []
    for page in pages:
        tall = max(mark.box[1] + mark.box[3] for mark in page) + 2 * pad
        edge = role if role != "text" else "border"
        frame = Panel((0.0, 0.0, room.width, min(tall, room.height)), ground, edge, room.rule * 2, room.gap * 0.4)
        framed.append([frame, *(shifted(mark, pad, pad) for mark in page)])
    return framed
