"""Changes of the packages of a document; each returns the next document and shares what it did not touch."""

from collections import Counter
from typing import Any

from dealbuilder.document.document import Document
from dealbuilder.document.limits import CLAUSES, PACKAGES, room
from dealbuilder.errors import DealError
from dealbuilder.model.package import Package


def find(document: Document, id: str) -> Package:
    """Return a package by id; raise DealError if the document has none."""
    for package in document.packages:
        if package.id == id:
            return package
    raise DealError(
        f'This deal has no package "{id}"; nothing was changed.',
        "Choose one of its packages.",
        zh=f"此协议没有方案“{id}”；未作更改。",
        zh_hint="请选择其中的一个方案。",
    )


def _unused(document: Document, id: str) -> None:
    room(len(document.packages), PACKAGES, "packages")
    if any(package.id == id for package in document.packages):
        raise DealError(
            f'This deal already has a package "{id}"; nothing was changed.',
            "Give the new one another id.",
            zh=f"此协议已有方案“{id}”；未作更改。",
            zh_hint="请给新方案另取标识。",
        )


def _distinct(package: Package) -> None:
    room(len(package.clauses) - 1, CLAUSES, "clauses in one package")
    counts = Counter(clause.measure for clause in package.clauses)
    twice = next((measure for measure, count in counts.items() if count > 1), None)
    if twice is not None:
        raise DealError(
            f'The package "{package.name}" has two clauses on {twice}; nothing was changed.',
            "Keep one clause for each measure.",
            zh=f"方案“{package.name}”有两条关于 {twice} 的条款；未作更改。",
            zh_hint="请每项措施只保留一条。",
        )


def swapped(document: Document, package: Package) -> Document:
    """Return the document with the package of that id replaced by this one."""
    packages = tuple(package if old.id == package.id else old for old in document.packages)
    return document.model_copy(update={"packages": packages})


def with_fields(document: Document, id: str, **fields: Any) -> Document:
    """Return the document with some fields of one package set; the values are already checked."""
    return swapped(document, find(document, id).model_copy(update=fields))


def added(document: Document, package: Package) -> Document:
    """Return the document with one more package, which is the active one."""
    _unused(document, package.id)
    _distinct(package)
    return document.model_copy(update={"packages": (*document.packages, package), "active": package.id})


def duplicated(document: Document, source: str, id: str, name: str) -> Document:
    """Return the document with a copy of a package right behind it; the copy is the active one."""
    original = find(document, source)
    _unused(document, id)
    copy = original.model_copy(update={"id": id, "name": name})
    behind = document.packages.index(original) + 1
    packages = (*document.packages[:behind], copy, *document.packages[behind:])
    return document.model_copy(update={"packages": packages, "active": id})


def removed(document: Document, id: str) -> Document:
    """Return the document without a package; its neighbour becomes active if it was."""
    gone = find(document, id)
    if len(document.packages) == 1:
        raise DealError(
            "This is the only package of the deal; nothing was changed.",
            "Clear it, or add another first.",
            zh="这是此协议唯一的方案；未作更改。",
            zh_hint="请先清空它，或另添一个方案。",
        )
    if document.baseline == id:
        raise DealError(
            f'The package "{gone.name}" is the baseline the others are compared with; nothing was changed.',
            "Choose another baseline first.",
            zh=f"方案“{gone.name}”是其他方案的比较基准；未作更改。",
            zh_hint="请先选择其他基准。",
        )
    place = document.packages.index(gone)
    rest = document.packages[:place] + document.packages[place + 1 :]
    active = rest[min(place, len(rest) - 1)].id if document.active == id else document.active
    return document.model_copy(update={"packages": rest, "active": active})


def selected(document: Document, id: str) -> Document:
    """Return the document with another package active."""
    return document.model_copy(update={"active": find(document, id).id})


def replaced(document: Document, package: Package) -> Document:
    """Return the document with the package of the same id replaced whole."""
    find(document, package.id)
    _distinct(package)
    return swapped(document, package)
