"""From the engine's outputs to the catalogue's indicators: means, bands and errors on paired draws."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import FloatArray, Score, Setting
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.in_force import in_force
from dealbuilder.model.indicator import Indicator

Outputs = Mapping[str, FloatArray]
"""Arrays of shape (draws,) by output id."""

PERCENT = 100.0
GRID = 2.0**32
"""Means of the lead are put on a binary grid, so that costs against two baselines add up to the last bit."""

LEVELS = {
    "supply_restored": "supply",
    "supply_month_6": "supply_m6",
    "supply_month_12": "supply_m12",
    "supply_month_60": "supply_m60",
    "supply_civil": "supply_civil",
    "supply_dual_use": "supply_dual_use",
    "supply_military": "supply_military",
    "supply_equal": "supply_equal",
    "supply_value": "supply_value",
    "supply_stock_charge": "stock_charge",
    "supply_from_licensed": "from_licensed",
    "supply_from_leakage": "from_leakage",
    "supply_from_allied": "from_allied",
    "supply_from_recycling": "from_recycling",
    "supply_from_stock": "from_stock",
    "supply_avoided": "from_avoided",
    "nonchinese_mine": "noncn_mine",
    "nonchinese_separate": "noncn_separate",
    "nonchinese_metal": "noncn_metal",
    "nonchinese_magnet": "noncn_magnet",
    "cutoff_survival": "cutoff_survival",
    "derisking_capital": "capital",
    "downtime": "downtime",
    "days_to_cargo": "days_to_cargo_12",
    "days_to_cargo_late": "days_to_cargo_60",
    "china_compute": "china_compute",
    "china_tools": "china_tools",
    "china_memory": "china_memory",
    "china_earnings": "china_earnings",
    "china_leverage": "china_leverage",
    "value_given_us": "given_us",
    "value_received_us": "received_us",
    "value_given_china": "given_china",
    "value_received_china": "received_china",
}
"""Indicators that are an output as it is."""

SHARES = {"alive_12": "alive_12", "alive_36": "alive_36", "alive_60": "alive_60"}
"""Indicators that are an output between 0 and 1, in percent."""

GAINS = {
    "revenue_chip_designers": "revenue_chip_designers",
    "revenue_toolmakers": "revenue_toolmakers",
    "revenue_design_software": "revenue_design_software",
    "revenue_energy_aviation": "revenue_energy_aviation",
    "leadership_china_gain": "lead_china_part",
    "leadership_us_slowed": "lead_us_part",
}
"""Indicators that are package less baseline."""

SAVINGS = {
    "leadership_cost": "lead",
    "leadership_compute": "lead_compute",
    "leadership_tools": "lead_tools",
    "leadership_memory": "lead_memory",
    "leadership_late": "lead_late",
    "writeoffs_avoided": "writeoffs",
    "output_avoided": "output_lost",
}
"""Indicators that are baseline less package."""

BALANCES = {"balance_us": ("received_us", "given_us"), "balance_china": ("received_china", "given_china")}

DRAWN = frozenset({*LEVELS, *SHARES, *GAINS, *SAVINGS, *BALANCES})
"""Indicators that every single draw defines."""


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """Numbers that indicators are measured against: the envelope in USD bn, the gap's limit in percent."""

    envelope: float
    gap_limit: float


def yardsticks(catalogue: Catalogue, setting: Setting) -> Yardsticks:
    """Return the yardsticks that count under a setting."""
    pack, view = catalogue.pack_by_id[setting.pack], catalogue.worldview_by_id[setting.worldview]
    changes = {change.parameter: change for change in setting.changes}
    envelope, gap_limit = (
        in_force(catalogue.parameter_by_id[id], pack.parameters, view, changes.get(id)).value
        for id in ("essay_envelope", "gap_limit")
    )
    return Yardsticks(envelope, gap_limit)


def scores(wanted: Iterable[Indicator], package: Outputs, baseline: Outputs, measure: Yardsticks) -> tuple[Score, ...]:
    """Return the wanted indicators of a package against a baseline run on the same draws.

    What is a quantity of each draw is summed up and sorted in one go: fifty small calls cost more than one large one.
    """
    asked = tuple(wanted)
    found = {i.id: quantity for i in asked if (quantity := _quantity(i.id, package, baseline, measure)) is not None}
    figures = dict(zip(found, _figures(list(found.values())), strict=True)) if found else {}
    return tuple(
        Score(i.id, i.unit, *figures[i.id])
        if i.id in figures
        else DERIVED[i.id](i.id, i.unit, package, baseline, measure)
        for i in asked
    )


def per_draw(id: str, package: Outputs, baseline: Outputs) -> FloatArray | None:
    """Return an indicator draw by draw, shape (draws,), without regard to unit; None if only a mean defines it."""
    if id in LEVELS or id in SHARES:
        return package[LEVELS.get(id) or SHARES[id]]
    if id in GAINS:
        return package[GAINS[id]] - baseline[GAINS[id]]
    if id in SAVINGS:
        return baseline[SAVINGS[id]] - package[SAVINGS[id]]
    if id in BALANCES:
        plus, minus = BALANCES[id]
        return package[plus] - package[minus]
    return None


