"""The desk's state as the room may have it: nothing sealed, no private note, no plan, no path, no hidden score."""

from dataclasses import replace

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.document import Document
from dealbuilder.document.session import bare
from dealbuilder.model.workshop import Stage, Visibility
from dealbuilder.report.stage.without import without_deal
from dealbuilder.ui.state import State


def public(document: Document) -> Document:
    """Return a document without what a party, or the chair, keeps to itself."""
    packages = tuple(bare(package) for package in document.packages)
    kept_back = {"sealed": {}, "private_note": "", "plan": None, "packages": packages}
    return document.model_copy(update=kept_back)


def no_deal(stage: Stage | None, state: State | None) -> bool:
    """Return whether a stage is about no deal at all; a package that serves as baseline has scores to keep."""
    if stage is None or state is None or stage.kind != "baseline":
        return False
    return state.document.baseline in (None, state.document.active)


class RoomState:
    """Makes the room's state from the desk's; what is the same on the desk is the same object in the room."""

    def __init__(self) -> None:
        self._document: tuple[Document, Document] | None = None
        self._alone: tuple[Evaluation, Evaluation] | None = None
        self._last: tuple[State, tuple[bool, bool], State] | None = None

    def of(self, state: State, policy: Visibility, *, hidden: bool, alone: bool = False) -> State:
        """Return what may be shown. What the desk only previews, or weighs against an answer never shown, stays out.

        `alone`: of the answer only the baseline is given, hidden scores or not.
        """
        if self._last is not None and self._last[0] is state and self._last[1] == (hidden, alone):
            return self._last[2]
        if self._document is None or self._document[0] is not state.document:
            self._document = (state.document, public(state.document))
        told = policy == "public" and not hidden and not alone
        made = replace(
            state,
            document=self._document[1],
            evaluation=self._baseline(state.evaluation) if alone else None if hidden else state.evaluation,
            before=state.before if told else None,
            moves=state.moves if told else (),
            preview=None,
            read_only=False,
            path="",
            unsaved=False,
        )
        self._last = (state, (hidden, alone), made)
        return made

    def _baseline(self, evaluation: Evaluation | None) -> Evaluation | None:
        if evaluation is None:
            return None
        if self._alone is None or self._alone[0] is not evaluation:
            self._alone = (evaluation, without_deal(evaluation))
        return self._alone[1]
