"""The uncertain assumptions of a setting, and runs of the engine in which every column is a set of assumptions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.runs import Tick, part_of
from dealbuilder.engine import draws as random
from dealbuilder.engine.inputs import FIRST_BREAK, Prepared, prepare
from dealbuilder.engine.parameters import P
from dealbuilder.engine.run import run
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.in_force import InForce, in_force
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Package

PIECE = 8192
"""Columns that are laid out and run together: enough to keep every core busy, few enough to hold in memory."""

LUCK = "luck"
"""Stands where an assumption's id would, for when the truce breaks and when it is mended."""
PER_CENT = 100.0

Columns = tuple[FloatArray, FloatArray]
"""Values (parameters, columns) and shocks (shocks, columns)."""
Layout = Callable[[int, int], Columns]
"""Lays out the columns from one place to another."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """The assumptions of which draws differ, in the engine's order, with the figures in force."""

    ids: tuple[str, ...]
    figures: tuple[InForce, ...]

    @property
    def rows(self) -> list[int]:
        """Return the row of each in the engine's parameters."""
        return [int(P[id]) for id in self.ids]

    def of(self, id: str) -> InForce:
        """Return the figures of one; raise ValueError if it is not uncertain."""
        return self.figures[self.ids.index(id)]

    def drawn(self, place: int, uniform: FloatArray) -> FloatArray:
        """Return values of the assumption at a place from uniforms of any shape."""
        known = self.figures[place]
        return random.values(known.distribution, known.value, known.low, known.high, uniform)


def uncertain(catalogue: Catalogue, setting: Setting) -> Uncertain:
    """Return what is uncertain under a setting: pack, worldview and changed assumptions count, in that order."""
    pack, view = catalogue.pack_by_id[setting.pack], catalogue.worldview_by_id[setting.worldview]
    changes = {change.parameter: change for change in setting.changes}
    found = {p.name: in_force(catalogue.parameter_by_id[p.name], pack.parameters, view, changes.get(p.name)) for p in P}
    open = {id: figures for id, figures in found.items() if not figures.certain}
    return Uncertain(tuple(open), tuple(open.values()))


def inputs(catalogue: Catalogue, setting: Setting, draws: int) -> Prepared:
    """Return the inputs of a setting with so many draws; what an inject sets counts with its value, not its range."""
    injects = [_settled(inject) for inject in setting.injects]
    return prepare(catalogue, setting.pack, setting.worldview, setting.changes, draws, setting.seed, injects)


def first_break(setting: Setting) -> FloatArray:
    """Return how lucky each draw is with the first break of the truce, (draws,), percent: 0 at once, 100 never."""
    return PER_CENT * random.uniforms(setting.seed, FIRST_BREAK, setting.draws)


def _settled(inject: Inject) -> Inject:
    shifts = tuple(one.model_copy(update={"low": one.value, "high": one.value}) for one in inject.parameters)
    return inject.model_copy(update={"parameters": shifts}) if shifts else inject


def run_columns(
    prepared: Prepared, packages: Sequence[Package], count: int, layout: Layout, tick: Tick | None = None
) -> list[dict[str, FloatArray]]:
    """Return the outputs of each package over `count` columns, (count,) by id; columns exist a piece at a time."""
    parts: list[list[FloatArray]] = [[] for _ in packages]
    names: tuple[str, ...] = ()
    for begin in range(0, count, PIECE):
        end = min(begin + PIECE, count)
        values, shocks = layout(begin, end)
        laid = replace(
            prepared,
            values=np.ascontiguousarray(values),
            shocks=np.ascontiguousarray(shocks),
            draws=end - begin,
        )
        result = run(laid, packages, tick=part_of(tick, begin / count, end / count), record=False)
        names = result.output_ids
        for part, outputs in zip(parts, result.outputs, strict=True):
            part.append(outputs)
    return [dict(zip(names, np.concatenate(part, axis=1), strict=True)) for part in parts]
