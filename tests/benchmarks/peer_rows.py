"""Rows about libraries that the program uses or may use: fronts of points, and sampling."""

from collections.abc import Callable
from functools import partial

import numpy as np

from dealbuilder.cli.speed import engine
from dealbuilder.cli.speed.rounds import NotHere, Trial, contest
from dealbuilder.engine import draws
from dealbuilder.model.text import Text

try:
    import moocore
    from paretoset import paretoset
    from SALib.sample import sobol
except ImportError:
    moocore = paretoset = sobol = None

SEED = 20250715
POINTS, WIDE = 4_000, 5_000
OBJECTIVES = 4
CHECKED = 2_000
INPUTS, BASE = 64, 256
"""Inputs sampled, and SALib's N: N x (inputs + 2) rows without second-order terms."""


def _needs(library: object) -> None:
    if library is None:
        en = "moocore, paretoset and SALib are not all installed."
        raise NotHere(Text(en=en, zh="未全部安装moocore、paretoset和SALib。"))


def cloud(count: int) -> np.ndarray:
    """Return points (count, OBJECTIVES) spread evenly, less is better."""
    return np.random.Generator(np.random.PCG64(SEED)).random((count, OBJECTIVES))


def trade_off(count: int) -> np.ndarray:
    """Return points near a surface on which every gain costs something: most lie on the front."""
    points = np.random.Generator(np.random.PCG64(SEED)).exponential(size=(count, OBJECTIVES))
    return points / points.sum(axis=1, keepdims=True)


def brute(points: np.ndarray, piece: int = 200) -> np.ndarray:
    """Return which points no other point dominates, by comparing every pair."""
    kept = np.ones(len(points), dtype=bool)
    for begin in range(0, len(points), piece):
        some = points[begin : begin + piece]
        no_worse = np.ones((len(some), len(points)), dtype=bool)
        better = np.zeros_like(no_worse)
        for column in range(points.shape[1]):
            no_worse &= points[:, column] <= some[:, column, None]
            better |= points[:, column] < some[:, column, None]
        kept[begin : begin + piece] = ~(no_worse & better).any(axis=1)
    return kept


def by_moocore(points: np.ndarray) -> np.ndarray:
    """Return the same by moocore, equal points kept."""
    return moocore.is_nondominated(points, keep_weakly=True)


def by_paretoset(points: np.ndarray) -> np.ndarray:
    """Return the same by paretoset, equal points kept."""
    return paretoset(points, distinct=False)


def _same_masks() -> None:
    rough = np.round(cloud(CHECKED), 1)
    for points in (cloud(CHECKED), trade_off(CHECKED), rough, rough[:, :2]):
        mask = brute(points)
        assert mask.any()
        assert np.array_equal(mask, by_moocore(points))
        assert np.array_equal(mask, by_paretoset(points))


def front_moocore(quick: bool) -> Trial:
    """The library against every pair."""
    _needs(moocore)
    points = cloud(POINTS)
    return Trial(_same_masks, contest(partial(by_moocore, points), partial(brute, points)), 1 if quick else 20)


def front_paretoset(quick: bool) -> Trial:
    """Two libraries on a wide front."""
    _needs(moocore)
    points = trade_off(WIDE)
    return Trial(_same_masks, contest(partial(by_moocore, points), partial(by_paretoset, points)), 1 if quick else 10)


def salib_sampling(quick: bool) -> Trial:
    """As many values of as many inputs, by either."""
    _needs(sobol)
    known = [p for p in engine.catalogue().parameters if p.low < p.high and p.distribution != "fixed"][:INPUTS]
    problem = {"num_vars": INPUTS, "names": [p.id for p in known], "bounds": [[p.low, p.high] for p in known]}
    rows = BASE * (INPUTS + 2)

    def ours() -> np.ndarray:
        return np.array(
            [draws.values(p.distribution, p.value, p.low, p.high, draws.uniforms(SEED, p.id, rows)) for p in known]
        )

    def theirs() -> np.ndarray:
        return sobol.sample(problem, BASE, calc_second_order=False, seed=SEED)

    def gate() -> None:
        assert len(known) == INPUTS
        assert ours().T.shape == theirs().shape

    return Trial(gate, contest(ours, theirs), 1 if quick else 15)


TRIALS: dict[str, Callable[[bool], Trial]] = {
    made.__name__: made for made in (front_moocore, front_paretoset, salib_sampling)
}
