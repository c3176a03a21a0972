"""House estimates: what people in the room think a clause that nobody has written down would do."""

from math import fsum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from dealbuilder.errors import Words, Wrong

PEOPLE = 60
"""Most people who estimate one clause."""


class Estimate(BaseModel):
    """One person's lowest, likely and highest figure."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    who: str = Field(default="", max_length=200)
    low: FiniteFloat
    likely: FiniteFloat
    high: FiniteFloat

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.likely <= self.high:
            raise Wrong(Words("the likely figure lies outside lowest to highest", "最可能值超出最低至最高的范围"))
        return self


class House(BaseModel):
    """Two rounds of estimates of one channel, in its unit: each on their own, then again after talking it over.

    The second round counts once it is there. Figures are averaged with equal weights, as in the IDEA protocol
    (investigate, discuss, estimate, aggregate).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    channel: str = Field(min_length=1, max_length=200)
    first: tuple[Estimate, ...] = Field(min_length=1, max_length=PEOPLE)
    second: tuple[Estimate, ...] = Field(default=(), max_length=PEOPLE)
    talk: str = Field(default="", max_length=5_000)
    """What was said between the rounds."""

    @property
    def counted(self) -> tuple[Estimate, ...]:
        """Return the round that counts."""
        return self.second or self.first

    @property
    def rounds(self) -> int:
        """Return how many rounds there were."""
        return 2 if self.second else 1

    def pooled(self) -> tuple[float, float, float]:
        """Return the mean lowest, likely and highest figure of the round that counts."""
        return pooled(self.counted)


def pooled(estimates: tuple[Estimate, ...]) -> tuple[float, float, float]:
    """Return the mean lowest, likely and highest figure of estimates, of which there is at least one."""
    many = len(estimates)
    low, likely, high = (
        fsum(getattr(one, field) for one in estimates) / many for field in ("low", "likely", "high")
    )  # fmt: skip
    # Rounding must not put the middle outside.
    return min(low, likely), likely, max(likely, high)
