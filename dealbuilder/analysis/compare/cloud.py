"""Where the draws of a package lie in the plane of two scores: ellipses that hold a share of them."""

from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray

SHARES = (0.5, 0.9)
FLAT = 1e-12
"""Variance, as a share of the larger one, below which draws lie on a line."""
STILL = 1e-9
"""Spread below which draws are one point, in the scores' units."""


@dataclass(frozen=True, slots=True)
class Oval:
    """An ellipse around the mean of the draws that holds `share` of them; half axes in the units of both scores.

    Draws on a line have a `minor` half axis of nought.
    """

    share: float
    major: tuple[float, float]
    minor: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cloud:
    """The draws of one package in the plane: their mean, and ovals, none where they are all one point."""

    x: float
    y: float
    ovals: tuple[Oval, ...]


def cloud(x: FloatArray, y: FloatArray, shares: tuple[float, ...] = SHARES) -> Cloud:
    """Return where draws (draws,) lie by two scores.

    An oval has the directions and proportions of the draws' covariance and is grown until it holds the share of them:
    no normal distribution is supposed.
    """
    points = np.stack([x, y])
    centre = points.mean(axis=1)
    apart = points - centre[:, None]
    if len(x) < 2 or float(np.abs(apart).max()) <= STILL:
        return Cloud(float(centre[0]), float(centre[1]), ())
    # Scores have scales of their own: the proportions are found on equal ones.
    scale = np.where((spread := apart.std(axis=1)) > STILL, spread, 1.0)
    variances, directions = np.linalg.eigh(np.cov(apart / scale[:, None], bias=True))
    variances = np.where(variances > FLAT * variances[-1], variances, 0.0)
    along = directions.T @ (apart / scale[:, None])
    lengths = np.sqrt(np.where(variances > 0.0, variances, 1.0))
    distance = np.sqrt(((along / lengths[:, None]) ** 2 * (variances > 0.0)[:, None]).sum(axis=0))
    axes = directions * np.sqrt(variances) * scale[:, None]
    found = [_oval(share, float(np.quantile(distance, share, method="higher")), axes) for share in shares]
    return Cloud(float(centre[0]), float(centre[1]), tuple(found))


def _oval(share: float, reach: float, axes: FloatArray) -> Oval:
    (major, minor) = ((float(reach * axes[0, axis]), float(reach * axes[1, axis])) for axis in (1, 0))
    return Oval(share, major, minor)
