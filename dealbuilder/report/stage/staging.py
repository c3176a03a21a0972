"""What the chair has put before the room: one frozen value, from which every scene is built.

It names only what the room may see. Whatever a party keeps to itself has no field here.
"""

from dataclasses import dataclass, field
from typing import Literal

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Package
from dealbuilder.model.workshop import SceneKind


@dataclass(frozen=True, slots=True)
class Prediction:
    """A question put to the room with its answers (at most five) and the hands counted for each, if they are."""

    question: str
    answers: tuple[str, ...]
    hands: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Clock:
    """The round's timer: its length and what is left, in seconds (negative once it is over), running or paused."""

    total: float
    left: float
    running: bool = False


@dataclass(frozen=True, slots=True)
class Replay:
    """The last change, shown again: from one answer to the other, `share` 0 to 1 of the way, with a clause lit."""

    before: Evaluation
    after: Evaluation
    share: float
    measure: str = ""
    turn: int = 1


@dataclass(frozen=True, slots=True)
class Compared:
    """One package beside others in the scene Compare: its name, its clauses and its answer (None while it is run)."""

    package: Package
    evaluation: Evaluation | None = None


@dataclass(frozen=True, slots=True)
class Staging:
    """The state of the audience window.

    `hidden`: scores are kept back, whatever the scene, until the chair reveals them. `since` is the answer of the last
    reveal, against which changes are told. `page` counts from 0 within a scene that has pages. `round` 0: outside of
    one. `scale` enlarges all text, 1 to 2. `dark`: light on dark instead of
    the light that weak projectors need. `still`: no animation (reduced motion). `curtain`: a neutral screen covers
    everything at once. `baseline_only`: scores and charts are those of no deal, which are no secret. `earned`: which
    clause earned what of `indicator`, in the scene Why; None while it is worked out.
    """

    scene: SceneKind = "brief"
    page: int = 0
    round: int = 0
    stage_title: str = ""
    move: Literal["none", "us", "china", "both"] = "none"
    brief: str = ""
    question: str = ""
    prediction: Prediction | None = None
    hidden: bool = False
    since: Evaluation | None = None
    replay: Replay | None = None
    series: str = "supply"
    indicator: str = "supply_restored"
    compared: tuple[Compared, ...] = ()
    earned: Credit | None = None
    inject: Inject | None = None
    clock: Clock | None = None
    curtain: bool = False
    still: bool = False
    scale: float = 1.0
    dark: bool = False
    baseline_only: bool = False
    spotlight: tuple[float, float] | None = field(default=None)
    """Where the chair points, as shares of the window's width and height; None: nowhere."""
