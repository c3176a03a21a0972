"""Many packages x many draws in one call, with progress and cancel."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.engine.inputs import Prepared, calendar
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import CLASSES, GOODS
from dealbuilder.engine.outputs import OUTPUTS, SERIES
from dealbuilder.engine.progress import Tick, silent
from dealbuilder.engine.promises import promises
from dealbuilder.engine.simulate import simulate
from dealbuilder.engine.spread import cores, spread
from dealbuilder.model.package import Package

FloatArray = npt.NDArray[np.float64]
PIECE = 16 * LANES
"""Most runs between two ticks."""


@dataclass(frozen=True, slots=True)
class Run:
    """What came out of packages P under draws D.

    `outputs` (P, I, D); `monthly` (P, S, T, D), of no package if not recorded; `cells` (P, goods, uses, classes),
    percent of need met, mean over draws and scored months, NaN where nothing is needed; `cell_need` (goods, uses,
    classes), t/month, mean over the scored months.
    """

    months: tuple[str, ...]
    signing: int
    output_ids: tuple[str, ...]
    outputs: FloatArray
    series_ids: tuple[str, ...]
    monthly: FloatArray
    cells: FloatArray
    cell_need: FloatArray


def run(
    prepared: Prepared,
    packages: Sequence[Package],
    tick: Tick | None = None,
    replay: bool = False,
    record: bool = True,
    substeps: int = 1,
) -> Run:
    """Run every package under every draw; a batch gives each package the very bits it would get alone.

    `replay` applies acts dated after signing and takes ruptures from them instead of the hazard. `record` False leaves
    the monthly series out. `substeps` divides the month.
    """
    tell = tick or silent
    count, draws = len(packages), prepared.draws
    padded = -(-count * draws // LANES) * LANES
    # The last block is filled up with the last run; no lane ever knows what runs beside it.
    package_of, draw_of = np.divmod(np.minimum(np.arange(padded), count * draws - 1), draws)
    catalogue, pack = prepared.catalogue, prepared.pack
    signed = promises(catalogue, pack, packages)
    law = prepared.replayed if replay else prepared.law
    struck = prepared.strikes
    expiries = np.maximum(signed.expiries, struck.expiry)
    values = struck.sets(prepared.values)
    out = np.empty((padded, len(OUTPUTS)))
    monthly = np.zeros((count if record else 0, len(SERIES), len(prepared.months), draws))
    met = np.empty((padded, len(prepared.tables.cell_good)))
    days = calendar(prepared, substeps, replay)

    def piece(begin: int, end: int) -> None:
        simulate(
            prepared.tables, days, values, struck.era, prepared.shocks, signed.paths, signed.path_of, law,
            struck.shift, struck.bounds, expiries, prepared.path, package_of, draw_of, begin, end, out, monthly, met,
        )  # fmt: skip

    tell(0.0)
    share = -(-(padded // LANES) // cores()) * LANES
    spread(piece, padded, min(PIECE, share), tell)
    outputs = np.ascontiguousarray(out[: count * draws].reshape(count, draws, len(OUTPUTS)).transpose(0, 2, 1))
    mean = met[: count * draws].reshape(count, draws, met.shape[1]).mean(axis=1)
    shape = (GOODS, len(catalogue.sets["end_uses"]), CLASSES)
    cells, need = np.full((count, *shape), np.nan), np.zeros(shape)
    for place, cell in enumerate(prepared.cells):
        cells[(slice(None), *cell)] = mean[:, place]
        need[cell] = prepared.tables.span_need[place]
    names = tuple(id for id, _ in OUTPUTS)
    return Run(prepared.months, prepared.signing, names, outputs, SERIES, monthly, cells, need)
