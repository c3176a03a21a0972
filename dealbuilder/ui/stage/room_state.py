"""The desk's state as the room may have it: nothing sealed, no private note, no plan, no path, no hidden score."""

from dataclasses import replace

from dealbuilder.document.document import Document
from dealbuilder.document.session import bare
from dealbuilder.model.workshop import Visibility
from dealbuilder.ui.state import State


def public(document: Document) -> Document:
    """Return a document without what a party, or the chair, keeps to itself."""
    packages = tuple(bare(package) for package in document.packages)
    kept_back = {"sealed": {}, "private_note": "", "plan": None, "packages": packages}
    return document.model_copy(update=kept_back)


class RoomState:
    """Makes the room's state from the desk's; what is the same on the desk is the same object in the room."""

    def __init__(self) -> None:
        self._document: tuple[Document, Document] | None = None
        self._last: tuple[State, bool, State] | None = None

    def of(self, state: State, policy: Visibility, *, hidden: bool) -> State:
        """Return what may be shown. What the desk only previews, or weighs against an answer never shown, stays out."""
        if self._last is not None and self._last[0] is state and self._last[1] == hidden:
            return self._last[2]
        if self._document is None or self._document[0] is not state.document:
            self._document = (state.document, public(state.document))
        told = policy == "public" and not hidden
        made = replace(
            state,
            document=self._document[1],
            evaluation=None if hidden else state.evaluation,
            before=state.before if told else None,
            moves=state.moves if told else (),
            preview=None,
            read_only=False,
            path="",
            unsaved=False,
        )
        self._last = (state, hidden, made)
        return made
