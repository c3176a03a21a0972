"""The engines of the small model: each takes inputs (inputs, runs) and fills out (outputs, points, runs)."""

import ctypes
import math
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
from numba import njit

from dealbuilder.cli.speed.rounds import NotHere
from dealbuilder.engine import maths
from dealbuilder.engine.compiled import KERNEL
from dealbuilder.engine.lanes import work
from dealbuilder.model.text import Text
from tests.benchmarks.small import infix, outs
from tests.benchmarks.small.spec import INPUTS, OUTPUTS, STEPS

try:
    import pysd as library
except ImportError:
    library = None

Engine = Callable[[np.ndarray, np.ndarray], None]

FLAGS = ("-O3", "-march=native", "-shared", "-fPIC")
LIKE_KERNEL = ("-fno-math-errno", "-fno-trapping-math", "-ffinite-math-only", "-fno-signed-zeros", "-ffp-contract=off")
"""The liberties that the kernel takes, and no more: without them gcc leaves minimum and maximum out of vectors."""
FAST = ("-ffast-math",)
"""Every liberty, fused and reordered sums included, which the kernel leaves alone."""
SPREAD = 0.3
"""How far inputs lie from their middle, either way."""
SEED = 20250715
DOUBLES = ctypes.POINTER(ctypes.c_double)


def inputs(runs: int) -> np.ndarray:
    """Return inputs of that many runs, spread around their middles."""
    middle = np.array(list(INPUTS.values()))[:, None]
    shares = np.random.Generator(np.random.PCG64(SEED)).random((len(INPUTS), runs))
    return np.ascontiguousarray(middle * (1.0 + SPREAD * (2.0 * shares - 1.0)))


def room(runs: int) -> np.ndarray:
    """Return where an engine writes: NaN until it has."""
    return np.full((len(OUTPUTS), STEPS + 1, runs), np.nan)


@cache
def lanes() -> Engine:
    """The kernel's technique, compiled by Numba."""
    space = {"work": work, "exp": maths.exp, "log": maths.log}
    exec(compile(infix.numba(), "<small model, lanes>", "exec"), space)
    kernel = njit(**KERNEL)(space["simulate"])
    return lambda values, out: kernel(values, 0, values.shape[1], out)


@cache
def python() -> Engine:
    """A plain function, run by run."""
    space = {"exp": math.exp, "log": math.log}
    exec(compile(infix.python(), "<small model, Python>", "exec"), space)
    simulate = space["simulate"]

    def run(values: np.ndarray, out: np.ndarray) -> None:
        for place, column in enumerate(values.T.tolist()):
            out[0, :, place], out[1, :, place] = simulate(column)

    return run


@cache
def numpy() -> Engine:
    """NumPy with the runs in the last axis."""
    return outs.engine()


@cache
def c(liberties: tuple[str, ...]) -> Engine:
    """The same blocks in C, compiled now."""
    compiler = shutil.which("gcc")
    if compiler is None:
        raise NotHere(Text(en="This machine has no gcc.", zh="本机没有gcc。"))
    folder = Path(tempfile.mkdtemp(prefix="dealbuilder-bench-"))
    try:
        (folder / "small.c").write_text(infix.c(), encoding="utf-8")
        subprocess.run([compiler, *FLAGS, *liberties, "small.c", "-o", "small.so", "-lm"], cwd=folder, check=True)
        simulate = ctypes.CDLL(str(folder / "small.so")).simulate
    finally:
        shutil.rmtree(folder)
    simulate.argtypes = [DOUBLES, ctypes.c_long, ctypes.c_long, ctypes.c_long, DOUBLES]
    simulate.restype = None

    def run(values: np.ndarray, out: np.ndarray) -> None:
        runs = values.shape[1]
        simulate(values.ctypes.data_as(DOUBLES), runs, 0, runs, out.ctypes.data_as(DOUBLES))

    return run


@cache
def pysd() -> Engine:
    """PySD, translated once, run by run."""
    if library is None:
        raise NotHere(Text(en="PySD is not installed.", zh="未安装PySD。"))
    folder = Path(tempfile.mkdtemp(prefix="dealbuilder-bench-"))
    try:
        (folder / "small.mdl").write_text(infix.vensim(), encoding="utf-8")
        model = library.read_vensim(str(folder / "small.mdl"))
    finally:
        shutil.rmtree(folder)
    columns = [name for name, _ in OUTPUTS]

    def run(values: np.ndarray, out: np.ndarray) -> None:
        for place, column in enumerate(values.T):
            given = dict(zip(INPUTS, column.tolist(), strict=True))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                table = model.run(params=given, return_columns=columns)
            out[..., place] = table[columns].to_numpy().T

    return run
