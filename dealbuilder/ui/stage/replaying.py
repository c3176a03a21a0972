"""How a replay runs: which turn it is and how far the change has come, by seconds since it began."""

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.model.package import Package
from dealbuilder.report.stage.staging import Replay
from dealbuilder.ui.stage.revealing import changed_measure
from dealbuilder.ui.state import State

SPAN = 1.2
"""Seconds of one turn."""
TURNS = 3
STILL = 2.0
"""Seconds that before and after each stand where motion is to be reduced."""


def frame(seconds: float, *, still: bool) -> tuple[int, float] | None:
    """Return the turn, counted from 1, and the share 0 to 1 of the change; None once the replay is over.

    Where motion is reduced there is one turn without steps between: first before, then after.
    """
    if still:
        return None if seconds >= 2 * STILL else (1, 0.0 if seconds < STILL else 1.0)
    turn = int(seconds / SPAN)
    return None if turn >= TURNS else (turn + 1, min(seconds / SPAN - turn, 1.0))


class Replaying:
    """Knows of which package the last two answers are, which clause moved between them, and the replay that runs."""

    def __init__(self) -> None:
        self._package: Package | None = None
        self._measure = ""
        self._latest: tuple[Evaluation | None, str] = (None, "")
        self._before: tuple[Evaluation | None, str] = (None, "")
        self._pair: tuple[Evaluation, Evaluation] | None = None
        self._turn: tuple[int, float] = (1, 0.0)

    @property
    def running(self) -> bool:
        """Return whether a replay is running."""
        return self._pair is not None

    @property
    def crosses(self) -> bool:
        """Return whether the last change went from one package to another: no clause is to blame for that."""
        return self._package is not None and self._before[0] is not None and self._before[1] != self._package.id

    def see(self, state: State) -> None:
        """Take a new state of the desk."""
        package, old = state.document.package(), self._package
        if package is not old:
            same = old is not None and old.id == package.id
            self._measure = changed_measure(old, package) or (self._measure if same else "")
            self._package = package
        if state.before is not self._before[0]:
            self._before = self._latest if state.before is self._latest[0] else (state.before, package.id)
        if state.evaluation is not self._latest[0]:
            self._latest = (state.evaluation, package.id)

    def of_desk(self, evaluation: Evaluation | None) -> bool:
        """Return whether the latest answer is of the package on the desk, not yet that of one left behind."""
        return self._package is not None and self._latest[0] is evaluation and self._latest[1] == self._package.id

    def begin(self, before: Evaluation, after: Evaluation) -> None:
        """Begin with the first turn."""
        self._pair, self._turn = (before, after), (1, 0.0)

    def end(self) -> None:
        """Show it no more."""
        self._pair = None

    def at(self, seconds: float, *, still: bool) -> bool:
        """Take it to so many seconds in; return whether it goes on."""
        now = frame(seconds, still=still)
        if now is None:
            self._pair = None
        else:
            self._turn = now
        return self.running

    def staged(self) -> Replay | None:
        """Return the replay as it stands, None if none runs."""
        return None if self._pair is None else Replay(*self._pair, self._turn[1], self._measure, self._turn[0])
