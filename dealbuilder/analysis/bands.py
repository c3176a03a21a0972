"""Percentiles and errors over draws, by picking the draw at a rank: cheap enough for every series on every change."""

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.engine.ranks import pick as ranked
from dealbuilder.engine.spread import spread

PERCENTILES = (0.05, 0.50, 0.95)


SORTED = 256
"""Draws up to which sorting all of them is quickest."""
PIECE = 1_000_000
"""Fewest draws that are worth another thread."""


def pick(values: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the 5th, 50th and 95th percentile over the last axis, each the value of one draw (nearest rank)."""
    draws, shape = values.shape[-1], values.shape[:-1]
    ranks = np.array([int(share * (draws - 1) + 0.5) for share in PERCENTILES])
    if draws <= SORTED:
        ordered = np.sort(values, axis=-1)
        low, middle, high = (ordered[..., rank] for rank in ranks)
        return low, middle, high
    rows = np.ascontiguousarray(values).reshape(-1, draws)
    out = np.empty((len(ranks), len(rows)))
    spread(lambda begin, end: ranked(rows, ranks, begin, end, out), len(rows), _size(rows))
    low, middle, high = (found.reshape(shape) for found in out)
    return low, middle, high


def means(values: FloatArray) -> FloatArray:
    """Return the mean over the last axis."""
    rows = np.ascontiguousarray(values).reshape(-1, values.shape[-1])
    out = np.empty(len(rows))

    def piece(begin: int, end: int) -> None:
        np.mean(rows[begin:end], axis=-1, out=out[begin:end])

    spread(piece, len(rows), _size(rows))
    return out.reshape(values.shape[:-1])


def _size(rows: FloatArray) -> int:
    """Return how many rows a thread takes at a time: all of them where there are few numbers."""
    return max(1, min(len(rows), PIECE // rows.shape[-1]))


def standard_error(values: FloatArray) -> float:
    """Return the standard error of the mean of (draws,) values; NaN for a single draw."""
    return float(np.std(values, ddof=1) / np.sqrt(values.size)) if values.size > 1 else float("nan")


def standard_errors(values: FloatArray) -> FloatArray:
    """Return the standard error of the mean over the last axis; NaN for a single draw."""
    draws = values.shape[-1]
    if draws < 2:
        return np.full(values.shape[:-1], np.nan)
    return np.std(values, axis=-1, ddof=1) / np.sqrt(draws)


def ratio(parts: FloatArray, wholes: FloatArray) -> tuple[float, float]:
    """Return the ratio of means of two (draws,) arrays and its standard error (first order); NaN where undefined."""
    whole = float(np.mean(wholes))
    if whole == 0.0:
        return float("nan"), float("nan")
    value = float(np.mean(parts)) / whole
    return value, standard_error((parts - value * wholes) / whole)


def median_error(values: FloatArray) -> float:
    """Return half the 68 % range of the median of (draws,) values, read off the order statistics."""
    ordered = np.sort(values)
    middle, spread = (ordered.size - 1) / 2, np.sqrt(ordered.size) / 2
    low = ordered[max(0, int(np.floor(middle - spread)))]
    high = ordered[min(ordered.size - 1, int(np.ceil(middle + spread)))]
    return float(high - low) / 2
