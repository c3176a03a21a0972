"""A channel: the only thing of a measure that the engine sees."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, FiniteFloat, model_validator

from dealbuilder.errors import Words, Wrong
from dealbuilder.model.parties import Side
from dealbuilder.model.text import Text


class Channel(BaseModel):
    """One input of the engine.

    Several clauses on one channel combine by `combine`: the strongest for max, the weakest for min, the total for sum.
    `rest` is the value with no clause; `low` and `high` bound what any level may set.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    side: Side
    label: Text
    unit: str
    rest: FiniteFloat
    low: FiniteFloat
    high: FiniteFloat
    combine: Literal["max", "min", "sum"] = "max"

    @model_validator(mode="after")
    def _ordered(self) -> "Channel":
        if not self.low <= self.rest <= self.high:
            raise Wrong(Words("rest lies outside low to high", "静止值超出其上下限"))
        return self
