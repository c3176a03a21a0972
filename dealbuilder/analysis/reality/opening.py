"""Access to every segment under a package that is delivered in full: the engine's own bottleneck, month by month."""

import numpy as np
import numpy.typing as npt

from dealbuilder.engine import access, schedule
from dealbuilder.engine.inputs import Prepared, deviations
from dealbuilder.engine.lanes import LANES
from dealbuilder.model.package import Package

FloatArray = npt.NDArray[np.float64]


def by_month(prepared: Prepared, package: Package) -> FloatArray:
    """Return access (months, segments), 0 barred to 1 free, with no delivery lost and no new control added."""
    catalogue, pack = prepared.catalogue, prepared.pack
    signed = deviations(catalogue, schedule.schedule(catalogue, pack, [package]))[0]
    force = np.where(signed < 0, signed, np.maximum(signed, prepared.law))
    doors = np.zeros((len(prepared.tables.instrument), LANES))
    free = np.zeros((len(prepared.tables.segment), LANES))
    rows = []
    for month in force:
        access.openness(prepared.tables, np.repeat(month[:, None], LANES, axis=1), doors)
        access.bottleneck(prepared.tables, doors, free)
        rows.append(free[:, 0].copy())
    return np.array(rows)
