"""What one case of a check came to, and what can be read off it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.analysis.reality import opening
from dealbuilder.engine.inputs import Prepared
from dealbuilder.engine.names import Good
from dealbuilder.engine.tables import cells
from dealbuilder.model.package import HORIZON, Package

FloatArray = npt.NDArray[np.float64]

PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """A package under the draws of one world.

    `outputs` (draws,) by id; `series` (months,) by id, mean over draws; `cells` (goods, end uses, classes), percent of
    need met, mean over draws and scored months.
    """

    prepared: Prepared
    package: Package
    outputs: dict[str, FloatArray]
    series: dict[str, FloatArray]
    cells: FloatArray

    def mean(self, id: str) -> float:
        """Return the mean of an output over the draws."""
        return float(self.outputs[id].mean())

    def cell(self, good: Good, end_use: str, klass: int) -> float:
        """Return the share of one cell's need that is met, percent."""
        return float(self.cells[good, self._use(end_use), klass])

    def cover(self, good: Good, end_use: str, klass: int) -> float:
        """Return what full stores of a cell would meet of its need over the scored months, percent."""
        place = cells(self.prepared.catalogue).index((good, self._use(end_use), klass))
        return PERCENT * float(self.prepared.tables.cell_cover[place]) / HORIZON

    def month(self, label: str) -> int:
        """Return the place of a month written YYYY-MM."""
        return self.prepared.months.index(label)

    def scored(self, id: str) -> FloatArray:
        """Return a monthly series over the scored months."""
        return self.series[id][self.prepared.signing + 1 :]

    def access(self, segment: str) -> FloatArray:
        """Return access to a segment by month, 0 to 1, if law and package are delivered in full."""
        place = [named.id for named in self.prepared.catalogue.sets["segments"]].index(segment)
        return opening.by_month(self.prepared, self.package)[:, place]

    def _use(self, end_use: str) -> int:
        return [named.id for named in self.prepared.catalogue.sets["end_uses"]].index(end_use)
