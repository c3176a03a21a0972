"""What a reality check is: a sentence, what it does to the model, what it measures, and what must come out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.reality.case import Case
from dealbuilder.analysis.reality.outcome import Outcome
from dealbuilder.model.text import Text

Block = Literal["licensing", "supply", "derisking", "technology", "industry", "durability", "scores"]
BLOCKS: dict[Block, Text] = {
    "licensing": Text(en="Chinese licences", zh="中方许可"),
    "supply": Text(en="Supply", zh="供应"),
    "derisking": Text(en="Derisking", zh="降风险"),
    "technology": Text(en="Technology", zh="技术"),
    "industry": Text(en="US firms", zh="美国企业"),
    "durability": Text(en="Durability", zh="持久性"),
    "scores": Text(en="Scores", zh="评分"),
}
"""The blocks of the model, in the order in which they are shown."""

Measure = Callable[[Sequence[Outcome]], float]
"""From what the cases of a check came to, in their order, to one figure."""


@dataclass(frozen=True, slots=True)
class Check:
    """One sentence about the model and the figure that decides it.

    `low` and `high` bound the figure in `unit`, both inclusive, None where there is no bound; `why` says where the
    bound comes from, `sources` the facts behind it. `observed`: the size of the bound stands in them too; a size that
    does not, and is not nought, is a judgement of grade D.
    `worldviews`: those under which it must hold, empty for all.
    """

    id: str
    block: Block
    sentence: Text
    measured: Text
    unit: str
    why: Text
    cases: tuple[Case, ...]
    measure: Measure
    low: float | None = None
    high: float | None = None
    sources: tuple[str, ...] = ()
    observed: bool = False
    worldviews: tuple[str, ...] = ()
    digits: int = 2

    def under(self, worldview: str) -> bool:
        """Return whether the check is to hold under a worldview."""
        return not self.worldviews or worldview in self.worldviews

    def holds(self, value: float) -> bool:
        """Return whether a figure keeps the bounds; what is not a number keeps none."""
        above = self.low is None or value >= self.low
        return above and (self.high is None or value <= self.high) and value == value


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check came to under one worldview, in the check's unit."""

    check: Check
    worldview: str
    value: float

    @property
    def holds(self) -> bool:
        """Return whether the check held."""
        return self.check.holds(self.value)
