"""The room check: what the back row must be able to read, and the corners that must show."""

from dealbuilder.report.stage.scene import Check
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Block, Mark, Shape, Stroke
from dealbuilder.ui.stage.laying.room import Room

ARM = 18
"""Length of a corner mark, as a part of the screen's height."""


def check(content: Check, room: Room) -> list[list[Mark]]:
    """Return sizes from the largest, the sides, strokes and the bilingual line."""
    blocks = [room.stacked(room.text(content.corners, room.body, bold=True))]
    blocks += [room.stacked(room.text(words, max(room.least, room.screen * share))) for share, words in content.sizes]
    blocks.append(_sides(content, room))
    blocks.append(_strokes(content, room))
    blocks.append(room.stacked(room.text(content.sample, room.body)))
    spare = room.height - sum(block.height for block in blocks)
    return room.pages(blocks, min(room.gap * 1.5, max(room.gap * 0.5, spare / len(blocks))))


def _sides(content: Check, room: Room) -> Block:
    px, half = room.body * 1.1, room.width / 2
    marks: list[Mark] = []
    tall = 0.0
    for i, (sign, words) in enumerate((("us", content.us), ("china", content.china))):
        x = i * half
        text = room.text(words, px, x=x + px * 1.5, wide=half - px * 2, bold=True, role=sign)
        marks += [Shape((x, px * (LINE - 1.0) / 2, px, px), sign), text]  # type: ignore[arg-type]
        tall = max(tall, text.box[3])
    return Block(tall, tuple(marks))


def _strokes(content: Check, room: Room) -> Block:
    px, half = room.body, room.width / 2
    marks: list[Mark] = []
    tall = 0.0
    for i, (thick, words) in enumerate(((1.0, content.thin), (4.0, content.thick))):
        x = i * half
        text = room.text(words, px, x=x, wide=half * 0.5)
        start, end, y = x + half * 0.52, x + half * 0.92, px * LINE / 2
        marks += [text, Stroke((start, y - 2, end - start, 4.0), (start, y, end, y), thick, "text")]
        tall = max(tall, text.box[3])
    return Block(tall, tuple(marks))


def corners(width: float, height: float) -> list[Mark]:
    """Return a mark in every corner, drawn to the very edge, so that a cropped picture is seen to be cropped."""
    arm, thick = height / ARM, 4.0
    near, right, bottom = thick / 2, width - thick / 2, height - thick / 2
    made: list[Mark] = []
    for x, inward in ((near, 1.0), (right, -1.0)):
        for y, down in ((near, 1.0), (bottom, -1.0)):
            for x2, y2 in ((x + inward * arm, y), (x, y + down * arm)):
                box = (min(x, x2) - near, min(y, y2) - near, abs(x2 - x) + thick, abs(y2 - y) + thick)
                made.append(Stroke(box, (x, y, x2, y2), thick, "target"))
    return made
