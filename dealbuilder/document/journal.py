"""The journal of edits as rows, and back: what lets undo survive closing."""

from pydantic import TypeAdapter, ValidationError

from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit, apply
from dealbuilder.document.history import History, Step
from dealbuilder.document.limits import STEPS, WORK
from dealbuilder.document.schema import Tables
from dealbuilder.errors import DealError

_EDITS: TypeAdapter[tuple[Edit, ...]] = TypeAdapter(tuple[Edit, ...])

LOST = "What had been done before could not be read again ({}), so undo starts here. The deal itself is whole."


def rows(history: History) -> Tables:
    """Return the journal as tables; steps beyond what a file holds are folded into its start."""
    first = max(0, min(len(history.steps) - STEPS, history.index))
    start = history.steps[first - 1].document if first else history.start_document
    steps = history.steps[first:]
    return {
        "journal_start": [{"number": 1, "done": history.index - first, "document": start.model_dump_json()}],
        "journal": [
            {"number": n, "at": step.at, "gesture": step.gesture, "edits": _EDITS.dump_json(step.edits).decode()}
            for n, step in enumerate(steps[:STEPS], 1)
        ],
    }


def history(tables: Tables, document: Document) -> tuple[History, tuple[str, ...]]:
    """Return the history that ends in the document, by doing every edit again, and what to tell the user.

    A journal that cannot be read or leads elsewhere is left out: the document counts.
    """
    if not tables.get("journal_start"):
        return History.start(document), ()
    try:
        replayed = _replayed(tables)
    except (DealError, ValidationError, ValueError, TypeError, RecursionError) as error:
        reason = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        return History.start(document), (LOST.format(reason),)
    if replayed.document != document:
        return History.start(document), (LOST.format("it leads to another deal than the file holds"),)
    return replayed, ()


_HELD = ("packages", "targets", "measures", "sealed", "injects", "lenses", "assumptions")


def _made(before: Document, after: Document) -> int:
    """Return how many things a step made a new list of: what memory and time its state costs."""
    made = 1
    for name in _HELD:
        new, old = getattr(after, name), getattr(before, name)
        if new is old:
            continue
        if name == "assumptions":
            made += len(new.changes)
            continue
        made += len(new)
        if name == "packages":
            known = {id(package) for package in old}
            made += sum(len(package.clauses) for package in new if id(package) not in known)
    return made


def _replayed(tables: Tables) -> History:
    head = tables["journal_start"][0]
    if len(tables.get("journal", ())) > STEPS:
        raise ValueError("it has too many steps")
    start = after = Document.model_validate_json(head["document"])
    steps: list[Step] = []
    work = 0
    for row in tables.get("journal", ()):
        edits = _EDITS.validate_json(row["edits"])
        if not edits:
            raise ValueError("a step has no edit")
        for edit in edits:
            before, after = after, apply(after, edit)
            work += _made(before, after)
            if work > WORK:
                raise ValueError("doing it again would take more than any deal does")
        steps.append(Step(edits, after, str(row["at"]), None if row["gesture"] is None else str(row["gesture"])))
    done = head["done"]
    if not isinstance(done, int) or not 0 <= done <= len(steps):
        raise ValueError("it does not say how much of it was done")
    return History(start, tuple(steps), done)
