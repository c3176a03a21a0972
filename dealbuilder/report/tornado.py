"""The figure of what a score hangs on: a bar an assumption, from its low to its high figure, the widest on top."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tornado:
    """Bars around `centre`: what the score is with each assumption at its `low` and at its `high` figure.

    `ranges` are the two figures of each assumption in words; `flips` says at the end of a bar where the verdict flips,
    `flip_values` is that value in the assumption's own unit, NaN if it does not. `line` is what the score should reach,
    NaN if that is no value of its own. `key` names the two halves of a bar; `header` the columns of the table.
    """

    title: str
    unit: str
    labels: tuple[str, ...]
    ranges: tuple[str, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    flips: tuple[str, ...]
    flip_values: tuple[float, ...]
    centre: float
    centre_text: str
    line: float
    line_text: str
    x_range: tuple[float, float]
    key: tuple[str, str]
    header: tuple[str, ...]
    alt: str
    note: str = ""

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str | float, ...], ...]]:
        """Return the figure as a header and a row an assumption; NaN where there is no flip."""
        rows = zip(self.labels, self.low, self.high, self.flip_values, strict=True)
        return self.header, tuple(rows)

    def lined(self) -> bool:
        """Return whether there is a line to draw."""
        return math.isfinite(self.line)
