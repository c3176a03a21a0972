"""Packages side by side: names on top of every page, headline scores on the first, then what differs."""

from dataclasses import replace

from dealbuilder.report.stage.scene import Beside, Differing, Number
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import BASE, LINE
from dealbuilder.ui.stage.laying.marks import Block, Mark, Panel, Shape, Stroke
from dealbuilder.ui.stage.laying.room import OverfullError, Room

ROWS = 7
"""Clauses on one page."""


def beside(content: Beside, room: Room) -> list[list[Mark]]:
    """Return the pages."""
    head, short = _head(content, room), _head(replace(content, numbers=((),) * len(content.names)), room)
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
            pages.append(short.at(0.0, 0.0))
            y, count = short.height + room.gap, 0
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
        title = inside.stacked(inside.text(name, room.body, bold=True, ground="surface", most=2))
        blocks = [title, *(_value(number, inside) for number in numbers)]
        marks = [mark for page in replace(inside, strict=False).pages(blocks, 0.0) for mark in page]
        parts.append(Block(sum(block.height for block in blocks), tuple(marks)))
    tall = max(part.height for part in parts) + room.gap / 2
    marks: list[Mark] = []
    for i, part in enumerate(parts):
        x = i * (wide + room.gap)
        marks.append(Panel((x, 0.0, wide, tall), "surface", round_=room.gap * 0.3))
        marks += part.at(x + room.gap / 2, room.gap / 4)
    return Block(tall, tuple(marks))


def _value(number: Number, room: Room) -> Block:
    """Return a score with its name beside it, or below where there is no room."""
    px = room.title * 1.1
    while px > room.least and lettering.width(number.spoken, px, True) > room.width:
        px -= 1
    value = room.text(number.spoken, px, bold=True, ground="surface", most=1)
    small = room.small
    x = lettering.width(number.spoken, px, True) + px * 0.35
    beside = room.width - x
    if lettering.width(number.label, small) > beside:
        return room.stacked(value, room.text(number.label, small, role="muted", ground="surface"))
    value = replace(value, box=(0.0, 0.0, x - px * 0.1, value.box[3]))
    y = px * BASE - small * BASE
    label = room.text(number.label, small, x=x, y=y, wide=beside, role="muted", ground="surface", most=1)
    return Block(value.box[3], (value, label))


def _row(row: Differing, count: int, room: Room) -> Block:
    px = room.body * 0.9 if room.body * 0.9 >= room.least else room.least
    x = px * 1.5
    mark = "" if not row.house else f" ({row.house})" if row.house.isascii() else f"（{row.house}）"
    title = row.title + mark
    words = room.text(title, px, x=x)
    shape = Shape((px * 0.1, px * (LINE - 0.8) / 2, px * 0.8, px * 0.8), row.side)
    role = row.side if row.side in ("us", "china") else "text"
    wide = _column(room, count)
    cells = []
    for i, level in enumerate(row.levels):
        held, x = row.held[i], i * (wide + room.gap) + room.gap / 2
        cells.append(
            room.text(level, px, x=x, y=words.box[3], wide=wide - room.gap, bold=held, role=role if held else "muted")
        )
    tall = words.box[3] + max(cell.box[3] for cell in cells) + px * 0.3
    line = Stroke((0.0, tall - room.rule, room.width, room.rule), (0.0, tall, room.width, tall), room.rule, "grid")
    return Block(tall, (shape, words, *cells, line))
