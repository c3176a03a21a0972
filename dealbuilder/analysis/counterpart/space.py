"""What a scripted counterpart may change in a package, and how far one package is from another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.lens_value import crossed
from dealbuilder.analysis.resolve import known
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.hardening import escalates
from dealbuilder.model.lens import Lens, RedLine
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package

NEGOTIATED = ("us", "china", "terms")
"""Sides whose measures are traded; the programme at home and the agenda are nobody's concession."""


@dataclass(frozen=True, slots=True)
class Step:
    """One clause set to a level; rank 0 takes it out. `distance` 1 to 2: a clause touched and its share of the way."""

    measure: str
    rank: int
    distance: float


class Space:
    """The packages around a package, as one party sees them: its red lines, and the clauses that stay as they are."""

    def __init__(self, catalogue: Catalogue, lenses: Sequence[Lens], locked: frozenset[str] = frozenset()) -> None:
        self._catalogue = catalogue
        self._lenses = tuple(lenses)
        self._locked = locked
        self._tough = {measure.id for measure in catalogue.measures if escalates(measure, catalogue.channel_by_id)}

    def movable(self, package: Package, measure: Measure) -> bool:
        """Return whether the script may change the clause on a measure, or put one in.

        Guardrails, locked clauses and levels that the catalogue does not know stay as they are.
        """
        clause = package.clause(measure.id)
        return (
            measure.side in NEGOTIATED
            and not measure.guardrail
            and measure.id not in self._locked
            and (clause is None or measure.level(clause.level) is not None)
        )

    def steps(self, package: Package) -> tuple[Step, ...]:
        """Return every change of one clause; an escalation may be softened or taken out, never put in or raised."""
        found: list[Step] = []
        for measure in self._catalogue.measures:
            if self.movable(package, measure):
                now = rank(self._catalogue, package, measure.id)
                ranks = range(now if measure.id in self._tough else len(measure.levels))
                found += [self._step(measure, now, to) for to in ranks if to != now]
        return tuple(found)

    def _step(self, measure: Measure, now: int, to: int) -> Step:
        return Step(measure.id, to, 1.0 + abs(to - now) / (len(measure.levels) - 1))

    def stepped(self, package: Package, steps: Sequence[Step]) -> Package:
        """Return a package after some steps; a clause that stays keeps its months, conditions and notes."""
        wanted = {step.measure: step.rank for step in steps}
        clauses = [kept for clause in package.clauses if (kept := self._set(clause, wanted.pop(clause.measure, None)))]
        for measure, to in wanted.items():
            if to:
                level = self._catalogue.measure_by_id[measure].levels[to].id
                clauses.append(Clause(measure=measure, level=level))
        return package.model_copy(update={"clauses": tuple(clauses)})

    def _set(self, clause: Clause, to: int | None) -> Clause | None:
        if to is None:
            return clause
        return (
            clause.model_copy(update={"level": self._catalogue.measure_by_id[clause.measure].levels[to].id})
            if to
            else None
        )

    def crossed(self, package: Package) -> tuple[RedLine, ...]:
        """Return the red lines of the party that a package crosses, the strictest of each measure."""
        strictest: dict[str, RedLine] = {}
        for lens in self._lenses:
            for line in crossed(self._catalogue, lens, package):
                other = strictest.get(line.measure)
                if other is None or self._rank_of(line) < self._rank_of(other):
                    strictest[line.measure] = line
        return tuple(strictest.values())

    def _rank_of(self, line: RedLine) -> int:
        return self._catalogue.measure_by_id[line.measure].rank_by_id[line.level]

    def mended(self, package: Package) -> tuple[Step, ...] | None:
        """Return the steps that bring a package back behind the red lines; None if a clause may not be changed."""
        steps: list[Step] = []
        for line in self.crossed(package):
            measure = self._catalogue.measure_by_id[line.measure]
            # A guardrail that somebody unlocked may be taken back, if by nothing else then by a red line.
            if measure.id in self._locked:
                return None
            now = rank(self._catalogue, package, measure.id)
            steps.append(self._step(measure, now, max(self._rank_of(line) - 1, 0)))
        return tuple(steps)

    def sound(self, package: Package, faults: int) -> bool:
        """Return whether a package crosses no red line and contradicts itself no more than `faults` times."""
        return not self.crossed(package) and self.faults(package) <= faults

    def faults(self, package: Package) -> int:
        """Return how often a package contradicts itself."""
        return len(contradictions(self._catalogue, package))


def rank(catalogue: Catalogue, package: Package, measure: str) -> int:
    """Return the place of the level that a package sets, 0 where it has no clause that the catalogue knows."""
    clause = package.clause(measure)
    found = known(catalogue, clause) if clause is not None else None
    return 0 if found is None else found.rank


def distance(catalogue: Catalogue, one: Package, other: Package) -> float:
    """Return how far two packages are apart: for each clause that differs, 1 and the share of its levels between."""
    total = 0.0
    for id in {clause.measure for clause in (*one.clauses, *other.clauses)}:
        total += _apart(catalogue.measure_by_id, id, rank(catalogue, one, id), rank(catalogue, other, id))
    return total


def _apart(measures: Mapping[str, Measure], id: str, one: int, other: int) -> float:
    return 0.0 if one == other else 1.0 + abs(one - other) / (len(measures[id].levels) - 1)
