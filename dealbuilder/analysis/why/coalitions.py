"""Coalitions of clauses: who plays, and what every coalition gives in the engine.

The players are the clauses in which two packages differ. A coalition is a bit mask: its players' clauses stand as in
the second package, all others as in the first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.resolve import known, stripped
from dealbuilder.analysis.runs import RunStore, Tick, World, part_of
from dealbuilder.engine.outputs import O
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause, Package

CHUNK = 32_768
"""Runs of one batch: enough for every core, and little memory."""

Clauses = dict[str, tuple[Clause, ...]]


def by_measure(package: Package) -> Clauses:
    """Return what of a package can matter to a score, by measure, in the package's order."""
    found: Clauses = {clause.measure: () for clause in package.clauses}
    for clause in stripped(package).clauses:
        found[clause.measure] += (clause,)
    return found


def differing(start: Package, package: Package) -> tuple[str, ...]:
    """Return the measures in whose clause two packages differ: those of `package` in its order, then those it lacks."""
    before, after = by_measure(start), by_measure(package)
    return tuple(measure for measure in {**after, **before} if before.get(measure) != after.get(measure))


def silent(catalogue: Catalogue, start: Package, package: Package) -> frozenset[str]:
    """Return measures whose clauses can move nothing, whatever stands beside them: the engine never hears of them.

    They set no channel, and no other clause waits for them.
    """
    clauses = (*start.clauses, *package.clauses)
    awaited = {clause.condition.measure for clause in clauses if clause.condition is not None}
    heard = {clause.measure for clause in clauses if _heard(catalogue, clause)}
    return frozenset(clause.measure for clause in clauses) - heard - awaited


def _heard(catalogue: Catalogue, clause: Clause) -> bool:
    found = known(catalogue, clause)
    return found is not None and bool(found.level.channels) and (clause.unlocked or not found.measure.guardrail)


@dataclass(frozen=True, slots=True)
class Coalitions:
    """The coalitions between two packages, in one world; bit i of a mask is `players[i]`."""

    store: RunStore
    start: Package
    package: Package
    players: tuple[str, ...]

    @property
    def whole(self) -> int:
        """Return the mask of all players."""
        return (1 << len(self.players)) - 1

    def packages(self, masks: Iterable[int]) -> list[Package]:
        """Return the package of each coalition."""
        before, after = by_measure(self.start), by_measure(self.package)
        fixed = tuple(clause for measure, found in after.items() if measure not in self.players for clause in found)
        without = [before.get(measure, ()) for measure in self.players]
        within = [after.get(measure, ()) for measure in self.players]
        made = []
        for mask in masks:
            sides = [within[i] if mask >> i & 1 else without[i] for i in range(len(self.players))]
            clauses = (*fixed, *(clause for side in sides for clause in side))
            # Every clause is valid already; checking thousands of packages would cost more than running them.
            made.append(Package.model_construct(id="", name="", clauses=clauses, note="", private_note=""))
        return made

    def values(self, world: World, masks: Sequence[int], wanted: Sequence[str], tick: Tick | None = None) -> FloatArray:
        """Return the wanted outputs of each coalition draw by draw, (coalitions, outputs, draws)."""
        rows = [O[id].value for id in wanted]
        values = np.empty((len(masks), len(wanted), world.draws))
        step = max(1, CHUNK // world.draws)
        for begin in range(0, len(masks), step):
            end = min(begin + step, len(masks))
            piece = part_of(tick, begin / len(masks), end / len(masks))
            values[begin:end] = self.store.outputs(world, self.packages(masks[begin:end]), piece)[:, rows]
        return values
