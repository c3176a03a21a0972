"""Draws with common random numbers: draw i of a parameter depends on the seed and the parameter's id alone."""

import hashlib
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from dealbuilder.model.parameter import Distribution

FloatArray = npt.NDArray[np.float64]

STRATA = 64
"""Draws that share out the range evenly among them; a longer run of draws keeps the shorter one as its beginning."""

FEW, KEPT = 1024, 512
"""Of runs of few draws the uniforms are kept, for at most so many ids: 4 MB."""

GRID = 8192
TAIL = NormalDist().inv_cdf(0.95)
"""Standard deviations from the median to the 95th percentile."""
EDGE = 1e-9
"""How near to 0 or 1 a percentile of a share may lie before its logit is taken."""


@lru_cache(maxsize=1)
def _normal() -> tuple[FloatArray, FloatArray]:
    """Return a grid of probabilities and their normal quantiles."""
    points = (np.arange(GRID) + 0.5) / GRID
    return points, np.array([NormalDist().inv_cdf(float(point)) for point in points])


def uniforms(seed: int, id: str, count: int) -> FloatArray:
    """Return `count` numbers in (0, 1), stratified in runs of STRATA; those of one id never depend on another's.

    They are for reading: the worldviews of one score share them.
    """
    return _kept(seed, id, count) if count <= FEW else _uniforms(seed, id, count)


@lru_cache(maxsize=KEPT)
def _kept(seed: int, id: str, count: int) -> FloatArray:
    found = _uniforms(seed, id, count)
    found.setflags(write=False)
    return found


def _uniforms(seed: int, id: str, count: int) -> FloatArray:
    digest = hashlib.sha256(f"{seed}/{id}".encode()).digest()
    generator = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "little")))
    runs = -(-count // STRATA)
    filled = np.empty(runs * STRATA)
    for run in range(runs):
        places = generator.permutation(STRATA) + generator.random(STRATA)
        filled[run * STRATA : (run + 1) * STRATA] = places / STRATA
    return filled[:count]


def exponentials(seed: int, id: str, count: int) -> FloatArray:
    """Return `count` draws of the unit exponential."""
    return -np.log1p(-uniforms(seed, id, count))


def _two_sided(score: FloatArray, middle: float, low: float, high: float) -> FloatArray:
    """Return values whose 5th, 50th and 95th percentile are low, middle and high, normal on either side."""
    return middle + np.where(score < 0, (middle - low) / TAIL, (high - middle) / TAIL) * score


def values(kind: Distribution, value: float, low: float, high: float, u: FloatArray) -> FloatArray:
    """Return a parameter's draws from uniforms.

    Lognormal and beta are normal on the log and the logit scale, with the three figures as 5th, 50th and 95th
    percentile; uniform and triangular have low and high as bounds.
    """
    if kind == "fixed" or low == high:
        return np.full(u.shape, value)
    if kind == "uniform":
        return low + (high - low) * u
    if kind == "triangular":
        turn = (value - low) / (high - low)
        rising = low + np.sqrt(u * (high - low) * (value - low))
        falling = high - np.sqrt((1.0 - u) * (high - low) * (high - value))
        return np.where(u < turn, rising, falling)
    score = np.interp(u, *_normal())
    if kind == "lognormal" and low > 0:
        return np.exp(_two_sided(score, np.log(value), np.log(low), np.log(high)))
    if kind == "beta" and low >= 0 and high <= 1:
        logit = [float(np.log(share / (1.0 - share))) for share in np.clip((value, low, high), EDGE, 1.0 - EDGE)]
        return 1.0 / (1.0 + np.exp(-_two_sided(score, *logit)))
    return np.clip(_two_sided(score, value, low, high), min(low, 0.0) if low < 0 else 0.0, None)
