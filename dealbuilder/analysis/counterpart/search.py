"""The packages a counterpart looks at before it answers: one to three clauses away from the proposal."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from dealbuilder.analysis.counterpart.space import Space, Step
from dealbuilder.analysis.counterpart.worth import Valuer, Worth
from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.party_value import Party
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.model.package import Package

PROMISING = 26
"""Single steps from which threes are made: those that are worth most to the script."""
TRIED = 48
"""Twos and threes that are run for each purpose; their value is first guessed from that of single steps."""
SINGLES = 0.5
"""Share of the work that single steps take."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A package that was looked at, how far it is from the proposal, and what it is worth."""

    package: Package
    distance: float
    worth: Worth


class Search:
    """Looks around one package. Steps are valued one by one; twos and threes only where they promise something."""

    def __init__(self, space: Space, valuer: Valuer, party: Party, around: Package, most: int) -> None:
        self._space, self._valuer = space, valuer
        self._party: Party = party
        self._around, self._most = around, most
        self._faults = space.faults(around)
        self.seen: dict[frozenset[Step], Seen] = {}
        self._steps: tuple[Step, ...] = ()
        self._gains: FloatArray = np.zeros(0)
        self._here = 0.0

    def look(self, tick: Tick | None = None) -> None:
        """Value the package itself and every single step."""
        found = [step for step in self._space.steps(self._around) if self._most]
        self._try([frozenset(), *(frozenset((step,)) for step in found)], part_of(tick, 0.0, 1.0))
        self._here = self._value(frozenset())
        kept = [step for step in found if frozenset((step,)) in self.seen]
        self._steps = tuple(kept)
        self._gains = np.array([self._value(frozenset((step,))) - self._here for step in kept])

    def look_further(self, aspiration: float | None, tick: Tick | None = None) -> None:
        """Value twos and threes: those worth most (aspiration None), or the nearest that should reach an aspiration."""
        wanted: list[frozenset[Step]] = []
        for size in range(2, self._most + 1):
            sets, guesses = self._sets(size)
            distances = np.array([sum(step.distance for step in one) for one in sets])
            if aspiration is None:
                order = np.argsort(-guesses, kind="stable")
            else:
                short = (guesses < aspiration).astype(np.float64)
                order = np.lexsort(np.stack([np.abs(guesses - aspiration), distances, short]))
            wanted += [frozenset(sets[place]) for place in order[:TRIED]]
        self._try(wanted, tick)

    def _sets(self, size: int) -> tuple[list[tuple[Step, ...]], FloatArray]:
        """Return sets of steps on different measures with their guessed values, the sum of their single gains."""
        places: Sequence[int] = range(len(self._steps))
        if size > 2:
            places = sorted(np.argsort(-self._gains, kind="stable")[:PROMISING].tolist())
        chosen = [
            group
            for group in combinations(places, size)
            if len({self._steps[place].measure for place in group}) == size
        ]
        guesses = self._here + np.array([self._gains[list(group)].sum() for group in chosen])
        return [tuple(self._steps[place] for place in group) for group in chosen], guesses

    def _value(self, steps: frozenset[Step]) -> float:
        return self.seen[steps].worth.to(self._party) if steps in self.seen else 0.0

    def _try(self, wanted: Sequence[frozenset[Step]], tick: Tick | None) -> None:
        """Value those of the wanted packages that cross no red line and contradict themselves no more than before."""
        fresh = [one for one in dict.fromkeys(wanted) if one not in self.seen]
        made = [(one, self._space.stepped(self._around, sorted(one, key=_order))) for one in fresh]
        sound = [(one, package) for one, package in made if self._space.sound(package, self._faults)]
        worths = self._valuer.worths([package for _, package in sound], tick)
        for (one, package), worth in zip(sound, worths, strict=True):
            self.seen[one] = Seen(package, sum(step.distance for step in one), worth)


def _order(step: Step) -> tuple[str, int]:
    return step.measure, step.rank
