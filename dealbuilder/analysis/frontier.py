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
SAMPLE, PIVOTS, WORTH = 1_024, 6, 0.005
"""Rows that the strong ones are taken from, how many of them, and the share of the sample that each must beat."""
PAYS = 0.8
"""Largest share of the rows that may be left for it to pay to look again."""
PIECE = 16_384
"""Rows compared with the strong ones at a time: they and what is worked out of them stay in the nearest caches."""
WORDS = {1: np.uint8, 2: np.uint16, 4: np.uint32, 8: np.uint64}
"""Words as long as the flags of so many objectives side by side: a row's flags are read at once."""


def front(values: FloatArray, sense: FloatArray | None = None) -> Mask:
    """Return which rows of (packages, objectives) no other row dominates; equal rows stay together on the front.

    `sense` is 1 where more is better and -1 where less is, more by default. A row with an undefined value is on none.
    """
    ways = np.ones(values.shape[1]) if sense is None else np.asarray(sense, dtype=np.float64)
    kept = np.zeros(len(values), dtype=bool)
    left = _hopeful(values, ways) if len(values) > MANY else np.arange(len(values))
    left = left[np.isfinite(values[left]).all(axis=1)]
    if len(left):
        # Less is better to moocore. Adding nought makes a negative nought a plain one: equal rows must compare equal.
        kept[left] = moocore.is_nondominated(values[left] * -ways + 0.0, keep_weakly=True)
    return kept


def _hopeful(values: FloatArray, ways: FloatArray) -> npt.NDArray[np.intp]:
    """Return the places of rows that no strong one beats in everything; undefined rows are among them.

    What is beaten in everything is never of the front. The strong ones are sought again among what is left, where
    others beat most, until that no longer pays.
    """
    left, places = values, np.arange(len(values))
    while len(left) > MANY:
        strong = [np.tile(row, PIECE) for row in _strong(left[:: max(1, len(left) // SAMPLE)] * ways)]
        signs = None if (ways == 1.0).all() else np.tile(ways, PIECE)
        pieces = range(0, len(left), PIECE)
        found = np.concatenate([_unbeaten(left[at : at + PIECE], signs, strong) + at for at in pieces])
        if len(found) > PAYS * len(left):
            break
        left, places = left.take(found, axis=0), places[found]
    return places


def _strong(sample: FloatArray) -> FloatArray:
    """Return a few rows of the sample's front that beat most of it in everything; none where each beats few."""
    sample = sample[np.isfinite(sample).all(axis=1)]
    strong = sample[moocore.is_nondominated(-sample, keep_weakly=True)] if len(sample) else sample
    beats = np.ones((len(strong), len(sample)), dtype=bool)
    for column in range(sample.shape[1]):
        beats &= strong[:, column, None] > sample[None, :, column]
    chosen: list[int] = []
    while len(chosen) < PIVOTS and len(strong):
        wins = beats.sum(axis=1)
        if wins.max() < WORTH * len(sample):
            break
        chosen.append(int(wins.argmax()))
        beats &= ~beats[chosen[-1]]
    return strong[chosen]


def _unbeaten(rows: FloatArray, signs: FloatArray | None, strong: Sequence[FloatArray]) -> npt.NDArray[np.intp]:
    """Return the places of rows that none of the strong ones beats in everything; signs and strong are repeated."""
    word = WORDS.get(rows.shape[1])
    flat = np.ascontiguousarray(rows).reshape(-1)
    flat = flat if signs is None else flat * signs[: flat.size]
    beaten = np.zeros(len(rows), dtype=bool)
    for one in strong:
        flags = (flat < one[: flat.size]).reshape(rows.shape)
        beaten |= flags.all(axis=1) if word is None else flags.view(word)[:, 0] == _all_set(word)
    return np.flatnonzero(~beaten)


def _all_set(word: type[np.unsignedinteger]) -> np.unsignedinteger:
    """Return the word whose bytes are all 1, as flags that are all true."""
    return np.ones(np.dtype(word).itemsize, dtype=np.uint8).view(word)[0]


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
