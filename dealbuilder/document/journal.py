"""The journal of edits as rows, and back: what lets undo survive closing."""

from pydantic import TypeAdapter, ValidationError

from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit, apply
from dealbuilder.document.history import History, Step
from dealbuilder.document.limits import STEPS, WORK
from dealbuilder.document.schema import Tables
from dealbuilder.errors import DealError, Words, Wrong, reason

_EDITS: TypeAdapter[tuple[Edit, ...]] = TypeAdapter(tuple[Edit, ...])

LOST = Words(
    "What had been done before could not be read again ({}), so undo starts here. The deal itself is whole.",
    "此前的操作无法重新读取（{}），因此撤消从这里开始。协议本身完好。",
)

ELSEWHERE = Words("it leads to another deal than the file holds", "其结果与文件所存的协议不同")


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


def history(tables: Tables, document: Document) -> tuple[History, tuple[Words, ...]]:
    """Return the history that ends in the document, by doing every edit again, and what to tell the user.

    A journal that cannot be read or leads elsewhere is left out: the document counts.
    """
    if not tables.get("journal_start"):
        return History.start(document), ()
    try:
        replayed = _replayed(tables)
    except (DealError, ValidationError, ValueError, TypeError, RecursionError) as error:
        return History.start(document), (_lost(reason(error)),)
    if replayed.document != document:
        return History.start(document), (_lost(ELSEWHERE),)
    return replayed, ()


def _lost(why: Words) -> Words:
    first = [(said.splitlines() or [""])[0][:120] for said in (why.en, why.zh)]
    return Words(LOST.en.format(first[0]), LOST.zh.format(first[1]))


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
        raise Wrong(Words("it has too many steps", "步骤过多"))
    start = after = Document.model_validate_json(head["document"])
    steps: list[Step] = []
    work = 0
    for row in tables.get("journal", ()):
        edits = _EDITS.validate_json(row["edits"])
        if not edits:
            raise Wrong(Words("a step has no edit", "有一步没有任何更改"))
        for edit in edits:
            before, after = after, apply(after, edit)
            work += _made(before, after)
            if work > WORK:
                raise Wrong(Words("doing it again would take more than any deal does", "重做它所需的工作超过任何协议"))
        steps.append(Step(edits, after, str(row["at"]), None if row["gesture"] is None else str(row["gesture"])))
    done = head["done"]
    if not isinstance(done, int) or not 0 <= done <= len(steps):
        raise Wrong(Words("it does not say how much of it was done", "没有说明已做到哪一步"))
    return History(start, tuple(steps), done)
