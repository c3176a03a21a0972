"""What a score hangs on: one assumption at a time at its low and high figure, the widest first, and what would flip."""

from collections.abc import Sequence

import numpy as np

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.flips import flips
from dealbuilder.analysis.hanging import SHOWN, Bar, Flip, Tornado
from dealbuilder.analysis.quantity import Line, Quantity, lines, measured
from dealbuilder.analysis.runs import RunStore, Tick, part_of, world
from dealbuilder.analysis.swings import Swings, swings
from dealbuilder.model.package import Package

TRIED = 24
"""Assumptions whose flip is looked for: the widest, and the widest of those whose ends disagree."""
BATCH = 0.7
"""Share of the work that the lows and highs take, about."""


def tornado(
    store: RunStore,
    package: Package,
    baseline: Package,
    setting: Setting,
    wanted: Quantity,
    line: Line | None = None,
    known: Swings | None = None,
    tick: Tick | None = None,
) -> Tornado:
    """Return what a quantity hangs on; without a line its first one counts. `known` spares the batch of runs."""
    ran = known or swings(store.catalogue, package, baseline, setting, [wanted], part_of(tick, 0.0, BATCH))
    return of_swings(store, ran, wanted, line or lines(wanted)[0], part_of(tick, BATCH, 1.0))


def of_swings(store: RunStore, ran: Swings, wanted: Quantity, line: Line, tick: Tick | None = None) -> Tornado:
    """Return the tornado of a quantity from the batch of lows and highs.

    Bars start from the scoreboard's mean over all draws: the common ones say how far it moves, not where it stands.
    """
    seen = ran.by_id[wanted.id]
    ours, theirs = store.draws(world(ran.setting), (ran.package, ran.baseline))
    level, gain = measured(wanted, ours.outputs, theirs.outputs)
    centre, change = float(level.mean()), float(gain.mean())
    offset = centre - seen.centre, change - seen.centre_gain
    margin = line.margin(np.array(centre), np.array(change))
    width = np.abs(seen.level[:, 1] - seen.level[:, 0])
    order = [int(place) for place in np.argsort(-width, kind="stable") if seen.moved[place] > 0.0]
    ends = line.margin(seen.level + offset[0], seen.gain + offset[1])
    tried = _tried(order, line.met(ends[:, 0]) != line.met(ends[:, 1]))
    turned = flips(ran, wanted, line, offset, tried, tick)
    # No mean lies beyond what draws can give: a share of worlds that the shift would take below nought stays there.
    within = min(level.min(), seen.level.min()), max(level.max(), seen.level.max())
    shown = np.clip(seen.level + offset[0], *within)
    bars = tuple(
        Bar(
            ran.uncertain.ids[place],
            ran.uncertain.figures[place],
            float(shown[place, 0]),
            float(shown[place, 1]),
            float(seen.error[place]),
            turned.get(place, Flip("untried")),
        )
        for place in order
    )
    return Tornado(
        wanted,
        line,
        centre,
        change,
        float(margin),
        bool(line.met(margin)),
        bars,
        len(width) - len(bars),
        ran.draws,
        ran.setting.draws,
    )


def _tried(order: Sequence[int], apart: np.ndarray) -> list[int]:
    first = list(order[:SHOWN])
    return [*first, *[place for place in order[SHOWN:] if apart[place]][: TRIED - SHOWN]]
