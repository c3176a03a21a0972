"""The packages around a deal: which levels each measure may take, given locks, red lines, guardrails, contradictions.

A package is a row of ranks, one a measure of the catalogue: 0 where it has no clause, else the place of the level.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import numpy as np
import numpy.typing as npt

from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.lens_value import crossed
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.hardening import hardens
from dealbuilder.model.lens import Lens
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package

Ranks = npt.NDArray[np.int8]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a search leaves alone: clauses that are locked, red lines of some roles, the programme at home."""

    locked: frozenset[str] = frozenset()
    lines: tuple[Lens, ...] = ()
    home: bool = True


@dataclass(frozen=True, slots=True)
class Move:
    """A measure taken from one level to another; "none" is no clause."""

    measure: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Space:
    """All packages that may be looked at around one.

    `start` (measures,): the package itself; `options`: the ranks that each measure may take, its own among them;
    `clashes`: pairs of (place, rank) that contradict each other and do not both stand in the package.
    """

    catalogue: Catalogue
    package: Package
    bounds: Bounds
    start: Ranks
    options: tuple[tuple[int, ...], ...]
    clashes: tuple[tuple[int, int, int, int], ...]
    waits: tuple[tuple[int, int, int], ...]
    """A clause (its place) that waits for another (place) at a rank or beyond."""
    _clauses: dict[tuple[int, int], Clause] = field(default_factory=dict, compare=False, repr=False)

    def singles(self, row: Ranks | None = None) -> Ranks:
        """Return every package one move away from a row, the start by default; shape (packages, measures)."""
        here = self.start if row is None else row
        found = []
        for place, ranks in self._movable():
            for rank in ranks:
                if rank != here[place]:
                    found.append(here.copy())
                    found[-1][place] = rank
        return self._stacked(found)

    def pairs(self) -> Ranks:
        """Return every package two moves away, shape (packages, measures)."""
        steps = [(place, rank) for place, ranks in self._movable() for rank in ranks if rank != self.start[place]]
        both = np.array(
            [(one, rank, other, rank2) for (one, rank), (other, rank2) in combinations(steps, 2) if one != other],
            dtype=np.int64,
        ).reshape(-1, 4)
        rows = np.repeat(self.start[None], len(both), axis=0)
        for place, rank in ((0, 1), (2, 3)):
            rows[np.arange(len(both)), both[:, place]] = both[:, rank]
        return self._stacked(rows)

    def consistent(self, rows: Ranks) -> Mask:
        """Return which rows bring no new clash and leave no clause waiting in vain, shape (rows,)."""
        good = np.ones(len(rows), dtype=bool)
        for one, rank, other, rank2 in self.clashes:
            good &= (rows[:, one] != rank) | (rows[:, other] != rank2)
        for place, other, rank in self.waits:
            good &= (rows[:, place] == 0) | (rows[:, other] >= rank)
        return good

    def stands(self, row: Ranks) -> bool:
        """Return whether a package brings no contradiction and crosses no red line that the start does not."""
        package = self.built(row)
        known = {(found.measures, found.text_en) for found in contradictions(self.catalogue, self.package)}
        if any((found.measures, found.text_en) not in known for found in contradictions(self.catalogue, package)):
            return False
        return all(
            set(crossed(self.catalogue, lens, package)) <= set(crossed(self.catalogue, lens, self.package))
            for lens in self.bounds.lines
        )

    def moves(self, row: Ranks) -> tuple[Move, ...]:
        """Return what differs from the start, in the catalogue's order."""
        measures = self.catalogue.measures
        return tuple(
            Move(measures[place].id, *(measures[place].levels[int(ranks[place])].id for ranks in (self.start, row)))
            for place in np.flatnonzero(row != self.start)
        )

    def built(self, row: Ranks) -> Package:
        """Return a row as a package; clauses that did not move are the same objects, new ones stand at the end."""
        moved = {self.catalogue.measures[place].id: (int(place), int(row[place])) for place in self._moved(row)}
        if not moved:
            return self.package
        clauses: list[Clause] = []
        for clause in self.package.clauses:
            if clause.measure not in moved:
                clauses.append(clause)
                continue
            place, rank = moved.pop(clause.measure)
            if rank:
                clauses.append(self._clause(place, rank, clause))
        clauses += [self._clause(place, rank, None) for place, rank in moved.values() if rank]
        return self.package.model_copy(update={"clauses": tuple(clauses)})

    def _moved(self, row: Ranks) -> list[int]:
        return np.flatnonzero(row != self.start).tolist()

    def _clause(self, place: int, rank: int, old: Clause | None) -> Clause:
        found = self._clauses.get((place, rank))
        if found is None:
            measure = self.catalogue.measures[place]
            level = measure.levels[rank].id
            found = old.model_copy(update={"level": level}) if old else Clause(measure=measure.id, level=level)
            self._clauses[place, rank] = found
        return found

    def _movable(self) -> list[tuple[int, tuple[int, ...]]]:
        return [(place, ranks) for place, ranks in enumerate(self.options) if len(ranks) > 1]

    def _stacked(self, rows: Sequence[Ranks] | Ranks) -> Ranks:
        found = np.array(rows, dtype=np.int8).reshape(-1, len(self.start))
        return found[self.consistent(found)]


