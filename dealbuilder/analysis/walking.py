"""Would either side walk away? The package as it stands against the same package with clauses that end on that day.

After the graph model of conflict resolution (Kilgour, Hipel): a move away from a state counts by where the other side's
answer leads. The three states are run by the engine; a side's value is the mean over its roles (`party_value`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.exposure import Clock
from dealbuilder.analysis.lived import came
from dealbuilder.analysis.party_value import PARTIES, Party, party_value
from dealbuilder.analysis.resolve import known_clauses
from dealbuilder.analysis.scoreboard import Outputs, Yardsticks, scores
from dealbuilder.engine.inputs import Prepared
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package

SMALL = 0.05
"""Points of a party's value below which two states count as alike."""
MOMENTS = (12, 6, 24)
"""Months at which leaving is always read; the first is told where none tempts."""
LATEST = 36
"""Month after which leaving is not read: too little is left to lose."""

Reading = Literal["stays", "deterred", "walks"]


@dataclass(frozen=True, slots=True)
class Walk:
    """What one side gains, in points of its roles' values, by ending its own clauses in `month`.

    `alone`: the other side goes on delivering; `answered`: the other side ends its clauses too. `stays`: leaving pays
    in neither case; `deterred`: only as long as the other side does not answer; `walks`: even then.
    """

    side: Party
    month: int
    alone: float
    answered: float

    @property
    def reading(self) -> Reading:
        """Return what the two figures say."""
        if self.answered > SMALL:
            return "walks"
        return "deterred" if self.alone > SMALL else "stays"


def walks(
    catalogue: Catalogue,
    lenses: Sequence[Lens],
    measure: Yardsticks,
    prepared: Prepared,
    package: Package,
    baseline: Package,
    clock: Clock,
) -> tuple[Walk, ...]:
    """Return one reading a side, in the month when leaving tempts it most; none for a side without a clause to end.

    Where no month tempts it is the month of the side's largest exposure, or the first of MOMENTS.
    """
    states: dict[tuple[tuple[Party, ...], int], Package] = {}
    moments: dict[Party, tuple[int, ...]] = {
        side: _moments(clock, side) for side in PARTIES if _ours(catalogue, package, side)
    }
    for side, months in moments.items():
        for month in months:
            both: tuple[tuple[Party, ...], ...] = ((side,), PARTIES)
            for sides in both:
                states[sides, month] = ended(catalogue, package, sides, month)
    stay, before, *left = came(prepared, (package, baseline, *states.values()))
    told = dict(zip(states, left, strict=True))

    def value(side: Party, outputs: Outputs) -> float:
        return party_value(lenses, side, scores(catalogue.indicators, outputs, before, measure)).value

    found: list[Walk] = []
    for side, months in moments.items():
        held = value(side, stay)
        tried = [
            Walk(side, month, value(side, told[(side,), month]) - held, value(side, told[PARTIES, month]) - held)
            for month in months
        ]
        found.append(_told(tried))
    return tuple(found)


def _told(tried: Sequence[Walk]) -> Walk:
    """Return the month that tempts most, an answer counted before none; without one that tempts, the first."""
    for gain in (lambda walk: walk.answered, lambda walk: walk.alone):
        best = max(tried, key=gain)
        if gain(best) > SMALL:
            return best
    return tried[0]


def _moments(clock: Clock, side: Party) -> tuple[int, ...]:
    """Return the months at which leaving is read: that of the largest exposure, if there is one, and fixed ones."""
    seen = clock.of(side)
    exposed = (seen.month,) if seen.ever and seen.month <= LATEST else ()
    return tuple(dict.fromkeys((*exposed, *MOMENTS)))


def ended(catalogue: Catalogue, package: Package, sides: Sequence[Party], month: int) -> Package:
    """Return the package in which the clauses of some sides end in `month`, and never begin if they start later."""
    leaving = {id for side in sides for id in _ours(catalogue, package, side)}
    clauses = tuple(
        clause
        if clause.measure not in leaving
        else clause.model_copy(update={"end": month if clause.end is None else min(clause.end, month)})
        for clause in package.clauses
        if clause.measure not in leaving or clause.start < month
    )
    return package.model_copy(update={"clauses": clauses})


def _ours(catalogue: Catalogue, package: Package, side: Party) -> tuple[str, ...]:
    return tuple(known.clause.measure for known in known_clauses(catalogue, package) if known.measure.side == side)
