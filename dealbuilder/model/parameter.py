"""An uncertain number of the model: value, range, unit, source, grade."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, FiniteFloat, model_validator

from dealbuilder.model.parties import Grade
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Text

Distribution = Literal["fixed", "uniform", "triangular", "lognormal", "beta"]


class Parameter(BaseModel):
    """One scalar of the model.

    `low` and `high` are the 5th and 95th percentile of `distribution` (bounds for uniform and triangular).
    `topic` is the block it belongs to (licensing, supply, derisking, technology, industry, durability, scoring).
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

    @model_validator(mode="after")
    def _ordered(self) -> "Parameter":
        if not self.low <= self.value <= self.high:
            raise ValueError(f"value {self.value:g} is outside its range {self.low:g} to {self.high:g}")
        if self.grade != "D" and not self.references:
            raise ValueError("a figure that is not a judgement (grade D) needs a reference")
        return self


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
            raise ValueError(f"needs {len(self.rows)} rows of {wide} values")
        return self
