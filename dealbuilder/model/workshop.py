"""Workshops: what a session is made of, stage by stage, and the templates the program ships."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dealbuilder.errors import Words, Wrong
from dealbuilder.model.text import Wording

StageKind = Literal[
    "opening", "baseline", "roles", "round", "inject", "merge", "reveal", "agreement", "silence", "debrief", "break"
]
"""What happens in a stage of a session."""

Visibility = Literal["public", "after_reveal", "chair"]
"""Who sees scores: everybody at once, everybody once the chair reveals them, or the chair alone."""

SceneKind = Literal["brief", "package", "score", "time", "compare", "map", "why", "inject", "check", "dark"]
"""What the audience window can show."""

SCENES: tuple[SceneKind, ...] = (
    *("brief", "package", "score", "time", "compare", "map", "why", "inject", "check", "dark"),
)


class Stage(BaseModel):
    """One stage of a session: its name, its minutes, the scene it opens with, the chair's notes, its inject if any.

    `round` counts negotiation rounds from 1; 0 outside of one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: StageKind
    title: Wording
    minutes: Annotated[int, Field(ge=1, le=600)]
    round: Annotated[int, Field(ge=0, le=20)] = 0
    scene: SceneKind = "brief"
    brief: Wording
    """What the room reads, at most forty words."""
    notes: Wording
    """What the chair does and says."""
    inject: str | None = None


class SessionTemplate(BaseModel):
    """A running order for a length of session, with the roles that take part (ids of lenses)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: Wording
    summary: Wording
    visibility: Visibility
    roles: tuple[str, ...]
    deck: tuple[str, ...] = ()
    """Injects at hand, by id, in the order of the chair's deck."""
    stages: tuple[Stage, ...] = Field(min_length=1, max_length=60)

    @model_validator(mode="after")
    def _rounds_in_order(self) -> Self:
        rounds = [stage.round for stage in self.stages if stage.round]
        if rounds != sorted(rounds):
            raise Wrong(Words("its rounds are out of order", "各轮顺序有误"))
        return self

    @property
    def minutes(self) -> int:
        """Return the minutes of all stages together."""
        return sum(stage.minutes for stage in self.stages)
