"""What a package is worth to a party: the plain mean of what it is worth to the party's roles (a judgement, grade D).

Nobody speaks for a country with one voice; the mean gives every role of a side the same say, on both sides alike.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray, Score
from dealbuilder.analysis.lens_value import lens_value
from dealbuilder.model.lens import Lens

Party = Literal["us", "china"]
PARTIES: tuple[Party, ...] = ("us", "china")


@dataclass(frozen=True, slots=True)
class PartyValue:
    """Points above the baseline and the least that the party carries, both as means over its roles."""

    party: Party
    value: float
    reservation: float


def roles(lenses: Iterable[Lens], party: Party) -> tuple[Lens, ...]:
    """Return the roles of a party, in the order of the catalogue."""
    return tuple(lens for lens in lenses if lens.side == party)


def party_value(lenses: Sequence[Lens], party: Party, scores: Sequence[Score]) -> PartyValue:
    """Return what scores are worth to a party; raise KeyError if they lack an indicator that a role weighs."""
    ours = roles(lenses, party)
    if not ours:
        return PartyValue(party, 0.0, 0.0)
    value = math.fsum(lens_value(lens, scores).value for lens in ours) / len(ours)
    return PartyValue(party, value, reservation(lenses, party))


def reservation(lenses: Sequence[Lens], party: Party) -> float:
    """Return the mean reservation of a party's roles, in points."""
    ours = roles(lenses, party)
    return math.fsum(lens.reservation.value for lens in ours) / len(ours) if ours else 0.0


def party_values(lenses: Sequence[Lens], party: Party, changes: Mapping[str, FloatArray]) -> FloatArray:
    """Return the value of many packages at once, of the shape of each array in `changes`.

    `changes` holds, by indicator, each package's mean less the baseline's; an indicator that it lacks, or a change that
    is not finite, counts nothing, as in `lens_value`.
    """
    ours = roles(lenses, party)
    shape = next(iter(changes.values())).shape if changes else ()
    total = np.zeros(shape)
    for lens in ours:
        for weight in lens.weights:
            change = changes.get(weight.indicator)
            if change is not None:
                points = weight.points(1.0) * np.nan_to_num(change, nan=0.0, posinf=0.0, neginf=0.0)
                total += points / len(ours)
    return total
