"""Work beside the screen: one pool of Python threads, lanes in which the latest request wins."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from dealbuilder.errors import Cancelled, DealError

TURN = 0.001
"""Seconds a thread may hold the interpreter while another waits; Python's own 5 ms are a third of a frame."""

KEEPERS = 2
"""Threads kept free for saving and putting aside: neither waits for a study that takes minutes, or for the other."""

Tick = Callable[[float], None]
Work = Callable[[Tick], object]


@dataclass(frozen=True, slots=True)
class _Task:
    """What to do with an answer, if it is still the one that is waited for."""

    generation: int
    stop: Event
    done: Callable[[object], None]
    failed: Callable[[DealError], None] | None
    progress: Callable[[float], None] | None


@dataclass(frozen=True, slots=True)
class _Answer:
    lane: str
    generation: int
    value: object = None
    error: BaseException | None = None
    progress: float | None = None


class Runner(QObject):
    """Runs work in threads and hands answers to the main thread; an older answer of a lane is dropped at the door.

    A ThreadPoolExecutor and not QThreadPool: Qt keeps the platform's small stacks, and OpenBLAS overruns them on macOS
    (numpy issue 11551).
    """

    _answered = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None, workers: int = 2) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN)
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="dealbuilder")
        self._keepers = ThreadPoolExecutor(max_workers=KEEPERS, thread_name_prefix="dealbuilder-keeper")
        self._tasks: dict[str, _Task] = {}
        self._generation = 0
        self._stopped = False
        self._answered.connect(self._deliver)

    def start(
        self,
        lane: str,
        work: Work,
        done: Callable[[object], None],
        failed: Callable[[DealError], None] | None = None,
        progress: Callable[[float], None] | None = None,
        *,
        keeping: bool = False,
    ) -> None:
        """Run `work(tick)` in a thread; cancel what ran in this lane before and forget its answer.

        `keeping`: it keeps the user's work and never waits for anything that only computes.
        """
        self.cancel(lane)
        if self._stopped:
            return
        self._generation += 1
        task = _Task(self._generation, Event(), done, failed, progress)
        self._tasks[lane] = task
        (self._keepers if keeping else self._pool).submit(self._run, lane, task, work)

    def cancel(self, lane: str) -> None:
        """Forget the answer of a lane; its work ends at the next tick."""
        task = self._tasks.pop(lane, None)
        if task is not None:
            task.stop.set()

    def busy(self, lane: str | None = None) -> bool:
        """Say whether an answer is waited for, in one lane or in any."""
        return bool(self._tasks) if lane is None else lane in self._tasks

    def stop(self) -> None:
        """Cancel everything and wait for the threads; safe to call twice."""
        if self._stopped:
            return
        self._stopped = True
        for lane in tuple(self._tasks):
            self.cancel(lane)
        for pool in (self._keepers, self._pool):
            pool.shutdown(wait=True, cancel_futures=True)

    def _run(self, lane: str, task: _Task, work: Work) -> None:
        def tick(done: float) -> None:
            if task.stop.is_set():
                raise Cancelled
            if task.progress is not None:
                self._send(_Answer(lane, task.generation, progress=done))

        try:
            if task.stop.is_set():
                return
            answer = _Answer(lane, task.generation, value=work(tick))
        except Cancelled:
            return
        except Exception as error:
            answer = _Answer(lane, task.generation, error=error)
        self._send(answer)

    def _send(self, answer: _Answer) -> None:
        # The window may be gone before its last answer comes.
        if not self._stopped and shiboken6.isValid(self):
            self._answered.emit(answer)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        task = self._tasks.get(answer.lane)
        if task is None or task.generation != answer.generation:
            return
        if answer.progress is not None:
            if task.progress is not None:
                task.progress(answer.progress)
            return
        del self._tasks[answer.lane]
        error = answer.error
        if error is None:
            task.done(answer.value)
        elif isinstance(error, DealError) and task.failed is not None:
            task.failed(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)
        if not self._tasks:
            self.idle.emit()
