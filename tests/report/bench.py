"""A bench for blocks of the engine: random states, and the same numbers by the names in the method's equations."""

import numpy as np
import pytest

from dealbuilder import paths
from dealbuilder.engine.channels import C
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import D, M, S, T
from dealbuilder.engine.parameters import P
from dealbuilder.report.method import blocks

LOOKED_AT = 12
"""Lanes that are computed both ways."""
DT = 0.5
SIDES = {"us": "us", "cn": "cn"}


class Bench:
    """Random states of the engine, and the same numbers by the names in equations."""

    def __init__(self, catalogue) -> None:
        dice = np.random.default_rng(7)
        self.p = np.array([dice.triangular(*_three(catalogue.parameter_by_id[each.name]), LANES) for each in P])
        self.x = dice.random((len(C), LANES))
        self.d = dice.random((int(D.count), LANES)) * 0.9
        self.m = 1.0 + dice.random((int(M.count), LANES))
        self.t = 1.0 + dice.random((int(T.count), LANES))
        self.real = dice.random((len(S), LANES))
        self.dice = dice
        self.symbols = {catalogue.parameter_by_id[each.name].symbol: each for each in P}

    def names(self, lane: int) -> dict:
        """Return parameters, channels and the step of one lane."""
        known = {symbol: self.p[row, lane] for symbol, row in self.symbols.items()}
        channels = {channel.name: self.x[channel, lane] for channel in C}
        return known | SIDES | {"dt": DT, "x": channels, "sig": channels}


def _three(parameter) -> tuple[float, float, float]:
    if parameter.low < parameter.high:
        return parameter.low, parameter.value, parameter.high
    reach = abs(parameter.value) or 1.0
    return parameter.value, parameter.value + 0.01 * reach, parameter.value + 0.1 * reach


def text(page: str, *ids: str) -> str:
    block = next(block for block in blocks.load(paths.resources()) if block.page == page)
    return "\n".join(block.equation(id).text.strip() for id in ids)


def run(function, *arguments) -> None:
    """Run a block of the kernel as plain Python."""
    getattr(function, "py_func", function)(*arguments)


def same(one: float, other: float) -> bool:
    return one == pytest.approx(other, rel=1e-9, abs=1e-12)