def space(catalogue: Catalogue, package: Package, bounds: Bounds) -> Space:
    """Return the space around a package.

    A search never opens a guardrail, never proposes what makes things harder than the law, and never changes a clause
    that this catalogue does not know.
    """
    measures = catalogue.measures
    start = np.array([_rank(measure, package) for measure in measures], dtype=np.int8)
    options = tuple(
        _options(catalogue, package, bounds, measure, int(start[place])) for place, measure in enumerate(measures)
    )
    return Space(
        catalogue,
        package,
        bounds,
        start,
        options,
        tuple(_clashes(measures, options, start, {channel.id: channel.rest for channel in catalogue.channels})),
        tuple(_waits(catalogue, package, start)),
    )


def _rank(measure: Measure, package: Package) -> int:
    clause = package.clause(measure.id)
    return measure.rank_by_id.get(clause.level, 0) if clause is not None else 0


def _options(catalogue: Catalogue, package: Package, bounds: Bounds, measure: Measure, now: int) -> tuple[int, ...]:
    clause = package.clause(measure.id)
    strange = clause is not None and measure.level(clause.level) is None
    if measure.id in bounds.locked or strange or measure.guardrail or (measure.side == "home" and not bounds.home):
        return (now,)
    known = catalogue.channel_by_id
    drawn = [
        measure.rank_by_id[line.level] for lens in bounds.lines for line in lens.red_lines if line.measure == measure.id
    ]
    return tuple(
        rank
        for rank, level in enumerate(measure.levels)
        if rank == now or not (hardens(level, known) or any(now < line <= rank for line in drawn))
    )


def _clashes(
    measures: Sequence[Measure], options: Sequence[tuple[int, ...]], start: Ranks, rest: dict[str, float]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield pairs of levels that exclude each other or pull one channel in opposite directions."""
    links = [{link.measure for link in measure.links if link.kind == "instead_of"} for measure in measures]
    pulls = [[_pull(level.channels, rest) for level in measure.levels] for measure in measures]
    for one, other in combinations(range(len(measures)), 2):
        linked = measures[other].id in links[one] or measures[one].id in links[other]
        for rank in options[one]:
            for rank2 in options[other]:
                if not rank or not rank2 or (start[one] == rank and start[other] == rank2):
                    continue
                ours, theirs = pulls[one][rank], pulls[other][rank2]
                if linked or any(ours[id] * theirs[id] < 0 for id in ours.keys() & theirs.keys()):
                    yield one, rank, other, rank2


def _pull(channels: dict[str, float], rest: dict[str, float]) -> dict[str, float]:
    return {id: value - rest[id] for id, value in channels.items() if id in rest}


def _waits(catalogue: Catalogue, package: Package, start: Ranks) -> Iterator[tuple[int, int, int]]:
    places = {measure.id: place for place, measure in enumerate(catalogue.measures)}
    for clause in package.clauses:
        waits = clause.condition
        if waits is None or clause.measure not in places or waits.measure not in places:
            continue
        place, other = places[clause.measure], places[waits.measure]
        rank = catalogue.measures[other].rank_by_id.get(waits.level)
        if rank is not None and start[place] > 0 and start[other] >= rank:
            yield place, other, rank
