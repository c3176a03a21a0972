"""What the chair has staged: one object that takes commands and says what the room sees now, and would see next."""

from collections.abc import Callable
from dataclasses import replace

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.session import Asked, Happened, Revealed, StageBegan, Tallied, bare
from dealbuilder.model.text import Language
from dealbuilder.model.workshop import SCENES, SceneKind, Stage, Visibility
from dealbuilder.report.stage.staging import Clock, Prediction, Staging
from dealbuilder.ui.stage.asking import Asking
from dealbuilder.ui.stage.countdown import Countdown
from dealbuilder.ui.stage.replaying import Replaying
from dealbuilder.ui.stage.revealing import told
from dealbuilder.ui.stage.room_state import RoomState, no_deal
from dealbuilder.ui.stage.secrecy import Outcome, Secrecy
from dealbuilder.ui.stage.staged import Staged, befallen, credited, silent
from dealbuilder.ui.state import State

Record = Callable[[Happened], None]
Sight = tuple[State | None, Staging]
"""What the audience window is given."""
LEAST, MOST = 1.0, 2.0
"""Text scale of the audience window."""
POLLED = ("score", "time", "map", "why")
"""Scenes that ask while scores are kept back, and answer once they are revealed."""


class Show:
    """Holds the running order, scenes, prediction, replay and covers; `record` takes what is to be remembered.

    `curtain` and `black` cover the room at once, frozen or not; `frozen` keeps for it what it saw last.
    `pages` says how many pages the scene has, `at` which stage it is (-1 before the first). `asking` is the question
    before the room, `hands` what was counted so far, one number an answer.
    """

    def __init__(
        self,
        record: Record,
        policy: Visibility = "public",
        stages: tuple[Stage, ...] = (),
        timer: Countdown | None = None,
    ) -> None:
        self._record = record
        self.stages = stages
        self.secrecy = Secrecy(policy)
        self.timer = timer or Countdown()
        self.shown = Staged()
        self.at = -1
        self.pages = 1
        self.curtain = self.black = False
        self.state: State | None = None
        self._room = RoomState()
        self._kept: Sight | None = None
        self._clock: tuple[Clock | None, ...] = ()
        self.asking: Asking | None = None
        self.hands: tuple[int, ...] = ()
        self._prediction: Prediction | None = None
        self._replay = Replaying()

    @property
    def stage(self) -> Stage | None:
        """Return the stage of the running order that has begun, None before the first."""
        return self.stages[self.at] if 0 <= self.at < len(self.stages) else None

    @property
    def frozen(self) -> bool:
        """Return whether the room keeps what it saw."""
        return self._kept is not None

    @property
    def replaying(self) -> bool:
        """Return whether a replay is running."""
        return self._replay.running

    @property
    def crosses(self) -> bool:
        """Return whether the last change chose another package: that is no change to replay."""
        return self._replay.crosses

    @property
    def basis(self) -> Evaluation | None:
        """Return the answer around which ranges may stand: one of the desk's package that the room knows already."""
        if self.secrecy.hidden or self.state is None or not self._replay.of_desk(self.state.evaluation):
            return self.secrecy.known
        return self.state.evaluation

    def see(self, state: State) -> None:
        """Take a new state of the desk."""
        self.state = state
        self._replay.see(state)
        revealed = self.secrecy.see(state)
        if self.secrecy.hidden or state.busy:
            self._replay.end()
        if revealed:
            self._tell_reveal(state)

    def go(self, at: int) -> None:
        """Begin a stage: its scene, its minutes; a question still open is given up."""
        if not 0 <= at < len(self.stages):
            return
        self.drop()
        if self._kept is not None:
            self._clock = self._clock or (self.timer.stopped(),)
        self.at = at
        stage = self.stages[at]
        self.choose(stage.scene)
        self.shown.inject = None
        self.shown.move = "both" if stage.kind == "round" else "none"
        self.timer.set(stage.minutes)
        language = self.state.language if self.state else "en"
        self._record(StageBegan(at="", round=stage.round, stage=at, title=stage.title.get(language)[:500]))

    def resume(self, at: int) -> None:
        """Take up a stage that had begun before the program was closed: its minutes are set, and wait."""
        if 0 <= at < len(self.stages):
            self.at = at
            self.choose(self.stages[at].scene)
            self.shown.move = "both" if self.stages[at].kind == "round" else "none"
            self.timer.set(self.stages[at].minutes, run=False)

    def choose(self, scene: SceneKind) -> None:
        """Show a scene from its first page."""
        self.shown.scene, self.shown.page, self.pages = scene, 0, 1

    def step_scene(self, by: int) -> None:
        """Show the next or previous scene; black has a key of its own."""
        order: list[SceneKind] = [scene for scene in SCENES if scene != "dark"]
        place = order.index(self.shown.scene) if self.shown.scene in order else 0
        self.choose(order[(place + by) % len(order)])

    def step(self, by: int) -> None:
        """Do what a clicker asks for: turn a page, else go on to a stage, else (without a running order) to a scene."""
        if 0 <= self.shown.page + by < self.pages:
            self.shown.page += by
        elif self.stages:
            self.go(max(self.at + by, 0) if self.at + by < len(self.stages) else self.at)
        else:
            self.step_scene(by)

    def freeze(self) -> None:
        """Let the room keep what it sees, or show it the present again."""
        self._kept, self._clock = None if self.frozen else self._sight(), ()

    def enlarge(self, by: float) -> None:
        """Make the room's text larger or smaller."""
        self.shown.scale = round(min(max(self.shown.scale + by, LEAST), MOST), 2)

    def ask(self, asking: Asking) -> bool:
        """Put a question to the room and keep scores back; a frozen room is not asked."""
        if self.frozen:
            return False
        self.drop()
        self.asking = asking
        self._replay.end()
        self._count((0,) * len(asking.answers))
        self.secrecy.predict()
        self.choose(self.shown.scene if self.shown.scene in POLLED else "score")
        told_it = {"question": asking.question, "indicator": asking.indicator, "answers": asking.answers}
        self._record(Asked(at="", edges=asking.edges, **told_it))
        return True

    def tally(self, answer: int, by: int = 1) -> None:
        """Count a hand for an answer, counted from 0, or take one back."""
        if self.secrecy.predicting and 0 <= answer < len(self.hands):
            hands = list(self.hands)
            hands[answer] = max(hands[answer] + by, 0)
            self._count(tuple(hands))

    def _count(self, hands: tuple[int, ...]) -> None:
        asked, self.hands = self.asking, hands
        self._prediction = Prediction(asked.question, asked.answers, hands) if asked else None

    def drop(self) -> None:
        """Take the question off; hands that were counted are remembered."""
        if self.asking is not None and self.secrecy.predicting:
            self._tell_hands()
        self.secrecy.drop()
        self.asking = None
        self._count(())

    def reveal(self) -> Outcome:
        """Show the scores, or say why not; a frozen room is shown nothing."""
        if self.state is None or self.frozen:
            return "refused"
        outcome = self.secrecy.reveal(self.state)
        if outcome == "shown":
            self._tell_reveal(self.state)
        return outcome

    def replay(self) -> bool:
        """Begin to show the last change again; return whether there is one that the room may see."""
        before, state = self._earlier(), self.state
        if self.shown.scene == "why" and state is not None and self.shown.earned is not None:
            before = state.evaluation
        if state is None or before is None or self.frozen or self.secrecy.hidden or not self.secrecy.settled(state):
            return False
        assert state.evaluation is not None
        self._replay.begin(before, state.evaluation)
        return True

    def replay_at(self, seconds: float) -> bool:
        """Show the replay as it stands so many seconds in; return whether it goes on."""
        return self._replay.at(seconds, still=self.shown.still)

    def sight(self) -> Sight:
        """Return what the room sees now."""
        if self._kept is None:
            return self._sight()
        state, staging = self._kept
        scene = "dark" if self.black else staging.scene
        clock = self._clock[0] if self._clock else self.timer.read()
        return state, replace(staging, curtain=self.curtain, scene=scene, clock=clock)

    def beneath(self) -> Sight:
        """Return what the room would see were it not frozen, and under no cover: what the chair works on."""
        state, staging = self._sight()
        return state, replace(staging, curtain=False, scene=self.shown.scene)

    def upcoming(self) -> Sight:
        """Return what the next step would show; no score is in it that is hidden now."""
        state, staging = self.beneath()
        if self.shown.page + 1 < self.pages:
            return state, replace(staging, page=self.shown.page + 1)
        if self.at + 1 >= len(self.stages):
            return state, staging
        stage, language = self.stages[self.at + 1], self.state.language if self.state else "en"
        alone = self._alone(stage)
        return self._for_room(stage.scene, alone), replace(
            staging,
            baseline_only=alone,
            scene=stage.scene,
            page=0,
            round=stage.round,
            stage_title=stage.title.get(language),
            brief=stage.brief.get(language),
            question="",
            prediction=None,
            replay=None,
            inject=None,
        )

    def _sight(self) -> Sight:
        shown, stage, hidden = self.shown, self.stage, self.secrecy.hidden
        alone = self._alone(stage)
        state = self._for_room(shown.scene, alone)
        language: Language = "en" if state is None else state.language
        asked = self.asking
        return state, Staging(
            scene="dark" if self.black else shown.scene,
            page=shown.page,
            round=stage.round if stage else 0,
            stage_title=stage.title.get(language) if stage else "",
            move=shown.move,
            brief=stage.brief.get(language) if stage else "",
            question=asked.question if asked else silent(stage, language),
            prediction=self._prediction,
            hidden=hidden,
            since=self.secrecy.since,
            replay=None if hidden else self._replay.staged(),
            series=shown.series,
            indicator=shown.indicator,
            compared=self.secrecy.beside(shown.compared),
            earned=None if alone else credited(shown, self.secrecy, self.state),
            inject=shown.inject or befallen(self.state, stage),
            clock=self.timer.read(),
            curtain=self.curtain,
            still=shown.still,
            scale=shown.scale,
            dark=shown.dark,
            spotlight=shown.spotlight,
            baseline_only=alone,
        )

    def _for_room(self, scene: SceneKind, alone: bool) -> State | None:
        if self.state is None:
            return None
        alone = alone and scene in ("score", "time", "map", "why")
        return self._room.of(self.state, self.secrecy.policy, hidden=self.secrecy.hidden, alone=alone)

    def _alone(self, stage: Stage | None) -> bool:
        return not self.secrecy.predicting and no_deal(stage, self.state)

    def _earlier(self) -> Evaluation | None:
        """Return the answer before the last change that the room may see: never one that was not revealed."""
        if self.secrecy.policy != "public" or self.asking is not None:
            return self.secrecy.since
        return self.state.before if self.state and not self.crosses else None

    def _tell_hands(self) -> None:
        if any(self.hands):
            self._record(Tallied(at="", hands=self.hands))

    def _tell_reveal(self, state: State) -> None:
        self._tell_hands()
        assert state.evaluation is not None
        self._record(Revealed(at="", package=bare(state.document.package()), scores=told(state.evaluation)))
