"""Who earned the scores on the desk, for the scene Why: asked of the model when the room is about to see it."""

from collections.abc import Callable

from dealbuilder.analysis.credit import credit
from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.errors import DealError
from dealbuilder.ui.jobs import Runner, Tick
from dealbuilder.ui.question import Answerer, question
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.state import State

LANE = "room_credit"


class Crediting:
    """Asks for one deal at a time; `done` is called when the answer has come. What is known is not asked again."""

    def __init__(self, runner: Runner, answerer: Answerer, done: Callable[[], None]) -> None:
        self._runner = runner
        self._answerer = answerer
        self._done = done
        self._known: tuple[Evaluation, Credit | None] | None = None
        self._asked: Evaluation | None = None

    def stop(self) -> None:
        """Wait for nothing more."""
        self._runner.cancel(LANE)

    def earned(self, show: Show, state: State) -> tuple[Evaluation, Credit] | None:
        """Return who earned the answer on the desk, None until that is known; ask for it where it is wanted."""
        now = state.evaluation
        if now is None or state.busy or not now.final:
            return None
        if self._known is not None and self._known[0] is now:
            return (now, self._known[1]) if self._known[1] is not None else None
        if self._wanted(show) and self._asked is not now:
            self._ask(now, state)
        return None

    def _wanted(self, show: Show) -> bool:
        """Return whether the scene is before the room, or comes next."""
        following = show.stages[show.at + 1] if show.at + 1 < len(show.stages) else None
        return show.shown.scene == "why" or (following is not None and following.scene == "why")

    def _ask(self, now: Evaluation, state: State) -> None:
        asked = question(state.document)
        service = self._answerer.evaluator(asked.measures)
        self._asked = now

        def work(tick: Tick) -> Credit:
            return credit(service, asked.package, asked.setting, tick=tick)

        def done(value: object) -> None:
            self._known = (now, value if isinstance(value, Credit) else None)
            self._done()

        def failed(error: DealError) -> None:
            # The score itself has said what is wrong; asked again, it would fail again.
            done(None)

        self._runner.start(LANE, work, done, failed)