def parts(id: str, before: float, measure: Yardsticks) -> dict[str, float] | None:
    """Return an indicator as factors by output id, in the indicator's unit; None if it is a ratio or a rank.

    What the baseline adds is left out: it is the same for every package. `before` is the baseline's mean supply, %.
    """
    if id in LEVELS:
        return {LEVELS[id]: 1.0}
    if id in SHARES:
        return {SHARES[id]: PERCENT}
    if id in GAINS:
        return {GAINS[id]: 1.0}
    if id in SAVINGS:
        return {SAVINGS[id]: -1.0}
    if id in BALANCES:
        plus, minus = BALANCES[id]
        return {plus: 1.0, minus: -1.0}
    if id == "capital_share":
        return {"capital": PERCENT / measure.envelope}
    if id == "gap_closed" and before <= measure.gap_limit:
        return {"supply": PERCENT / (PERCENT - before)}
    return None


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A quantity of each draw under the package and the baseline, (draws,); `gained`: what counts is the rise."""

    package: FloatArray
    baseline: FloatArray
    gained: bool


def _quantity(id: str, package: Outputs, baseline: Outputs, measure: Yardsticks) -> _Quantity | None:
    """Return an indicator that is a quantity of each draw, None if it is a ratio or a rank."""
    if id in LEVELS:
        return _level(package[LEVELS[id]], baseline[LEVELS[id]])
    if id in SHARES:
        return _level(PERCENT * package[SHARES[id]], PERCENT * baseline[SHARES[id]])
    if id in GAINS:
        return _gain(baseline[GAINS[id]], package[GAINS[id]])
    if id in SAVINGS:
        return _gain(package[SAVINGS[id]], baseline[SAVINGS[id]])
    if id in BALANCES:
        plus, minus = BALANCES[id]
        return _level(package[plus] - package[minus], baseline[plus] - baseline[minus])
    if id == "capital_share":
        share = PERCENT / measure.envelope
        return _level(share * package["capital"], share * baseline["capital"])
    before = float(np.mean(baseline["supply"]))
    if id == "gap_closed" and before <= measure.gap_limit:
        share = PERCENT / (PERCENT - before)
        return _gain(share * baseline["supply"], share * package["supply"])
    return None


def _level(package: FloatArray, baseline: FloatArray) -> _Quantity:
    return _Quantity(package, baseline, False)


def _gain(less: FloatArray, more: FloatArray) -> _Quantity:
    return _Quantity(more, less, True)


def _figures(quantities: list[_Quantity]) -> list[list[float]]:
    """Return baseline, mean, 5th, 50th and 95th percentile and standard error of each."""
    ours, theirs = (np.stack(rows) for rows in zip(*((q.package, q.baseline) for q in quantities), strict=True))
    gained = np.array([quantity.gained for quantity in quantities])
    mean, before = bands.means(ours), bands.means(theirs)
    rise = (np.round(mean * GRID) - np.round(before * GRID)) / GRID
    values = np.where(gained[:, None], ours - theirs, ours)
    columns = np.where(gained, 0.0, before), np.where(gained, rise, mean), *bands.pick(values)
    return np.stack([*columns, bands.standard_errors(values)], axis=-1).tolist()


def _no_gap(id: str, unit: str, package: Outputs, baseline: Outputs, measure: Yardsticks) -> Score:
    return Score(id, unit, 0.0, *[float("nan")] * 5)


def _if_alive(id: str, unit: str, package: Outputs, baseline: Outputs, measure: Yardsticks) -> Score:
    mean, error = bands.ratio(package["supply_alive_sum"], package["alive_sum"])
    before, _ = bands.ratio(baseline["supply_alive_sum"], baseline["alive_sum"])
    lived = package["alive_sum"] > 0
    if not lived.any():
        return Score(id, unit, before, *[float("nan")] * 5)
    band = bands.pick(package["supply_alive_sum"][lived] / package["alive_sum"][lived])
    low, middle, high = (float(value) for value in band)
    return Score(id, unit, before, mean, low, middle, high, error)


def _median_life(id: str, unit: str, package: Outputs, baseline: Outputs, measure: Yardsticks) -> Score:
    low, middle, high = (float(value) for value in bands.pick(package["life"]))
    before = float(bands.pick(baseline["life"])[1])
    return Score(id, unit, before, middle, low, middle, high, bands.median_error(package["life"]))


DERIVED: dict[str, Callable[[str, str, Outputs, Outputs, Yardsticks], Score]] = {
    "gap_closed": _no_gap,
    "supply_if_alive": _if_alive,
    "median_life": _median_life,
}
