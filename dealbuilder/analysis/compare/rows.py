"""Which clauses differ between packages, and in what: level, timing, condition, snapback, lock, note."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.room.matrix import Line, matrix
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause, Package

Kind = Literal["there", "level", "timing", "condition", "snapback", "lock", "note"]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure on which packages differ; `kinds` say in what, "there" if not all of them have a clause on it.

    A note is compared, never shown; private notes are neither.
    """

    line: Line
    kinds: tuple[Kind, ...]

    @property
    def measure(self) -> str:
        """Return the id of the measure."""
        return self.line.id


ASPECTS: dict[Kind, Callable[[Clause], object]] = {
    "level": lambda clause: clause.level,
    "timing": lambda clause: (clause.start, clause.end, clause.ramp),
    "condition": lambda clause: clause.condition,
    "snapback": lambda clause: clause.snapback,
    "lock": lambda clause: clause.unlocked,
    "note": lambda clause: clause.note,
}
"""What of a clause is compared; the order of clauses in a package never matters."""


def rows(catalogue: Catalogue, packages: Sequence[Package]) -> tuple[Row, ...]:
    """Return a row for every measure on which not all packages are alike, in the order of the clause matrix."""
    found = ((line, kinds(line.clauses)) for line in matrix(catalogue, packages))
    return tuple(Row(line, differ) for line, differ in found if differ)


def kinds(clauses: Sequence[Clause | None]) -> tuple[Kind, ...]:
    """Return in what clauses on one measure differ; None is a package that has none."""
    there = [clause for clause in clauses if clause is not None]
    found: list[Kind] = [kind for kind, of in ASPECTS.items() if any(of(one) != of(there[0]) for one in there[1:])]
    return ("there", *found) if 0 < len(there) < len(clauses) else tuple(found)


def scored_apart(one: Package, other: Package) -> tuple[str, ...]:
    """Return the measures on which two packages differ in anything that can be scored: all but notes."""
    ours, theirs = _scored(one), _scored(other)
    return tuple(id for id in dict.fromkeys((*ours, *theirs)) if ours.get(id) != theirs.get(id))


def _scored(package: Package) -> dict[str, Clause]:
    return {c.measure: c.model_copy(update={"note": "", "private_note": ""}) for c in package.clauses}
