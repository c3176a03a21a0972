"""Interleaved rounds: each gives one ratio, so that whatever slows the machine slows both sides of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import partial
from os import cpu_count
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np

from dealbuilder.cli.speed.rows import Row
from dealbuilder.model.text import Text

try:
    from os import sched_getaffinity, sched_setaffinity
except ImportError:  # not on Windows and macOS
    sched_getaffinity = sched_setaffinity = None

THREADS = Path("/proc/self/task")
"""Where Linux lists the threads of a process."""
FRAME = 1 / 60
"""Seconds of one frame."""
HIGH = 95.0
QUARTILES = (25.0, 75.0)

Work = Callable[[], object]


class NotHere(Exception):
    """Raised by a trial that this machine or installation cannot run; says why in both languages."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


@dataclass(frozen=True, slots=True)
class Lap:
    """What one round gave: the ratio by the clock on the wall, and by processor time if that was taken."""

    wall: float
    cpu: float | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A row made ready: `gate` raises AssertionError if the two sides do not agree, `once` runs one round."""

    gate: Work
    once: Callable[[], Lap]
    rounds: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a row gave: `value` with quartiles over rounds, `cpu` by processor time, or why there is none."""

    id: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    cpu: float | None = None
    rounds: int = 0
    met: bool | None = None
    why: dict[str, str] | None = None

    def plain(self) -> dict[str, Any]:
        """Return the outcome as JSON holds it."""
        return asdict(self)


def timed(work: Work) -> tuple[float, float]:
    """Return the seconds of one piece of work, by the wall and by the processor."""
    wall, cpu = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - cpu


def contest(ours: Work, theirs: Work, scale: float = 1.0) -> Callable[[], Lap]:
    """Return a round that runs both and gives how many times as fast ours is; `scale` = our work over theirs."""
    return partial(_contest, ours, theirs, scale)


def _contest(ours: Work, theirs: Work, scale: float) -> Lap:
    (wall, cpu), (other_wall, other_cpu) = timed(ours), timed(theirs)
    return Lap(scale * other_wall / wall, scale * other_cpu / cpu if cpu > 0 else None)


def framed(work: Work) -> Callable[[], Lap]:
    """Return a round that gives the frames which one piece of work takes."""
    return partial(_framed, work)


def _framed(work: Work) -> Lap:
    wall, cpu = timed(work)
    return Lap(wall / FRAME, cpu / FRAME)


@contextmanager
def one_core() -> Iterator[None]:
    """Keep every thread of this process, and those they start meanwhile, on one core, where the system can."""
    if sched_getaffinity is None or sched_setaffinity is None:
        yield
        return
    allowed = sched_getaffinity(0)
    _keep_on({max(allowed)})
    try:
        yield
    finally:
        _keep_on(allowed)


def _keep_on(allowed: set[int]) -> None:
    """Let all threads run on these cores only: a pool may have been started long before."""
    assert sched_setaffinity is not None
    for thread in [int(task.name) for task in THREADS.iterdir()] if THREADS.is_dir() else [0]:
        with suppress(ProcessLookupError):
            sched_setaffinity(thread, allowed)


def cores() -> int:
    """Return the cores that this process may use."""
    return len(sched_getaffinity(0)) if sched_getaffinity is not None else cpu_count() or 1


def held(trial: Trial) -> list[Lap]:
    """Pass the gate, warm up once, and return the laps of all rounds."""
    trial.gate()
    trial.once()
    return [trial.once() for _ in range(trial.rounds)]


def outcome(row: Row, laps: list[Lap]) -> Outcome:
    """Return what laps say: the median or, where the row asks for it, the 95th percentile."""
    walls = [lap.wall for lap in laps]
    share = HIGH if row.statistic == "p95" else 50.0
    value, low, high = (float(np.percentile(walls, at)) for at in (share, *QUARTILES))
    cpus = [lap.cpu for lap in laps if lap.cpu is not None]
    cpu = float(np.percentile(cpus, share)) if cpus else None
    return Outcome(row.id, value, low, high, cpu, len(laps), row.met(value))


def absent(row: Row, why: Text) -> Outcome:
    """Return the outcome of a row that gave no number."""
    return Outcome(row.id, why=why.model_dump())


def unmeasured(row: Row) -> Outcome:
    """Return the outcome of a row that is never measured here but recorded elsewhere."""
    why = row.note.model_dump() if row.note is not None else None
    met = row.met(row.recorded) if row.recorded is not None else None
    return Outcome(row.id, value=row.recorded, met=met, why=why)
