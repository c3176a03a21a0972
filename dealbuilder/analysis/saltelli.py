"""Sobol indices from Saltelli's design: SALib's rows, estimators and intervals, without its loops.

With the model as fast as it is, SALib's sampling takes longer than all runs and its bootstrap as long; here both are
whole-array work. The tests hold rows, indices and intervals against SALib's own.
"""

from collections.abc import Sequence

import numpy as np
from scipy.stats import qmc

from dealbuilder.analysis.evaluation import FloatArray

FEWEST = 2
"""Base points or resamples without which nothing can be said about errors."""
RESAMPLES = 100
"""Of a bootstrap over base points."""
CONFIDENCE = 1.959963984540054
"""Standard deviations that a 95 % interval reaches to either side."""


def base_points(count: int, inputs: int, seed: int) -> FloatArray:
    """Return the two matrices A and B side by side, (count, 2 x inputs): a scrambled Sobol sequence in (0, 1).

    `count` must be a power of two, or the sequence loses its balance.
    """
    # `seed` and not `rng`: a generator that is spawned first would scramble in another way than SALib's.
    return qmc.Sobol(d=2 * inputs, scramble=True, seed=seed).random(count)  # pyright: ignore[reportCallIssue]


def rows(points: FloatArray, groups: Sequence[Sequence[int]], begin: int, end: int) -> FloatArray:
    """Return rows `begin` to `end` of the design, (rows, inputs): for each base point A, A with each group from B, B.

    `groups` holds the places of the inputs of each group.
    """
    inputs, size = points.shape[1] // 2, len(groups) + 2
    point, kind = np.divmod(np.arange(begin, end), size)
    laid = points[point, :inputs]
    for place, members in enumerate(groups, start=1):
        which = np.flatnonzero(kind == place)
        columns = np.asarray(members, dtype=int)
        laid[np.ix_(which, columns)] = points[np.ix_(point[which], columns + inputs)]
    last = kind == size - 1
    laid[last] = points[point[last], inputs:]
    return laid


def length(count: int, groups: int) -> int:
    """Return how many rows a design has without second-order indices."""
    return count * (groups + 2)


def estimates(
    outputs: FloatArray, groups: int, seed: int, resamples: int = RESAMPLES
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Return first-order indices, half-width of their intervals, total indices, half-width of theirs, each (groups,).

    `outputs` (rows,) in the order of the design. The estimators are those of Saltelli and others (2010): means over
    base points of B (AB - A) and (A - AB)^2 / 2, divided by the variance of A and B together. A bootstrap draws base
    points, so each of its means is a weighted one, and all of them one product of matrices.
    """
    size = groups + 2
    laid = ((outputs - outputs.mean()) / outputs.std()).reshape(-1, size)
    a, b, ab = laid[:, 0], laid[:, -1], laid[:, 1:-1]
    count = len(laid)
    parts = np.concatenate([b[:, None] * (ab - a[:, None]), 0.5 * (a[:, None] - ab) ** 2], axis=1)
    first, total = np.split(parts.mean(axis=0) / np.var(np.concatenate([a, b])), 2)
    if count < FEWEST or resamples < FEWEST:
        unknown = np.full(groups, np.nan)
        return first, unknown, total, unknown
    picked = np.random.default_rng(seed).integers(count, size=(count, resamples))
    weights = np.stack([np.bincount(column, minlength=count) for column in picked.T]) / count
    square, mean = weights @ (a**2 + b**2) / 2.0, weights @ (a + b) / 2.0
    spread = square - mean**2
    again = np.divide(
        weights @ parts, spread[:, None], out=np.zeros((resamples, 2 * groups)), where=spread[:, None] > 0
    )
    first_error, total_error = np.split(CONFIDENCE * again.std(axis=0, ddof=1), 2)
    return first, first_error, total, total_error
