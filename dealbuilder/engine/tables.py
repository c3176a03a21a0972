"""The catalogue's tables as the arrays that the kernel reads."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from dealbuilder.engine.names import CLASSES, GOODS, Instrument, Project, R, Segment
from dealbuilder.engine.schedule import index
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue, Pack

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

ORIGIN = "2025-01"
"""Month from which the table of projects counts."""
YEAR = 12.0
USD_BN_PER_TONNE = 1e-6
"""USD bn a tonne for each USD a kilogram."""
HOSTILE = ("suspend_tool_licences", "stop_licences")
SIDES = {"us": 0, "china": 1, "home": 2, "terms": 3, "agenda": 4}
ACCEPTED = {"accept_chips": "gpu_h20", "accept_tools": "tools_civil"}
"""Chinese acceptance is worth what Washington permits in this segment."""
DESTINATIONS = {"us_civil": (0, 0), "us_dual_use": (0, 1), "us_military": (0, 2), "allies": (1, 0), "rest": (2, 0)}
ROOM_CELLS, ROOM_LICENCES, ROOM_PROJECTS = 128, 64, 32


class Tables(NamedTuple):
    """Arrays of the kernel; cells are sorted by end use and class, `use_start` delimits them."""

    instrument: FloatArray
    instrument_channel: IntArray
    cover_instrument: IntArray
    cover_segment: IntArray
    segment: FloatArray
    ledger: FloatArray
    channel_side: IntArray
    channel_hostile: IntArray
    channel_total: IntArray
    channel_gate: IntArray
    channel_range: FloatArray
    channel_floor: FloatArray
    licence_good: IntArray
    licence_class: IntArray
    licence_dest: IntArray
    licence_gate: IntArray
    licence_weight: FloatArray
    strictness: FloatArray
    controlled: FloatArray
    is_raw: FloatArray
    price: FloatArray
    cell_good: IntArray
    cell_class: IntArray
    cell_cover: FloatArray
    cell_ceiling: FloatArray
    class_priority: FloatArray
    use_start: IntArray
    use_class: IntArray
    use_weight: FloatArray
    use_within: FloatArray
    use_even: FloatArray
    use_worth: FloatArray
    use_value: FloatArray
    use_plants: FloatArray
    good_need: FloatArray
    span_need: FloatArray
    grade_within: FloatArray
    magnet_growth: float
    projects: FloatArray
    capacity_rest: FloatArray
    follow_yield: FloatArray
    chem: FloatArray
    stage_weight: FloatArray


INSTRUMENT_CHANNELS = {
    "oct22_chips": "lift_oct22_chips",
    "ai_letters": "lift_ai_letters",
    "hbm_rule": "lift_hbm",
    "entity_dec24": "lift_entity_dec24",
    "fdpr_sme": "lift_fdpr_sme",
    "fdpr_fn5": "lift_fdpr_fn5",
    "dram_rule": "lift_dram",
    "licence_queue": "grant_pending",
    "huawei_policy": "ease_huawei",
    "smic_policy": "ease_smic",
    "us_persons": "lift_us_persons",
    "veu": "keep_veu",
    "litho_rule": "lift_litho",
    "eda_letter": "lift_eda",
    "ethane_letter": "lift_ethane",
    "aircraft_licences": "lift_aircraft",
    "quartz_letter": "lift_quartz",
}


def read(catalogue: Catalogue, id: str, rows: tuple[str, ...], columns: int) -> FloatArray:
    """Return a table's values with rows in the order asked; raise DealError if it is missing or has another shape."""
    table = catalogue.table_by_id.get(id)
    if table is None or set(table.rows) != set(rows) or len(table.values[0]) != columns:
        raise DealError(
            f"The catalogue's table “{id}” is missing or does not fit the model.",
            "Reinstall dealbuilder to restore the files it came with.",
            zh=f"目录中的表“{id}”缺失，或与模型不符。",
            zh_hint="请重新安装 dealbuilder 以恢复其自带文件。",
        )
    places = [table.rows.index(row) for row in rows]
    return np.array(table.values, dtype=float)[places]


