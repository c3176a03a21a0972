"""Counting the model's operations: `python -m tests.benchmarks.operations` with NUMBA_DISABLE_JIT=1 prints JSON.

The engine's own source runs as plain Python, one lane wide, on numbers that count what is done to them. Numbers that
all runs share are worked out once a block and not counted.
"""

import importlib
import json
import math
import sys
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from dealbuilder.engine import lanes

WORTH = {"exp": 19, "log": 26, "pow": 45}
"""Operations that a function stands for: those of its polynomial; a power is a logarithm and an exponential."""
COUNT = {"operations": 0}


def _binary(operation: Callable[[float, float], float], worth: int = 1) -> Callable[["Counted", object], "Counted"]:
    def done(one: "Counted", other: object) -> "Counted":
        COUNT["operations"] += worth
        return Counted(operation(one.value, float(other)))  # type: ignore[arg-type]

    return done


def _compared(operation: Callable[[float, float], bool]) -> Callable[["Counted", object], bool]:
    def done(one: "Counted", other: object) -> bool:
        COUNT["operations"] += 1
        return operation(one.value, float(other))  # type: ignore[arg-type]

    return done


class Counted:
    """A number that counts additions, multiplications, divisions and comparisons."""

    __slots__ = ("value",)
    __array_ufunc__ = None

    def __init__(self, value: float) -> None:
        self.value = float(value)

    def __float__(self) -> float:
        return self.value

    def __neg__(self) -> "Counted":
        return Counted(-self.value)

    __add__ = __radd__ = _binary(lambda x, y: x + y)
    __sub__, __rsub__ = _binary(lambda x, y: x - y), _binary(lambda x, y: y - x)
    __mul__ = __rmul__ = _binary(lambda x, y: x * y)
    __truediv__, __rtruediv__ = _binary(lambda x, y: x / y), _binary(lambda x, y: y / x)
    __pow__ = _binary(lambda x, y: x**y, WORTH["pow"])
    __lt__, __gt__ = _compared(lambda x, y: x < y), _compared(lambda x, y: x > y)
    __le__, __ge__ = _compared(lambda x, y: x <= y), _compared(lambda x, y: x >= y)


def counting(array: np.ndarray) -> np.ndarray:
    """Return an array whose numbers count."""
    return np.frompyfunc(Counted, 1, 1)(array)


def _work(count: int, shape: tuple[int, int]) -> np.ndarray:
    return np.zeros(shape).astype(object)


def _function(name: str, function: Callable[[float], float]) -> Callable[[object], Counted]:
    def done(x: object) -> Counted:
        COUNT["operations"] += WORTH[name]
        return Counted(function(float(x)))  # type: ignore[arg-type]

    return done


def main() -> None:
    """Count one run of the timed package, months recorded."""
    # Blocks take these names from here when they are imported, so that they are replaced first and imported then.
    lanes.LANES, lanes.work = 1, _work
    maths = importlib.import_module("dealbuilder.engine.maths")
    maths.exp, maths.log = _function("exp", math.exp), _function("log", math.log)
    engine, run = (importlib.import_module(name) for name in ("dealbuilder.cli.speed.engine", "dealbuilder.engine.run"))
    inputs = engine.prepared(1)
    inputs = replace(inputs, values=counting(inputs.values), shocks=counting(inputs.shocks))
    # What comes before signing is run once for all packages, and counted for none.
    run.run(inputs, (engine.package(),))
    COUNT["operations"] = 0
    result = run.run(inputs, (engine.package(),))
    sys.stdout.write(json.dumps({**COUNT, "outputs": result.outputs[0, :, 0].tolist()}))


if __name__ == "__main__":
    main()
