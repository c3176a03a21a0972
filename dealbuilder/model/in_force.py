"""Which figures of a parameter count: the catalogue's, or those of starting point, worldview or user in their place."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.model.assumptions import Change, Worldview
from dealbuilder.model.parameter import Distribution, Parameter

Origin = Literal["catalogue", "pack", "worldview", "change"]


@dataclass(frozen=True, slots=True)
class InForce:
    """Kind, value and range that a run takes, in the parameter's unit, and who had the last say."""

    distribution: Distribution
    value: float
    low: float
    high: float
    origin: Origin

    @property
    def ordered(self) -> bool:
        """Return whether the value lies inside its range; a file written by hand may say otherwise."""
        return self.low <= self.value <= self.high

    @property
    def certain(self) -> bool:
        """Return whether every draw gives the same value."""
        return self.distribution == "fixed" or self.low == self.high


def in_force(
    parameter: Parameter, pack: dict[str, float], view: Worldview | None, change: Change | None = None
) -> InForce:
    """Return the figures after starting point (`pack` by parameter id), worldview and user, in that order."""
    kind, value, low, high = parameter.distribution, parameter.value, parameter.low, parameter.high
    origin: Origin = "catalogue"
    if parameter.id in pack:
        value = pack[parameter.id]
        low, high, origin = min(low, value), max(high, value), "pack"
    if view is not None and parameter.id in view.parameters:
        (value, low, high), origin = view.parameters[parameter.id], "worldview"
    if change is not None:
        value, origin = change.value, "change"
        low = value if change.low is None else change.low
        high = value if change.high is None else change.high
        kind = "triangular" if kind == "fixed" and low < high else kind
    return InForce(kind, value, low, high, origin)
