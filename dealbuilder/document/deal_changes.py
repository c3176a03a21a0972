"""Changes of the deal as a whole: assumptions, comparison, targets, own measures, notes and sealed values."""

from typing import TypeVar

from dealbuilder.document import clause_changes, package_changes
from dealbuilder.document.document import Document, Target
from dealbuilder.document.limits import ENTRIES, INJECTS, LENSES, room
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Change
from dealbuilder.model.inject import Inject
from dealbuilder.model.lens import LensChange
from dealbuilder.model.measure import Measure

One = TypeVar("One")

CLAUSE_NOTE = 20_000
"""Longest note of a clause, characters, as Clause allows."""


def assumed(document: Document, change: Change) -> Document:
    """Return the document with one parameter set; the place of an earlier change of it is kept."""
    low = change.value if change.low is None else change.low
    high = change.value if change.high is None else change.high
    if not low <= change.value <= high:
        raise DealError(
            f"{change.parameter}: {change.value:g} is outside its own range {low:g} to {high:g}; nothing was changed.",
            "Widen the range or choose a value inside it.",
            zh=f"{change.parameter}：{change.value:g} 超出其自身范围 {low:g} 至 {high:g}；未作更改。",
            zh_hint="请放宽范围，或选择范围内的数值。",
        )
    changes = document.assumptions.changes
    return _assuming(document, _with(changes, change, "parameter", ENTRIES, "changed assumptions"))


def _with(there: tuple[One, ...], new: One, key: str, most: int, named: str) -> tuple[One, ...]:
    """Return things with one more, or with one in the place of the old one of the same `key`."""
    id = getattr(new, key)
    if any(getattr(old, key) == id for old in there):
        return tuple(new if getattr(old, key) == id else old for old in there)
    room(len(there), most, named)
    return (*there, new)


def reset(document: Document, parameter: str) -> Document:
    """Return the document with one parameter back at the catalogue's value."""
    changes = document.assumptions.changes
    rest = tuple(change for change in changes if change.parameter != parameter)
    if len(rest) == len(changes):
        raise DealError(
            f"{parameter} already has the catalogue's value; nothing was changed.",
            zh=f"{parameter} 已是目录中的数值；未作更改。",
        )
    return _assuming(document, rest)


def restored(document: Document) -> Document:
    """Return the document with every parameter back at the catalogue's value."""
    if not document.assumptions.changes:
        raise DealError(
            "No assumption differs from the catalogue; nothing was changed.", zh="没有与目录不同的假设；未作更改。"
        )
    return _assuming(document, ())


def _assuming(document: Document, changes: tuple[Change, ...]) -> Document:
    assumptions = document.assumptions.model_copy(update={"changes": changes})
    return document.model_copy(update={"assumptions": assumptions})


def under_worldview(document: Document, worldview: str) -> Document:
    """Return the document read under another worldview, with the same changed parameters."""
    assumptions = document.assumptions.model_copy(update={"worldview": worldview})
    return document.model_copy(update={"assumptions": assumptions})


def against(document: Document, package: str | None) -> Document:
    """Return the document compared with one of its packages, or with no new deal."""
    if package is not None:
        package_changes.find(document, package)
    return document.model_copy(update={"baseline": package})


def with_target(document: Document, target: Target) -> Document:
    """Return the document with one line to reach; an earlier one of the same indicator is replaced in place."""
    return document.model_copy(update={"targets": _with(document.targets, target, "indicator", ENTRIES, "targets")})


def without_target(document: Document, indicator: str) -> Document:
    """Return the document without the line of one indicator."""
    rest = tuple(target for target in document.targets if target.indicator != indicator)
    if len(rest) == len(document.targets):
        raise DealError(
            f"There is no target for {indicator}; nothing was changed.", zh=f"{indicator} 没有设目标；未作更改。"
        )
    return document.model_copy(update={"targets": rest})


