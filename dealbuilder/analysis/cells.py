"""Goods by end uses by classes: heat maps, and which cell is worst."""

import numpy as np

from dealbuilder.analysis.evaluation import Cell, FloatArray, HeatMap
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.parties import CLASSES

MOVABLE = 0.5
"""Percentage points by which a package must shift a cell to count as able to move it."""

ALIKE = 1
"""Decimals of a percent at which two cells count as equally bad; the one with the greater need is then named."""


def heat_maps(catalogue: Catalogue, cells: FloatArray, baseline: FloatArray) -> tuple[HeatMap, ...]:
    """Return one map a class from cells of shape (goods, end uses, classes), percent, NaN where nothing is needed."""
    goods = tuple(named.id for named in catalogue.sets["goods"])
    end_uses = tuple(named.id for named in catalogue.sets["end_uses"])
    return tuple(
        HeatMap(klass, goods, end_uses, np.ascontiguousarray(cells[:, :, k]), np.ascontiguousarray(baseline[:, :, k]))
        for k, klass in enumerate(CLASSES)
    )


def worst_cells(maps: tuple[HeatMap, ...], need: FloatArray) -> tuple[Cell, ...]:
    """Return the worst cell of each class; `need` of shape (goods, end uses, classes) settles ties."""
    found = (_worst(_within((heat,), need[:, :, k : k + 1])) for k, heat in enumerate(maps))
    return tuple(cell for cell in found if cell is not None)


def worst_movable(maps: tuple[HeatMap, ...], need: FloatArray) -> Cell | None:
    """Return the worst cell among those that the package shifts against the baseline, or None if it shifts none."""
    return _worst(_within(maps, need, MOVABLE))


def _within(maps: tuple[HeatMap, ...], need: FloatArray, shift: float = 0.0) -> list[Cell]:
    """Return the equally bad worst cells among those shifted by at least `shift`, the greatest needs only."""
    values = np.stack([heat.values for heat in maps], axis=-1)
    moved = np.abs(values - np.stack([heat.baseline for heat in maps], axis=-1))
    eligible = np.isfinite(values) & (moved >= shift)
    if not eligible.any():
        return []
    rounded = np.where(eligible, np.round(values, ALIKE), np.inf)
    bad = rounded == rounded.min()
    most = bad & (need == need[bad].max())
    return [
        Cell(heat.goods[g], heat.end_uses[e], heat.klass, float(heat.values[g, e]), float(heat.baseline[g, e]))
        for g, e, k in np.argwhere(most)
        for heat in (maps[k],)
    ]


def _worst(cells: list[Cell]) -> Cell | None:
    return min(cells, key=lambda cell: (cell.material, cell.end_use), default=None)
