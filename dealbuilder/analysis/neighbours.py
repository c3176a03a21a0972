"""The packages one edit away: a level one step up or down, a clause taken out, a clause put in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.resolve import known_clauses, without
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package

Kind = Literal["level", "add", "remove"]


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of a package: `level` is where the clause stands afterwards, "none" if it is gone; `size` counts levels.

    `package` is the package after it.
    """

    kind: Kind
    measure: str
    before: str
    level: str
    size: int
    package: Package


def steps(catalogue: Catalogue, package: Package) -> tuple[Step, ...]:
    """Return every package that one edit makes of this one, in the catalogue's order.

    Nothing locked is touched or put in, no clause that is only recorded is put in, and no edit adds a contradiction.
    """
    least = len(contradictions(catalogue, package))
    found = (*_changes(catalogue, package), *_additions(catalogue, package))
    return tuple(step for step in found if len(contradictions(catalogue, step.package)) <= least)


def _changes(catalogue: Catalogue, package: Package) -> Iterator[Step]:
    for one in known_clauses(catalogue, package):
        if one.measure.guardrail and not one.clause.unlocked:
            continue
        for rank in (one.rank - 1, one.rank + 1):
            if 0 < rank < len(one.measure.levels):
                level = one.measure.levels[rank].id
                yield Step("level", one.measure.id, one.level.id, level, 1, _at(package, one.clause, level))
        if one.rank > 0:
            rest = without(package, one.measure.id)
            yield Step("remove", one.measure.id, one.level.id, one.measure.levels[0].id, one.rank, rest)


def _additions(catalogue: Catalogue, package: Package) -> Iterator[Step]:
    there = {clause.measure for clause in package.clauses}
    for measure in catalogue.measures:
        if measure.id not in there and _offered(measure):
            for rank, level in enumerate(measure.levels[1:], 1):
                clause = Clause(measure=measure.id, level=level.id)
                after = package.model_copy(update={"clauses": (*package.clauses, clause)})
                yield Step("add", measure.id, measure.levels[0].id, level.id, rank, after)


def _offered(measure: Measure) -> bool:
    return not measure.guardrail and measure.recorded_only is None


def _at(package: Package, clause: Clause, level: str) -> Package:
    changed = clause.model_copy(update={"level": level})
    return package.model_copy(update={"clauses": tuple(changed if c is clause else c for c in package.clauses)})
