"""Many packages x many draws in one call, with progress and cancel."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.engine import schedule
from dealbuilder.engine.inputs import Prepared, calendar
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import CLASSES, GOODS
from dealbuilder.engine.outputs import OUTPUTS, SERIES
from dealbuilder.engine.progress import Tick, silent
from dealbuilder.engine.simulate import simulate
from dealbuilder.engine.tables import cells as cells_of
from dealbuilder.model.package import Package

FloatArray = npt.NDArray[np.float64]

PIECE = 16 * LANES
"""Runs between two ticks."""
THREADED = 2048
"""Runs above which pieces go to several threads; below, waking threads costs more than it brings."""


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


def deviations(prepared: Prepared, levels: FloatArray) -> FloatArray:
    """Return levels (..., channels, months) as deviations from rest, improvements positive, months before channels."""
    channels = prepared.catalogue.channels
    rest = np.array([channel.rest for channel in channels])
    sign = np.array([-1.0 if channel.combine == "min" else 1.0 for channel in channels])
    return np.ascontiguousarray(np.swapaxes((levels - rest[:, None]) * sign[:, None], -1, -2))


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
    signed = deviations(prepared, schedule.schedule(catalogue, pack, packages, replay))
    law = deviations(prepared, schedule.acts(catalogue, pack, replay))
    expiries = schedule.terms(catalogue, pack, packages)
    out = np.empty((padded, len(OUTPUTS)))
    monthly = np.zeros((count if record else 0, len(SERIES), len(prepared.months), draws))
    met = np.empty((padded, len(prepared.tables.cell_good)))
    days = calendar(prepared, substeps, replay)

    def piece(begin: int, end: int) -> None:
        simulate(
            prepared.tables, days, prepared.values, prepared.shocks, signed, law, expiries, prepared.path,
            package_of, draw_of, begin, end, out, monthly, met,
        )  # fmt: skip

    tell(0.0)
    pieces = [(begin, min(padded, begin + PIECE)) for begin in range(0, padded, PIECE)]
    if padded < THREADED:
        for begin, end in pieces:
            piece(begin, end)
            tell(end / padded)
    else:
        _spread(piece, pieces, tell)
    outputs = np.ascontiguousarray(out[: count * draws].reshape(count, draws, len(OUTPUTS)).transpose(0, 2, 1))
    mean = met[: count * draws].reshape(count, draws, met.shape[1]).mean(axis=1)
    shape = (GOODS, len(catalogue.sets["end_uses"]), CLASSES)
    cells, need = np.full((count, *shape), np.nan), np.zeros(shape)
    for place, cell in enumerate(cells_of(catalogue)):
        cells[(slice(None), *cell)] = mean[:, place]
        need[cell] = prepared.tables.span_need[place]
    names = tuple(id for id, _ in OUTPUTS)
    return Run(prepared.months, prepared.signing, names, outputs, SERIES, monthly, cells, need)


def _spread(piece, pieces: list[tuple[int, int]], tell: Tick) -> None:
    """Run pieces on several threads; when somebody cancels, pieces not yet begun are dropped."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        waiting = [pool.submit(piece, begin, end) for begin, end in pieces]
        try:
            for done, future in enumerate(waiting, start=1):
                future.result()
                tell(done / len(waiting))
        finally:
            for future in waiting:
                future.cancel()
