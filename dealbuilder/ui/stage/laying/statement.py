"""Words as large as they go: a brief, a question in the dark, the curtain."""

from dealbuilder.report.stage.scene import Statement
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Mark, Words
from dealbuilder.ui.stage.laying.room import LARGEST, Room

MEASURE = 24
"""Widest line, in its text size: longer ones are hard to follow from afar."""


def statement(content: Statement, room: Room, *, centred: bool = False, ground: str = "background") -> list[list[Mark]]:
    """Return a page for each text, all in one size, or as many as it needs at the scale that is asked for."""
    if not content.texts:
        return [[]]
    most = max(room.body, room.screen / LARGEST)
    px = min(lettering.fitted(text, room.width, room.height, room.body, most) for text in content.texts)
    wide = min(room.width, max(room.width * 0.6, px * MEASURE))
    if any(len(lettering.wrapped(text, px, False, wide)) * px * LINE > room.height for text in content.texts):
        wide = room.width
    pages = []
    for text in content.texts:
        lines = lettering.wrapped(text, px, False, wide)
        each = max(1, int((room.height + 0.5) / (px * LINE)))
        for start in range(0, len(lines), each):
            pages.append(_page(lines[start : start + each], px, wide, room, centred, ground))
    return pages


def _page(lines: tuple[str, ...], px: float, wide: float, room: Room, centred: bool, ground: str) -> list[Mark]:
    tall = len(lines) * px * LINE
    x = (room.width - wide) / 2 if centred else 0.0
    box = (x, max(0.0, (room.height - tall) / 2), wide, tall)
    said = "".join(lines) if any(char >= "\u2e80" for line in lines for char in line) else " ".join(lines)
    return [Words(box, lines, px, said, ground=ground, align="centre" if centred else "left")]
