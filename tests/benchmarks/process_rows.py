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
GROWTH = 1.2
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

    return Trial(lambda: None, once, 1 if quick else 10)


def _given(laps: list[float]) -> Trial:
    """Return a trial of rounds that a process has already run, the first of them its warm-up."""
    left = iter(laps)
    return Trial(lambda: None, lambda: Lap(next(left)), len(laps) - 1)


def painted(quick: bool) -> Trial:
    """Frames from a changed clause to both scores and the large chart painted; small charts follow a frame later."""
    _, seconds = ran("painted", "3" if quick else "31")
    return _given([one / FRAME for one in seconds])


def refresh(quick: bool) -> Trial:
    """Twelve charts refreshed against the bare painter."""
    return _given(ran("refresh", "11" if quick else "101")[1])


def memory(quick: bool) -> Trial:
    """The most memory of a process that streams runs; it does not grow with them."""
    most = FEW if quick else STREAMED
    laps = [ran("streamed", str(runs))[1] for runs in (most // 10, most)]

    def gate() -> None:
        assert [lap["runs"] for lap in laps] == [most // 10, most]
        assert laps[1]["bytes"] <= GROWTH * laps[0]["bytes"]

    return Trial(gate, lambda: Lap(laps[1]["bytes"] / BYTES), 1)


TRIALS: dict[str, Callable[[bool], Trial]] = {made.__name__: made for made in (start, painted, refresh, memory)}
