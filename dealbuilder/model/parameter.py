"""An uncertain number of the model: value, range, unit, source, grade."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, FiniteFloat, model_validator

from dealbuilder.errors import Words, Wrong
from dealbuilder.model.faults import out_of_range
from dealbuilder.model.parties import Grade
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Text

Distribution = Literal["fixed", "uniform", "triangular", "lognormal", "beta"]

FAR = 1000.0
"""How many times beyond its range a user may set a parameter: generous, and short of what breaks arithmetic."""


class Parameter(BaseModel):
    """One scalar of the model.

    `low` and `high` are the 5th and 95th percentile of `distribution` (bounds for uniform and triangular).
    `topic` is the block it belongs to (licensing, supply, derisking, technology, industry, durability, scoring).
    `prior` (value, low, high) is what stood here before the model was fitted to trade; None if it was not.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    topic: str
    label: Text
    symbol: str = ""
    value: FiniteFloat
    low: FiniteFloat
    high: FiniteFloat
    distribution: Distribution
    unit: str
    grade: Grade
    references: tuple[Reference, ...] = ()
    note: str = ""
    prior: tuple[FiniteFloat, FiniteFloat, FiniteFloat] | None = None

    @model_validator(mode="after")
    def _ordered(self) -> "Parameter":
        if not self.low <= self.value <= self.high:
            raise Wrong(out_of_range(self.value, self.low, self.high))
        if self.grade != "D" and not self.references:
            raise Wrong(
                Words(
                    "a figure that is not a judgement (grade D) needs a reference", "不属于判断（D级）的数字须注明来源"
                )
            )
        return self

    def bounds(self) -> tuple[float, float]:
        """Return the lowest and highest value that makes sense: shares stay in 0 to 1, others keep their sign.

        What the catalogue never lets reach zero (a time, a total that something is divided by) cannot be set to zero.
        """
        if self.unit == "share" and self.low >= 0.0 and self.high <= 1.0:
            return 0.0, 1.0
        reach = FAR * max(abs(self.low), abs(self.high)) or FAR
        if self.low < 0.0:
            return -reach, reach
        return self.low / FAR, reach

    def impossible(self, *figures: float | None) -> Words | None:
        """Return what is wrong with the first of the figures that makes no sense, or nothing; None counts as none."""
        low, high = self.bounds()
        for figure in figures:
            if figure is not None and not low <= figure <= high:
                return Words(
                    f"{self.id} cannot be {figure:g} {self.unit}: it lies between {low:g} and {high:g}",
                    f"{self.id} 不能为 {figure:g} {self.unit}：应在 {low:g} 与 {high:g} 之间",
                )
        return None


class Posterior(BaseModel):
    """What fitting to trade made of a parameter: value, 5th and 95th percentile, in the parameter's unit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    value: FiniteFloat
    low: FiniteFloat
    high: FiniteFloat

    @model_validator(mode="after")
    def _ordered(self) -> "Posterior":
        if not self.low <= self.value <= self.high:
            raise Wrong(out_of_range(self.value, self.low, self.high))
        return self

    def fitted(self, parameter: Parameter) -> Parameter:
        """Return the parameter as fitted; what it was before stays beside it."""
        before = (parameter.value, parameter.low, parameter.high)
        return parameter.model_copy(update={"value": self.value, "low": self.low, "high": self.high, "prior": before})


class Table(BaseModel):
    """A table of numbers of the model: rows and columns named by index sets, one unit, one grade."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    topic: str
    label: Text
    rows: tuple[str, ...]
    columns: tuple[str, ...] = ()
    values: tuple[tuple[FiniteFloat, ...], ...]
    unit: str
    grade: Grade
    references: tuple[Reference, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _shaped(self) -> "Table":
        wide = len(self.columns) or 1
        if len(self.values) != len(self.rows) or any(len(row) != wide for row in self.values):
            raise Wrong(
                Words(f"needs {len(self.rows)} rows of {wide} values", f"应有 {len(self.rows)} 行，每行 {wide} 个数值")
            )
        return self
