"""Which packages an ensemble is of, from what was typed."""

import itertools
from collections.abc import Sequence
from pathlib import Path

from dealbuilder.analysis.explore.members import Factorial, Member, Members, member, neighbours
from dealbuilder.analysis.resolve import unknown_ids
from dealbuilder.cli import deals
from dealbuilder.cli.exploring import listed
from dealbuilder.document.document import Document
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure

ALL, NEIGHBOURS, FACTORIAL = "all", "neighbours", "factorial:"
LOOKED_AT, NAMED = 2_000, 20
"""Packages looked through for clauses that nobody knows, and how many of those are named."""


def members(catalogue: Catalogue, document: Document, wanted: Sequence[str]) -> Members:
    """Return the packages asked for, each package of the deal once; all of the deal's own if nothing was typed."""
    of_deal: dict[str, Member] = {}
    sources: list[Sequence[Member]] = []
    active = document.package()
    for word in dict.fromkeys(wanted or (ALL,)):
        if word == ALL:
            of_deal |= {one.id: member(one, "deal") for one in document.packages}
        elif word == NEIGHBOURS:
            of_deal[active.id] = member(active, "deal")
            sources.append(list(neighbours(catalogue, active)))
        elif word.startswith(FACTORIAL):
            names = [name.strip() for name in word.removeprefix(FACTORIAL).split(",") if name.strip()]
            if not names:
                raise DealError(
                    f"“{word}” names no measure; nothing was run.",
                    f"Write {FACTORIAL}MEASURE,MEASURE.",
                    zh=f"“{word}”没有指定措施；未运行。",
                    zh_hint=f"请写成 {FACTORIAL}MEASURE,MEASURE。",
                )
            sources.append(Factorial(active, [_measure(catalogue, name) for name in dict.fromkeys(names)]))
        elif any(word in (one.id, one.name) for one in document.packages):
            found = deals.package(document, word)
            of_deal[found.id] = member(found, "deal")
        elif deals.there(Path(word)) and Path(word).is_file():
            sources.append(listed.members(catalogue, Path(word)))
        else:
            raise DealError(
                f"There is neither a package nor a file “{word}”; nothing was run.",
                f"Name a package of the deal ({', '.join(one.id for one in document.packages)}), {ALL}, {NEIGHBOURS}, "
                f"{FACTORIAL}MEASURE,MEASURE or a file of packages.",
                zh=f"没有名为“{word}”的方案或文件；未运行。",
                zh_hint=f"请指定此协议的方案（{'、'.join(one.id for one in document.packages)}）、{ALL}、{NEIGHBOURS}"
                f"、{FACTORIAL}MEASURE,MEASURE 或一个方案文件。",
            )
    return Members([list(of_deal.values()), *sources])


def worldviews(catalogue: Catalogue, document: Document, wanted: str | None) -> tuple[str, ...]:
    """Return the worldviews asked for, `all` of them or those named with commas; the deal's own by default."""
    if wanted is None:
        return (document.assumptions.worldview,)
    names = [name.strip() for name in wanted.split(",") if name.strip()]
    if names == [ALL]:
        return tuple(catalogue.worldview_by_id)
    if not names:
        raise DealError(
            "No worldview was named; nothing was run.",
            f"Name {', '.join(catalogue.worldview_by_id)} or all.",
            zh="没有指定世界观；未运行。",
            zh_hint=f"请指定 {'、'.join(catalogue.worldview_by_id)}，或 all。",
        )
    return tuple(dict.fromkeys(names))


def unknown(catalogue: Catalogue, asked: Members) -> tuple[str, ...]:
    """Return the clauses of the first packages that this catalogue cannot score."""
    found = (id for one in itertools.islice(asked, LOOKED_AT) for id in unknown_ids(catalogue, one.package))
    return tuple(itertools.islice(dict.fromkeys(found), NAMED))


def _measure(catalogue: Catalogue, name: str) -> Measure:
    measure = catalogue.measure_by_id.get(name)
    if measure is None:
        hint = deals.nearest(name, catalogue.measure_by_id)
        raise DealError(
            f"This catalogue has no measure “{name}”; nothing was run.",
            hint.en,
            zh=f"此目录没有措施“{name}”；未运行。",
            zh_hint=hint.zh,
        )
    return measure
