"""A package: two columns, the United States left and China right, at most seven clauses a page."""

from dataclasses import replace

from dealbuilder.report.stage.scene import ClauseLine, Clauses, Terms
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Block, Mark, Panel, Shape, Words
from dealbuilder.ui.stage.laying.room import OverfullError, Room

CLAUSES = 7
"""Clauses on one page."""
HEADING = 26
"""Headings as parts of the screen's height; they grow less than the clauses under them."""
PAD = 0.4
"""Space inside the frame of a clause, in its text size."""


def terms(content: Terms, room: Room) -> list[list[Mark]]:
    """Return the pages: the two sides first, then what else the package holds, two lists to a page."""
    rest = list(content.rest)
    pairs: list[tuple[Clauses, Clauses | None]] = [(content.us, content.china)]
    pairs += [(rest[i], rest[i + 1] if i + 1 < len(rest) else None) for i in range(0, len(rest), 2)]
    return [page for left, right in pairs for page in _pages(left, right, room)]


def _pages(left: Clauses, right: Clauses | None, room: Room) -> list[list[Mark]]:
    """Return the pages of two lists, each with as many clauses as fit; raise Overfull if not even one does."""
    gap = room.gap
    wide = (room.width - 2 * gap) / 2
    column = room.part(wide)
    heads = (_heading(left, column), _heading(right, column) if right else None)
    space = room.height - max(head.height for head in heads if head) - gap / 2
    blocks = [_clauses(side, column) if side else [] for side in (left, right)]
    if room.strict and any(block.height > space + 0.5 for side in blocks for block in side):
        raise OverfullError
    made: list[list[Mark]] = []
    taken = [0, 0]
    while not made or any(taken[i] < len(blocks[i]) for i in (0, 1)):
        counts = _counts([blocks[i][taken[i] :] for i in (0, 1)], space, gap / 2)
        marks: list[Mark] = []
        for i, head in enumerate(heads):
            if head is None or (made and taken[i] >= len(blocks[i])):
                continue
            x, y = i * (wide + 2 * gap), head.height + gap / 2
            marks += head.at(x, 0.0)
            for block in blocks[i][taken[i] : taken[i] + counts[i]]:
                marks += block.at(x, y)
                y += block.height + gap / 2
            side = (left, right)[i]
            if side is not None and not blocks[i]:
                marks += room.stacked(column.text(side.nothing, room.body, role="muted")).at(x, y)
        made.append(marks)
        taken = [taken[i] + counts[i] for i in (0, 1)]
    return made


def _counts(left: list[list[Block]], space: float, gap: float) -> list[int]:
    """Return how many clauses of each side a page takes: as many as fit, alike as far as there are."""
    counts, used = [0, 0], [0.0, 0.0]
    moved = True
    while moved and sum(counts) < CLAUSES:
        moved = False
        for i in (0, 1):
            here = counts[i]
            if here < len(left[i]) and sum(counts) < CLAUSES:
                block = left[i][here]
                if not here or used[i] + block.height <= space + 0.5:
                    counts[i], used[i], moved = here + 1, used[i] + block.height + gap, True
    both = all(len(left[i]) > counts[i] for i in (0, 1))
    if both and counts[0] != counts[1] and min(counts):
        # Neither side is shown further than the other while both have more to come.
        counts = [min(counts)] * 2
    return counts


def _heading(side: Clauses, room: Room) -> Block:
    px = max(room.least, min(room.body * 1.15, room.screen / HEADING * max(1.0, room.scale) ** 0.5))
    size = px * 0.9
    role = side.side if side.side in ("us", "china") else "text"
    ground = f"{side.side}_soft" if side.side in ("us", "china") else "surface"
    words = room.text(side.heading, px, x=px * 1.9, y=px * 0.2, bold=True, role=role, ground=ground, most=2,
                      wide=room.width - px * 2.3)  # fmt: skip
    tall = words.box[3] + px * 0.4
    panel = Panel((0.0, 0.0, room.width, tall), ground, round_=px * 0.15)
    shape = Shape((px * 0.5, px * 0.2 + px * (LINE - 0.9) / 2, size, size), side.side)
    return Block(tall, (panel, shape, words))


def _clauses(side: Clauses, room: Room) -> list[Block]:
    wide = max((lettering.width(line.number, room.body, True) for line in side.lines), default=0.0)
    return [_clause(line, side.side, wide, room) for line in side.lines]


def _clause(line: ClauseLine, side: str, numbers: float, room: Room) -> Block:
    """Return one clause; `numbers` is how wide the column of the clauses' numbers is, pixels."""
    px, pad = room.body, room.body * PAD
    ground = "warn_soft" if line.lit else "background"
    role = side if side in ("us", "china") else "text"
    indent = pad + numbers + px * 0.6
    inside = room.width - indent - pad
    number = room.text(line.number, px, x=pad, y=pad, wide=indent - pad, bold=True, role=role, ground=ground, most=1)
    title = room.text(line.title, px, x=indent, y=pad, wide=inside, ground=ground)
    level = room.text(line.level, px, x=indent, y=0.0, wide=inside, bold=True, role=role, ground=ground)
    aside = " · ".join(line.marks)
    more = room.text(aside, max(room.least, px * 0.85), x=indent, wide=inside, role="muted", ground=ground)
    y = pad
    placed: list[Words] = []
    for words in (title, level, *((more,) if aside else ())):
        placed.append(replace(words, box=(indent, y, inside, words.box[3])))
        y += words.box[3]
    tall = y + pad
    panels: list[Mark] = []
    if line.lit:
        panels.append(Panel((0.0, 0.0, room.width, tall), ground, "target", room.rule * 1.6, px * 0.2))
    elif line.house:
        panels.append(Panel((0.0, 0.0, room.width, tall), "", "muted", room.rule, px * 0.2, dashed=True))
    marks: list[Mark] = [*panels, number, *placed]
    if line.lit:
        size = px * 0.9
        marks.append(Shape((pad, pad + px * LINE + px * 0.15, size, size), "lit"))
    return Block(tall, tuple(marks))
