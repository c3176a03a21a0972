"""Goods by end uses by classes: heat maps, and which cell is worst."""

from collections.abc import Iterator

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
    found = (_worst(list(_cells(heat, need[:, :, k]))) for k, heat in enumerate(maps))
    return tuple(cell for cell in found if cell is not None)


def worst_movable(maps: tuple[HeatMap, ...], need: FloatArray) -> Cell | None:
    """Return the worst cell among those that the package shifts against the baseline, or None if it shifts none."""
    every = [pair for k, heat in enumerate(maps) for pair in _cells(heat, need[:, :, k])]
    return _worst([(cell, amount) for cell, amount in every if abs(cell.value - cell.baseline) >= MOVABLE])


def _cells(heat: HeatMap, need: FloatArray) -> Iterator[tuple[Cell, float]]:
    for row, good in enumerate(heat.goods):
        for column, end_use in enumerate(heat.end_uses):
            value = float(heat.values[row, column])
            if np.isfinite(value):
                baseline = float(heat.baseline[row, column])
                yield Cell(good, end_use, heat.klass, value, baseline), float(need[row, column])


def _worst(pairs: list[tuple[Cell, float]]) -> Cell | None:
    if not pairs:
        return None
    return min(pairs, key=lambda pair: (round(pair[0].value, ALIKE), -pair[1], pair[0].material, pair[0].end_use))[0]
