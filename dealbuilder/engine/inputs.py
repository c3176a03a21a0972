"""The border: numbers leave the catalogue once, as arrays that all packages share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from dealbuilder.engine import draws as random
from dealbuilder.engine import schedule
from dealbuilder.engine.names import EPISODES
from dealbuilder.engine.opening import Opening
from dealbuilder.engine.parameters import P
from dealbuilder.engine.strikes import Strikes, strikes
from dealbuilder.engine.tables import Tables, cells, lift, need_path
from dealbuilder.errors import DealError
from dealbuilder.model.assumptions import Change, Worldview
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.in_force import InForce, in_force
from dealbuilder.model.inject import Inject
from dealbuilder.model.parameter import Parameter

FloatArray = random.FloatArray

MIDDLE = "2024-07"
"""Middle of the year whose averages the needs are."""
RUPTURE = "shock/rupture/"
FIRST_BREAK = f"{RUPTURE}0"
"""What the draws of the first rupture are named by."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """All inputs but the packages.

    `values` (parameters, draws); `shocks` (2 x EPISODES, draws), unit exponentials of ruptures, then of repairs;
    `path` (months, cells), need in t/month; `cells` (good, end use, class) of each. `law` and `replayed` (months,
    channels): what acts known at signing, or all acts, have set, as deviations from rest. `strikes`: what injects do.
    `openings` remembers what runs of these very inputs found, by substeps, replay and whether months are recorded.
    """

    catalogue: Catalogue
    pack: Pack
    tables: Tables
    values: FloatArray
    shocks: FloatArray
    path: FloatArray
    cells: tuple[tuple[int, int, int], ...]
    law: FloatArray
    replayed: FloatArray
    months: tuple[str, ...]
    signing: int
    draws: int
    strikes: Strikes
    openings: dict[tuple[int, bool, bool], Opening] = field(default_factory=dict, init=False, repr=False, compare=False)

    def with_columns(self, columns: Mapping[str, FloatArray]) -> "Prepared":
        """Return inputs with one draw a column: the first draw of these, but for the parameters in `columns` (draws,).

        Ruptures come at their mean time in every draw.
        """
        draws = next(len(column) for column in columns.values())
        values = np.repeat(self.values[:, :1], draws, axis=1)
        for id, column in columns.items():
            values[P[id]] = column
        return replace(self, values=values, shocks=np.ones((len(self.shocks), draws)), draws=draws)


def middles(catalogue: Catalogue, pack_id: str, worldview_id: str) -> Prepared:
    """Return inputs of one draw in which every parameter stands at its value."""
    prepared = prepare(catalogue, pack_id, worldview_id, (), 1, 0)
    view = catalogue.worldview_by_id[worldview_id]
    known = catalogue.parameter_by_id
    values = [_figures(known[p.name], prepared.pack, view, None).value for p in P]
    return replace(prepared, values=np.array(values)[:, None], shocks=np.ones((len(prepared.shocks), 1)))


def prepare(
    catalogue: Catalogue,
    pack_id: str,
    worldview_id: str,
    changes: Sequence[Change],
    draws: int,
    seed: int,
    injects: Sequence[Inject] = (),
    begin: int = 0,
) -> Prepared:
    """Return the inputs of runs under one pack, worldview, changes and injects; `draws` of each uncertain parameter.

    `begin` leaves out the draws before it, so that a long run can be made in stretches of the same draws.
    """
    pack = catalogue.pack_by_id.get(pack_id)
    view = catalogue.worldview_by_id.get(worldview_id)
    if pack is None or view is None:
        missing = pack_id if pack is None else worldview_id
        raise DealError(
            f"This catalogue has no “{missing}”; nothing was run.",
            "Choose a pack and a worldview it has.",
            zh=f"此目录没有“{missing}”；未运行。",
            zh_hint="请选择目录中已有的基准包和世界观。",
        )
    if draws - begin < 1:
        raise DealError(
            f"A run needs at least one draw, not {draws}.",
            "Ask for 1 draw or more.",
            zh=f"运行至少需要一次抽样，而不是 {draws} 次。",
            zh_hint="请设为1次或更多。",
        )
    replaced = {change.parameter: change for change in changes}
    values = np.empty((len(P), draws - begin))
    for parameter in P:
        known = catalogue.parameter_by_id.get(parameter.name)
        if known is None:
            raise DealError(
                f"The catalogue lacks the parameter {parameter.name}.",
                "Reinstall dealbuilder.",
                zh=f"目录缺少参数 {parameter.name}。",
                zh_hint="请重新安装 dealbuilder。",
            )
        figures = _figures(known, pack, view, replaced.get(known.id))
        uniform = np.zeros(draws) if figures.certain else random.uniforms(seed, known.id, draws)
        uniform = uniform[begin:]
        values[parameter] = random.values(figures.distribution, figures.value, figures.low, figures.high, uniform)
    names = [f"{RUPTURE}{n}" for n in range(EPISODES)] + [f"shock/repair/{n}" for n in range(EPISODES)]
    shocks = np.array([random.exponentials(seed, name, draws)[begin:] for name in names])
    months = schedule.months(pack)
    years = (schedule.index(pack.start) - schedule.index(MIDDLE) + np.arange(len(months))) / schedule.YEAR
    tables = lift(catalogue, pack)
    first = schedule.signing(pack)
    path = need_path(catalogue, years)
    tables = tables._replace(span_need=path[first + 1 :].mean(axis=0))
    law, replayed = (deviations(catalogue, schedule.acts(catalogue, pack, replay)) for replay in (False, True))
    places = tuple(cells(catalogue))
    clock = range(-first, len(months) - first)
    struck = strikes(injects, catalogue.channels, catalogue.parameter_by_id, clock, draws, seed).after(begin)
    left = draws - begin
    return Prepared(catalogue, pack, tables, values, shocks, path, places, law, replayed, months, first, left, struck)


def deviations(catalogue: Catalogue, levels: FloatArray) -> FloatArray:
    """Return levels (..., channels, months) as deviations from rest, improvements positive, months before channels."""
    rest = np.array([channel.rest for channel in catalogue.channels])
    sign = np.array([-1.0 if channel.combine == "min" else 1.0 for channel in catalogue.channels])
    return np.ascontiguousarray(np.swapaxes((levels - rest[:, None]) * sign[:, None], -1, -2))


def _figures(parameter: Parameter, pack: Pack, view: Worldview, change: Change | None) -> InForce:
    """Return the figures of a parameter that count; raise DealError if its value lies outside its range."""
    figures = in_force(parameter, pack.parameters, view, change)
    if not figures.ordered:
        raise DealError(
            f"The assumption on {parameter.id} is {figures.value:g} {parameter.unit}, outside its range "
            f"{figures.low:g} to {figures.high:g}; nothing was scored and the deal is whole.",
            f"Correct it or restore it under Assumptions, or by `dealbuilder edit FILE assume --reset {parameter.id}`.",
            zh=f"关于 {parameter.id} 的假设为 {figures.value:g} {parameter.unit}，超出其范围 {figures.low:g}"
            f" 至 {figures.high:g}；未评分，协议完好。",
            zh_hint=f"请在“假设”中更正或恢复，或使用 `dealbuilder edit FILE assume --reset {parameter.id}`。",
        )
    return figures


def calendar(prepared: Prepared, substeps: int, replay: bool, begin: int, end: int) -> FloatArray:
    """Return what `simulate` is told of time, for the months from `begin` to before `end`.

    Months, signing, substeps, years since mid-2024 of the first month, month of the ban, hazard on or off, begin, end.
    """
    start = schedule.index(prepared.pack.start)
    years = (start - schedule.index(MIDDLE)) / schedule.YEAR
    ban = schedule.ban(prepared.pack, replay)
    return np.array([len(prepared.months), prepared.signing, substeps, years, ban, 0.0 if replay else 1.0, begin, end])
