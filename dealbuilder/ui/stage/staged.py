"""What the chair has chosen for the room, beside its scores."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.model.inject import Inject
from dealbuilder.model.text import Language
from dealbuilder.model.workshop import SceneKind, Stage
from dealbuilder.report.stage.staging import Compared
from dealbuilder.ui.stage.secrecy import Secrecy
from dealbuilder.ui.state import State

Move = Literal["none", "us", "china", "both"]
"""Whose move it is."""


@dataclass(slots=True)
class Staged:
    """The scene with its page, and what stands in it; `dark` and `still` follow the desk's preferences.

    `earned`: who earned the scores of an answer, which must be the desk's.
    """

    scene: SceneKind = "brief"
    page: int = 0
    move: Move = "none"
    inject: Inject | None = None
    series: str = "supply"
    indicator: str = "supply_restored"
    compared: tuple[Compared, ...] = ()
    earned: tuple[Evaluation, Credit] | None = None
    scale: float = 1.0
    spotlight: tuple[float, float] | None = None
    dark: bool = False
    still: bool = False


def credited(shown: Staged, secrecy: Secrecy, state: State | None) -> Credit | None:
    """Return who earned the scores that the room sees, None if it may not see them or they are not known yet."""
    if shown.earned is None or state is None or shown.earned[0] is not state.evaluation:
        return None
    return shown.earned[1] if secrecy.may_show(shown.earned[0]) else None


def silent(stage: Stage | None, language: Language) -> str:
    """Return what stands on the dark screen of a stage that is dark by plan, as the minute of silence is."""
    return stage.brief.get(language) if stage is not None and stage.scene == "dark" else ""


def befallen(state: State | None, stage: Stage | None) -> Inject | None:
    """Return the event struck last; none where the stage names one that is still to come."""
    struck = state.document.injects if state else ()
    named = stage.inject if stage else None
    return struck[-1] if struck and (not named or any(one.id == named for one in struck)) else None
