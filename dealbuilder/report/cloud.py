"""The figure of when a deal fails: worlds as points by two assumptions, failing ones marked, and the rule as a box."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Cloud:
    """Points (worlds, 2) by two assumptions; `bad` (worlds,) says which fail.

    `box` is left, right, bottom, top, infinite where it has no side; None if there is no rule. `key` names failing
    worlds, the others and the box; `counts` is the table: a label and numbers a row, under `header`.
    """

    title: str
    x_title: str
    y_title: str
    points: npt.NDArray[np.float64]
    bad: npt.NDArray[np.bool_]
    box: tuple[float, float, float, float] | None
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    key: tuple[str, str, str]
    header: tuple[str, ...]
    counts: tuple[tuple[str | float, ...], ...]
    alt: str
    note: str = ""
    unit: str = ""

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str | float, ...], ...]]:
        """Return the figure as counts of worlds inside and outside the box."""
        return self.header, self.counts
