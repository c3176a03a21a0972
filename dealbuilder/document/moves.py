"""What differs between two states of a package, clause by clause, and whether it moves a side towards the other."""

import math
from dataclasses import dataclass
from typing import Literal

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.hardening import escalates
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Condition, Package
from dealbuilder.model.parties import SIDES, Side

Kind = Literal["added", "removed", "changed"]
Turn = Literal["towards", "away", "mixed", "neither"]
"""Whether a change gives more to the other side, takes back, does both at once, or neither."""


@dataclass(frozen=True, slots=True)
class Move:
    """One clause that came, went or changed. `side` is whose measure it is; None: this catalogue does not know it.

    Only the two parties move towards or away from each other: home, terms and agenda belong to neither.
    """

    measure: str
    side: Side | None
    kind: Kind
    before: Clause | None
    after: Clause | None
    turn: Turn


def compared(before: Package, after: Package, catalogue: Catalogue) -> tuple[Move, ...]:
    """Return the moves from one package to another, by side and in the catalogue's order, unknown ones last."""
    old = {clause.measure: clause for clause in before.clauses}
    new = {clause.measure: clause for clause in after.clauses}
    moves = [move for id in {**old, **new} if (move := _move(id, old.get(id), new.get(id), catalogue)) is not None]
    if len(moves) < 2:
        return tuple(moves)
    order = {measure.id: place for place, measure in enumerate(catalogue.measures)}
    return tuple(sorted(moves, key=lambda move: (_row(move), order.get(move.measure, len(order)), move.measure)))


def _row(move: Move) -> int:
    return len(SIDES) if move.side is None else SIDES.index(move.side)


def applied(package: Package, move: Move) -> Package:
    """Return a package after one move."""
    kept = tuple(clause for clause in package.clauses if clause.measure != move.measure)
    return package.model_copy(update={"clauses": (*kept, move.after) if move.after else kept})


def _move(id: str, before: Clause | None, after: Clause | None, catalogue: Catalogue) -> Move | None:
    if _terms(before) == _terms(after):
        return None
    measure = catalogue.measure_by_id.get(id)
    side = measure.side if measure else None
    kind: Kind = "added" if before is None else "removed" if after is None else "changed"
    return Move(id, side, kind, before, after, _turn(before, after, measure, catalogue))


def _terms(clause: Clause | None) -> tuple[object, ...]:
    if clause is None:
        return ()
    times = (clause.start, clause.end, clause.ramp)
    return (clause.level, *times, clause.condition, clause.snapback, clause.unlocked)


def _turn(before: Clause | None, after: Clause | None, measure: Measure | None, catalogue: Catalogue) -> Turn:
    if measure is None or measure.side not in ("us", "china"):
        return "neither"
    found = {sign for sign in _signs(before, after, measure, catalogue) if sign}
    if escalates(measure, catalogue.channel_by_id):
        found = {-sign for sign in found}
    if len(found) != 1:
        return "mixed" if found else "neither"
    return "towards" if found == {1} else "away"


def _signs(before: Clause | None, after: Clause | None, measure: Measure, catalogue: Catalogue) -> tuple[int, ...]:
    """Return for each thing that may change whether it came to give more (1) or less (-1), 0 if neither."""
    was, now = _rank(before, measure), _rank(after, measure)
    level = 0 if was is None or now is None else _sign(now - was)
    if before is None or after is None:
        return (level,)
    longer = _last(after) - _last(before) if after.end != before.end else 0.0
    return (
        level,
        _sign(before.start - after.start),
        _sign(longer),
        _sign(_ramp(before, measure) - _ramp(after, measure)),
        _conditions(before.condition, after.condition, catalogue),
        int(before.snapback) - int(after.snapback),
    )


def _rank(clause: Clause | None, measure: Measure) -> int | None:
    return 0 if clause is None else measure.rank_by_id.get(clause.level)


def _last(clause: Clause) -> float:
    return math.inf if clause.end is None else clause.end


def _ramp(clause: Clause, measure: Measure) -> float:
    return measure.ramp if clause.ramp is None else clause.ramp


def _conditions(before: Condition | None, after: Condition | None, catalogue: Catalogue) -> int:
    """Return -1 where more is asked in return than before, 1 where less is, 0 where the two cannot be compared."""
    if before is None or after is None:
        return int(before is not None) - int(after is not None)
    other = catalogue.measure_by_id.get(after.measure)
    if before.measure != after.measure or other is None:
        return 0
    was, now = other.rank_by_id.get(before.level), other.rank_by_id.get(after.level)
    return 0 if was is None or now is None else _sign(was - now)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
