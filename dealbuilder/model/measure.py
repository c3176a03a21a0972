"""A measure: something one side can do, with worded levels that are end states."""

from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, model_validator

from dealbuilder.errors import Words, Wrong
from dealbuilder.model.house import House
from dealbuilder.model.parties import Grade, Side
from dealbuilder.model.source import Reference
from dealbuilder.model.text import ID, LONGEST, MANY, Mark, Wording


class Instrument(BaseModel):
    """The legal instrument that would be changed or issued, with citation and date."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Wording
    citation: str = Field(max_length=LONGEST)
    date: Mark
    kind: Mark
    """letter, rule, entity_list, licence_policy, announcement, statute, programme, agreement …"""


class Level(BaseModel):
    """One worded end state of a measure; `channels` is all that the engine sees of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Mark
    label: Wording
    """At most five words."""
    sentence: Wording
    """One sentence with a number of things."""
    channels: dict[Mark, FiniteFloat] = Field(default_factory=dict, max_length=MANY)

    def __hash__(self) -> int:
        """Return the hash of what it is; a deal's own measures are part of questions whose answers are kept."""
        return hash((self.id, self.label, self.sentence, frozenset(self.channels.items())))


class Link(BaseModel):
    """A tie to another measure: mirrors (the essay's symmetry), needs (no effect without), instead_of (contradicts)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: Mark
    kind: Literal["mirrors", "needs", "instead_of"]
    reason: Wording


class Demand(BaseModel):
    """Who asked for it, by role."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    role: Wording
    references: tuple[Reference, ...] = Field(default=(), max_length=MANY)


class Measure(BaseModel):
    """Something one side can do. `levels[0]` is always "none": the state at the baseline, which sets no channel.

    `ramp` is months from start to full effect, as observed for this kind of instrument; `reversal` months to undo it.
    `guardrail` measures are shown, locked and explained; a clause on one needs `unlocked`.
    `bound_by` says, for levels that may move nothing alone, what binds instead.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=ID)
    side: Side
    group: Mark
    title: Wording
    summary: Wording
    instrument: Instrument
    levels: tuple[Level, ...] = Field(min_length=2, max_length=6)
    ramp: FiniteFloat = Field(ge=0, le=60)
    ramp_note: Wording
    reversal: FiniteFloat = Field(ge=0, le=240)
    links: tuple[Link, ...] = Field(default=(), max_length=MANY)
    asked_by: tuple[Demand, ...] = Field(default=(), max_length=MANY)
    references: tuple[Reference, ...] = Field(max_length=MANY)
    grade: Grade
    synonyms: tuple[Mark, ...] = Field(default=(), max_length=MANY)
    guardrail: bool = False
    guardrail_reason: Wording | None = None
    bound_by: Wording | None = None
    recorded_only: Wording | None = None
    """For agenda items: what the clause does and does not move."""
    house: House | None = None
    """For a clause invented in the room: the estimates that its levels rest on."""

    @model_validator(mode="after")
    def _consistent(self) -> "Measure":
        ids = [level.id for level in self.levels]
        if len(set(ids)) != len(ids):
            raise Wrong(Words("two levels share one id", "两个档位的标识相同"))
        if ids[0] != "none" or self.levels[0].channels:
            raise Wrong(
                Words('the first level must be "none" and set no channel', "第一档须为“none”，且不设定任何渠道")
            )
        if self.guardrail and self.guardrail_reason is None:
            raise Wrong(Words("a guardrail needs guardrail_reason", "护栏须有 guardrail_reason 说明理由"))
        return self

    @cached_property
    def rank_by_id(self) -> dict[str, int]:
        """Return the place of each level, 0 for "none"."""
        return {level.id: rank for rank, level in enumerate(self.levels)}

    def level(self, id: str) -> Level | None:
        """Return the level of that id, or None if this catalogue does not know it."""
        rank = self.rank_by_id.get(id)
        return None if rank is None else self.levels[rank]
