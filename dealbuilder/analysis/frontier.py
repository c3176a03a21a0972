"""Which packages no other beats in everything, and the points among them that bargaining theory names."""

from collections.abc import Sequence

import moocore
import numpy as np
import numpy.typing as npt

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.fronts import Points, Solution

Mask = npt.NDArray[np.bool_]

MANY = 20_000
"""Rows above which it pays to drop those first that a few strong ones beat in everything."""
SAMPLE, PIVOTS, WORTH = 1_024, 3, 0.02
"""Rows that the strong ones are taken from, how many of them, and the share of the sample that each must beat."""


def front(values: FloatArray, sense: FloatArray | None = None) -> Mask:
    """Return which rows of (packages, objectives) no other row dominates; equal rows stay together on the front.

    `sense` is 1 where more is better and -1 where less is, more by default. A row with an undefined value is on none.
    """
    ways = np.ones(values.shape[1]) if sense is None else sense
    kept = np.zeros(len(values), dtype=bool)
    left = _hopeful(values, ways)
    some = values if left.all() else values[left]
    if len(some):
        # Less is better to moocore. Adding nought makes a negative nought a plain one: equal rows must compare equal.
        kept[left] = moocore.is_nondominated(some * -ways + 0.0, keep_weakly=True)
    return kept


def _hopeful(values: FloatArray, ways: FloatArray) -> Mask:
    """Return rows without those that are undefined and, of many rows, those that a few strong ones beat in everything.

    What is beaten in everything is never of the front. The strong rows are those of a sample's front that beat most of
    the sample; where they beat few, none is tried.
    """
    left = np.ones(len(values), dtype=bool)
    with np.errstate(invalid="ignore", over="ignore"):
        whole = np.isfinite(values.sum())
    if not whole:
        left &= np.isfinite(values).all(axis=1)
    if len(values) <= MANY:
        return left
    sample = values[:: max(1, len(values) // SAMPLE)]
    sample = sample[np.isfinite(sample).all(axis=1)]
    strong = sample[moocore.is_nondominated(sample * -ways, keep_weakly=True)] if len(sample) else sample
    beats = np.ones((len(strong), len(sample)), dtype=bool)
    for objective, way in enumerate(ways):
        beats &= way * strong[:, objective, None] > way * sample[None, :, objective]
    for _ in range(PIVOTS):
        wins = beats.sum(axis=1)
        if not len(wins) or wins.max() < WORTH * len(sample):
            break
        best = int(wins.argmax())
        behind = left.copy()
        for objective, way in enumerate(ways):
            column, value = values[:, objective], strong[best, objective]
            behind &= column < value if way > 0 else column > value
        left &= ~behind
        beats &= ~beats[best]
    return left


def points(values: FloatArray, reservations: Sequence[float], margin: float = 0.0) -> Points:
    """Return the bargaining points of (packages, parties) values over what each party would accept without a deal.

    Nash: the largest product of gains. Kalai-Smorodinsky: the largest least share of each party's own best gain.
    Egalitarian: the largest least gain. Utilitarian: the largest sum of gains. Where packages tie by one measure, the
    one that no other of them dominates stays. `margin` is what still counts as a tie.
    """
    gains = values - np.asarray(reservations, dtype=np.float64)
    if not len(gains):
        return Points(False, {}, None)
    worst = gains.min(axis=1)
    able = worst >= 0.0
    if not able.any():
        best = np.flatnonzero(worst == worst.max())
        return Points(False, {}, int(best[np.argmax(gains[best].sum(axis=1))]))
    most = gains[able].max(axis=0)
    shares = np.divide(gains, most, out=np.zeros_like(gains), where=most > 0.0)
    # A party that can gain nothing anywhere has its whole share in every package.
    shares[:, most <= 0.0] = 1.0
    merits: dict[Solution, FloatArray] = {
        "nash": gains.prod(axis=1),
        "kalai_smorodinsky": shares.min(axis=1),
        "egalitarian": worst,
        "utilitarian": gains.sum(axis=1),
    }
    at: dict[Solution, tuple[int, ...]] = {
        solution: _best(merit, able, gains, margin) for solution, merit in merits.items()
    }
    return Points(True, at, at["nash"][0])


def _best(merit: FloatArray, able: Mask, gains: FloatArray, margin: float) -> tuple[int, ...]:
    top = merit[able].max()
    tied = np.flatnonzero(able & (merit >= top - margin))
    return tuple(int(place) for place in tied[front(gains[tied])])
