"""Every uncertain assumption set to its low and to its high figure, the rest at common draws: one batch of runs.

The rest stands at draws and not at its middles: a mean over draws is what the scoreboard shows, a deal that breaks in
half of all worlds has no middle, and an assumption that only matters in some worlds is not missed. The draws are the
first STRATA of the deal's own: they share out every range evenly, and every end meets the very same ones, so that an
assumption that moves nothing is told as exactly nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.quantity import Quantity, measured
from dealbuilder.analysis.runs import Tick
from dealbuilder.analysis.uncertain import Uncertain, inputs, run_columns, uncertain
from dealbuilder.engine.draws import STRATA
from dealbuilder.engine.inputs import Prepared
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package

ENDS = 2


@dataclass(frozen=True, slots=True)
class Swing:
    """One quantity under every assumption in turn.

    `centre` and `centre_gain`: means over the common draws. `level`, `gain` (assumptions, 2): means with the assumption
    at its low and its high figure. `moved` (assumptions,): mean over draws of how far the two ends lie apart, whatever
    the direction; it is what screens assumptions, after Morris. `error` (assumptions,): standard error of high - low.
    """

    centre: float
    centre_gain: float
    level: FloatArray
    gain: FloatArray
    moved: FloatArray
    error: FloatArray


@dataclass(frozen=True, slots=True)
class Swings:
    """What a batch of lows and highs says of every quantity, by id, and what it takes to ask on."""

    package: Package
    baseline: Package
    setting: Setting
    prepared: Prepared
    uncertain: Uncertain
    by_id: dict[str, Swing]

    @property
    def draws(self) -> int:
        """Return how many common draws the rest stood at."""
        return self.prepared.draws


def swings(
    catalogue: Catalogue,
    package: Package,
    baseline: Package,
    setting: Setting,
    wanted: Sequence[Quantity],
    tick: Tick | None = None,
) -> Swings:
    """Run every low and high figure, and the common draws themselves, for package and baseline."""
    known = uncertain(catalogue, setting)
    prepared = inputs(catalogue, setting, min(setting.draws, STRATA))
    ends = [(figures.low, figures.high) for figures in known.figures]
    at = np.array([[row, value] for row, pair in zip(known.rows, ends, strict=True) for value in pair]).reshape(-1, 2)
    # Before all ends stands the base: a row of the parameters set to what it is drawn as.
    ours, theirs = run_sets(prepared, (package, baseline), at[:, 0].astype(int), at[:, 1], tick, base=True)
    found = {one.id: _swing(*measured(one, ours, theirs), len(known.ids), prepared.draws) for one in wanted}
    return Swings(package, baseline, setting, prepared, known, found)


def run_sets(
    prepared: Prepared,
    packages: Sequence[Package],
    rows: Sequence[int] | np.ndarray,
    values: FloatArray,
    tick: Tick | None = None,
    *,
    base: bool = False,
) -> list[dict[str, FloatArray]]:
    """Run the common draws once for each set, in which one row of the parameters stands at a value.

    `rows`, `values` (sets,). Outputs (sets x draws,) by id, draws innermost; with `base` the draws as they are first.
    """
    draws, first = prepared.draws, int(base)

    def layout(begin: int, end: int) -> tuple[FloatArray, FloatArray]:
        column = np.arange(begin, end)
        which, draw = np.divmod(column, draws)
        laid = prepared.values[:, draw]
        changed = which >= first
        place = np.flatnonzero(changed)
        sets = which[changed] - first
        laid[np.asarray(rows, dtype=int)[sets], place] = np.asarray(values)[sets]
        return laid, prepared.shocks[:, draw]

    return run_columns(prepared, packages, (len(rows) + first) * draws, layout, tick)


def _swing(level: FloatArray, gain: FloatArray, count: int, draws: int) -> Swing:
    ends = level[draws:].reshape(count, ENDS, draws)
    gains = gain[draws:].reshape(count, ENDS, draws)
    apart = ends[:, 1] - ends[:, 0]
    spread = apart.std(axis=1, ddof=1) if draws > 1 else np.full(count, np.nan)
    return Swing(
        centre=float(level[:draws].mean()),
        centre_gain=float(gain[:draws].mean()),
        level=ends.mean(axis=2),
        gain=gains.mean(axis=2),
        moved=np.abs(apart).mean(axis=1),
        error=spread / np.sqrt(draws),
    )
