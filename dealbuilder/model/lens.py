"""Lenses: how a role on either side weighs what a package brings, and which clauses it does not accept."""

import math
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from dealbuilder.errors import Words, Wrong
from dealbuilder.model.faults import UNFOUNDED
from dealbuilder.model.parties import Grade
from dealbuilder.model.source import Reference
from dealbuilder.model.text import MANY, Mark, Wording

Circle = Literal["us", "china", "allies"]
"""Where a role stands: in the United States, in China, or among the allies."""

ROUNDING = 1e-9
"""How far the sum of weights may be from 1."""


class Founded(BaseModel):
    """Something said about a role, with its evidence: references, or grade D for a judgement."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    grade: Grade
    references: tuple[Reference, ...] = Field(default=(), max_length=MANY)

    @model_validator(mode="after")
    def _founded(self) -> Self:
        if self.grade != "D" and not self.references:
            raise Wrong(UNFOUNDED)
        return self


class Weight(BaseModel):
    """What one indicator counts for a role: `weight` points for every `scale` (in `unit`) of change in its `sense`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    indicator: Mark
    weight: Annotated[FiniteFloat, Field(gt=0.0, le=1.0)]
    sense: Literal["more", "less"]
    scale: Annotated[FiniteFloat, Field(gt=0.0)]
    unit: Mark

    def points(self, change: float) -> float:
        """Return the points that a change of the indicator against the baseline is worth, positive for the better."""
        # Adding zero makes a negative zero a plain one: no change is worth 0, whatever the sense.
        return self.weight * (change if self.sense == "more" else -change) / self.scale + 0.0


class RedLine(Founded):
    """A measure that the role does not accept from `level` on, and why."""

    measure: Mark
    level: Mark
    reason: Wording


class Reservation(Founded):
    """The least value in points at which the role carries a package; 0 is as well off as in the baseline."""

    value: FiniteFloat
    reason: Wording


class Consent(Founded):
    """That a package cannot stand without the role, and why."""

    reason: Wording


class Lens(Founded):
    """A role: what it weighs (weights sum to 1), its red lines, its reservation value, each with its evidence.

    `consent` None: a package can stand without the role; it may say no and be passed over.
    """

    id: Mark
    side: Circle
    name: Wording
    summary: Wording
    weights: tuple[Weight, ...] = Field(max_length=MANY)
    red_lines: tuple[RedLine, ...] = Field(default=(), max_length=MANY)
    reservation: Reservation
    consent: Consent | None = None

    @property
    def must_agree(self) -> bool:
        """Return whether a package cannot stand without the role."""
        return self.consent is not None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        total = math.fsum(weight.weight for weight in self.weights)
        if abs(total - 1.0) > ROUNDING:
            raise Wrong(Words(f"its weights sum to {total:g}, not to 1", f"其权重之和为 {total:g}，不是1"))
        if len({weight.indicator for weight in self.weights}) < len(self.weights):
            raise Wrong(Words("it weighs one indicator twice", "两次衡量同一指标"))
        if len({line.measure for line in self.red_lines}) < len(self.red_lines):
            raise Wrong(Words("it draws two red lines on one measure", "在同一措施上划了两条红线"))
        return self


class LensChange(BaseModel):
    """A role as one deal sees it, whole: in the place of the catalogue's of that id, or a role of the deal's own."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lens: Lens
    reason: str = Field(default="", max_length=5_000)
    who: str = Field(default="", max_length=500)

    @property
    def id(self) -> str:
        """Return the id of the role."""
        return self.lens.id
