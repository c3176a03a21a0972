"""What a coach may answer, as plain data: suggestions of at most a few moves, each with what it changes."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.space import Bounds, Move
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package

Mode = Literal["better", "cheaper", "fair", "wish", "trade"]
MODES: tuple[Mode, ...] = ("better", "cheaper", "fair", "wish", "trade")
"""Same cost, more supply; same supply, less cost; both sides gain; nearest to a wish; one clause of each side."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody would like: supply restored of at least so many %, leadership cost of at most so many points."""

    supply: float | None = None
    cost: float | None = None

    def empty(self) -> bool:
        """Return whether nothing is wished."""
        return self.supply is None and self.cost is None

    def met(self, supply: float, cost: float) -> bool:
        """Return whether a package fulfils it."""
        return (self.supply is None or supply >= self.supply) and (self.cost is None or cost <= self.cost)


@dataclass(frozen=True, slots=True)
class Delta:
    """A change against the present package: the mean over paired draws and its standard error (NaN for one draw)."""

    value: float
    error: float

    def __bool__(self) -> bool:
        """Return whether the change is larger than its error; not so where there is no error to compare with."""
        return abs(self.value) > self.error


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Moves away from the present package and what they bring.

    `values` and `changes` hold us, china (points), supply_restored (%) and leadership_cost (points); `driver` is, for
    the United States and China, the indicator that moves the party's value most, empty if nothing does.
    """

    mode: Mode
    moves: tuple[Move, ...]
    package: Package
    values: tuple[float, float, float, float]
    changes: tuple[Delta, Delta, Delta, Delta]
    driver: tuple[str, str] = ("", "")
    met: bool = False
    """Whether it fulfils the wish, where one was made."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the coach found around a package.

    `now`: its objectives; `reservations`: what each party would accept without a deal. `looked` packages were looked at
    with `screened` draws each, the best of them read again with `draws`. `singles`, `pairs`: how many of `looked` lie
    one and two moves away: all there are within `bounds`. `met` is whether the present package fulfils the wish.
    """

    package: Package
    bounds: Bounds
    lenses: tuple[Lens, ...]
    wish: Wish
    now: tuple[float, float, float, float]
    reservations: tuple[float, float]
    found: dict[Mode, tuple[Suggestion, ...]]
    singles: int
    pairs: int
    looked: int
    screened: int
    draws: int
    met: bool
    cloud: FloatArray
    """Objectives of every package looked at, screened, shape (packages, 4)."""
