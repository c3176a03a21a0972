"""Many packages x many draws in one call, with progress and cancel."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.engine import schedule
from dealbuilder.engine.inputs import Prepared, calendar, deviations
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import CLASSES, GOODS
from dealbuilder.engine.outputs import OUTPUTS, SERIES
from dealbuilder.engine.progress import Tick, silent
from dealbuilder.engine.simulate import simulate
from dealbuilder.model.package import Package

FloatArray = npt.NDArray[np.float64]
Piece = Callable[[int, int], None]
"""Runs the blocks from the first run to the last."""

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
    signed = deviations(catalogue, schedule.schedule(catalogue, pack, packages, replay))
    law = prepared.replayed if replay else prepared.law
    struck = prepared.strikes
    expiries = np.maximum(schedule.terms(catalogue, pack, packages), struck.expiry)
    values = struck.sets(prepared.values)
    out = np.empty((padded, len(OUTPUTS)))
    monthly = np.zeros((count if record else 0, len(SERIES), len(prepared.months), draws))
    met = np.empty((padded, len(prepared.tables.cell_good)))
    days = calendar(prepared, substeps, replay)

    def piece(begin: int, end: int) -> None:
        simulate(
            prepared.tables, days, values, struck.era, prepared.shocks, signed, law, struck.shift, struck.bounds,
            expiries, prepared.path, package_of, draw_of, begin, end, out, monthly, met,
        )  # fmt: skip

    tell(0.0)
    blocks, cores = padded // LANES, os.cpu_count() or 1
    size = min(PIECE, -(-blocks // cores) * LANES)
    _spread(piece, [(begin, min(padded, begin + size)) for begin in range(0, padded, size)], cores, tell)
    outputs = np.ascontiguousarray(out[: count * draws].reshape(count, draws, len(OUTPUTS)).transpose(0, 2, 1))
    mean = met[: count * draws].reshape(count, draws, met.shape[1]).mean(axis=1)
    shape = (GOODS, len(catalogue.sets["end_uses"]), CLASSES)
    cells, need = np.full((count, *shape), np.nan), np.zeros(shape)
    for place, cell in enumerate(prepared.cells):
        cells[(slice(None), *cell)] = mean[:, place]
        need[cell] = prepared.tables.span_need[place]
    names = tuple(id for id, _ in OUTPUTS)
    return Run(prepared.months, prepared.signing, names, outputs, SERIES, monthly, cells, need)


def _spread(piece: Piece, pieces: list[tuple[int, int]], cores: int, tell: Tick) -> None:
    """Run pieces on every core, the caller's thread among them; a cancelled run drops what has not begun."""
    if len(pieces) == 1 or cores == 1:
        for done, (begin, end) in enumerate(pieces, start=1):
            piece(begin, end)
            tell(done / len(pieces))
        return
    with ThreadPoolExecutor(max_workers=cores - 1) as pool:
        waiting = [pool.submit(piece, begin, end) for begin, end in pieces]
        try:
            # From the far end: what no other thread has begun is the caller's.
            for number, future in enumerate(reversed(waiting), start=1):
                if future.cancel():
                    piece(*pieces[-number])
                    tell(number / len(waiting))
            for future in waiting:
                if not future.cancelled():
                    future.result()
        finally:
            for future in waiting:
                future.cancel()
    tell(1.0)
