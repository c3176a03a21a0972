"""The two headline scores, the worst cell, and one chart; and the chart alone."""

from dataclasses import replace

from dealbuilder.report.figure import Figure
from dealbuilder.report.stage import scene
from dealbuilder.report.stage.scene import Number, Scores
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Block, Mark, Panel, Picture, Shape, Words
from dealbuilder.ui.stage.laying.room import OverfullError, Room

SHARED, ALONE = 0.2, 0.3
"""Least height of a chart below other things and on a page of its own, as a share of the screen's."""


def scores(content: Scores, room: Room) -> list[list[Mark]]:
    """Return the scores on one page with the chart if both fit, else on pages of their own."""
    blocks = [_numbers(content.numbers, room)]
    if content.lit:
        blocks.append(lit_line(content.lit, room))
    elif content.worst:
        blocks.append(room.stacked(room.text(content.worst, room.body)))
    pages = room.pages(blocks)
    if content.chart is None:
        return pages
    title = room.stacked(room.text(content.title, room.body, bold=True))
    used = max(mark.box[1] + mark.box[3] for mark in pages[-1]) + room.gap
    if room.height - used - title.height < room.screen * SHARED:
        pages.append(_alone("", content.title, content.chart, room))
    else:
        pages[-1] += [*title.at(0.0, used), *_picture(content.chart, room, used + title.height)]
    return pages


def picture(content: scene.Picture, room: Room) -> list[list[Mark]]:
    """Return the figure on one page under the title that says what its axes are, above its note."""
    if not content.note:
        return [_alone(content.lit, content.title, content.figure, room)]
    note = room.stacked(room.text(content.note, room.small, role="muted"))
    above = replace(room, height=room.height - note.height - room.gap / 2)
    return [[*_alone(content.lit, content.title, content.figure, above), *note.at(0.0, room.height - note.height)]]


def lit_line(words: str, room: Room) -> Block:
    """Return the clause that moved, lit."""
    px, pad = room.body, room.body * 0.35
    text = room.text(words, px, x=px * 1.7, y=pad, wide=room.width - px * 2.2, bold=True, ground="warn_soft")
    tall = text.box[3] + 2 * pad
    panel = Panel((0.0, 0.0, room.width, tall), "warn_soft", "target", room.rule * 1.6, px * 0.2)
    return Block(tall, (panel, Shape((px * 0.5, pad + px * (LINE - 0.8) / 2, px * 0.8, px * 0.8), "lit"), text))


def _alone(lit: str, title: str, figure: Figure, room: Room) -> list[Mark]:
    heads = [lit_line(lit, room)] if lit else []
    heads.append(room.stacked(room.text(title, room.body * 1.1, bold=True)))
    used = sum(head.height + room.gap / 2 for head in heads)
    if room.strict and room.height - used < room.screen * ALONE:
        raise OverfullError
    return [*room.pages(heads, room.gap / 2)[0], *_picture(figure, room, used)]


def _picture(figure: Figure, room: Room, y: float) -> list[Mark]:
    # A chart has no pages: its letters grow less than the text, so that its curves keep their room.
    px = max(room.least, room.screen / 36 * max(1.0, room.scale) ** 0.5)
    return [Picture((0.0, y, room.width, room.height - y), figure, px, room.rule)]


def _numbers(numbers: tuple[Number, ...], room: Room) -> Block:
    """Return the scores side by side, of one size, each with what is said of it below."""
    count = max(1, len(numbers))
    gap = 2 * room.gap
    wide = (room.width - gap * (count - 1)) / count
    inside = room.part(wide - 2 * room.gap * 0.8)
    least, px = room.digits
    while px > least and any(_spread(number, px, inside) > inside.width for number in numbers):
        px -= 1
    parts = [_number(number, px, inside) for number in numbers]
    tall = max((part.height for part in parts), default=0.0)
    marks: list[Mark] = []
    for i, part in enumerate(parts):
        x = i * (wide + gap)
        marks.append(Panel((x, 0.0, wide, tall + room.gap), "surface", round_=room.gap * 0.3))
        marks += part.at(x + room.gap * 0.8, room.gap / 2)
    return Block(tall + room.gap, tuple(marks))


def _unit_px(px: float, room: Room) -> float:
    return max(room.least, px * 0.42)


def _spread(number: Number, px: float, room: Room) -> float:
    beside = lettering.width(number.unit, _unit_px(px, room), True) if number.unit else 0.0
    return lettering.width(number.value, px, True) + px * 0.12 + beside + 2.0


def _number(number: Number, px: float, room: Room) -> Block:
    label = room.text(number.label, room.body, bold=True, ground="surface")
    wide = lettering.width(number.value, px, True) + 1.0
    digits = Words((0.0, 0.0, wide, px * lettering.TIGHT), (number.value,), px, number.spoken, True, "text", "surface")
    said = (number.band, number.since, number.against)
    below = [
        room.text(words, room.body, ground="surface", bold=place == 1, role="muted" if place == 0 else "text")
        for place, words in enumerate(said)
        if words
    ]
    y = label.box[3]
    marks: list[Mark] = [label, replace(digits, box=(0.0, y, wide, px * lettering.TIGHT))]
    small = _unit_px(px, room)
    rest = room.width - wide - px * 0.12
    unit = room.text(number.unit, small, x=wide + px * 0.12, wide=rest, bold=True, ground="surface", said="", most=1)
    if number.unit:
        top = y + px * lettering.TIGHT_BASE - small * lettering.BASE
        marks.append(replace(unit, box=(unit.box[0], top, rest, small * LINE)))
    y += px * lettering.TIGHT
    for words in below:
        marks.append(replace(words, box=(0.0, y, words.box[2], words.box[3])))
        y += words.box[3]
    return Block(y, tuple(marks))
