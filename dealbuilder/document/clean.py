"""A clean copy: a deal that can be given to the other side, with a report of what was left out."""

import hashlib
from collections.abc import Sequence

from dealbuilder.document.clean_report import Around, left_out
from dealbuilder.document.document import Document
from dealbuilder.document.session import bare
from dealbuilder.errors import DealError
from dealbuilder.model.text import Language


def clean_copy(
    document: Document,
    package_ids: str | Sequence[str],
    language: Language = "en",
    around: Around | None = None,
) -> tuple[Document, tuple[str, ...]]:
    """Return a document with these packages only and nothing confidential, and sentences that say what was left out.

    The journal and the kept versions stay behind because they are no part of a document; `around` lets the report
    count them. The copy's id cannot be traced to the deal's, its packages are numbered anew; the same deal and
    packages always give the same copy.
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
    chosen = [package for package in document.packages if package.id in wanted]
    # A number such as p7 would tell that there are six others.
    ids = {package.id: f"p{number}" for number, package in enumerate(chosen, 1)}
    packages = tuple(bare(package).model_copy(update={"id": ids[package.id]}) for package in chosen)
    used = {clause.measure for package in packages for clause in package.clauses}
    changes = tuple(change.model_copy(update={"who": ""}) for change in document.assumptions.changes)
    copy = Document(
        id=clean_id(document.id, wanted),
        title=document.title,
        packages=packages,
        active=ids.get(document.active, packages[0].id),
        baseline=None if document.baseline is None else ids.get(document.baseline),
        pack=document.pack,
        seed=document.seed,
        draws=document.draws,
        assumptions=document.assumptions.model_copy(update={"changes": changes}),
        measures=tuple(measure for measure in document.measures if measure.id in used),
        note=document.note,
        injects=document.injects,
        lenses=tuple(change.model_copy(update={"who": ""}) for change in document.lenses),
    )
    return copy, tuple(text.get(language) for text in left_out(document, copy, wanted, around))


def clean_id(document: str, packages: Sequence[str]) -> str:
    """Return the id of a deal's clean copy: it tells who knows both that they belong together, and nobody else."""
    return hashlib.sha256("\n".join(("clean", document, *sorted(packages))).encode()).hexdigest()[:32]
