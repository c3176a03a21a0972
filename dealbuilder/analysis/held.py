"""The model held against every calibration target: what it gives, whether that is near enough, and if not, why."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis.backtest import US, WORLD, Backtest
from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.runs import World
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.names import MONTH_DAYS, YEAR
from dealbuilder.engine.run import run
from dealbuilder.engine.schedule import index
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.package import Package
from dealbuilder.model.targets import Target

FALLEN = 1.0 - 0.84
"""Share of the peak to which the price of dysprosium fell (target price_decay)."""
BACK = 0.95
"""Share of the 2024 level at which a flow counts as back."""
CONTROLS_DAY = 4
"""Day of April 2025 on which the controls took force (re_ann18)."""

Figures = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """One target: what the model gives in the target's unit, and whether it is near enough; None: not asked of it."""

    target: Target
    found: Figures
    met: bool | None


@dataclass(frozen=True, slots=True)
class Replayed:
    """A replay as monthly means, by series, with what places a date in it."""

    catalogue: Catalogue
    months: tuple[str, ...]
    series: dict[str, FloatArray]
    trade: Backtest

    def at(self, id: str, date: str) -> float:
        """Return a stock at the end of a month (YYYY-MM) or on a day (YYYY-MM-DD), between two month ends."""
        path, place = self.series[id], index(date[:7]) - index(self.months[0])
        if len(date) == len("2025-06"):
            return float(path[place])
        share = int(date[8:]) / MONTH_DAYS
        before = float(path[place - 1]) if place > 0 else 0.0
        return before + min(1.0, share) * (float(path[place]) - before)

    def month_of(self, id: str, level: float) -> float:
        """Return the place of the first month after the trough that reaches a level; infinity if none does."""
        path = self.series[id]
        after = np.flatnonzero((path >= level) & (np.arange(len(path)) > int(np.argmin(path[:12]))))
        return float(after[0]) if len(after) else math.inf


def replayed(catalogue: Catalogue, pack: Pack, world: World, trade: Backtest) -> Replayed:
    """Return the monthly means of a replay beside the backtest of the same world."""
    prepared = prepare(catalogue, pack.id, world.worldview, world.changes, world.draws, world.seed)
    ran = run(prepared, [Package(id="replay", name="")], replay=True)
    means = {id: ran.monthly[0, row].mean(axis=-1) for row, id in enumerate(ran.series_ids)}
    return Replayed(catalogue, prepared.months, means, trade)


def held(targets: Sequence[Target], replay: Replayed) -> tuple[Held, ...]:
    """Return every target with what the model gives for it."""
    return tuple(_one(target, replay) for target in targets)


def _one(target: Target, replay: Replayed) -> Held:
    measure = MEASURES.get(target.id)
    if measure is None:
        return Held(target, (), None)
    found = measure(replay)
    return Held(target, found, _near(target, found))


def _near(target: Target, found: Figures) -> bool:
    if target.rule == "each" and target.within is not None:
        return all(abs(value - seen) <= target.within for value, seen in zip(found, target.values, strict=True))
    if target.rule == "mean_error" and target.within is not None:
        # The months stand first, their mean absolute error last.
        return found[-1] <= target.within and _lowest_fits(target, found[:-1])
    if target.rule == "prior":
        low, high = found[0], found[-1]
        return all(low <= seen <= high for seen in target.values)
    low = -math.inf if target.low is None else target.low
    high = math.inf if target.high is None else target.high
    return all(low <= value <= high for value in found)


def _lowest_fits(target: Target, months: Figures) -> bool:
    return target.lowest is None or target.at[int(np.argmin(months))] == target.lowest


def _trade(destination: str) -> Callable[[Replayed], Figures]:
    def months(replay: Replayed) -> Figures:
        return (*(row.mean for row in replay.trade.of(destination)), replay.trade.errors[destination])

    return months


def _trough(replay: Replayed) -> Figures:
    return (min(row.mean for row in replay.trade.of(US)),)


def _lag(replay: Replayed) -> Figures:
    """Months by which heavies are back later than magnets; to the end of the replay if they are not back in it."""
    heavies = min(replay.month_of("heavies_abroad", 100.0 * BACK), float(len(replay.months)))
    return (heavies - replay.month_of("magnets_world", BACK),)


def _samarium(replay: Replayed) -> Figures:
    first, last = (index(month) - index(replay.months[0]) for month in ("2025-05", "2025-10"))
    return (float(replay.series["samarium_military"][first : last + 1].max()) / 100.0,)


def _europe(replay: Replayed) -> Figures:
    return tuple(replay.at("approval_allies", date) / 100.0 for date in ("2025-06-04", "2025-06-30", "2025-11-06"))


def _distributor(replay: Replayed) -> Figures:
    return (replay.at("approval_dual_use", "2025-06") / 100.0,)


def _days(replay: Replayed) -> Figures:
    return (replay.at("days_to_cargo", "2025-07"),)


def _stoppage(replay: Replayed) -> Figures:
    """Months from the controls until civil supply falls below the rate at which plants stand still."""
    path = replay.series["supply_civil"] / 100.0
    threshold = replay.catalogue.parameter_by_id["run_threshold"].value
    place = int(np.flatnonzero(path < threshold)[0])
    part = (path[place - 1] - threshold) / (path[place - 1] - path[place])
    # A month's mean stands for its middle.
    return (place - 0.5 + float(part) - CONTROLS_DAY / MONTH_DAYS,)


def _range(id: str, less: float = 0.0) -> Callable[[Replayed], Figures]:
    def figures(replay: Replayed) -> Figures:
        known = replay.catalogue.parameter_by_id[id]
        return known.low - less, known.value - less, known.high - less

    return figures


def _price(replay: Replayed) -> Figures:
    return (-math.log(FALLEN) / (replay.catalogue.parameter_by_id["price_down"].value * YEAR),)


def _life(replay: Replayed) -> Figures:
    return (1.0 / replay.catalogue.parameter_by_id["hazard_truce"].value,)


def _ramps(*measures: str) -> Callable[[Replayed], Figures]:
    """Days that instruments take in the catalogue, within one step of the model."""

    def days(replay: Replayed) -> Figures:
        ramps = [replay.catalogue.measure_by_id[id].ramp * MONTH_DAYS for id in measures]
        return min(ramps) - MONTH_DAYS, max(ramps) + MONTH_DAYS

    return days


MEASURES: dict[str, Callable[[Replayed], Figures]] = {
    "magnets_world": _trade(WORLD),
    "magnets_us": _trade(US),
    "magnets_us_trough": _trough,
    "heavy_oxides_lag": _lag,
    "samarium_military": _samarium,
    "approval_europe": _europe,
    "approval_us_distributor": _distributor,
    "review_clock": _range("clock_rest"),
    "days_to_cargo": _days,
    "first_stoppage": _stoppage,
    "chemical_plant_delay": _range("delay_plant"),
    "chemical_plant_overrun": _range("overrun", less=1.0),
    "magnet_plant_delay": _range("delay_magnet"),
    "price_decay": _price,
    "letters_lifted": _ramps("lift_eda", "lift_ethane", "lift_aircraft"),
    "h20_lifted": _ramps("rescind_ai_letters"),
    "chips_accepted": _range("accept_chips"),
    "truce_lives": _life,
}
"""How the model is asked, by target; what is not here cannot be asked of it (the page says why)."""
