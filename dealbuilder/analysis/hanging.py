"""What a score hangs on, as plain data: bars, flips, shares of the spread. Nothing here computes."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.quantity import Line, Quantity
from dealbuilder.analysis.uncertain import LUCK
from dealbuilder.model.in_force import InForce

OTHERS = "others"
"""Name of the group of assumptions that do not stand alone."""
SHOWN = 10
"""Bars of a tornado."""
ARGUED = 3
"""Assumptions that are named as worth an argument."""

Outcome = Literal["flips", "holds", "untried"]
"""The verdict flips within the range; it holds at both ends and between; nobody looked between the ends."""


@dataclass(frozen=True, slots=True)
class Flip:
    """What becomes of the verdict over an assumption's range; `value` in the assumption's unit where it flips."""

    outcome: Outcome
    value: float = float("nan")


@dataclass(frozen=True, slots=True)
class Bar:
    """One assumption: `low` and `high` are what the quantity is with the assumption at its low and its high figure.

    `swing` is high - low, `error` its standard error, `flip` what becomes of the verdict between.
    """

    parameter: str
    figures: InForce
    low: float
    high: float
    error: float
    flip: Flip

    @property
    def swing(self) -> float:
        """Return how far the quantity moves from the low to the high figure, signed."""
        return self.high - self.low

    @property
    def width(self) -> float:
        """Return how wide the bar is."""
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class Tornado:
    """What one quantity hangs on.

    `centre` is its mean over all draws, as on the scoreboard, `change` that of its change against the baseline;
    `margin` and `met` are the verdict there.

    `bars` holds every assumption that moves it, the widest first; `still` counts those that move nothing. `draws` are
    the common draws at which the rest stood, `all_draws` those of the centre.
    """

    quantity: Quantity
    line: Line
    centre: float
    change: float
    margin: float
    met: bool
    bars: tuple[Bar, ...]
    still: int
    draws: int
    all_draws: int

    @property
    def shown(self) -> tuple[Bar, ...]:
        """Return the bars that are drawn."""
        return self.bars[:SHOWN]

    @property
    def others(self) -> tuple[Bar, ...]:
        """Return the bars that are not drawn."""
        return self.bars[SHOWN:]

    def bar(self, parameter: str) -> Bar | None:
        """Return the bar of an assumption; None if it moves nothing."""
        return next((bar for bar in self.bars if bar.parameter == parameter), None)


@dataclass(frozen=True, slots=True)
class Indices:
    """Shares of one quantity's variance, by name: ids of assumptions, LUCK, OTHERS.

    `first` counts an input alone, `total` with all its interactions; `first_error`, `total_error` are half-widths of
    a 95 % interval. Each (names,); `total` is NaN where the kind gives none. `varies` False: the quantity is
    the same in every run, and all is nought. `runs`: of each package.
    """

    quantity: str
    names: tuple[str, ...]
    first: FloatArray
    first_error: FloatArray
    total: FloatArray
    total_error: FloatArray
    varies: bool
    runs: int
    grouped: int = 0

    def of(self, name: str) -> tuple[float, float]:
        """Return first-order and total index of a name; raise ValueError if it has none of its own."""
        place = self.names.index(name)
        return float(self.first[place]), float(self.total[place])

    def leading(self, count: int) -> tuple[str, ...]:
        """Return the assumptions with the largest indices that pass their own error, the largest first."""
        shares = np.where(np.isnan(self.total), self.first, self.total)
        errors = np.where(np.isnan(self.total), self.first_error, self.total_error)
        order = [int(place) for place in np.argsort(-shares, kind="stable")]
        named = [place for place in order if self.names[place] not in (LUCK, OTHERS) and shares[place] > 0.0]
        return tuple(self.names[place] for place in named if shares[place] > errors[place])[:count]


@dataclass(frozen=True, slots=True)
class Hangs:
    """`indices` are of the given-data kind (first order alone) where `full` is False, Sobol's where it is True."""

    tornado: Tornado
    indices: Indices
    full: bool

    @property
    def argued(self) -> tuple[str, ...]:
        """Return the assumptions to argue about: those with the largest index that have a bar, else the widest bars."""
        known = {bar.parameter for bar in self.tornado.bars}
        leading = [id for id in self.indices.leading(len(self.indices.names)) if id in known][:ARGUED]
        wide = [bar.parameter for bar in self.tornado.bars if bar.parameter not in leading]
        return tuple((*leading, *wide)[:ARGUED])

    def bar(self, parameter: str) -> Bar | None:
        """Return the bar of an assumption; None if it moves nothing."""
        return self.tornado.bar(parameter)
