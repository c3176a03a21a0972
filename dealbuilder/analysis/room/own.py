"""The own measures of many tables in one catalogue: measures of one id that differ are kept apart, and told."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause
from dealbuilder.model.tabled import Tabled, nameless
from dealbuilder.model.text import Text

MARK = 6
"""Characters of a measure's hash that tell it from another of the same id."""
NAMED = 2
"""Tables that are named behind a measure's title; of more, their number."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The tables' deals as one catalogue can read them, all own measures, and what there is to say about those."""

    deals: tuple[Tabled, ...]
    measures: tuple[Measure, ...] = ()
    notices: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class _Version:
    """One content of a measure, its hash, and the tables that brought it."""

    measure: Measure
    hash: str
    tables: list[str] = field(default_factory=list)


def gathered(shipped: Catalogue, deals: Sequence[Tabled], own: Sequence[Measure] = ()) -> Gathered:
    """Return the deals with measures that differ under one id kept apart; `own` are the facilitator's, which keep it.

    What comes out does not depend on the order of the deals, but for that order.
    """
    versions: dict[str, dict[str, _Version]] = {}
    notices: list[Text] = []
    for deal in deals:
        for measure in deal.measures:
            if measure.id in shipped.measure_by_id:
                notices.append(_shipped(measure, deal.name))
            else:
                made = _Version(measure, _hash(measure))
                versions.setdefault(measure.id, {}).setdefault(made.hash, made).tables.append(deal.name)
    measures = {measure.id: measure for measure in own if measure.id not in shipped.measure_by_id}
    home = {id: _hash(measure) for id, measure in measures.items()}
    renamed: dict[tuple[str, str], str] = {}
    for id, there in sorted(versions.items()):
        if len({*there, home.get(id, next(iter(there)))}) == 1:
            measures[id] = next(iter(there.values())).measure
            continue
        notices.append(_apart(id, [name for one in there.values() for name in one.tables], id in home))
        for hash, version in sorted(there.items()):
            if hash != home.get(id):
                measure = _renamed(version)
                measures[measure.id] = measure
                renamed[id, hash] = measure.id
    read = tuple(_read(deal, renamed) for deal in deals)
    return Gathered(read, tuple(measures.values()), tuple(sorted({str(one): one for one in notices}.values(), key=str)))


def _hash(measure: Measure) -> str:
    """Return what tells contents apart; who estimated a clause off the menu does not."""
    return hashlib.sha256(nameless(measure).model_dump_json().encode()).hexdigest()


def _renamed(version: _Version) -> Measure:
    measure, tables = version.measure, sorted(version.tables)
    more = len(tables) > NAMED
    en = f"{len(tables)} tables" if more else ", ".join(tables)
    zh = f"{len(tables)}桌" if more else "、".join(tables)
    title = Text(en=f"{measure.title.en} ({en})", zh=f"{measure.title.zh}（{zh}）")
    return measure.model_copy(update={"id": f"{measure.id}_{version.hash[:MARK]}", "title": title})


def _read(deal: Tabled, renamed: Mapping[tuple[str, str], str]) -> Tabled:
    """Return a deal whose clauses name the versions of its own table."""
    ids = {measure.id: new for measure in deal.measures if (new := renamed.get((measure.id, _hash(measure))))}
    if not ids:
        return deal
    clauses = tuple(_clause(clause, ids) for clause in deal.package.clauses)
    return replace(deal, package=deal.package.model_copy(update={"clauses": clauses}))


def _clause(clause: Clause, ids: Mapping[str, str]) -> Clause:
    wanted = clause.condition
    if wanted is not None and wanted.measure in ids:
        wanted = wanted.model_copy(update={"measure": ids[wanted.measure]})
    return clause.model_copy(update={"measure": ids.get(clause.measure, clause.measure), "condition": wanted})


def _shipped(measure: Measure, table: str) -> Text:
    return Text(
        en=f"The own measure “{measure.id}” of {table} has the id of a shipped one, which counts instead.",
        zh=f"{table} 的自定措施“{measure.id}”与目录中的措施同名，以目录中的为准。",
    )


def _apart(id: str, tables: Sequence[str], mine: bool) -> Text:
    names = sorted(tables)
    return Text(
        en=f"The own measure “{id}” is not the same everywhere ({', '.join(names)}{', this deal' if mine else ''}): "
        "each version is kept apart and scored as its table wrote it.",
        zh=f"自定措施“{id}”各处内容不同（{'、'.join(names)}{'、本协议' if mine else ''}）："
        "各版本分别保留，并按各桌所写计分。",
    )
