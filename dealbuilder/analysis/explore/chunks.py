"""An ensemble cut into chunks: the same cuts wherever and whenever they are run."""

from dataclasses import dataclass

from dealbuilder.engine.lanes import LANES
from dealbuilder.errors import DealError

RUNS = 25_000
"""Runs of a chunk: long enough (about a second) that sending it elsewhere weighs nothing."""
STRETCH = 5_000
"""Draws prepared at a time where there are packages enough to fill a chunk: more would fill the memory."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Packages `first` to `last` (exclusive) under draws `begin` to `end` (exclusive) in one worldview."""

    number: int
    worldview: str
    first: int
    last: int
    begin: int
    end: int

    @property
    def runs(self) -> int:
        """Return how many runs it is."""
        return (self.last - self.first) * (self.end - self.begin)


def chunks(packages: int, draws: int, worldviews: tuple[str, ...], runs: int = RUNS) -> tuple[Chunk, ...]:
    """Return the chunks of an ensemble: whole packages where they fit, else stretches of the draws of some packages.

    All packages come under one stretch of draws before the next one begins: its draws are made once.
    """
    if runs < LANES:
        raise DealError(
            f"A chunk of {runs} runs is too small; nothing was run.",
            f"Ask for {LANES} runs or more.",
            zh=f"每块 {runs} 次运行太少；未运行。",
            zh_hint=f"请设为 {LANES} 次或更多。",
        )
    stretch = min(draws, runs, max(STRETCH, runs // packages))
    abreast = runs // stretch
    ranges = [(begin, min(draws, begin + stretch)) for begin in range(0, draws, stretch)]
    cuts = [
        (view, first, min(packages, first + abreast), *span)
        for view in worldviews
        for span in ranges
        for first in range(0, packages, abreast)
    ]
    return tuple(Chunk(number, *cut) for number, cut in enumerate(cuts))
