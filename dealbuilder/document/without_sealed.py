"""A deal with its whole history but nothing sealed, not even enciphered: what may travel inside a PDF."""

from dataclasses import replace

from dealbuilder.document.deal_edits import RestoreVersion, SealValue
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit
from dealbuilder.document.history import History, Step


def without_sealed(history: History) -> History:
    """Return a history in which nothing was ever sealed; steps that did nothing else are gone from undo."""
    made: dict[int, Document] = {}

    def bare(document: Document) -> Document:
        if not document.sealed:
            return document
        if id(document) not in made:
            made[id(document)] = document.model_copy(update={"sealed": {}})
        return made[id(document)]

    def told(edit: Edit) -> Edit:
        return edit.model_copy(update={"document": bare(edit.document)}) if isinstance(edit, RestoreVersion) else edit

    steps: list[Step] = []
    index = history.index
    for number, step in enumerate(history.steps, 1):
        edits = tuple(told(edit) for edit in step.edits if not isinstance(edit, SealValue))
        if edits:
            steps.append(replace(step, edits=edits, document=bare(step.document)))
        elif number <= history.index:
            index -= 1
    return History(bare(history.start_document), tuple(steps), index)
