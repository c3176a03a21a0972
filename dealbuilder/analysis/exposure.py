"""The exposure clock: what each side has given less what it has received, by its own values, month by month."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.lived import PERCENT, Lived
from dealbuilder.analysis.party_value import PARTIES, Party
from dealbuilder.analysis.runs import Summary

EVEN = 0.05
"""Points by which two exposures, or an exposure and nought, must differ to be told apart."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """One side's exposure, points, months 1 to 60: above nought it has given more than it received.

    `mean`, `low`, `high` (months,): mean, 5th and 95th percentile over draws. `largest` is the greatest mean, at
    `month`, with its range; `exposed` is the share of draws, percent, above nought in that month.
    """

    side: Party
    mean: FloatArray
    low: FloatArray
    high: FloatArray
    largest: float
    month: int
    span: tuple[float, float]
    exposed: float

    @property
    def ever(self) -> bool:
        """Return whether the side is ever exposed by more than counts."""
        return self.largest > EVEN


@dataclass(frozen=True, slots=True)
class Turn:
    """From this month on a side has the larger exposure: it gains less, or is owed more, than the other."""

    month: int
    side: Party


@dataclass(frozen=True, slots=True)
class Clock:
    """Both exposures on one clock, and when the larger one changes hands."""

    us: Exposure
    china: Exposure
    turns: tuple[Turn, ...]

    def of(self, side: Party) -> Exposure:
        """Return the exposure of a side."""
        return self.us if side == "us" else self.china


def clock(summary: Summary, lived: Lived) -> Clock:
    """Return the exposure clock of a package: means and ranges of its score, shares of the draws lived through."""
    us, china = (_exposure(summary, lived, side) for side in PARTIES)
    return Clock(us, china, turns(us.mean, china.mean))


def _exposure(summary: Summary, lived: Lived, side: Party) -> Exposure:
    mean, low, high = (monthly(summary, side, kind) for kind in ("mean", "low", "high"))
    largest, month = peak(mean)
    exposed = PERCENT * float(np.mean(lived.exposure(side)[month - 1] > 0.0))
    return Exposure(side, mean, low, high, largest, month, (float(low[month - 1]), float(high[month - 1])), exposed)


def monthly(summary: Summary, side: Party, kind: Literal["mean", "low", "high"]) -> FloatArray:
    """Return a side's exposure in months 1 to 60 after signing, (months,)."""
    row = summary.series.index(f"exposure_{side}")
    return {"mean": summary.mean, "low": summary.low, "high": summary.high}[kind][row, summary.signing + 1 :]


def peak(mean: FloatArray) -> tuple[float, int]:
    """Return the largest mean exposure and its month, the first of equals."""
    at = int(mean.argmax())
    return float(mean[at]), at + 1


def turns(us: FloatArray, china: FloatArray) -> tuple[Turn, ...]:
    """Return from which months on which side has the larger mean exposure; nothing while both stand even."""
    told = [(month, "us" if gap > 0 else "china") for month, gap in enumerate(us - china, 1) if abs(gap) > EVEN]
    kept = told[:1] + [after for before, after in pairwise(told) if after[1] != before[1]]
    return tuple(Turn(month, "us" if side == "us" else "china") for month, side in kept)
