"""The rows of every array of the engine, by name; order here is order in memory and nowhere else matters."""

from enum import IntEnum

HUNDRED = 100.0
"""Percent in one."""
YEAR, MONTH_DAYS, SPAN = 12.0, 30.4375, 60.0
"""Months in a year, days in a month, scored months."""
TINY = 1e-12
"""Keeps a division of nothing by nothing at nothing."""
TIE = 1e-9
"""How much scarcer a good must be to take over as the one that binds: ties go to the first."""
FOLLOW_STAGES = 3.0
"""Stocks in a row through which new capital passes before it is capacity."""
US, DESTINATIONS = 0, 3
"""Row of the United States among destinations, and how many there are."""
CLASSES = 3
CIVIL, DUAL, MILITARY = 0, 1, 2
GOODS = 11
OXIDES = 8
"""Goods before the magnets: oxides and metals."""
EPISODES = 4
"""Lives of a deal, one after another, that a run can tell apart; the last draw serves all later ones."""


class Good(IntEnum):
    """Goods."""

    sm = 0
    gd = 1
    tb = 2
    dy = 3
    lu = 4
    sc = 5
    y = 6
    ndpr = 7
    mag_free = 8
    mag_heavy = 9
    mag_smco = 10


class S(IntEnum):
    """Segments of the technology fronts."""

    gpu_frontier = 0
    gpu_h20 = 1
    hbm = 2
    tools_civil = 3
    tools_listed = 4
    tools_huawei = 5
    tools_smic = 6
    tools_advanced = 7
    tools_allied_fabs = 8
    tools_dram = 9
    service = 10
    litho = 11
    eda = 12
    ethane = 13
    aircraft = 14
    quartz = 15


class Instrument(IntEnum):
    """Columns of the table `instruments`."""

    openness = 0
    suspended = 1
    new_control = 2


class Segment(IntEnum):
    """Columns of the table `segments`."""

    market = 0
    worth = 1
    cost = 2
    red = 3
    omega = 4
    lead = 5
    speed = 6
    feed = 7
    own = 8
    accept = 9
    group = 10
    creep = 11
    by_status = 12
    design_out = 13


class Ledger(IntEnum):
    """Columns of the table `ledger`."""

    worth = 0
    cost = 1
    red = 2


class Project(IntEnum):
    """Columns of the table `projects`; `sizes` is the first of the R capacities, t/year."""

    mine = 0
    plant = 1
    heavy = 2
    begin = 3
    months = 4
    built = 5
    price = 6
    funded = 7
    capex = 8
    jobs = 9
    ally = 10
    share = 11
    sizes = 12


class R(IntEnum):
    """Non-Chinese capacities; the oxides stand in the order of the goods."""

    sm = 0
    gd = 1
    tb = 2
    dy = 3
    lu = 4
    sc = 5
    y = 6
    ndpr = 7
    smco = 8
    metal = 9
    magnet = 10
    mine_light = 11
    mine_heavy = 12
    count = 13


class Chem(IntEnum):
    """Rows of the table `chemistry`; columns: metal fraction of the magnet, metal share of the oxide."""

    light = 0
    dy = 1
    tb = 2
    sm = 3


class D(IntEnum):
    """State of the deal."""

    alive = 0
    ruptured = 1
    broken = 2
    episode = 3
    strain_sum = 4
    repair_sum = 5
    tender = 6
    hazard = 7
    flow = 8
    comply_us = 9
    comply_china = 10
    carried_us = 11
    carried_china = 12
    deliver_us = 13
    deliver_china = 14
    worth_china = 15
    cost_us = 16
    red_us = 17
    worth_us = 18
    cost_china = 19
    red_china = 20
    substance = 21
    count = 22


class M(IntEnum):
    """State of non-Chinese industry."""

    students = 0
    workers = 1
    posts = 2
    staffing = 3
    price = 4
    heavy = 5
    expect = 6
    expect_heavy = 7
    spent = 8
    paid = 9
    follow_1 = 10
    follow_2 = 11
    follow_3 = 12
    follow = 13
    used_dy = 14
    used_tb = 15
    used_light = 16
    used_sm = 17
    count = 18


class T(IntEnum):
    """State of technology and industry."""

    us = 0
    china = 1
    wafers = 2
    die_bank = 3
    hbm_bank = 4
    clock = 5
    tool_clock = 6
    memory_us = 7
    memory_china = 8
    drive = 9
    stranded = 10
    written_off = 11
    count = 12


class L(IntEnum):
    """Licensing read-outs."""

    days = 0


class N(IntEnum):
    """What one step is worth: rows summed over end uses, then those of the end use at hand, then leads."""

    supply = 0
    civil = 1
    dual_use = 2
    military = 3
    even = 4
    value = 5
    from_licensed = 6
    from_leakage = 7
    from_allied = 8
    from_recycling = 9
    from_stock = 10
    from_avoided = 11
    lost = 12
    down = 13
    summed = 14
    binding = 14
    lead = 15
    lead_compute = 16
    lead_tools = 17
    lead_memory = 18
    lead_us = 19
    lead_china = 20
    count = 21