def with_measure(document: Document, measure: Measure) -> Document:
    """Return the document with one measure of the user's own; an earlier one of the same id is replaced in place."""
    measures = _with(document.measures, measure, "id", ENTRIES, "measures of its own")
    return document.model_copy(update={"measures": measures})


def without_measure(document: Document, id: str) -> Document:
    """Return the document without one of the user's own measures."""
    rest = tuple(measure for measure in document.measures if measure.id != id)
    if len(rest) == len(document.measures):
        raise DealError(
            f"This deal brings no measure {id} of its own; nothing was changed.",
            zh=f"此协议没有自定措施 {id}；未作更改。",
        )
    user = next((package for package in document.packages if package.clause(id) is not None), None)
    if user is not None:
        raise DealError(
            f'The package "{user.name}" has a clause on {id}; nothing was changed.',
            "Remove that clause first.",
            zh=f"方案“{user.name}”有关于 {id} 的条款；未作更改。",
            zh_hint="请先移除该条款。",
        )
    return document.model_copy(update={"measures": rest})


def struck(document: Document, inject: Inject) -> Document:
    """Return the document befallen by an inject; an earlier one of the same id is replaced in place."""
    injects = _with(document.injects, inject, "id", INJECTS, "injects")
    return document.model_copy(update={"injects": injects})


def lifted(document: Document, id: str) -> Document:
    """Return the document without an inject."""
    rest = tuple(inject for inject in document.injects if inject.id != id)
    if len(rest) == len(document.injects):
        raise DealError(
            f"No inject {id} bears on this deal; nothing was changed.", zh=f"此协议没有受突发事件 {id} 影响；未作更改。"
        )
    return document.model_copy(update={"injects": rest})


def with_lens(document: Document, change: LensChange) -> Document:
    """Return the document with one role as it is now seen; the place of an earlier change of it is kept."""
    return document.model_copy(update={"lenses": _with(document.lenses, change, "id", LENSES, "changed roles")})


def without_lens(document: Document, id: str) -> Document:
    """Return the document with one role as the catalogue has it, or without a role of its own."""
    rest = tuple(change for change in document.lenses if change.id != id)
    if len(rest) == len(document.lenses):
        raise DealError(
            f"This deal says nothing of its own on the role {id}; nothing was changed.",
            zh=f"此协议没有更改角色 {id}；未作更改。",
        )
    return document.model_copy(update={"lenses": rest})


def noted(document: Document, package: str | None, measure: str | None, text: str, private: bool) -> Document:
    """Return the document with a note written on a clause, on a package, or on the deal."""
    field = {"private_note" if private else "note": text}
    if package is None:
        if measure is not None:
            raise DealError(
                "A note on a clause must name its package; nothing was changed.",
                zh="条款的备注须指明所属方案；未作更改。",
            )
        return document.model_copy(update=field)
    if measure is None:
        return package_changes.with_fields(document, package, **field)
    if len(text) > CLAUSE_NOTE:
        raise DealError(
            f"A clause's note holds {CLAUSE_NOTE:,} characters and this one has {len(text):,}; nothing was changed.",
            "Shorten it, or write it as the package's note.",
            zh=f"条款的备注最多 {CLAUSE_NOTE:,} 个字符，而这条有 {len(text):,} 个；未作更改。",
            zh_hint="请缩短，或写入方案的备注。",
        )
    return clause_changes.with_fields(document, package, measure, **field)


def sealed(document: Document, key: str, value: str | None) -> Document:
    """Return the document with a confidential value sealed under a key, or removed."""
    if value is None:
        rest = {old: text for old, text in document.sealed.items() if old != key}
        if key not in document.sealed:
            raise DealError(
                f"Nothing is sealed under {key}; nothing was changed.", zh=f"{key} 之下没有密封内容；未作更改。"
            )
        return document.model_copy(update={"sealed": rest})
    room(len(document.sealed) - (key in document.sealed), ENTRIES, "sealed values")
    return document.model_copy(update={"sealed": {**document.sealed, key: value}})
