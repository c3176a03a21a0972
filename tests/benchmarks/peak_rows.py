"""The row that holds the model against the peak of the core it runs on."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial

import numpy as np
from numba import njit

from dealbuilder import paths
from dealbuilder.cli.speed import engine
from dealbuilder.cli.speed.rounds import Lap, Trial, contest, one_core
from dealbuilder.engine.compiled import KERNEL
from dealbuilder.engine.lanes import LANES, work
from dealbuilder.engine.run import run

OPERATIONS = 20
"""Operations of one lane in one turn of the loop below."""
TURNS = 200_000
DRAWS = 1024
"""Enough that what comes before the months hardly counts."""
SAME = 1e-9


@njit(**KERNEL)
def mixed(turns, out):
    """Do OPERATIONS multiplications, additions and minima a lane and turn, all in registers and the nearest cache."""
    a, b, c, d = work(64, (1, 64)), work(64, (1, 64)), work(64, (1, 64)), work(64, (1, 64))
    for lane in range(LANES):
        a[0, lane], b[0, lane], c[0, lane], d[0, lane] = 1.0 + 0.01 * lane, 0.999, 0.001, 2.0
    for _ in range(turns):
        for lane in range(LANES):
            x, m, k, t = a[0, lane], b[0, lane], c[0, lane], d[0, lane]
            x = min(x * m + k, t)
            x = min((x * m + k) * m - k, t)
            x = min((x * m + k) * m + k, t)
            x = min((x * m + k) * m - k, t)
            a[0, lane] = x * m + k
    for lane in range(LANES):
        out[lane] = a[0, lane]


def counted() -> dict[str, object]:
    """Return the operations of one run, and its outputs as plain Python gives them."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.operations"],
        cwd=paths.resources().parent,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(ran.stdout)


def peak(quick: bool) -> Trial:
    """The model's operations a second over those of the loop above."""
    count, inputs, out = counted(), engine.prepared(DRAWS), np.empty(LANES)

    def gate() -> None:
        outputs = run(engine.prepared(1), (engine.package(),)).outputs[0, :, 0]
        assert np.allclose(outputs, count["outputs"], rtol=SAME, atol=SAME)

    # `contest` gives (theirs / ours) x scale; the model's rate over the loop's is that of their operations.
    scale = float(count["operations"]) * DRAWS / (TURNS * LANES * OPERATIONS)
    turn = contest(partial(run, inputs, (engine.package(),)), partial(mixed, TURNS, out), scale)

    def once() -> Lap:
        with one_core():
            return turn()

    return Trial(gate, once, 10 if quick else 40)


TRIALS: dict[str, Callable[[bool], Trial]] = {"peak": peak}
