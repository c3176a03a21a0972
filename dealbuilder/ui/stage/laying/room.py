"""The room that content has on a screen, the text sizes that go with it, and how blocks are put on pages."""

from dataclasses import dataclass, replace

from dealbuilder.report.stage.build import SCORE, SMALLEST
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import LINE
from dealbuilder.ui.stage.laying.marks import Block, Mark, Words

BODY, TITLE, LARGEST = 30, 20, 11
"""Text sizes at scale 1 as parts of the screen's height."""
LINES = 270
"""The thinnest line: 4 pixels of 1080."""


class OverfullError(Exception):
    """A block is taller than a page: the scene must be laid out at a smaller scale."""


@dataclass(frozen=True, slots=True)
class Room:
    """A place for content: width and height in pixels, the screen's height, the scale of text.

    `strict` False is the last resort: what does not fit is shortened with an ellipsis.
    """

    width: float
    height: float
    screen: float
    scale: float
    strict: bool = True

    @property
    def least(self) -> float:
        """The smallest text, pixels."""
        return self.screen / SMALLEST

    @property
    def body(self) -> float:
        """Text that is read, pixels."""
        return max(self.least, self.screen / BODY * self.scale)

    @property
    def title(self) -> float:
        """Headings, pixels: large already, they grow less than the text."""
        return max(self.body * 1.15, self.screen / TITLE * max(1.0, self.scale) ** 0.5)

    @property
    def small(self) -> float:
        """Text beside larger text that says the same, pixels."""
        return max(self.least, self.body * 0.75)

    @property
    def digits(self) -> tuple[float, float]:
        """The least and the largest digits of a score, pixels."""
        return self.screen / SCORE, self.screen / SCORE * 1.25 * max(1.0, self.scale)

    @property
    def rule(self) -> float:
        """The thinnest line, pixels."""
        return max(1.0, self.screen / LINES)

    @property
    def gap(self) -> float:
        """Space between blocks, pixels."""
        return self.screen / 45

    def part(self, width: float) -> "Room":
        """Return the same room with another width."""
        return replace(self, width=width)

    def text(
        self,
        words: str,
        px: float,
        *,
        wide: float | None = None,
        x: float = 0.0,
        y: float = 0.0,
        bold: bool = False,
        role: str = "text",
        ground: str = "background",
        align: str = "left",
        most: int = 0,
        said: str | None = None,
    ) -> Words:
        """Return words set at a place, broken to the width there is; `most` lines if given."""
        space = self.width - x if wide is None else wide
        if not self.strict and not most:
            most = max(1, int(self.height * 0.4 / (px * LINE)))
        lines = lettering.shortened(words, px, bold, space, most) if most else lettering.wrapped(words, px, bold, space)
        spoken = lettering.tidy(words) if said is None else said
        box = (x, y, space, len(lines) * px * LINE)
        return Words(box, lines, px, spoken, bold, role, ground, align)  # type: ignore[arg-type]

    def stacked(self, *parts: Words | None, gap: float = 0.0) -> Block:
        """Return words below one another as a block."""
        marks: list[Mark] = []
        y = 0.0
        for part in parts:
            if part is not None and part.lines:
                x, _, wide, tall = part.box
                marks.append(replace(part, box=(x, y, wide, tall)))
                y += tall + gap
        return Block(max(0.0, y - gap), tuple(marks))

    def pages(self, blocks: list[Block], gap: float | None = None) -> list[list[Mark]]:
        """Return blocks put on pages from the top; raise Overfull if one is taller than a page."""
        space = self.gap if gap is None else gap
        made: list[list[Mark]] = [[]]
        y = 0.0
        for block in blocks:
            if block.height > self.height + 0.5 and self.strict:
                raise OverfullError
            if y and y + block.height > self.height + 0.5:
                made.append([])
                y = 0.0
            made[-1] += block.at(0.0, y)
            y += block.height + space
        return made
