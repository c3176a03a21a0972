"""One table's US side with another's Chinese side: the package, what is disputed, what no longer holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.evaluation import Contradiction
from dealbuilder.analysis.room.matrix import Line, matrix
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Condition, Package
from dealbuilder.model.parties import Side
from dealbuilder.model.tabled import Tabled

Part = Literal["us", "china", "rest"]
"""Which of the three tables: the one of the US side, of the Chinese side, or of all else."""

ID = "merged"
"""Id of a merged package, until a deal gives it one of its own."""
PARTS: tuple[Part, ...] = ("us", "china", "rest")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A measure of neither party on which the tables differ: the clause of each (None: none) and whose was taken."""

    line: Line
    clauses: dict[Part, Clause | None]
    taken: Part


@dataclass(frozen=True, slots=True)
class Orphan:
    """A clause whose condition was met at its own table and is not met in the merged package; `part` brought it."""

    part: Part
    measure: str
    condition: Condition


@dataclass(frozen=True, slots=True)
class Merged:
    """A package made of three tables' parts, which may be one and the same, and what there is to say about it.

    `orphans` are told apart from the other `contradictions`. `left`: unknown measures of the tables of the two sides
    that stay behind, for nobody knows whose they are.
    """

    tables: dict[Part, Tabled]
    package: Package
    measures: tuple[Measure, ...]
    conflicts: tuple[Conflict, ...]
    orphans: tuple[Orphan, ...]
    contradictions: tuple[Contradiction, ...]
    left: tuple[str, ...]


def merged(
    catalogue: Catalogue,
    us: Tabled,
    china: Tabled,
    rest: Tabled | None = None,
    choices: Mapping[str, Part] | None = None,
    own: Sequence[Measure] = (),
) -> Merged:
    """Return the US clauses of one table with the Chinese clauses of another and all else from `rest` (else from `us`).

    `choices` says for a measure of neither party from which table it is taken instead. `own` are all own measures of
    the tables, which the catalogue knows. A table merged with itself is itself.
    """
    tables: dict[Part, Tabled] = {"us": us, "china": china, "rest": us if rest is None else rest}
    lines = matrix(catalogue, [tables[part].package for part in PARTS])
    taken: dict[str, Part] = {line.id: _taken(line, choices or {}) for line in lines}
    picked = {line.id: clause for line in lines if (clause := _of(line, taken[line.id])) is not None}
    order = dict.fromkeys(c.measure for part in ("rest", "us", "china") for c in tables[part].package.clauses)
    clauses = tuple(picked[id] for id in order if id in picked)
    alone = us.package == china.package == tables["rest"].package
    package = us.package.model_copy(update={"clauses": clauses}) if alone else Package(id=ID, name="", clauses=clauses)
    orphans = tuple(_orphans(catalogue, tables, package, taken))
    pairs = {(one.measure, one.condition.measure) for one in orphans}
    against = contradictions(catalogue, package)
    return Merged(
        tables=tables,
        package=package,
        measures=tuple(measure for measure in own if measure.id in picked),
        conflicts=tuple(_conflict(line, taken[line.id]) for line in lines if _disputed(line)),
        orphans=orphans,
        contradictions=tuple(one for one in against if one.measures not in pairs),
        left=tuple(line.id for line in lines if line.id not in picked and line.measure is None),
    )


def _taken(line: Line, choices: Mapping[str, Part]) -> Part:
    side: Side | None = line.side
    if side == "us" or side == "china":
        return side
    return choices.get(line.id, "rest")


def _of(line: Line, part: Part) -> Clause | None:
    return line.clauses[PARTS.index(part)]


def _disputed(line: Line) -> bool:
    return line.side not in ("us", "china", None) and not line.same


def _conflict(line: Line, taken: Part) -> Conflict:
    return Conflict(line, {part: _of(line, part) for part in PARTS}, taken)


def _orphans(
    catalogue: Catalogue, tables: Mapping[Part, Tabled], package: Package, taken: Mapping[str, Part]
) -> list[Orphan]:
    return [
        Orphan(taken[clause.measure], clause.measure, clause.condition)
        for clause in package.clauses
        if clause.condition is not None
        and _met(catalogue, tables[taken[clause.measure]].package, clause.condition)
        and not _met(catalogue, package, clause.condition)
    ]


def _met(catalogue: Catalogue, package: Package, wanted: Condition) -> bool:
    """Return whether a package signs a condition's measure at its level or beyond."""
    clause, measure = package.clause(wanted.measure), catalogue.measure_by_id.get(wanted.measure)
    if clause is None or measure is None:
        return clause is not None and clause.level == wanted.level
    ranks = measure.rank_by_id
    return ranks.get(clause.level, -1) >= ranks.get(wanted.level, len(ranks))
