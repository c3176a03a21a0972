"""What the engine gives out: outputs a run, series a month. Their order is that of the arrays."""

from enum import IntEnum


class O(IntEnum):  # noqa: E742
    """Outputs of a run; the units stand in OUTPUTS."""

    supply = 0
    supply_gross = 1
    stock_charge = 2
    supply_m6 = 3
    supply_m12 = 4
    supply_m60 = 5
    supply_alive_sum = 6
    alive_sum = 7
    supply_civil = 8
    supply_dual_use = 9
    supply_military = 10
    supply_equal = 11
    supply_value = 12
    from_licensed = 13
    from_leakage = 14
    from_allied = 15
    from_recycling = 16
    from_stock = 17
    from_avoided = 18
    lead = 19
    lead_compute = 20
    lead_tools = 21
    lead_memory = 22
    lead_us_part = 23
    lead_china_part = 24
    lead_late = 25
    noncn_mine = 26
    noncn_separate = 27
    noncn_metal = 28
    noncn_magnet = 29
    cutoff_survival = 30
    capital = 31
    revenue_chip_designers = 32
    revenue_toolmakers = 33
    revenue_design_software = 34
    revenue_energy_aviation = 35
    writeoffs = 36
    output_lost = 37
    downtime = 38
    life = 39
    alive_12 = 40
    alive_36 = 41
    alive_60 = 42
    china_compute = 43
    china_tools = 44
    china_memory = 45
    china_earnings = 46
    china_leverage = 47
    given_us = 48
    received_us = 49
    given_china = 50
    received_china = 51
    days_to_cargo_12 = 52
    days_to_cargo_60 = 53


class Q(IntEnum):
    """Monthly series; names and units stand in series.toml."""

    supply = 0
    supply_civil = 1
    supply_dual_use = 2
    supply_military = 3
    days_to_cargo = 4
    backlog = 5
    approval_civil = 6
    magnets_us = 7
    magnets_world = 8
    noncn_separate = 9
    noncn_magnet = 10
    cutoff_survival = 11
    price_ndpr = 12
    lead_compute = 13
    lead_tools = 14
    lead_memory = 15
    alive = 16
    hazard = 17
    revenue_us = 18
    china_compute = 19
    china_tools = 20
    exposure_us = 21
    exposure_china = 22
    stock_dy = 23
    approval_allies = 24
    approval_dual_use = 25
    heavies_abroad = 26
    samarium_military = 27


UNITS = (
    "%",
    "%",
    "percentage point",
    "%",
    "%",
    "%",
    "% month",
    "month",
    "%",
    "%",
    "%",
    "%",
    "%",
    "percentage point",
    "percentage point",
    "percentage point",
    "percentage point",
    "percentage point",
    "percentage point",
    "point",
    "point",
    "point",
    "point",
    "point",
    "point",
    "point",
    "%",
    "%",
    "%",
    "%",
    "month",
    "USD bn",
    "USD bn",
    "USD bn",
    "USD bn",
    "USD bn",
    "USD bn",
    "USD bn",
    "plant-month",
    "month",
    "share",
    "share",
    "share",
    "million H20-equivalents",
    "%",
    "generation",
    "USD bn",
    "%",
    "point",
    "point",
    "point",
    "point",
    "day",
    "day",
)

OUTPUTS: tuple[tuple[str, str], ...] = tuple((output.name, unit) for output, unit in zip(O, UNITS, strict=True))
"""Id and unit of each output."""

SERIES: tuple[str, ...] = tuple(series.name for series in Q)
"""Ids of the monthly series."""
