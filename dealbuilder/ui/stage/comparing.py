"""Packages side by side: which ones the scene Compare shows, with their answers as they come."""

from collections.abc import Callable

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.session import bare
from dealbuilder.errors import DealError
from dealbuilder.model.package import Package
from dealbuilder.report.stage.staging import Compared
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.question import Answerer, Question, question
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.state import State

MOST = 4
"""Packages that can be told apart on a projector."""
KEPT = 12
LANE = "room"
ASKING = ("compare", "map")
"""Scenes that show packages which are not on the desk."""


class Comparing:
    """Asks the model for packages that are not on the desk, one at a time; `done` is called when one has come."""

    def __init__(self, runner: Runner, answerer: Answerer, done: Callable[[], None]) -> None:
        self._runner = runner
        self._answerer = answerer
        self._done = done
        self._answers: list[tuple[Question, Evaluation | None]] = []
        self._bare: dict[str, tuple[Package, Package]] = {}
        self._last: tuple[Compared, ...] = ()

    def stop(self) -> None:
        """Wait for nothing more."""
        self._runner.cancel(LANE)

    def compared(self, show: Show, state: State) -> tuple[Compared, ...]:
        """Return packages with answers, as far as there are any; where scores must be revealed, only revealed ones.

        What looks the same is the same object.
        """
        made = tuple(
            Compared(self._plain(package), self._answer(show, state, package.id)) for package in _chosen(state)
        )
        pairs = zip(made, self._last, strict=False)
        if len(made) != len(self._last) or any(
            one.package is not old.package or one.evaluation is not old.evaluation for one, old in pairs
        ):
            self._last = made
        return self._last

    def _plain(self, package: Package) -> Package:
        """Return a package without its private notes: the same object until it changes."""
        known = self._bare.get(package.id)
        if known is None or known[0] is not package:
            known = self._bare[package.id] = (package, bare(package))
        return known[1]

    def _answer(self, show: Show, state: State, id: str) -> Evaluation | None:
        if id == state.document.active:
            return state.evaluation if show.secrecy.settled(state) else None
        if show.secrecy.policy != "public":
            package, shown = show.secrecy.revealed.get(id, (None, None))
            return shown if package == bare(state.document.package(id)) else None
        asked = question(state.document.model_copy(update={"active": id}))
        for known, answer in self._answers:
            if known == asked:
                return answer
        if show.shown.scene in ASKING and not self._runner.busy(LANE) and not state.busy:
            self._ask(asked)
        return None

    def _ask(self, asked: Question) -> None:
        def done(value: object) -> None:
            answer = value if isinstance(value, Evaluation) else None
            self._answers = [*self._answers, (asked, answer)][-KEPT:]
            self._done()

        def failed(error: DealError) -> None:
            # Asked again, it would fail again: the room sees the package without a score.
            done(None)

        work = self._answerer.work(asked, asked.setting.draws, full=True)
        self._runner.start(LANE, work, done, failed)


def _chosen(state: State) -> tuple[Package, ...]:
    """Return the package on the desk and those before it in the deal, in the deal's order."""
    packages = state.document.packages
    at = next(place for place, package in enumerate(packages) if package.id == state.document.active)
    first = max(0, min(at - MOST + 1, len(packages) - MOST)) if at >= MOST else 0
    return packages[first : first + MOST]
