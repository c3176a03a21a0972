"""What a score hangs on: one assumption at a time at its low and high figure, the widest first, and what would flip."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.flips import Flip, flips
from dealbuilder.analysis.quantity import Line, Quantity, lines, measured
from dealbuilder.analysis.runs import RunStore, Tick, part_of, world
from dealbuilder.analysis.swings import Swings, swings
from dealbuilder.model.in_force import InForce
from dealbuilder.model.package import Package

SHOWN = 10
"""Bars of a tornado."""
TRIED = 24
"""Assumptions whose flip is looked for: the widest, and the widest of those whose ends disagree."""
BATCH = 0.7
"""Share of the work that the lows and highs take, about."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One assumption: `low` and `high` are what the quantity is with the assumption at its low and its high figure.

    `swing` is high - low, `error` its standard error, `flip` what becomes of the verdict between.
    """

    parameter: str
    figures: InForce
    low: float
    high: float
    error: float
    flip: Flip

    @property
    def swing(self) -> float:
        """Return how far the quantity moves from the low to the high figure, signed."""
        return self.high - self.low

    @property
    def width(self) -> float:
        """Return how wide the bar is."""
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class Tornado:
    """What one quantity hangs on.

    `centre` is its mean over all draws, as on the scoreboard, `change` that of its change against the baseline;
    `margin` and `met` are the verdict there.

    `bars` holds every assumption that moves it, the widest first; `still` counts those that move nothing. `draws` are
    the common draws at which the rest stood, `all_draws` those of the centre.
    """

    quantity: Quantity
    line: Line
    centre: float
    change: float
    margin: float
    met: bool
    bars: tuple[Bar, ...]
    still: int
    draws: int
    all_draws: int

    @property
    def shown(self) -> tuple[Bar, ...]:
        """Return the bars that are drawn."""
        return self.bars[:SHOWN]

    @property
    def others(self) -> tuple[Bar, ...]:
        """Return the bars that are not drawn."""
        return self.bars[SHOWN:]

    def bar(self, parameter: str) -> Bar | None:
        """Return the bar of an assumption; None if it moves nothing."""
        return next((bar for bar in self.bars if bar.parameter == parameter), None)


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
    bars = tuple(
        Bar(
            ran.uncertain.ids[place],
            ran.uncertain.figures[place],
            float(seen.level[place, 0] + offset[0]),
            float(seen.level[place, 1] + offset[0]),
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
