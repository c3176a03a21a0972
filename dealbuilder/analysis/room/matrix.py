"""The clause matrix of a room: which table put which measure at which level, and how far they lie apart."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.parties import SIDES, Side


@dataclass(frozen=True, slots=True)
class Line:
    """One measure: a clause a table, None where a table leaves it alone; `measure` None: unknown to this catalogue.

    `ranks` are the levels' places, 0 for "none", None where there is no clause or the level is unknown. `least`,
    `mean` and `most` are over the tables that touched it, in places of the level; None if none has a known level.
    `mean` is None too where the levels have no order. `same`: every table has it alike, in level and in time.
    """

    id: str
    measure: Measure | None
    clauses: tuple[Clause | None, ...]
    ranks: tuple[int | None, ...]
    touched: int
    least: int | None
    mean: float | None
    most: int | None
    same: bool

    @property
    def side(self) -> Side | None:
        """Return whose clause it is; None if this catalogue does not know the measure."""
        return self.measure.side if self.measure else None


def matrix(catalogue: Catalogue, packages: Sequence[Package]) -> tuple[Line, ...]:
    """Return a line for every measure that any package has a clause on: by side and catalogue order, unknown ones last.

    Sides come in their fixed order (United States, China, home, terms, agenda).
    """
    touched = {clause.measure for package in packages for clause in package.clauses}
    known = [measure for measure in catalogue.measures if measure.id in touched]
    known.sort(key=_side)
    unknown = sorted(touched - {measure.id for measure in known})
    table = [{clause.measure: clause for clause in package.clauses} for package in packages]
    lines = [(measure.id, measure) for measure in known] + [(id, None) for id in unknown]
    return tuple(_line(catalogue, id, measure, tuple(one.get(id) for one in table)) for id, measure in lines)


def _side(measure: Measure) -> int:
    return SIDES.index(measure.side)


def _line(catalogue: Catalogue, id: str, measure: Measure | None, clauses: tuple[Clause | None, ...]) -> Line:
    ranks = tuple(measure.rank_by_id.get(one.level) if measure and one else None for one in clauses)
    there = [rank for rank in ranks if rank is not None]
    scaled = bool(there) and measure is not None and ordered(catalogue, measure)
    return Line(
        id=id,
        measure=measure,
        clauses=clauses,
        ranks=ranks,
        touched=sum(one is not None for one in clauses),
        least=min(there, default=None),
        mean=sum(there) / len(there) if scaled else None,
        most=max(there, default=None),
        same=len({_terms(one) for one in clauses}) == 1,
    )


def _terms(clause: Clause | None) -> tuple[object, ...]:
    """Return what of a clause is agreed: all but notes."""
    if clause is None:
        return ()
    return (clause.level, clause.start, clause.end, clause.ramp, clause.condition, clause.snapback, clause.unlocked)


def ordered(catalogue: Catalogue, measure: Measure) -> bool:
    """Return whether a higher level always goes further: no channel it sets turns back on the way up."""
    for id in {id for level in measure.levels for id in level.channels}:
        channel = catalogue.channel_by_id.get(id)
        if channel is None:
            continue
        path = [level.channels.get(id, channel.rest) for level in measure.levels]
        steps = [after - before for before, after in itertools.pairwise(path)]
        if min(steps) < 0.0 < max(steps):
            return False
    return True
