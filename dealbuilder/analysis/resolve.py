"""What a clause means in a catalogue: its measure, its level, its place among the levels."""

from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Level, Measure
from dealbuilder.model.package import Clause, Package


@dataclass(frozen=True, slots=True)
class Known:
    """A clause whose measure and level the catalogue knows; `rank` is the level's place, 0 for "none"."""

    clause: Clause
    measure: Measure
    level: Level
    rank: int


def known(catalogue: Catalogue, clause: Clause) -> Known | None:
    """Return the clause with its measure and level, or None if the catalogue does not know one of them."""
    measure = catalogue.measure_by_id.get(clause.measure)
    level = measure.level(clause.level) if measure else None
    if measure is None or level is None:
        return None
    return Known(clause, measure, level, measure.rank_by_id[level.id])


def known_clauses(catalogue: Catalogue, package: Package) -> tuple[Known, ...]:
    """Return the package's clauses that the catalogue knows, in the package's order."""
    return tuple(found for clause in package.clauses if (found := known(catalogue, clause)) is not None)


def unknown_ids(catalogue: Catalogue, package: Package) -> tuple[str, ...]:
    """Return "measure" or "measure:level" for every clause that the catalogue cannot score."""
    ids = []
    for clause in package.clauses:
        measure = catalogue.measure_by_id.get(clause.measure)
        if measure is None:
            ids.append(clause.measure)
        elif measure.level(clause.level) is None:
            ids.append(f"{clause.measure}:{clause.level}")
    return tuple(dict.fromkeys(ids))


def stripped(package: Package) -> Package:
    """Return what of a package can matter to a score: its clauses without notes, ordered by measure."""
    clauses = sorted(
        (clause.model_copy(update={"note": "", "private_note": ""}) for clause in package.clauses),
        key=lambda clause: clause.model_dump_json(),
    )
    return Package(id=package.id, name="", clauses=tuple(clauses))


def without(package: Package, measure: str) -> Package:
    """Return the package without its clause on a measure."""
    kept = tuple(clause for clause in package.clauses if clause.measure != measure)
    return package.model_copy(update={"clauses": kept})
