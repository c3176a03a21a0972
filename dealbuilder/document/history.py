"""The history of a document: every step with the document after it. Undo is an index."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dealbuilder.document.describe import describe
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit, apply
from dealbuilder.model.text import Language


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that undo takes back: its edits, the document after them, when (ISO) and by which gesture."""

    edits: tuple[Edit, ...]
    document: Document
    at: str = ""
    gesture: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The document it started from, all steps, and how many of them count; the rest can be redone."""

    start_document: Document
    steps: tuple[Step, ...] = ()
    index: int = 0

    @classmethod
    def start(cls, document: Document) -> "History":
        """Return the history of a document to which nothing has been done."""
        return cls(document)

    @property
    def document(self) -> Document:
        """Return the document as it is now."""
        return self._after(self.index)

    def _after(self, count: int) -> Document:
        return self.steps[count - 1].document if count else self.start_document

    def do(self, edit: Edit, gesture: str | None = None, at: str = "") -> "History":
        """Return the history after an edit; what could be redone is gone.

        Edits of one gesture make one step. An edit that changes nothing makes none and leaves the history as it is.
        """
        after = apply(self.document, edit)
        if after == self.document:
            return self
        steps = self.steps[: self.index]
        if gesture is None or self.index < len(self.steps) or not steps or steps[-1].gesture != gesture:
            return History(self.start_document, (*steps, Step((edit,), after, at, gesture)), self.index + 1)
        before = self._after(self.index - 1)
        if after == before:
            return History(self.start_document, steps[:-1], self.index - 1)
        edits = _shortened(before, steps[-1].edits, edit, after)
        return History(self.start_document, (*steps[:-1], Step(edits, after, at, gesture)), self.index)

    @property
    def can_undo(self) -> bool:
        """Return whether a step can be taken back."""
        return self.index > 0

    @property
    def can_redo(self) -> bool:
        """Return whether a step can be done again."""
        return self.index < len(self.steps)

    def undo(self) -> "History":
        """Return the history one step earlier; at the start it is the same."""
        return replace(self, index=self.index - 1) if self.can_undo else self

    def redo(self) -> "History":
        """Return the history one step later; at the end it is the same."""
        return replace(self, index=self.index + 1) if self.can_redo else self

    @property
    def undo_edit(self) -> Edit | None:
        """Return the edit that undo would take back, the last one of its gesture, or None."""
        return self.steps[self.index - 1].edits[-1] if self.can_undo else None

    @property
    def redo_edit(self) -> Edit | None:
        """Return the edit that redo would do again, the last one of its gesture, or None."""
        return self.steps[self.index].edits[-1] if self.can_redo else None

    def undo_label(self, language: Language, names: Callable[[str], str] = str) -> str:
        """Return what undo would take back, for a menu; `names` as in describe."""
        word = "撤销" if language == "zh" else "Undo"
        return _label(word, self.undo_edit, language, names)

    def redo_label(self, language: Language, names: Callable[[str], str] = str) -> str:
        """Return what redo would do again, for a menu; `names` as in describe."""
        word = "重做" if language == "zh" else "Redo"
        return _label(word, self.redo_edit, language, names)


def _label(word: str, edit: Edit | None, language: Language, names: Callable[[str], str]) -> str:
    if edit is None:
        return word
    return f"{word}{'：' if language == 'zh' else ': '}{describe(edit, language, names)}"


def _shortened(before: Document, earlier: tuple[Edit, ...], edit: Edit, after: Document) -> tuple[Edit, ...]:
    """Leave out the last edit of a gesture if the next one overrides it, as each pixel of a drag does."""
    document = before
    for kept in earlier[:-1]:
        document = apply(document, kept)
    if type(earlier[-1]) is type(edit) and apply(document, edit) == after:
        return (*earlier[:-1], edit)
    return (*earlier, edit)
