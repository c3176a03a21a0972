"""Many packages x many draws in one call, with progress and cancel."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dealbuilder.engine.inputs import Prepared, calendar
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.names import CLASSES, GOODS
from dealbuilder.engine.opening import MOST, PAYS, Opening, rows, silent_until
from dealbuilder.engine.outputs import OUTPUTS, SERIES
from dealbuilder.engine.progress import Tick, silent
from dealbuilder.engine.promises import Promises, promises
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
    signed = promises(prepared.catalogue, prepared.pack, packages)
    opened = None
    if draws <= MOST and PAYS <= prepared.signing <= silent_until(signed):
        opened = opening(prepared, substeps, replay, record)
    monthly = np.zeros((count if record else 0, len(SERIES), len(prepared.months), draws))
    if opened is not None:
        monthly[:, :, : prepared.signing] = opened.monthly
    begin = 0 if opened is None else prepared.signing
    days = calendar(prepared, substeps, replay, begin, len(prepared.months))
    states = np.zeros((0, draws)) if opened is None else opened.states
    tell(0.0)
    out, met = _simulated(prepared, signed, days, states, monthly, tell, replay)
    outputs = np.ascontiguousarray(out[: count * draws].reshape(count, draws, len(OUTPUTS)).transpose(0, 2, 1))
    mean = met[: count * draws].reshape(count, draws, met.shape[1]).mean(axis=1)
    shape = (GOODS, len(prepared.catalogue.sets["end_uses"]), CLASSES)
    cells, need = np.full((count, *shape), np.nan), np.zeros(shape)
    for place, cell in enumerate(prepared.cells):
        cells[(slice(None), *cell)] = mean[:, place]
        need[cell] = prepared.tables.span_need[place]
    names = tuple(id for id, _ in OUTPUTS)
    return Run(prepared.months, prepared.signing, names, outputs, SERIES, monthly, cells, need)


def opening(prepared: Prepared, substeps: int, replay: bool, record: bool) -> Opening:
    """Return where every package begins that promises nothing before the month of signing; remembered by the inputs."""
    known = prepared.openings.get((substeps, replay, record))
    if known is None:
        tables, months = prepared.tables, prepared.signing
        amount = rows(len(tables.cell_good), len(tables.projects), len(tables.licence_good))
        states = np.full((amount, prepared.draws), np.nan)
        monthly = np.full((int(record), len(SERIES), months, prepared.draws), np.nan)
        signed = promises(prepared.catalogue, prepared.pack, (Package(id="none", name=""),))
        days = calendar(prepared, substeps, replay, 0, months)
        _simulated(prepared, signed, days, states, monthly, silent, replay)
        known = prepared.openings[substeps, replay, record] = Opening(states, monthly[0] if record else monthly)
    return known


def _simulated(
    prepared: Prepared,
    signed: Promises,
    days: FloatArray,
    states: FloatArray,
    monthly: FloatArray,
    tell: Tick,
    replay: bool,
) -> tuple[FloatArray, FloatArray]:
    """Run the kernel over all cores; return outputs and cells, a row a run, the last block filled up."""
    count, draws = len(signed.path_of), prepared.draws
    padded = -(-count * draws // LANES) * LANES
    # The last block is filled up with the last run; no lane ever knows what runs beside it.
    package_of, draw_of = np.divmod(np.minimum(np.arange(padded), count * draws - 1), draws)
    law = prepared.replayed if replay else prepared.law
    struck = prepared.strikes
    expiries = np.maximum(signed.expiries, struck.expiry)
    values = struck.sets(prepared.values)
    out, met = np.empty((padded, len(OUTPUTS))), np.empty((padded, len(prepared.tables.cell_good)))

    def piece(begin: int, end: int) -> None:
        simulate(
            prepared.tables, days, values, struck.era, prepared.shocks, signed.paths, signed.path_of, law,
            struck.shift, struck.bounds, expiries, prepared.path, package_of, draw_of, begin, end, states, out,
            monthly, met,
        )  # fmt: skip

    share = -(-(padded // LANES) // cores()) * LANES
    spread(piece, padded, min(PIECE, share), tell)
    return out, met
