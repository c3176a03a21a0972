"""Which draw stands at a rank: only the asked ranks are sought, for sorting ten thousand draws costs as much as a run.

The range of a row is cut into equal places, its draws are counted into them, and what shares the place of the rank is
kept and cut again until a few are left. The answer is a draw, bit by bit what sorting would give.
"""

import numpy as np
import numpy.typing as npt

from dealbuilder.engine.lanes import ranking

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

PLACES, FEWEST = 1024, 64
"""Places that a range is cut into, for many draws and for few."""
FEW = 16
"""So few draws are put in order."""
APART = 4
"""Counters side by side, so that neighbouring draws of one place do not wait for each other."""
WIDE = 32
"""Draws compared side by side."""
RARE = 64
"""A place with less than one in so many draws is met so seldom that a branch is guessed right."""


@ranking
def extent(values, count, lowest, highest):
    """Return the lowest and the highest of the first `count` values; the last two arrays (WIDE,) are working space."""
    whole = count // WIDE * WIDE
    for k in range(WIDE):
        lowest[k], highest[k] = values[0], values[0]
    for i in range(0, whole, WIDE):
        for k in range(WIDE):
            value = values[i + k]
            lowest[k] = value if value < lowest[k] else lowest[k]
            highest[k] = value if value > highest[k] else highest[k]
    low, high = lowest[0], highest[0]
    for k in range(1, WIDE):
        low, high = min(low, lowest[k]), max(high, highest[k])
    for i in range(whole, count):
        low, high = min(low, values[i]), max(high, values[i])
    return low, high


@ranking
def placed(values, count, low, high, places, place, counts):
    """Fill `place` (draws,), where between low and high each value lies, and `counts` (APART x places,), how many."""
    for k in range(APART * places):
        counts[k] = 0
    scale = (places - 1) / (high - low)
    for i in range(count):
        place[i] = min(places - 1, max(0, np.int32((values[i] - low) * scale)))
    part = count // APART
    for i in range(part):
        for k in range(APART):
            counts[k * places + place[k * part + i]] += 1
    for i in range(APART * part, count):
        counts[place[i]] += 1
    for k in range(places):
        for other in range(1, APART):
            counts[k] += counts[other * places + k]


@ranking
def narrowed(values, count, rank, place, counts, kept):
    """Keep what shares the place of `rank`; return how many that are and the rank among them."""
    below, at = 0, 0
    while below + counts[at] <= rank:
        below += counts[at]
        at += 1
    found = 0
    if counts[at] * RARE < count:
        for i in range(count):
            if place[i] == at:
                kept[found] = values[i]
                found += 1
    else:
        for i in range(count):
            kept[found] = values[i]
            found += 1 if place[i] == at else 0
    return found, rank - below


@ranking
def ordered(values, count):
    """Put the first few values in order."""
    for i in range(1, count):
        value, k = values[i], i
        while k > 0 and values[k - 1] > value:
            values[k] = values[k - 1]
            k -= 1
        values[k] = value


@ranking
def sought(values, ranks, begin, end, out, first, place, tally, counts, lowest, highest, kept):
    """Do the work of `pick`; what follows `out` is working space."""
    draws = values.shape[1]
    for row in range(begin, end):
        low, high = extent(values[row], draws, lowest, highest)
        if low == high:
            for r in range(ranks.shape[0]):
                out[r, row] = low
            continue
        placed(values[row], draws, low, high, min(PLACES, max(FEWEST, draws)), first, tally)
        for r in range(ranks.shape[0]):
            before = draws + 1
            count, rank = narrowed(values[row], draws, ranks[r], first, tally, kept)
            while FEW < count < before:
                before = count
                low, high = extent(kept, count, lowest, highest)
                if low < high:
                    placed(kept, count, low, high, min(PLACES, max(FEWEST, count)), place, counts)
                    count, rank = narrowed(kept, count, rank, place, counts, kept)
            if count <= FEW:
                ordered(kept, count)
            out[r, row] = kept[rank]


def pick(values: FloatArray, ranks: IntArray, begin: int, end: int, out: FloatArray) -> None:
    """Fill `out` (ranks, rows) from row `begin` to `end` of `values` (rows, draws): the draws at those ranks, 0 first.

    Values are finite.
    """
    draws = values.shape[1]
    first, place = np.empty(draws, np.int32), np.empty(draws, np.int32)
    tally, counts = np.empty(APART * PLACES, np.int32), np.empty(APART * PLACES, np.int32)
    lowest, highest, kept = np.empty(WIDE), np.empty(WIDE), np.empty(draws + 1)
    sought(values, ranks, begin, end, out, first, place, tally, counts, lowest, highest, kept)
