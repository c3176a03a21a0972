"""Where a figure comes from."""

from pydantic import BaseModel, ConfigDict, Field

from dealbuilder.model.parties import Grade
from dealbuilder.model.text import LONGEST, Mark, Text


class Source(BaseModel):
    """A published source: title, outlet, date as printed, address, grade."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    title: str
    outlet: str = ""
    date: str
    address: str = ""
    grade: Grade


class Reference(BaseModel):
    """A source and the place in it: page, table, row, paragraph."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: Mark
    locator: str = Field(max_length=LONGEST)
    date: Mark = ""


class Fact(BaseModel):
    """A quantity of the essay, or later evidence on it; shown where it matters, never used as a parameter.

    `topic` groups rival figures for one quantity; `shown_with` names measures or indicators beside which it is shown.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    topic: str
    claim: Text
    value: str
    unit: str
    as_of: str
    grade: Grade
    references: tuple[Reference, ...]
    shown_with: tuple[str, ...] = ()
    disagrees_with: tuple[str, ...] = ()
