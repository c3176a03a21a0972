"""What one table of a workshop put down: one package and under what its table read it, nothing that is confidential."""

from dataclasses import dataclass, field

from dealbuilder.model.assumptions import Assumptions
from dealbuilder.model.inject import Inject
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Package


@dataclass(frozen=True, slots=True)
class Tabled:
    """One table's package by the table's name; `pack`, `assumptions` and `injects` are the table's, not the room's.

    `measures` are those of its own that the package uses.
    """

    name: str
    package: Package
    pack: str
    assumptions: Assumptions = field(default_factory=Assumptions)
    injects: tuple[Inject, ...] = ()
    measures: tuple[Measure, ...] = ()


def nameless(measure: Measure) -> Measure:
    """Return a measure without who estimated it and what was said: figures leave a table, names and talk do not."""
    house = measure.house
    if house is None:
        return measure
    first, second = (
        tuple(one.model_copy(update={"who": ""}) for one in rounds) for rounds in (house.first, house.second)
    )
    return measure.model_copy(update={"house": house.model_copy(update={"first": first, "second": second, "talk": ""})})