def _ids(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    return tuple(named.id for named in catalogue.sets[name])


def _needs(catalogue: Catalogue) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return 2024 need of each (good, end use, class) in t/month, and tables of end uses and their classes."""
    goods, uses, classes = _ids(catalogue, "goods"), _ids(catalogue, "end_uses"), _ids(catalogue, "classes")
    share = read(catalogue, "class_share", uses, len(classes))
    need = read(catalogue, "need", goods, len(uses))[:, :, None] * share[None]
    return need, share, read(catalogue, "end_use", uses, 3)


def cells(catalogue: Catalogue) -> list[tuple[int, int, int]]:
    """Return (good, end use, class) of every cell with a need, sorted by end use, class, good."""
    need, _, _ = _needs(catalogue)
    found = [(int(g), int(e), int(k)) for g, e, k in np.argwhere(need > 0)]
    return sorted(found, key=lambda cell: (cell[1], cell[2], cell[0]))


def need_path(catalogue: Catalogue, years: FloatArray) -> FloatArray:
    """Return need by month and cell, t/month: that of 2024 grown with the end use, the same for all packages."""
    need, _, uses = _needs(catalogue)
    found = cells(catalogue)
    base = np.array([need[cell] for cell in found])
    growth = np.array([uses[cell[1], 2] for cell in found])
    return base[None] * (1.0 + growth[None]) ** years[:, None]


def _projects(catalogue: Catalogue) -> FloatArray:
    """Return the projects as they are listed: their number is the catalogue's, their columns are the engine's."""
    table = catalogue.table_by_id.get("projects")
    rows = () if table is None else table.rows
    return read(catalogue, "projects", rows, Project.sizes + R.count).copy()


def lift(catalogue: Catalogue, pack: Pack) -> Tables:
    """Return all tables as arrays, in the engine's order."""
    goods, uses, classes = _ids(catalogue, "goods"), _ids(catalogue, "end_uses"), _ids(catalogue, "classes")
    segments, instruments = _ids(catalogue, "segments"), _ids(catalogue, "instruments")
    need, share, use = _needs(catalogue)
    found = cells(catalogue)
    pairs = sorted({(e, k) for _, e, k in found})
    start = [min(i for i, cell in enumerate(found) if cell[1:] == pair) for pair in pairs] + [len(found)]
    covers, ceilings = read(catalogue, "cover", uses, CLASSES), read(catalogue, "ceiling", goods, len(uses))
    weights = read(catalogue, "class_weight", classes, 2)
    worth = np.array([use[e, 0] * share[e, k] for e, k in pairs])
    klass = np.array([k for _, k in pairs])
    within = worth / np.array([worth[klass == k].sum() for k in klass])
    even = np.array([1.0 / (klass == k).sum() for k in klass])
    trade = read(catalogue, "goods", goods, 5)
    applied = read(catalogue, "applications", goods, len(DESTINATIONS))
    licences = [
        (g, *place, applied[g, column])
        for g in range(GOODS)
        if trade[g, 2] > 0
        for column, place in enumerate(DESTINATIONS.values())
    ]
    cover = np.argwhere(read(catalogue, "coverage", instruments, len(segments)) > 0)
    channels = catalogue.channels
    place = catalogue.channel_index
    reach = np.array([max(abs(channel.high - channel.rest), abs(channel.low - channel.rest)) for channel in channels])
    projects = _projects(catalogue)
    projects[:, Project.begin] -= index(pack.start) - index(ORIGIN)
    sizes = tuple(row.name for row in R if row is not R.count)
    capacity = read(catalogue, "capacity", sizes, 2)
    if len(found) > ROOM_CELLS or len(licences) > ROOM_LICENCES or len(projects) > ROOM_PROJECTS:
        raise DealError(
            "The catalogue has more cells, licences or projects than the engine has room for.",
            "Shorten it.",
            zh="目录中的单元格、许可证或项目超出引擎的容量。",
            zh_hint="请精简目录。",
        )
    magnets = need[GOODS - CLASSES :].sum(axis=(1, 2))
    return Tables(
        instrument=read(catalogue, "instruments", instruments, len(Instrument)),
        instrument_channel=np.array([place[INSTRUMENT_CHANNELS[id]] for id in instruments]),
        cover_instrument=cover[:, 0].copy(),
        cover_segment=cover[:, 1].copy(),
        segment=read(catalogue, "segments", segments, len(Segment)),
        ledger=read(catalogue, "ledger", tuple(channel.id for channel in channels), 3),
        channel_side=np.array([SIDES[channel.side] for channel in channels]),
        channel_hostile=np.array([int(channel.id in HOSTILE) for channel in channels]),
        channel_total=np.array([int(channel.combine == "sum") for channel in channels]),
        channel_gate=np.array([segments.index(ACCEPTED[c.id]) if c.id in ACCEPTED else -1 for c in channels]),
        channel_range=np.where(reach > 0, reach, 1.0),
        channel_floor=np.array(
            [min(0.0, c.low - c.rest) if c.combine != "min" else min(0.0, c.rest - c.high) for c in channels]
        ),
        licence_good=np.array([row[0] for row in licences]),
        licence_class=np.array([row[2] for row in licences]),
        licence_dest=np.array([row[1] for row in licences]),
        licence_gate=np.array(
            [g * CLASSES + k if d == 0 else GOODS * CLASSES + (d - 1) * GOODS + g for g, d, k, _ in licences]
        ),
        licence_weight=np.array([row[3] for row in licences]) / sum(row[3] for row in licences),
        strictness=trade[:, :2].copy(),
        controlled=np.where(trade[:, 2] > 0, 1.0, 0.0),
        is_raw=trade[:, 3].copy(),
        price=trade[:, 4] * USD_BN_PER_TONNE,
        cell_good=np.array([g for g, _, _ in found]),
        cell_class=np.array([k for _, _, k in found]),
        cell_cover=np.array([covers[e, k] for _, e, k in found]),
        cell_ceiling=np.array([ceilings[g, e] for g, e, _ in found]),
        class_priority=weights[:, 1].copy(),
        use_start=np.array(start),
        use_class=klass,
        use_weight=weights[klass, 0] * within,
        use_within=within,
        use_even=weights[klass, 0] * even,
        use_worth=worth / worth.sum(),
        use_value=worth / YEAR,
        use_plants=np.array([use[e, 1] * share[e, k] for e, k in pairs]),
        good_need=need.sum(axis=(1, 2)),
        span_need=np.zeros(len(found)),
        grade_within=magnets / np.where(trade[GOODS - CLASSES :, 2] > 0, magnets[1:].sum(), magnets[0]),
        magnet_growth=float(np.average(use[:, 2], weights=need[GOODS - CLASSES :].sum(axis=(0, 2)))),
        projects=projects,
        capacity_rest=capacity[:, 0].copy(),
        follow_yield=capacity[:, 1].copy(),
        chem=read(catalogue, "chemistry", ("light", "dy", "tb", "sm"), 2),
        stage_weight=read(catalogue, "stage_weight", ("light", "dy", "tb", "sm"), 1)[:, 0].copy(),
    )
