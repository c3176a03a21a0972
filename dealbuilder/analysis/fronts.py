"""What a search of the front found, as plain data."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.space import Move
from dealbuilder.model.package import Package

BUDGET = 12_000
"""Packages that a search looks at unless somebody asks for more."""

Solution = Literal["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]
SOLUTIONS: tuple[Solution, ...] = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


@dataclass(frozen=True, slots=True)
class Points:
    """Where bargaining points lie among packages.

    `at` holds the places of each solution's packages, all of them where several tie. `agreed` False: no package gives
    both parties what they would accept, so that no solution is defined; `nearest` then is the package that leaves the
    worse-off party least short. None if there is no package at all.
    """

    agreed: bool
    at: dict[Solution, tuple[int, ...]]
    nearest: int | None


@dataclass(frozen=True, slots=True)
class Wide:
    """A front found by search.

    `packages`, none of which another found one beats in all four of their `values` (packages, 4) under the setting's
    draws, with the `moves` that lead there; `present`: the objectives of the package itself. `measures`: those of which
    every combination was looked at. `front` packages were on the front of all that was looked at with `screened`
    draws; at most FINALISTS of them were read again.
    """

    present: tuple[float, float, float, float]
    packages: tuple[Package, ...]
    moves: tuple[tuple[Move, ...], ...]
    values: FloatArray
    points: Points
    reservations: tuple[float, float]
    measures: tuple[str, ...]
    looked: int
    front: int
    screened: int
    draws: int
    seed: int
