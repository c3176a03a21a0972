"""The strip along the upper and lower edge: round, stage, whose move and clock; package, baseline and the rest."""

from dataclasses import replace

from dealbuilder.report.stage.scene import Strip
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Mark, Panel, Shape, Sign, Words, shifted
from dealbuilder.ui.stage.laying.room import Room

PAD = 0.35
"""Space above and below the words of an edge, in their size."""
APART = 1.1
"""Space between two parts, in their size."""
LONGEST = 0.62
"""Share of the width that one part may take before it is shortened."""
SIZES, FEW = (1.0, 0.92, 0.84), 2
"""Sizes in which the lower edge is tried, and the lines it may take."""
SIGN = 0.86
"""Size of a side's sign in an edge, in its text size."""
GROUND = "surface"


class Edge:
    """Parts of an edge set from left to right, on as many lines as they need; a last part may stand at the right."""

    def __init__(self, room: Room, px: float, margin: float, screen_width: float) -> None:
        self._room = room
        self._px = px
        self._left = margin
        self._right = screen_width - margin
        self._x = margin
        self._line = 0
        self._marks: list[Mark] = []
        self.cut = False
        """Whether a part that must stand whole was shortened: a score without its last digits is another score."""

    @property
    def lines(self) -> int:
        """On how many lines its parts stand."""
        return self._line + 1

    @property
    def height(self) -> float:
        """How tall the edge is, pixels."""
        return (self._line + 1) * self._px * LINE + 2 * PAD * self._px if self._marks else 0.0

    def _top(self) -> float:
        return PAD * self._px + self._line * self._px * LINE

    def add(
        self, words: str, *, bold: bool = False, role: str = "text", sign: Sign | None = None, whole: bool = False
    ) -> None:
        """Add a part behind the last."""
        if not words:
            return
        px, extra = self._px, self._px * 1.25 if sign else 0.0
        most = (self._right - self._left) * LONGEST
        self.cut = self.cut or (whole and lettering.width(words, px, bold) > most)
        lines = lettering.shortened(words, px, bold, most, 1)
        wide = lettering.width(lines[0], px, bold) + 1.0
        if self._x > self._left and self._x + extra + wide > self._right:
            self._x, self._line = self._left, self._line + 1
        if sign:
            size = px * SIGN
            self._marks.append(Shape((self._x, self._top() + px * (LINE - SIGN) / 2, size, size), sign))
        box = (self._x + extra, self._top(), wide, px * LINE)
        self._marks.append(Words(box, lines, px, lettering.tidy(words), bold, role, GROUND))
        self._x += extra + wide + APART * px

    def add_right(self, words: str, *, role: str = "text") -> None:
        """Add a part that stands at the right end, on a line of its own if there is no room beside the rest."""
        if not words:
            return
        px = self._px
        wide = lettering.width(words, px, True) + 1.0
        if self._x > self._left and self._x + wide > self._right:
            self._line += 1
        box = (self._right - wide, self._top(), wide, px * LINE)
        self._marks.append(Words(box, (words,), px, words, True, role, GROUND, "right"))
        self._x = self._right

    def marks(self, y: float, screen_width: float) -> list[Mark]:
        """Return the marks with the edge's own ground, the edge beginning at `y`."""
        if not self._marks:
            return []
        ground = Panel((0.0, y, screen_width, self.height), GROUND)
        return [ground, *(shifted(mark, 0.0, y) for mark in self._marks)]


def upper(room: Room, strip: Strip, px: float, margin: float, screen_width: float) -> Edge:
    """Return the upper edge."""
    edge = Edge(room, px, margin, screen_width)
    edge.add(strip.round, bold=True)
    edge.add(strip.stage)
    role = strip.mover if strip.mover in ("us", "china") else "text"
    edge.add(strip.move, bold=True, role=role, sign=None if strip.mover == "none" else strip.mover)
    edge.add_right(strip.clock, role="warn" if strip.over else "text")
    return edge


def lower(room: Room, strip: Strip, page: str, px: float, margin: float, screen_width: float) -> Edge:
    """Return the lower edge, set a little smaller or without the scores where that spares a third line."""
    tried = [
        _lower(room, told, page, max(room.least, px * size), margin, screen_width)
        for told in (strip, replace(strip, scores=()))
        for size in SIZES
    ]
    return next((edge for edge in tried if edge.lines <= FEW and not edge.cut), tried[len(SIZES)])


def _lower(room: Room, strip: Strip, page: str, px: float, margin: float, screen_width: float) -> Edge:
    edge = Edge(room, px, margin, screen_width)
    for told in strip.scores:
        edge.add(told, bold=True, whole=True)
    edge.add(strip.package, bold=not strip.scores)
    edge.add(strip.baseline)
    edge.add(strip.worldview, role="warn", bold=True)
    edge.add(strip.changed, role="warn", bold=True)
    edge.add(strip.events, role="warn", bold=True)
    edge.add(strip.model, role="muted")
    edge.add_right(page)
    return edge
