"""Rows about the small model: the kernel's technique against each peer, equal trajectories first."""

from collections.abc import Callable
from functools import partial

import numpy as np

from dealbuilder.cli.speed.rounds import Lap, Trial, contest, one_core
from tests.benchmarks.small import engines
from tests.benchmarks.small.engines import Engine

SAME = 1e-9
"""Largest difference of any month of any run, relative to the largest value."""
CHECKED = 128
RUNS = 10_240
"""Whole blocks of lanes; 10,000 and a little."""
PYTHON_RUNS, PYSD_RUNS = 20, 2


def _equal(peer: Engine, runs: int) -> None:
    ours, theirs = engines.room(CHECKED), engines.room(runs)
    values = engines.inputs(CHECKED)
    engines.lanes()(values, ours)
    peer(np.ascontiguousarray(values[:, :runs]), theirs)
    assert np.isfinite(theirs).all()
    assert float(np.abs(ours[..., :runs] - theirs).max()) <= SAME * float(np.abs(ours).max())


def _against(peer: Engine, theirs: int, rounds: int, ours: int = RUNS) -> Trial:
    """Return a trial of the lanes with `ours` runs against a peer with `theirs`, per run, on one core."""
    values, out = engines.inputs(ours), engines.room(ours)
    other, other_out = engines.inputs(theirs), engines.room(theirs)
    turn = contest(partial(engines.lanes(), values, out), partial(peer, other, other_out), scale=ours / theirs)

    def once() -> Lap:
        with one_core():
            return turn()

    return Trial(partial(_equal, peer, min(theirs, CHECKED)), once, rounds)


def kernel_c(quick: bool) -> Trial:
    """C with the liberties of the kernel."""
    return _against(engines.c(engines.LIKE_KERNEL), RUNS, 10 if quick else 60)


def kernel_c_fast(quick: bool) -> Trial:
    """C with every liberty."""
    return _against(engines.c(engines.FAST), RUNS, 10 if quick else 60)


def pysd(quick: bool) -> Trial:
    """PySD, a few runs against many of ours."""
    return _against(engines.pysd(), PYSD_RUNS, 5 if quick else 30)


def python(quick: bool) -> Trial:
    """A plain function."""
    return _against(engines.python(), PYTHON_RUNS, 5 if quick else 30)


def numpy(quick: bool) -> Trial:
    """NumPy as fast as it goes."""
    return _against(engines.numpy(), RUNS, 5 if quick else 30)


TRIALS: dict[str, Callable[[bool], Trial]] = {
    made.__name__: made for made in (kernel_c, kernel_c_fast, pysd, python, numpy)
}
