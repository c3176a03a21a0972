"""The plan of a workshop: chosen before it starts, carried in the deal's file."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dealbuilder.model.inject import Inject
from dealbuilder.model.workshop import Stage, Visibility

SEATS = 60
STAGES = 60
OWN_INJECTS = 200


class Seat(BaseModel):
    """Who plays which role: a person or a table by name, and the lens it looks through."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(max_length=200)
    lens: str = Field(max_length=200)


class Plan(BaseModel):
    """A running order, who sees scores, seats, the deck of injects by id, and injects written for this session."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    template: str = Field(default="", max_length=200)
    stages: tuple[Stage, ...] = Field(min_length=1, max_length=STAGES)
    visibility: Visibility
    seats: tuple[Seat, ...] = Field(default=(), max_length=SEATS)
    deck: tuple[str, ...] = Field(default=(), max_length=OWN_INJECTS)
    injects: tuple[Inject, ...] = Field(default=(), max_length=OWN_INJECTS)
    paper: Literal["a4", "letter"] = "a4"
