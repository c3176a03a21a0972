"""When a deal fails, as plain data: what failing is, the rule, the counts. Nothing here computes."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.quantity import BoolArray, Line, Quantity
from dealbuilder.analysis.regret import Regret
from dealbuilder.engine.draws import STRATA

FEWEST_WORLDS, FEWEST_BAD = 4 * STRATA, 20
"""Worlds, and bad ones among those that find the box, below which no box means anything."""

Outcome = Literal["rule", "no_rule", "never", "always", "rare", "few"]
"""A rule was found; none holds; no world fails; every one does; too few do, or do not; too few worlds."""


@dataclass(frozen=True, slots=True)
class Failing:
    """What counts as failing: a line is missed, or without one a world is among the worst WORST.

    `beyond` is the value past which a world is among the worst, in the quantity's unit; NaN if all worlds are alike.
    """

    line: Line | None
    beyond: float = float("nan")


@dataclass(frozen=True, slots=True)
class Limit:
    """One part of the rule: it goes with values from `low` to `high`, infinite where there is no limit."""

    parameter: str
    low: float
    high: float
    quasi_p: float


@dataclass(frozen=True, slots=True)
class Count:
    """Worlds: those that the rule is about in the box, all in the box, those that it is about, all."""

    hits_inside: int
    inside: int
    hits: int
    all: int

    @property
    def coverage(self) -> float:
        """Return the share of the worlds that the rule is about which lie in the box."""
        return self.hits_inside / self.hits if self.hits else 0.0

    @property
    def density(self) -> float:
        """Return the share of worlds in the box that the rule is about."""
        return self.hits_inside / self.inside if self.inside else 0.0

    @property
    def elsewhere(self) -> float:
        """Return the share of worlds outside the box that the rule is about."""
        outside = self.all - self.inside
        return (self.hits - self.hits_inside) / outside if outside else 0.0


@dataclass(frozen=True, slots=True)
class Discovery:
    """When one quantity fails. `limits` is the rule, empty if there is none; `tested` counts the unseen worlds.

    `worlds`: how many were looked at; `share`: of them that fail. `turned`: most fail, and rule and counts are about
    worlds that do not.
    `chance`: how likely as dense a box would be by chance among the unseen worlds. `axes`: the two assumptions of the
    picture; `points` (worlds, 2): their values in the unseen worlds; `bad` (worlds,): which of these fail.
    `trajectory`: coverage and density of each peel, (steps, 2), in the worlds that found the box.
    """

    quantity: Quantity
    failing: Failing
    outcome: Outcome
    worlds: int
    share: float
    turned: bool
    limits: tuple[Limit, ...]
    found: Count
    tested: Count
    chance: float
    axes: tuple[str, ...]
    points: FloatArray
    bad: BoolArray
    trajectory: FloatArray


@dataclass(frozen=True, slots=True)
class Fails:
    """The rule for the package in front; the regret of all packages, None if it was not asked for."""

    discovery: Discovery
    regret: Regret | None
