"""What a deal file changes in the catalogue's parameters, and under which worldview it is read."""

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

from dealbuilder.model.text import Mark, Text


class Change(BaseModel):
    """A parameter set by the user, with who and why; `low` and `high` None keep the value certain."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    parameter: Mark
    value: FiniteFloat
    low: FiniteFloat | None = None
    high: FiniteFloat | None = None
    reason: str = Field(default="", max_length=5_000)
    who: str = Field(default="", max_length=500)


class Worldview(BaseModel):
    """A named combination of the four switches, as replacements of parameter values (value, low, high)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: Text
    summary: Text
    switches: dict[str, str]
    parameters: dict[str, tuple[FiniteFloat, FiniteFloat, FiniteFloat]]


class Assumptions(BaseModel):
    """The worldview of a deal and its changed parameters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    worldview: Mark = "central"
    changes: tuple[Change, ...] = ()
