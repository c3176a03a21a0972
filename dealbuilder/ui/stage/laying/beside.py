"""Packages side by side: names and headline scores on top of every page, then only the clauses that differ."""

from dealbuilder.report.stage.scene import Beside, Differing, Number
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Block, Mark, Panel, Shape, Stroke, Words
from dealbuilder.ui.stage.laying.room import OverfullError, Room

ROWS = 7
"""Clauses on one page."""


def beside(content: Beside, room: Room) -> list[list[Mark]]:
    """Return the pages."""
    head = _head(content, room)
    top = head.height + room.gap
    rows = [_row(row, len(content.names), room) for row in content.rows]
    if content.note:
        rows.append(room.stacked(room.text(content.note, room.body, role="muted")))
    space = room.height - top
    if room.strict and (space < 0 or any(row.height > space + 0.5 for row in rows)):
        raise OverfullError
    pages: list[list[Mark]] = [head.at(0.0, 0.0)]
    y, count = top, 0
    for row in rows:
        if count and (y + row.height > room.height + 0.5 or count == ROWS):
            pages.append(head.at(0.0, 0.0))
            y, count = top, 0
        pages[-1] += row.at(0.0, y)
        y += row.height + room.gap * 0.7
        count += 1
    return pages


def _column(room: Room, count: int) -> float:
    return (room.width - room.gap * (count - 1)) / count


def _head(content: Beside, room: Room) -> Block:
    count = len(content.names)
    wide = _column(room, count)
    inside = room.part(wide - room.gap)
    parts: list[Block] = []
    for name, numbers in zip(content.names, content.numbers, strict=True):
        words: list[Words | None] = [inside.text(name, room.body, bold=True, ground="surface", most=2)]
        for number in numbers:
            words += [_value(number, inside), inside.text(number.label, room.least, role="muted", ground="surface")]
        parts.append(inside.stacked(*words))
    tall = max(part.height for part in parts) + room.gap / 2
    marks: list[Mark] = []
    for i, part in enumerate(parts):
        x = i * (wide + room.gap)
        marks.append(Panel((x, 0.0, wide, tall), "surface", round_=room.gap * 0.3))
        marks += part.at(x + room.gap / 2, room.gap / 4)
    return Block(tall, tuple(marks))


def _value(number: Number, room: Room) -> Words:
    px = room.title * 1.15
    while px > room.least and lettering.width(number.spoken, px, True) > room.width:
        px -= 1
    return room.text(number.spoken, px, bold=True, ground="surface")


def _row(row: Differing, count: int, room: Room) -> Block:
    px = room.body * 0.9 if room.body * 0.9 >= room.least else room.least
    x = px * 1.5
    title = f"{row.title} ({row.house})" if row.house and row.title.isascii() else row.title
    title = f"{row.title}（{row.house}）" if row.house and not row.title.isascii() else title
    words = room.text(title, px, x=x)
    shape = Shape((px * 0.1, px * (LINE - 0.8) / 2, px * 0.8, px * 0.8), row.side)
    role = row.side if row.side in ("us", "china") else "text"
    wide = _column(room, count)
    cells = [
        room.text(level, px, x=i * (wide + room.gap) + room.gap / 2, y=words.box[3], wide=wide - room.gap, bold=True,
                  role=role)
        for i, level in enumerate(row.levels)
    ]  # fmt: skip
    tall = words.box[3] + max(cell.box[3] for cell in cells) + px * 0.3
    line = Stroke((0.0, tall - room.rule, room.width, room.rule), (0.0, tall, room.width, tall), room.rule, "grid")
    return Block(tall, (shape, words, *cells, line))
