"""By what each kind of suggestion is chosen: who must not lose, and what should grow."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.coaching import Mode, Wish
from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.many import CHINA, COST, SUPPLY, US
from dealbuilder.analysis.space import Mask

SLOPE = 0.25
"""What both shortfalls count beside the larger, so that a step which mends only one of them still counts."""
TIE = 1e-4
"""What supply and cost count beyond the wish, so that of two equally near the one better in both wins."""
A_MOVE = 1e-3
"""What each move counts against a package where a wish is concerned."""

GROWS: dict[Mode, tuple[float, float, float, float]] = {
    "better": (0.0, 0.0, 1.0, 0.0),
    "cheaper": (0.0, 0.0, 0.0, -1.0),
    "fair": (1.0, 1.0, 0.0, 0.0),
}
"""What every single move of a suggestion must add to: weights of the objectives."""


@dataclass(frozen=True, slots=True)
class Here:
    """Where the present package stands: its objectives (4,), the parties' reservations, the wish."""

    now: FloatArray
    reservations: Sequence[float]
    wish: Wish
    span: tuple[float, float] = (1.0, 1.0)
    """How far supply and cost range over what is looked at: one unit of shortfall of each."""


def accord(values: FloatArray, reservations: Sequence[float]) -> FloatArray:
    """Return the product of both parties' gains where both gain, else the lesser gain, (packages,); more is fairer."""
    gains = values[..., [US, CHINA]] - np.asarray(reservations)
    worst = gains.min(axis=-1)
    return np.where(worst > 0.0, gains.prod(axis=-1), worst)


def shortfall(values: FloatArray, here: Here) -> FloatArray:
    """Return how far packages are from the wish, in spans: the larger shortfall and a part of both; 0 if it is met.

    An achievement function after Wierzbicki, which never asks what a party would trade for what.
    """
    wish = here.wish
    short = [np.zeros(values.shape[:-1])]
    if wish.supply is not None:
        short.append((wish.supply - values[..., SUPPLY]) / here.span[0])
    if wish.cost is not None:
        short.append((values[..., COST] - wish.cost) / here.span[1])
    return np.max(short, axis=0) + SLOPE * np.maximum(short, 0.0).sum(axis=0)


def merit(mode: Mode, values: FloatArray, errors: FloatArray, moves: FloatArray, here: Here) -> FloatArray:
    """Return how good packages are for one kind of suggestion, (packages,); minus infinity where they are none.

    `values` (packages, 4); `errors` (packages, 4): of the change against the present package, noughts while screening;
    `moves` (packages,): how many. What should grow must grow by more than its error, and what must not fall may not
    fall by more than that. No party that carries the present package is brought below what it accepts without a deal.
    """
    change = values - here.now
    if mode == "better":
        good = (change[:, COST] <= errors[:, COST]) & (change[:, SUPPLY] > errors[:, SUPPLY])
        return np.where(good & _carried(values, errors, here), change[:, SUPPLY], -np.inf)
    if mode == "cheaper":
        good = (change[:, SUPPLY] >= -errors[:, SUPPLY]) & (-change[:, COST] > errors[:, COST])
        return np.where(good & _carried(values, errors, here), -change[:, COST], -np.inf)
    both = (change[:, [US, CHINA]] > errors[:, [US, CHINA]]).all(axis=1)
    if mode == "fair":
        # A step that helps both comes first; else the one nearest to the largest product of gains.
        found, before = accord(values, here.reservations), accord(here.now[None], here.reservations)[0]
        gains = np.abs(values[:, [CHINA, US]] - np.asarray(here.reservations)[::-1])
        noise = np.hypot(*(gains * errors[:, [US, CHINA]]).T)
        rest = np.where(found - before > noise, found, -np.inf)
        return np.where(both, found, rest if not both.any() else -np.inf)
    if mode == "trade":
        return np.where(both, change[:, [US, CHINA]].min(axis=1), -np.inf)
    if here.wish.empty():
        return np.full(len(values), -np.inf)
    away, before = shortfall(values, here), shortfall(here.now[None], here)[0]
    rest = (change[:, COST] / here.span[1] - change[:, SUPPLY] / here.span[0]) * TIE
    noise = np.hypot(*(errors[:, [SUPPLY, COST]] / np.array(here.span)).T)
    return np.where(before - away > noise, -away - A_MOVE * moves - rest, -np.inf)


def _carried(values: FloatArray, errors: FloatArray, here: Here) -> Mask:
    least = np.minimum(here.now[[US, CHINA]], np.asarray(here.reservations))
    return np.all(values[:, [US, CHINA]] >= least - errors[:, [US, CHINA]], axis=1)
