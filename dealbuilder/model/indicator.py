"""What the program reports: indicators, their units and senses."""

from pydantic import BaseModel, ConfigDict

from dealbuilder.model.parties import Sense
from dealbuilder.model.text import Text


class Indicator(BaseModel):
    """One reported quantity. `explanation` says in one sentence what it is and how it is computed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: Text
    unit: str
    unit_label: Text
    sense: Sense
    explanation: Text
    group: str
    headline: bool = False
    digits: int = 1


class MonthlySeries(BaseModel):
    """One monthly series the engine records and charts show."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: Text
    unit: str
    group: str
    low: float | None = None
    high: float | None = None
    chart: bool = True


class Named(BaseModel):
    """A member of an index set (good, end use, class, segment, front, firm group, destination) with its names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    label: Text
    short: Text | None = None
