"""What a package is worth to a role draw by draw, and the verdict that follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import FloatArray, Score
from dealbuilder.analysis.lens_value import crossed, lens_value
from dealbuilder.analysis.scoreboard import PERCENT, SHARES, Outputs, Yardsticks, per_draw, scores
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, RedLine
from dealbuilder.model.package import Package

Verdict = Literal["accept", "lean", "reject"]
"""`lean`: the model cannot tell, since some of its draws lie above the reservation and some below."""


STILL = 0.005
"""Points that count as none, as they are written as none: no role says no for less."""


@dataclass(frozen=True, slots=True)
class RoleValue:
    """What a package is worth to a role, in points above the baseline.

    `value` is the mean over draws, `low`, `middle`, `high` their 5th, 50th and 95th percentile; `share` is the part of
    the model's draws, 0 to 1, that reach the reservation: no probability of anything outside the model. `parts` are the
    points by indicator; `lines` the red lines that the package crosses.
    """

    verdict: Verdict
    value: float
    low: float
    middle: float
    high: float
    share: float
    parts: tuple[tuple[str, float], ...]
    undefined: tuple[str, ...]
    lines: tuple[RedLine, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A package beside its baseline on the same draws: scores, and changes (draws,) by indicator that draws define."""

    package: Package
    scores: tuple[Score, ...]
    changes: Mapping[str, FloatArray]


def compared(
    catalogue: Catalogue,
    lenses: Iterable[Lens],
    package: Package,
    ours: Outputs,
    theirs: Outputs,
    measure: Yardsticks,
) -> Compared:
    """Return what roles need of two runs on the same draws."""
    wanted = {weight.indicator for lens in lenses for weight in lens.weights}
    asked = [indicator for indicator in catalogue.indicators if indicator.id in wanted]
    changes: dict[str, FloatArray] = {}
    for indicator in asked:
        after, before = per_draw(indicator.id, ours, theirs), per_draw(indicator.id, theirs, theirs)
        if after is not None and before is not None:
            changes[indicator.id] = (after - before) * (PERCENT if indicator.id in SHARES else 1.0)
    return Compared(package, scores(asked, ours, theirs, measure), changes)


def role_value(catalogue: Catalogue, lens: Lens, one: Compared) -> RoleValue:
    """Return what a package is worth to a role, and its verdict."""
    worth = lens_value(lens, one.scores)
    draws = value_by_draw(lens, one.changes, dict(worth.parts))
    low, middle, high = (float(value) for value in bands.pick(draws))
    lines, floor = crossed(catalogue, lens, one.package), lens.reservation.value
    return RoleValue(
        verdict=verdict(low, high, floor, bool(lines)),
        value=worth.value,
        low=low,
        middle=middle,
        high=high,
        share=float(np.mean(draws >= floor - STILL)),
        parts=worth.parts,
        undefined=worth.undefined,
        lines=lines,
    )


def verdict(low: float, high: float, reservation: float, crosses: bool) -> Verdict:
    """Return what a role says to a value whose 5-95 % range over draws goes from `low` to `high`, in points.

    Accept: all of the range reaches the reservation. Reject: none of it does, or a red line is crossed. Else lean.
    """
    least = reservation - STILL
    if crosses or high < least:
        return "reject"
    return "accept" if low >= least else "lean"


def value_by_draw(lens: Lens, changes: Mapping[str, FloatArray], parts: Mapping[str, float]) -> FloatArray:
    """Return the points of every draw, shape (draws,); what only a mean defines counts its `parts` in each of them."""
    draws = max((len(change) for change in changes.values()), default=1)
    total = np.zeros(draws)
    for weight in lens.weights:
        change = changes.get(weight.indicator)
        total += parts.get(weight.indicator, 0.0) if change is None else weight.points(1.0) * change
    return total


def role_values(catalogue: Catalogue, lenses: Sequence[Lens], one: Compared) -> dict[str, RoleValue]:
    """Return what a package is worth to each role, by its id."""
    return {lens.id: role_value(catalogue, lens, one) for lens in lenses}
