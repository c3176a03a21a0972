"""Whether the room may see scores now: the policy chosen before the start, predictions, and reveals."""

from typing import Literal

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.session import bare
from dealbuilder.model.package import Package
from dealbuilder.model.workshop import Visibility
from dealbuilder.report.stage.staging import Compared
from dealbuilder.ui.question import Question, question
from dealbuilder.ui.state import State

Outcome = Literal["shown", "waits", "refused", "nothing"]
"""What came of a reveal: scores are shown, will be once the model has answered, may not be, or were already."""


class Secrecy:
    """Follows the states of the desk. Under `after_reveal` every change of what is asked hides scores again.

    `last` is the answer revealed last, `revealed` what was shown of each package, by its id.
    """

    def __init__(self, policy: Visibility = "public") -> None:
        self.policy: Visibility = policy
        self.last: Evaluation | None = None
        self._last_of = self._since_of = self._active = ""
        self._since: Evaluation | None = None
        self.revealed: dict[str, tuple[Package, Evaluation]] = {}
        self._open = policy == "public"
        self._predicting = False
        self._waits = False
        self._question: Question | None = None
        self._stale: Evaluation | None = None

    @property
    def since(self) -> Evaluation | None:
        """Return the answer against which changes are told: none if it is of another package than the desk's."""
        return self._since if self._since_of == self._active else None

    @property
    def known(self) -> Evaluation | None:
        """Return the answer shown last of the package on the desk, None if the room was never shown one."""
        if self._active in self.revealed:
            return self.revealed[self._active][1]
        return self.last if self._last_of == self._active else None

    @property
    def hidden(self) -> bool:
        """Return whether scores are kept back."""
        return self.policy == "chair" or self._predicting or not self._open

    @property
    def predicting(self) -> bool:
        """Return whether the room is asked to predict and has not been shown the answer."""
        return self._predicting

    @property
    def waits(self) -> bool:
        """Return whether scores are to be shown as soon as the model has answered."""
        return self._waits

    def see(self, state: State) -> bool:
        """Take a new state of the desk; return whether a reveal that waited for it has happened now."""
        asked, self._active = question(state.document), state.document.active
        if self._question is None:
            self._question = asked
        elif asked != self._question:
            self._question, self._stale = asked, state.evaluation
            self._keep_since()
            self._waits = False
            if self.policy == "after_reveal":
                self._open = False
        if self.policy == "public" and self.last is None and self.settled(state) and not self._predicting:
            self.last, self._last_of = state.evaluation, self._active
        return self._waits and self.settled(state) and self.reveal(state) == "shown"

    def settled(self, state: State) -> bool:
        """Return whether the model's final answer for the deal on the desk is there."""
        answer = state.evaluation
        return answer is not None and answer.final and not state.busy and answer is not self._stale

    def predict(self) -> None:
        """Keep scores back until they are revealed: the room is asked first."""
        self._predicting, self._waits = True, False

    def drop(self) -> None:
        """Give a prediction up; scores are as hidden as the policy wants them."""
        self._predicting = self._waits = False

    def reveal(self, state: State) -> Outcome:
        """Show scores, now or as soon as they are there."""
        if self.policy == "chair":
            return "refused"
        if not self._predicting and self._open and self.policy == "after_reveal":
            return "nothing"
        if not self.settled(state):
            self._waits = True
            return "waits"
        self._open, self._predicting, self._waits = True, False, False
        self._keep_since()
        self._active = self._last_of = state.document.active
        self.last = state.evaluation
        if state.evaluation is not None:
            self.revealed[state.document.active] = (bare(state.document.package()), state.evaluation)
        return "shown"

    def _keep_since(self) -> None:
        self._since, self._since_of = self.last, self._last_of

    def may_show(self, evaluation: Evaluation | None) -> bool:
        """Return whether an answer may stand beside others: every one, those revealed, or none."""
        if self.hidden or evaluation is None:
            return False
        return self.policy == "public" or any(evaluation is shown for _, shown in self.revealed.values())

    def beside(self, staged: tuple[Compared, ...]) -> tuple[Compared, ...]:
        """Return packages side by side without answers that the room may not see."""
        if all(one.evaluation is None or self.may_show(one.evaluation) for one in staged):
            return staged
        return tuple(one if self.may_show(one.evaluation) else Compared(one.package) for one in staged)
