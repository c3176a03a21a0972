"""One package less another, draw by draw: both had the same draws, so what they share cancels out."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import FloatArray, Score
from dealbuilder.analysis.scoreboard import PERCENT, SHARES, Outputs, Yardsticks, per_draw

ENDS = (0.05, 0.5, 0.95)
NONE = float("nan")


@dataclass(frozen=True, slots=True)
class Difference:
    """One indicator of A less that of B, in its unit.

    `value` is the difference of the two scores; `p05`, `p50` and `p95` are over the draws' own differences and `error`
    is the standard error of their mean. `higher` and `equal` are the shares of draws, 0 to 1, in which A has more and
    as much, to the last digit that is shown. NaN: no single draw defines it (a ratio or a rank over all draws). What is
    yes or no in each draw has no percentiles.
    """

    id: str
    unit: str
    value: float
    p05: float = NONE
    p50: float = NONE
    p95: float = NONE
    error: float = NONE
    higher: float = NONE
    equal: float = NONE

    def turned(self) -> "Difference":
        """Return B less A."""
        lower = 1.0 - self.higher - self.equal
        ends = (0.0 - self.p95, 0.0 - self.p50, 0.0 - self.p05)
        return Difference(self.id, self.unit, 0.0 - self.value, *ends, self.error, max(lower, 0.0), self.equal)

    def ahead(self, sense: str) -> float:
        """Return the share of draws in which A is the better one; NaN where no direction is better."""
        if sense == "none":
            return NONE
        return self.higher if sense == "more" else max(1.0 - self.higher - self.equal, 0.0)


@dataclass(frozen=True, slots=True)
class Apart:
    """One monthly series of A less that of B: mean and percentiles over the draws' differences, (months,)."""

    mean: FloatArray
    p05: FloatArray
    p95: FloatArray

    def turned(self) -> "Apart":
        """Return B less A."""
        return Apart(0.0 - self.mean, 0.0 - self.p95, 0.0 - self.p05)


@dataclass(frozen=True, slots=True)
class Pair:
    """A less B: every indicator, and the monthly series that were recorded, by id."""

    differences: dict[str, Difference]
    months: dict[str, Apart] = field(default_factory=dict)

    def turned(self) -> "Pair":
        """Return B less A."""
        return Pair(
            {id: one.turned() for id, one in self.differences.items()},
            {id: one.turned() for id, one in self.months.items()},
        )


def drawn(id: str, package: Outputs, baseline: Outputs, measure: Yardsticks) -> FloatArray | None:
    """Return an indicator draw by draw in its unit, (draws,); None if only all draws together define it."""
    if id == "capital_share":
        return PERCENT / measure.envelope * package["capital"]
    if id == "gap_closed":
        before = float(np.mean(baseline["supply"]))
        if before > measure.gap_limit:
            return None
        return PERCENT / (PERCENT - before) * (package["supply"] - baseline["supply"])
    values = per_draw(id, package, baseline)
    return PERCENT * values if values is not None and id in SHARES else values


def differences(
    ours: Mapping[str, Score],
    theirs: Mapping[str, Score],
    drawn_ours: Mapping[str, FloatArray],
    drawn_theirs: Mapping[str, FloatArray],
    hairs: Mapping[str, float],
) -> dict[str, Difference]:
    """Return every score of A less that of B; `drawn_…` hold (draws,) of those that single draws define.

    `hairs` are the differences, by indicator and in its unit, below which a draw counts as equal.
    """
    return {
        id: _difference(score, theirs[id], drawn_ours.get(id), drawn_theirs.get(id), hairs[id])
        for id, score in ours.items()
    }


def _difference(
    one: Score, other: Score, ours: FloatArray | None, theirs: FloatArray | None, hair: float
) -> Difference:
    value = one.mean - other.mean
    if ours is None or theirs is None:
        return Difference(one.id, one.unit, value)
    apart = ours - theirs
    low, middle, high = (NONE,) * 3 if one.id in SHARES else (float(end) for end in np.quantile(apart, ENDS))
    return Difference(
        one.id,
        one.unit,
        value,
        low,
        middle,
        high,
        bands.standard_error(apart),
        float(np.mean(apart >= hair)),
        float(np.mean(np.abs(apart) < hair)),
    )


def months_apart(series: Sequence[str], ours: FloatArray, theirs: FloatArray) -> dict[str, Apart]:
    """Return monthly series of A less those of B; both (series, months, draws), on the same draws."""
    apart = ours - theirs
    mean = bands.means(apart)
    low, high = np.quantile(apart, (ENDS[0], ENDS[2]), axis=-1)
    return {id: Apart(mean[i], low[i], high[i]) for i, id in enumerate(series)}


def ranks(means: Sequence[float], sense: str, digits: int) -> tuple[int | None, ...]:
    """Return each package's place by one indicator, 1 the best; None where none is better.

    Packages that are equal to so many digits share a place.
    """
    if sense == "none":
        return (None,) * len(means)
    sign = 1.0 if sense == "more" else -1.0
    shown = [sign * round(mean, digits) for mean in means]
    return tuple(None if math.isnan(mean) else 1 + sum(other > mean for other in shown) for mean in shown)
