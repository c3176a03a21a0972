"""What a laid-out scene consists of: words, panels, signs, strokes and a chart, each with its place."""

from dataclasses import dataclass, replace
from typing import Literal

from dealbuilder.report.figure import Figure

Box = tuple[float, float, float, float]
"""Left, top, width and height in pixels."""
Sign = Literal["us", "china", "both", "home", "terms", "agenda", "others", "lit"]
"""Whose a thing is, as a shape: disc, square, disc and square, and grey shapes for what is neither side's."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a box: its lines from the top, in a colour by role on a ground by role.

    `said` is what a screen reader says for it: the whole text, even if the lines leave some out.
    """

    box: Box
    lines: tuple[str, ...]
    px: float
    said: str
    bold: bool = False
    role: str = "text"
    ground: str = "background"
    align: Literal["left", "centre", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled area behind other marks; `edge` is the role of its outline, `thick` in pixels, `round_` its corners."""

    box: Box
    fill: str = ""
    edge: str = ""
    thick: float = 0.0
    round_: float = 0.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """The sign of a side."""

    box: Box
    sign: Sign


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line from one point to another, `thick` pixels wide."""

    box: Box
    ends: tuple[float, float, float, float]
    thick: float
    role: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure, its text set at `px` pixels; `rule` is the thickness of its grid in pixels."""

    box: Box
    figure: Figure
    px: float
    rule: float

    @property
    def said(self) -> str:
        """What a screen reader says for it."""
        return self.figure.alt

    def __eq__(self, other: object) -> bool:
        """Return whether it is the same figure in the same place: curves are never compared point by point."""
        return isinstance(other, Picture) and self.figure is other.figure and self.box == other.box

    def __hash__(self) -> int:
        """Return a hash that goes with equality."""
        return hash((id(self.figure), self.box))


Mark = Words | Panel | Shape | Stroke | Picture


def shifted(mark: Mark, dx: float, dy: float) -> Mark:
    """Return a mark moved right and down."""
    x, y, wide, tall = mark.box
    box = (x + dx, y + dy, wide, tall)
    if isinstance(mark, Stroke):
        x1, y1, x2, y2 = mark.ends
        return replace(mark, box=box, ends=(x1 + dx, y1 + dy, x2 + dx, y2 + dy))
    return replace(mark, box=box)


@dataclass(frozen=True, slots=True)
class Block:
    """Marks that stay together on a page, laid from (0, 0); `height` in pixels."""

    height: float
    marks: tuple[Mark, ...]

    def at(self, x: float, y: float) -> list[Mark]:
        """Return the marks where the block is put."""
        return [shifted(mark, x, y) for mark in self.marks]


@dataclass(frozen=True, slots=True)
class Kept:
    """All pages of a content as they were laid out, for the same content in the same room; compared by identity."""

    content: object
    room: object
    pages: list[list[Mark]]


@dataclass(frozen=True, slots=True)
class Laid:
    """One page of a scene on a screen: its marks in the order they are painted, which page of how many."""

    marks: tuple[Mark, ...]
    page: int = 0
    pages: int = 1
    black: bool = False
    kept: Kept | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """Return what a screen reader says: all that is painted, in reading order."""
        return tuple(mark.said for mark in self.marks if isinstance(mark, Words | Picture) and mark.said)
