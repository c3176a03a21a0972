"""Whether those who must agree do: side by side, who vetoes, and whose word decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dealbuilder.analysis.role_value import RoleValue
from dealbuilder.model.lens import Circle, Lens

Outcome = Literal["ratified", "open", "vetoed", "nobody"]
"""All who must agree accept; some only lean; some reject; nobody needs to agree."""


@dataclass(frozen=True, slots=True)
class Side:
    """The roles of a side that must agree, by what they say, in the order of the roles."""

    side: Circle
    accepting: tuple[str, ...]
    leaning: tuple[str, ...]
    rejecting: tuple[str, ...]

    @property
    def must(self) -> int:
        """Return how many of the side must agree."""
        return len(self.accepting) + len(self.leaning) + len(self.rejecting)


@dataclass(frozen=True, slots=True)
class Ratification:
    """The outcome, by side, and the role whose word alone decides (None where no single one does).

    Where some do not accept, it decides alone if it is the only one; where all accept, it is the one with the least
    room above its reservation.
    """

    outcome: Outcome
    sides: tuple[Side, ...]
    pivotal: str | None

    @property
    def must(self) -> int:
        """Return how many must agree."""
        return sum(side.must for side in self.sides)

    @property
    def agreeing(self) -> int:
        """Return how many of them accept."""
        return sum(len(side.accepting) for side in self.sides)

    @property
    def vetoing(self) -> tuple[str, ...]:
        """Return who of them rejects, United States first."""
        return tuple(id for side in self.sides for id in side.rejecting)


def ratification(lenses: Sequence[Lens], values: Mapping[str, RoleValue]) -> Ratification:
    """Return whether those of the roles who must agree do."""
    must = [lens for lens in lenses if lens.must_agree]
    sides = tuple(_side(circle, must, values) for circle in ("us", "china", "allies"))
    unwilling = [lens for lens in must if values[lens.id].verdict != "accept"]
    if not must:
        return Ratification("nobody", sides, None)
    if any(values[lens.id].verdict == "reject" for lens in unwilling):
        outcome: Outcome = "vetoed"
    else:
        outcome = "open" if unwilling else "ratified"
    if unwilling:
        return Ratification(outcome, sides, unwilling[0].id if len(unwilling) == 1 else None)
    return Ratification(outcome, sides, min(must, key=lambda lens: room(lens, values[lens.id])).id)


def room(lens: Lens, value: RoleValue) -> float:
    """Return how far the low end of a role's range lies above its reservation, in points; negative below it."""
    return value.low - lens.reservation.value


def _side(circle: Circle, must: Sequence[Lens], values: Mapping[str, RoleValue]) -> Side:
    def saying(verdict: str) -> tuple[str, ...]:
        return tuple(lens.id for lens in must if lens.side == circle and values[lens.id].verdict == verdict)

    return Side(circle, saying("accept"), saying("lean"), saying("reject"))
