"""A clean copy: a deal that can be given to the other side, with a report of what was left out."""

import hashlib
from collections.abc import Sequence

from dealbuilder.document.document import Document
from dealbuilder.document.session import bare
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language, Text


def clean_copy(
    document: Document, package_ids: str | Sequence[str], language: Language = "en"
) -> tuple[Document, tuple[str, ...]]:
    """Return a document with these packages only and nothing confidential, and sentences that say what was left out.

    The journal and the kept versions stay behind because they are no part of a document. The copy's id cannot be
    traced to the deal's; the same deal and packages always give the same copy.
    """
    wanted = (package_ids,) if isinstance(package_ids, str) else tuple(package_ids)
    there = {package.id for package in document.packages}
    strange = next((id for id in wanted if id not in there), None)
    if strange is not None or not wanted:
        raise DealError(
            f'This deal has no package "{strange or ""}"; no copy was made.',
            "Name one of its packages.",
            zh=f"此协议没有方案“{strange or ''}”；未制作副本。",
            zh_hint="请指明其中的一个方案。",
        )
    packages = tuple(bare(package) for package in document.packages if package.id in wanted)
    used = {clause.measure for package in packages for clause in package.clauses}
    changes = tuple(change.model_copy(update={"who": ""}) for change in document.assumptions.changes)
    copy = Document(
        id=clean_id(document.id, wanted),
        title=document.title,
        packages=packages,
        active=document.active if document.active in wanted else packages[0].id,
        baseline=document.baseline if document.baseline in wanted else None,
        pack=document.pack,
        seed=document.seed,
        draws=document.draws,
        assumptions=document.assumptions.model_copy(update={"changes": changes}),
        measures=tuple(measure for measure in document.measures if measure.id in used),
        note=document.note,
        injects=document.injects,
        lenses=tuple(change.model_copy(update={"who": ""}) for change in document.lenses),
    )
    return copy, tuple(text.get(language) for text in _left_out(document, copy))


def kept_open(copy: Document, language: Language = "en") -> tuple[str, ...]:
    """Return sentences on what a clean copy still tells that one may not expect."""
    if not copy.lenses:
        return ()
    names = {"en": ", ".join(one.lens.name.en for one in copy.lenses)}
    names["zh"] = "、".join(one.lens.name.zh for one in copy.lenses)
    said = Text(
        en=f"{_count(len(copy.lenses), 'changed role')} with weights, red lines, reservation and why: {names['en']}.",
        zh=f"{len(copy.lenses)} 个经修改的角色及其权重、红线、保留值和理由：{names['zh']}。",
    )
    return (said.get(language),)


def clean_id(document: str, packages: Sequence[str]) -> str:
    """Return the id of a deal's clean copy: it tells who knows both that they belong together, and nobody else."""
    return hashlib.sha256("\n".join(("clean", document, *sorted(packages))).encode()).hexdigest()[:32]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _left_out(document: Document, copy: Document) -> list[Text]:
    kept = {package.id for package in copy.packages}
    others = [package for package in document.packages if package.id not in kept]
    kept_packages = [package for package in document.packages if package.id in kept]
    private = sum(
        bool(note)
        for note in (
            document.private_note,
            *(package.private_note for package in kept_packages),
            *(clause.private_note for package in kept_packages for clause in package.clauses),
        )
    )
    named = sum(bool(change.who) for change in document.assumptions.changes)
    weighers = sum(bool(change.who) for change in document.lenses)
    own = len(document.measures) - len(copy.measures)
    said = [
        Text(
            en="The journal of edits, the record of workshops and the kept versions.",
            zh="编辑记录、研讨会记录和保存的版本。",
        )
    ]
    if others:
        said.append(
            Text(
                en=f"{_count(len(others), 'other package')}, notes included.",
                zh=f"其他 {len(others)} 个方案及其全部附注。",
            )
        )
    if document.baseline is not None and copy.baseline is None:
        said.append(
            Text(
                en="The package it was compared with: the copy is compared with no new deal.",
                zh="作为比较基准的方案：副本与“无新协议”比较。",
            )
        )
    if private:
        said.append(Text(en=f"{_count(private, 'private note')}.", zh=f"{private} 条私人附注。"))
    if document.sealed:
        said.append(
            Text(en=f"{_count(len(document.sealed), 'sealed value')}.", zh=f"{len(document.sealed)} 个密封值。")
        )
    if document.plan is not None:
        said.append(Text(en="The plan of the workshop and its seats.", zh="研讨会安排及其席位。"))
    if document.targets:
        said.append(Text(en=f"{_count(len(document.targets), 'target')}.", zh=f"{len(document.targets)} 个目标。"))
    if own:
        said.append(
            Text(
                en=f"{_count(own, 'measure')} of its own that no clause of the copy uses.",
                zh=f"{own} 项未被条款使用的自定措施。",
            )
        )
    if named:
        said.append(
            Text(en=f"The names of who changed {_count(named, 'assumption')}.", zh=f"{named} 项假设的修改者。"),
        )
    if weighers:
        said.append(Text(en=f"The names of who changed {_count(weighers, 'role')}.", zh=f"{weighers} 个角色的修改者。"))
    return said
