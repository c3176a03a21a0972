"""Changes of the clauses of a package; each returns the next document and leaves every other clause the same object."""

from typing import Any

from dealbuilder.document import package_changes
from dealbuilder.document.document import Document
from dealbuilder.document.limits import CLAUSES, room
from dealbuilder.errors import DealError
from dealbuilder.model.package import Clause, Condition, Package


def find(package: Package, measure: str) -> Clause:
    """Return the clause on a measure; raise DealError if the package has none."""
    clause = package.clause(measure)
    if clause is None:
        raise DealError(
            f'The package "{package.name}" has no clause on {measure}; nothing was changed.',
            "Add the clause first.",
            zh=f"方案“{package.name}”没有关于 {measure} 的条款；未作更改。",
            zh_hint="请先添加该条款。",
        )
    return clause


def _order(start: int, end: int | None) -> None:
    if end is not None and end <= start:
        raise DealError(
            f"A clause cannot end in month {end} when it starts in month {start}; nothing was changed.",
            "Choose an end after the start, or none.",
            zh=f"条款于第 {start} 个月开始，不能在第 {end} 个月结束；未作更改。",
            zh_hint="请选择晚于开始的结束月份，或不设结束。",
        )


def added(document: Document, id: str, clause: Clause) -> Document:
    """Return the document with one more clause at the end of a package."""
    package = package_changes.find(document, id)
    if package.clause(clause.measure) is not None:
        raise DealError(
            f'The package "{package.name}" already has a clause on {clause.measure}; nothing was changed.',
            "Set its level instead.",
            zh=f"方案“{package.name}”已有关于 {clause.measure} 的条款；未作更改。",
            zh_hint="请改为调整其档位。",
        )
    room(len(package.clauses), CLAUSES, "clauses in one package")
    _order(clause.start, clause.end)
    return package_changes.with_fields(document, id, clauses=(*package.clauses, clause))


def removed(document: Document, id: str, measure: str) -> Document:
    """Return the document without the clause on a measure."""
    package = package_changes.find(document, id)
    gone = find(package, measure)
    return package_changes.with_fields(document, id, clauses=tuple(c for c in package.clauses if c is not gone))


def with_fields(document: Document, id: str, measure: str, **fields: Any) -> Document:
    """Return the document with some fields of one clause set; the values are already checked."""
    package = package_changes.find(document, id)
    old = find(package, measure)
    new = old.model_copy(update=fields)
    clauses = tuple(new if clause is old else clause for clause in package.clauses)
    return package_changes.with_fields(document, id, clauses=clauses)


def several(document: Document, id: str, clauses: tuple[Clause, ...]) -> Document:
    """Return the document with several clauses of a package set; new ones go to its end, in their order."""
    package = package_changes.find(document, id)
    wanted = {clause.measure: clause for clause in clauses}
    if len(wanted) < len(clauses):
        raise DealError(
            "Two of these clauses are on one measure; nothing was changed.",
            "Give one for each measure.",
            zh="这些条款中有两条针对同一措施；未作更改。",
            zh_hint="请每项措施只保留一条。",
        )
    for clause in clauses:
        _order(clause.start, clause.end)
    there = {clause.measure for clause in package.clauses}
    new = tuple(clause for clause in clauses if clause.measure not in there)
    room(len(package.clauses) + max(len(new) - 1, 0), CLAUSES, "clauses in one package")
    # What is set to what it was already stays the same object, for panes compare by identity.
    kept = tuple(old if wanted.get(old.measure, old) == old else wanted[old.measure] for old in package.clauses)
    return package_changes.with_fields(document, id, clauses=(*kept, *new))


def timed(document: Document, id: str, measure: str, start: int, end: int | None, ramp: float | None) -> Document:
    """Return the document with one clause starting, ending and ramping at other months."""
    _order(start, end)
    return with_fields(document, id, measure, start=start, end=end, ramp=ramp)


def with_condition(document: Document, id: str, measure: str, condition: Condition | None) -> Document:
    """Return the document with one clause made to hang on another, or on none."""
    if condition is not None and condition.measure == measure:
        raise DealError(
            "A clause cannot hang on itself; nothing was changed.",
            "Choose a clause of the other side.",
            zh="条款不能以自身为条件；未作更改。",
            zh_hint="请选择对方的条款。",
        )
    return with_fields(document, id, measure, condition=condition)


def moved(document: Document, id: str, measure: str, position: int) -> Document:
    """Return the document with one clause at another place; a place behind the last means the last."""
    package = package_changes.find(document, id)
    clause = find(package, measure)
    rest = [other for other in package.clauses if other is not clause]
    rest.insert(position, clause)
    return package_changes.with_fields(document, id, clauses=tuple(rest))
