"""The patient rule induction method: a box in which as many cases as can be are of interest, peeled a little at a time.

Written from its definitions in Friedman and Fisher (1999, Statistics and Computing 9) and, for coverage, density and
quasi-p-values, Bryant and Lempert (2010, Technological Forecasting and Social Change 77). The implementations that are
kept elsewhere do not ship with this program: the EMA Workbench brings over 150 MB of other libraries along, and the
package `prim` is under the GPL. The tests hold this one against the EMA Workbench's. Pasting is left out: a box is
chosen from the whole peeling trajectory instead, and tested on cases it has not seen.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import bdtrc

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.quantity import BoolArray

PEEL = 0.05
"""Share of the cases in the box that one peel takes off."""
LEAST = 0.05
"""Least share of all cases that a box may hold."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the peeling trajectory: `low`, `high` (inputs,), infinite where it is not restricted.

    `bad`, `held`: cases of interest and all cases inside; `all_bad`, `cases`: in the whole sample.
    """

    low: FloatArray
    high: FloatArray
    bad: int
    held: int
    all_bad: int
    cases: int

    @property
    def coverage(self) -> float:
        """Return the share of the cases of interest that lie inside."""
        return self.bad / self.all_bad if self.all_bad else 0.0

    @property
    def density(self) -> float:
        """Return the share of the cases inside that are of interest."""
        return self.bad / self.held if self.held else 0.0

    @property
    def balance(self) -> float:
        """Return the harmonic mean of coverage and density, by which a box is chosen from its trajectory."""
        return 2.0 * self.bad / (self.all_bad + self.held) if self.all_bad + self.held else 0.0

    @property
    def restricted(self) -> tuple[int, ...]:
        """Return the places of the inputs that the box restricts."""
        return tuple(int(place) for place in np.flatnonzero(np.isfinite(self.low) | np.isfinite(self.high)))

    def inside(self, cases: FloatArray) -> BoolArray:
        """Return which cases (cases, inputs) lie inside."""
        return np.all((cases >= self.low) & (cases <= self.high), axis=1)


def trajectory(cases: FloatArray, bad: BoolArray, peel: float = PEEL, least: float = LEAST) -> tuple[Box, ...]:
    """Return the boxes of a peeling, the whole space first.

    Each step takes `peel` of the cases off at one end of one input: the one that leaves the largest share of cases of
    interest, and of equals the one that restricts fewest inputs. It ends before a box holds less than `least` of all.
    """
    inputs = cases.shape[1]
    box = Box(np.full(inputs, -np.inf), np.full(inputs, np.inf), int(bad.sum()), len(bad), int(bad.sum()), len(bad))
    found = [box]
    while len(cases):
        ordered = np.sort(cases, axis=0)
        upper, lower = _quantile(ordered, 1.0 - peel), _quantile(ordered, peel)
        kept = np.stack([cases <= upper, cases >= lower], axis=2)
        held = kept.sum(axis=0)
        share = np.divide((kept & bad[:, None, None]).sum(axis=0), held, out=np.full(held.shape, -1.0), where=held > 0)
        restricted = np.isfinite(box.low) | np.isfinite(box.high)
        newly = np.repeat(~restricted[:, None], 2, axis=1)
        best = share == share.max()
        best &= newly == newly[best].min()
        column, end = np.argwhere(best)[0]
        if not (least * box.cases <= held[column, end] < len(cases)) or share[column, end] <= 0.0:
            break
        inside = kept[:, column, end]
        low, high = box.low.copy(), box.high.copy()
        if end == 0:
            high[column] = upper[column]
        else:
            low[column] = lower[column]
        cases, bad = cases[inside], bad[inside]
        box = Box(low, high, int(bad.sum()), len(bad), box.all_bad, box.cases)
        found.append(box)
    return tuple(found)


def _quantile(ordered: FloatArray, share: float) -> FloatArray:
    """Return the middle between the two cases about a quantile, (inputs,); among ties the step just beyond them."""
    last = len(ordered) - 1
    place = last * share
    lower = np.full(ordered.shape[1], int(np.floor(place)))
    upper = np.full(ordered.shape[1], int(np.ceil(place)))
    columns = np.arange(ordered.shape[1])
    tied = ordered[lower, columns] == ordered[upper, columns]
    for column in np.flatnonzero(tied):
        values, value = ordered[:, column], ordered[lower[column], column]
        if share > 0.5:
            lower[column] = max(int(np.searchsorted(values, value, side="left")) - 1, 0)
        else:
            upper[column] = min(int(np.searchsorted(values, value, side="right")), last)
    return (ordered[lower, columns] + ordered[upper, columns]) / 2.0


def quasi_p(box: Box, cases: FloatArray, bad: BoolArray) -> dict[int, float]:
    """Return how likely each restriction of a box would do as well by chance, by the input's place.

    Without the restriction a share of the cases is of interest; the value is the chance of as many as the box holds
    among as many draws with that share.
    """
    found: dict[int, float] = {}
    for place in box.restricted:
        low, high = box.low.copy(), box.high.copy()
        low[place], high[place] = -np.inf, np.inf
        wider = Box(low, high, 0, 0, 0, 0).inside(cases)
        share = float(bad[wider].mean()) if wider.any() else 0.0
        found[place] = at_least(box.bad, box.held, share)
    return found


def at_least(count: int, draws: int, share: float) -> float:
    """Return the chance of `count` or more hits in so many draws that each hit with the chance `share`."""
    return 1.0 if count <= 0 else float(bdtrc(count - 1, draws, share))
