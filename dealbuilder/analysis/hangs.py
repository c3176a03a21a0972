"""What a score hangs on, whole: the tornado with its flips, the global indices, and the three to argue about."""

from collections.abc import Sequence
from dataclasses import replace

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.flips import flips
from dealbuilder.analysis.global_indices import POINTS, given_data, screened, sobol_indices
from dealbuilder.analysis.hanging import Hangs
from dealbuilder.analysis.quantity import Line, Quantity, lines
from dealbuilder.analysis.runs import RunStore, Tick, part_of
from dealbuilder.analysis.swings import Swings, swings
from dealbuilder.analysis.tornado import of_swings
from dealbuilder.model.package import Package

GIVEN = 48
"""Assumptions whose share is estimated from the draws at hand."""


def batch(
    store: RunStore,
    package: Package,
    baseline: Package,
    setting: Setting,
    wanted: Sequence[Quantity],
    tick: Tick | None = None,
) -> Swings:
    """Return the lows and highs of every assumption, for as many quantities as may be asked about."""
    return swings(store.catalogue, package, baseline, setting, wanted, tick)


def hangs(
    store: RunStore, ran: Swings, wanted: Quantity, line: Line | None = None, *, full: bool, tick: Tick | None = None
) -> Hangs:
    """Return what a quantity hangs on from a batch of lows and highs; `full` asks for Sobol's indices."""
    told = of_swings(store, ran, wanted, line or lines(wanted)[0], part_of(tick, 0.0, 0.3))
    piece = part_of(tick, 0.3, 0.95)
    if not full:
        among = screened(ran, wanted, GIVEN)
        return Hangs(told, given_data(store, ran.package, ran.baseline, ran.setting, wanted, among, piece), full=False)
    alone = screened(ran, wanted)
    (indices,) = sobol_indices(
        store.catalogue, ran.package, ran.baseline, ran.setting, [wanted], alone, POINTS, tick=piece
    )
    return _turned(Hangs(told, indices, full=True), ran, part_of(tick, 0.95, 1.0))


def _turned(found: Hangs, ran: Swings, tick: Tick | None) -> Hangs:
    """Return the same with the flip of every assumption that is argued about, were its bar too narrow to be tried."""
    told = found.tornado
    untried = [bar.parameter for bar in told.bars if bar.parameter in found.argued and bar.flip.outcome == "untried"]
    if not untried:
        return found
    seen = ran.by_id[told.quantity.id]
    places = [ran.uncertain.ids.index(id) for id in untried]
    offset = told.centre - seen.centre, told.change - seen.centre_gain
    turned = flips(ran, told.quantity, told.line, offset, places, tick)
    by_id = {ran.uncertain.ids[place]: flip for place, flip in turned.items()}
    bars = tuple(replace(bar, flip=by_id.get(bar.parameter, bar.flip)) for bar in told.bars)
    return replace(found, tornado=replace(told, bars=bars))
