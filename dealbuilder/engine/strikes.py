"""From injects to arrays: what bears on a run after signing, month by month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from dealbuilder.engine import draws as random
from dealbuilder.engine.parameters import P
from dealbuilder.model.channel import Channel
from dealbuilder.model.inject import Inject, ParameterShift
from dealbuilder.model.parameter import Parameter

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

KNOWN = frozenset(parameter.name for parameter in P)
"""Parameters that a run reads."""


@dataclass(frozen=True, slots=True)
class Strikes:
    """What injects do to all packages alike.

    `shift` (months, channels): added to the deviation in force, improvements positive; `bounds` (2, channels): least
    and greatest deviation. `era` (months,): which set of parameters holds, 0 for the values as drawn; `later`: what
    each further set replaces, rows of draws by parameter id. `expiry` (months,): 1 where a term is made to run out.
    """

    shift: FloatArray
    bounds: FloatArray
    era: IntArray
    later: tuple[Mapping[str, FloatArray], ...]
    expiry: FloatArray

    def after(self, begin: int) -> "Strikes":
        """Return what injects do to the draws from `begin` on."""
        return replace(self, later=tuple({id: row[begin:] for id, row in era.items()} for era in self.later))

    def sets(self, values: FloatArray) -> FloatArray:
        """Return every set of parameters, (eras, parameters, draws), where `values` (parameters, draws) is the first.

        A replacement of one draw holds for all.
        """
        if not self.later:
            return values[None]
        sets = np.repeat(values[None], 1 + len(self.later), axis=0)
        for era, replaced in enumerate(self.later, start=1):
            for id, row in replaced.items():
                sets[era, P[id]] = row if len(row) == values.shape[1] else row[0]
        return sets


def strikes(
    injects: Sequence[Inject],
    channels: Sequence[Channel],
    parameters: Mapping[str, Parameter],
    clock: Sequence[int],
    draws: int,
    seed: int,
) -> Strikes:
    """Return what injects do; `clock` (months,) counts from signing. What this catalogue does not know does nothing.

    Shifts of one channel add up; of several shifts of one parameter the one that began last holds.
    """
    place = {channel.id: row for row, channel in enumerate(channels)}
    sign = np.array([-1.0 if channel.combine == "min" else 1.0 for channel in channels])
    ends = np.array([[channel.low - channel.rest, channel.high - channel.rest] for channel in channels]).T * sign
    shift = np.zeros((len(clock), len(channels)))
    expiry = np.zeros(len(clock))
    held: list[dict[str, ParameterShift]] = [{} for _ in clock]
    for inject in sorted(injects, key=lambda inject: (inject.month, inject.id)):
        for at, month in enumerate(clock):
            if month == inject.month and inject.expires:
                expiry[at] = 1.0
            if inject.month <= month < inject.end:
                for one in inject.channels:
                    if one.channel in place:
                        shift[at, place[one.channel]] += one.by * sign[place[one.channel]]
                held[at].update({one.parameter: one for one in inject.parameters if one.parameter in KNOWN})
    eras: list[dict[str, ParameterShift]] = [{}]
    era = np.zeros(len(clock), dtype=np.int64)
    for at, there in enumerate(held):
        if there not in eras:
            eras.append(there)
        era[at] = eras.index(there)
    later = tuple(
        {id: _drawn(parameters[id], one, draws, seed) for id, one in there.items() if id in parameters}
        for there in eras[1:]
    )
    return Strikes(shift, np.ascontiguousarray(np.sort(ends, axis=0)), era, later, expiry)


def _drawn(parameter: Parameter, shift: ParameterShift, draws: int, seed: int) -> FloatArray:
    """Return draws of a shifted parameter, from the numbers its own are drawn from."""
    if shift.low == shift.high:
        return np.full(draws, shift.value)
    kind = "triangular" if parameter.distribution == "fixed" else parameter.distribution
    return random.values(kind, shift.value, shift.low, shift.high, random.uniforms(seed, parameter.id, draws))
