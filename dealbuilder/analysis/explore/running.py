"""Chunks through an executor of `concurrent.futures`, threads here or a cluster: what is done is handed on at once."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.explore.chunks import Chunk
from dealbuilder.analysis.explore.task import Order, Site
from dealbuilder.engine.spread import alone
from dealbuilder.errors import Words

PULSE = 1.0
"""Seconds after which somebody looks whether the machines are still there."""

Answer = bytes | memoryview | Words
"""A chunk's numbers, or the sentence that says why a machine must not run it."""

Take = Callable[[Chunk, FloatArray], None]
"""Receives a finished chunk, shape (indicators, packages, draws)."""


class Place(Protocol):
    """Where chunks are run."""

    def send(self, asked: Order) -> "Future[Answer]":
        """Begin a chunk."""
        ...

    def room(self) -> int:
        """Return how many chunks may be on their way at a time."""
        ...

    def watch(self) -> None:
        """Raise DealError if nobody is left to do the work."""
        ...

    def again(self, error: BaseException, tries: int) -> bool:
        """Return whether a failed chunk is worth another try; raise DealError where the user can mend it."""
        ...

    def strange(self, why: Words) -> Exception:
        """Return the error for a machine whose figures would not be ours."""
        ...


@dataclass(frozen=True, slots=True)
class Here:
    """Threads of this process."""

    site: Site
    executor: Executor
    threads: int

    def send(self, asked: Order) -> "Future[Answer]":
        """Begin a chunk in a thread."""
        return self.executor.submit(self._work, asked)

    def room(self) -> int:
        """Return how many chunks may be on their way at a time: one more than are being run, to keep memory small."""
        return self.threads + 1

    def watch(self) -> None:
        """Do nothing: threads do not go away."""

    def again(self, error: BaseException, tries: int) -> bool:
        """Return False: what fails here fails again."""
        return False

    def strange(self, why: Words) -> Exception:
        """Return an error of ours: this process cannot differ from itself."""
        return AssertionError(why.en)

    def _work(self, asked: Order) -> Answer:
        with alone():
            return self.site.answer(asked).data


@contextmanager
def here(site: Site, threads: int) -> Iterator[Here]:
    """Give the threads of this process; what has not begun when the block ends is dropped."""
    executor = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="explore")
    try:
        yield Here(site, executor, threads)
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def run_all(
    place: Place, missing: Iterable[Chunk], asked: Callable[[Chunk], Order], take: Take, indicators: int
) -> None:
    """Run the chunks and hand each on when it is done, in whatever order; a failed one is tried again where it pays."""
    left = iter(missing)
    waiting: dict[Future[Answer], tuple[Chunk, int]] = {}
    try:
        while True:
            while len(waiting) < place.room() and (chunk := next(left, None)) is not None:
                waiting[place.send(asked(chunk))] = chunk, 1
            if not waiting:
                return
            done, _ = wait(waiting, timeout=PULSE, return_when=FIRST_COMPLETED)
            if not done:
                place.watch()
            for future in done:
                chunk, tries = waiting.pop(future)
                error = _error(future)
                if error is None:
                    take(chunk, _block(place, future.result(), chunk, indicators))
                elif place.again(error, tries):
                    waiting[place.send(asked(chunk))] = chunk, tries + 1
                else:
                    raise error
    finally:
        for future in waiting:
            future.cancel()


def _error(future: "Future[Answer]") -> BaseException | None:
    try:
        return future.exception()
    except BaseException as error:  # a cancelled future raises instead of telling
        if isinstance(error, KeyboardInterrupt):
            raise
        return error


def _block(place: Place, found: Answer, chunk: Chunk, indicators: int) -> FloatArray:
    if not isinstance(found, bytes | memoryview):
        raise place.strange(found)
    shape = indicators, chunk.last - chunk.first, chunk.end - chunk.begin
    return np.frombuffer(found, dtype=np.float64).reshape(shape)
