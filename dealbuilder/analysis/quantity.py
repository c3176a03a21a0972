"""What a deal is judged by, draw by draw: an indicator, or its worth to a role; and the lines that it has to reach."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.scoreboard import BALANCES, DRAWN, LEVELS, PERCENT, SHARES, Outputs, per_draw
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.lens import Lens

ROLE = "role:"
"""What the name of a role's value begins with."""
POINTS = "points"
NAMED = 8
"""Indicators that a refusal names."""

BoolArray = npt.NDArray[np.bool_]
Kind = Literal["target", "baseline", "reservation"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that every draw defines: an indicator or, with `lens`, a role's value in points.

    `sense` is 1 where more is better, -1 where less is, 0 where neither.
    """

    id: str
    unit: str
    sense: int
    digits: int
    indicator: Indicator | None = None
    lens: Lens | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What a quantity must reach: a value of its own, or, of the kind `baseline`, more of the good than the baseline.

    `value` is in the quantity's unit; `least` says whether the quantity must be at least or at most that much. For the
    baseline the value is 0 and counts against the change.
    """

    kind: Kind
    least: bool
    value: float

    def margin(self, level: FloatArray, gain: FloatArray) -> FloatArray:
        """Return by how much the line is met, negative where it is missed; `level` and `gain` of any one shape."""
        over = (gain if self.kind == "baseline" else level) - self.value
        return over if self.least else -over

    def met(self, margin: FloatArray) -> BoolArray:
        """Return where a margin meets the line, as booleans; being better than the baseline takes more than nothing."""
        return np.asarray(margin > 0.0 if self.kind == "baseline" else margin >= 0.0)


def quantities(catalogue: Catalogue, lenses: Iterable[Lens] = ()) -> tuple[Quantity, ...]:
    """Return every quantity that each draw defines: indicators in the catalogue's order, then roles."""
    shown = [indicator for indicator in catalogue.indicators if indicator.id in DRAWN]
    sense = {"more": 1, "less": -1}
    return (
        *(Quantity(i.id, i.unit, sense.get(i.sense, 0), i.digits, indicator=i) for i in shown),
        *(Quantity(f"{ROLE}{lens.id}", POINTS, 1, 2, lens=lens) for lens in lenses),
    )


def quantity(catalogue: Catalogue, lenses: Iterable[Lens], id: str) -> Quantity:
    """Return the quantity of an id; raise DealError if no draw defines it."""
    known = {one.id: one for one in quantities(catalogue, lenses)}
    if id in known:
        return known[id]
    names = ", ".join([*list(known)[:NAMED], "…"])
    names_zh = "、".join([*list(known)[:NAMED], "等"])
    if id in catalogue.indicator_by_id:
        raise DealError(
            f"“{id}” is defined by all draws together and not by each, so nothing can be traced through it.",
            f"Choose another indicator: {names}",
            zh=f"“{id}”由全部抽样共同确定，而不由每次抽样分别确定，因此无法据以追溯。",
            zh_hint=f"请选择其他指标：{names_zh}。",
        )
    raise DealError(
        f"There is no indicator or role “{id}”.",
        f"Choose one of: {names}",
        zh=f"没有指标或角色“{id}”。",
        zh_hint=f"请从以下选择：{names_zh}。",
    )


def measured(wanted: Quantity, ours: Outputs, theirs: Outputs) -> tuple[FloatArray, FloatArray]:
    """Return a quantity and its change against the baseline, each (draws,), in its unit.

    `ours` and `theirs` are the outputs of package and baseline on the same draws. A role's value is its own change.
    """
    if wanted.lens is not None:
        worth = np.zeros(len(next(iter(ours.values()))))
        for weight in wanted.lens.weights:
            change = change_of(weight.indicator, ours, theirs)
            worth = worth + weight.points(1.0) * np.nan_to_num(change, nan=0.0, posinf=0.0, neginf=0.0)
        return worth, worth
    scale = PERCENT if wanted.id in SHARES else 1.0
    found = per_draw(wanted.id, ours, theirs)
    if found is None:
        raise KeyError(wanted.id)
    return scale * found, change_of(wanted.id, ours, theirs)


def change_of(id: str, ours: Outputs, theirs: Outputs) -> FloatArray:
    """Return an indicator's change against the baseline draw by draw; nought where no draw defines it."""
    found = per_draw(id, ours, theirs)
    if found is None:
        return np.zeros(len(next(iter(ours.values()))))
    if id in LEVELS or id in SHARES or id in BALANCES:
        before = per_draw(id, theirs, theirs)
        return (found - (0.0 if before is None else before)) * (PERCENT if id in SHARES else 1.0)
    return found


def lines(wanted: Quantity, targets: Sequence[tuple[str, bool, float]] = ()) -> tuple[Line, ...]:
    """Return the lines of a quantity: the deal's targets first, then a role's reservation, then the baseline.

    `targets`: indicator, whether at least, and value of each.
    """
    found = [Line("target", least, value) for id, least, value in targets if id == wanted.id]
    if wanted.lens is not None:
        found.append(Line("reservation", True, wanted.lens.reservation.value))
    return (*found, Line("baseline", wanted.sense >= 0, 0.0))
