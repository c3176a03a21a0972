"""What the chair has chosen for the room, beside its scores."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.model.inject import Inject
from dealbuilder.model.text import Language
from dealbuilder.model.workshop import SceneKind, Stage
from dealbuilder.report.stage.staging import Compared
from dealbuilder.ui.state import State

Move = Literal["none", "us", "china", "both"]
"""Whose move it is."""


@dataclass(slots=True)
class Staged:
    """The scene with its page, and what stands in it; `dark` and `still` follow the desk's preferences."""

    scene: SceneKind = "brief"
    page: int = 0
    move: Move = "none"
    inject: Inject | None = None
    series: str = "supply"
    compared: tuple[Compared, ...] = ()
    scale: float = 1.0
    spotlight: tuple[float, float] | None = None
    dark: bool = False
    still: bool = False


def silent(stage: Stage | None, language: Language) -> str:
    """Return what stands on the dark screen of a stage that is dark by plan, as the minute of silence is."""
    return stage.brief.get(language) if stage is not None and stage.scene == "dark" else ""


def befallen(state: State | None, stage: Stage | None) -> Inject | None:
    """Return the event struck last; none where the stage names one that is still to come."""
    struck = state.document.injects if state else ()
    named = stage.inject if stage else None
    return struck[-1] if struck and (not named or any(one.id == named for one in struck)) else None
