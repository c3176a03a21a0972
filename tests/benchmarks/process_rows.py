"""Rows that need a process of their own: start of the window, painting, memory."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from dealbuilder import paths
from dealbuilder.cli.speed.rounds import FRAME, Lap, Trial

BYTES = 500e6
STREAMED, FEW = 100_000, 10_000
GROWTH = 1.1
"""How much more memory ten times the runs may take."""


def ran(name: str, *words: str) -> tuple[float, Any]:
    """Run tests/benchmarks/screens/NAME.py off screen in folders of its own; return seconds and the JSON it prints."""
    with tempfile.TemporaryDirectory() as folder:
        own = {f"XDG_{kind}_HOME": str(Path(folder) / kind.lower()) for kind in ("CONFIG", "STATE", "DATA")}
        begin = perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.screens.{name}", *words],
            cwd=paths.resources().parent,
            env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return perf_counter() - begin, json.loads(done.stdout or "null")


def start(quick: bool) -> Trial:
    """The window's first paint against the same after all imports, each a process from its beginning."""

    def once() -> Lap:
        ours, painted = ran("start")
        theirs, also = ran("start", "--everything-first")
        assert painted is True
        assert also is True
        return Lap(ours / theirs)

    return Trial(lambda: None, once, 2 if quick else 10)


class Series:
    """Laps that a process took one after the other, given out one by one."""

    def __init__(self, name: str, rounds: int) -> None:
        _, self.laps = ran(name, str(rounds + 1))

    def once(self) -> Lap:
        """Return the next lap."""
        return Lap(self.laps.pop(0))


def painted(quick: bool) -> Trial:
    """Frames from a change of level to painted scores and charts."""
    rounds = 10 if quick else 60
    series = Series("painted", rounds)
    series.laps = [seconds / FRAME for seconds in series.laps]
    return Trial(lambda: None, series.once, rounds)


def refresh(quick: bool) -> Trial:
    """Twelve charts refreshed against the bare painter."""
    rounds = 20 if quick else 100
    return Trial(lambda: None, Series("refresh", rounds).once, rounds)


def memory(quick: bool) -> Trial:
    """The most memory of a process that streams runs."""
    few, runs = FEW // 10 if quick else FEW, FEW if quick else STREAMED

    def gate() -> None:
        _, one = ran("streamed", str(few))
        _, ten = ran("streamed", str(runs))
        assert (one["runs"], ten["runs"]) == (few, runs)
        # What is kept does not grow with the runs.
        assert ten["bytes"] <= GROWTH * one["bytes"]

    def once() -> Lap:
        return Lap(ran("streamed", str(runs))[1]["bytes"] / BYTES)

    return Trial(gate, once, 1 if quick else 3)


TRIALS: dict[str, Callable[[bool], Trial]] = {made.__name__: made for made in (start, painted, refresh, memory)}
