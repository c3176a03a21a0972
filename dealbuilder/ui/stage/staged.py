"""What the chair has chosen for the room, beside its scores."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.model.inject import Inject
from dealbuilder.model.workshop import SceneKind
from dealbuilder.report.stage.staging import Compared

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
