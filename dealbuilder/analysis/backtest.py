"""The model held against customs: a replay of every dated act, month by month, beside what was counted.

The band is that of a month that is yet to be counted: the model's draws, the scatter that customs months have
anyway, and the part that no mechanism here explains (the discrepancy found in fitting).
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.runs import World
from dealbuilder.engine.inputs import prepare
from dealbuilder.engine.run import run
from dealbuilder.errors import DealError, Words
from dealbuilder.model.catalogue import Catalogue, Pack
from dealbuilder.model.customs import Count, Customs
from dealbuilder.model.package import Package

US, WORLD, REST = "us", "world", "rest"
DESTINATIONS = (US, WORLD, REST)
"""The United States, the world, and the world without the United States; the world contains the United States."""

FREEDOM = 4.0
"""Degrees of freedom of Student's t for what the model leaves unexplained: single months may lie far off."""

LARGEST = 20.0
"""Times the 2024 average beyond which a figure is in another unit."""

CURVE = (0.5, 0.1, 0.5, 1.05)
"""A curve drawn by hand, share of the 2024 average: the first three months, then all others. To be beaten."""


@dataclass(frozen=True, slots=True)
class Row:
    """One month of one destination; shares of the 2024 average. `mean` is the model's, without scatter."""

    month: str
    destination: str
    tonnes: float
    observed: float
    mean: float
    p05: float
    p50: float
    p95: float

    @property
    def inside(self) -> bool:
        """Say whether what was counted lies in the 90 % band."""
        return self.p05 <= self.observed <= self.p95


@dataclass(frozen=True, slots=True)
class Backtest:
    """All months compared; `errors` mean absolute errors by destination, `curve` those of a hand-drawn curve."""

    pack: str
    world: World
    rows: tuple[Row, ...]
    errors: Mapping[str, float]
    curve: Mapping[str, float]
    notices: tuple[Words, ...]

    def of(self, destination: str) -> tuple[Row, ...]:
        """Return the months of one destination."""
        return tuple(row for row in self.rows if row.destination == destination)

    @property
    def mean_absolute_error(self) -> float:
        """Return the mean over the months of the United States and of the world, share of the 2024 average."""
        return float(np.mean([abs(row.mean - row.observed) for row in self.rows if row.destination != REST]))

    @property
    def inside_90(self) -> float:
        """Return the share of these months inside the 90 % band."""
        return float(np.mean([row.inside for row in self.rows if row.destination != REST]))


def shipped(pack: Pack) -> Customs:
    """Return the months that a pack brings."""
    return Customs(tuple(Count(row.month, row.destination, row.tonnes) for row in pack.observations), ())


def averages(catalogue: Catalogue) -> dict[str, float]:
    """Return tonnes a month in 2024 by destination."""
    us = catalogue.parameter_by_id["magnets_2024_us"].value
    world = catalogue.parameter_by_id["magnets_2024_world"].value
    return {US: us, WORLD: world, REST: world - us}


def observed(catalogue: Catalogue, customs: Customs, months: Sequence[str]) -> tuple[list[Count], list[Words]]:
    """Return what can be compared in a run over `months`, the rest of the world added, and notices on the others.

    Raises DealError if nothing is left or a figure is in another unit than tonnes.
    """
    usual, notices = averages(catalogue), list(customs.notices)
    kept = [count for count in customs.counts if count.month in months]
    outside = len(customs.counts) - len(kept)
    if outside:
        notices.append(
            Words(
                f"{outside} month(s) outside {months[0]} to {months[-1]} were passed over.",
                f"跳过了 {months[0]} 至 {months[-1]} 之外的 {outside} 个月份。",
            )
        )
    if not kept:
        raise DealError(
            "No month of the data lies inside the run for the United States or the world; nothing was compared.",
            f"Give rows for World or United States between {months[0]} and {months[-1]}.",
            zh="数据中没有关于美国或全球、且处于运行期间的月份；未作比较。",
            zh_hint=f"请给出 {months[0]} 至 {months[-1]} 之间 World 或 United States 的行。",
        )
    for count in kept:
        times = count.tonnes / usual[count.destination]
        if times > LARGEST:
            raise DealError(
                f"{count.month}, {count.destination}: {count.tonnes:g} t is {times:.0f} times the 2024 average, "
                "so it is hardly in tonnes; nothing was compared.",
                "Give tonnes, not kilograms.",
                zh=f"{count.month}，{count.destination}：{count.tonnes:g} 吨是2024年平均值的 {times:.0f} 倍"
                "，单位不大可能是吨；未作比较。",
                zh_hint="请以吨为单位，而不是千克。",
            )
    by_key = {(count.month, count.destination): count.tonnes for count in kept}
    for month in sorted({count.month for count in kept}):
        us, world = by_key.get((month, US)), by_key.get((month, WORLD))
        if us is not None and world is not None:
            if us > world:
                raise DealError(
                    f"{month}: {us:g} t to the United States is more than {world:g} t to the world; "
                    "nothing was compared.",
                    "The world contains the United States: correct one of the two figures.",
                    zh=f"{month}：出口到美国的 {us:g} 吨多于出口到全球的 {world:g} 吨；未作比较。",
                    zh_hint="全球包含美国：请更正其中一个数字。",
                )
            kept.append(Count(month, REST, world - us))
    return kept, notices


def backtest(catalogue: Catalogue, pack: Pack, world: World, customs: Customs | None = None) -> Backtest:
    """Return the model's replay beside what was counted (the pack's own months if `customs` is None)."""
    prepared = prepare(catalogue, pack.id, world.worldview, world.changes, world.draws, world.seed)
    kept, notices = observed(catalogue, customs or shipped(pack), prepared.months)
    ran = run(prepared, [Package(id="replay", name="")], replay=True)
    path = {id: ran.monthly[0, ran.series_ids.index(f"magnets_{id}")] for id in (US, WORLD)}
    path[REST] = rest_of(catalogue, path[US], path[WORLD])
    rows = []
    for count in sorted(kept, key=lambda count: (DESTINATIONS.index(count.destination), count.month)):
        drawn = path[count.destination][prepared.months.index(count.month)]
        low, middle, high = bands.pick(counted(catalogue, count, drawn, world.seed))
        seen = count.tonnes / averages(catalogue)[count.destination]
        figures = (float(np.mean(drawn)), float(low), float(middle), float(high))
        rows.append(Row(count.month, count.destination, count.tonnes, seen, *figures))
    found = tuple(rows)
    first = prepared.months[0]
    errors = {id: _error([abs(r.mean - r.observed) for r in found if r.destination == id]) for id in DESTINATIONS}
    curve = {id: _error([abs(_drawn(r, first) - r.observed) for r in found if r.destination == id]) for id in errors}
    return Backtest(pack.id, world, found, errors, curve, tuple(notices))


def rest_of(catalogue: Catalogue, us: FloatArray, world: FloatArray) -> FloatArray:
    """Return exports to the world without the United States from the two series, shares of their 2024 averages."""
    usual = averages(catalogue)
    return (world * usual[WORLD] - us * usual[US]) / usual[REST]


def spread(catalogue: Catalogue, destination: str, level: FloatArray) -> FloatArray:
    """Return the scale of what customs may count about a level: usual scatter, and what is left unexplained."""
    parameters = catalogue.parameter_by_id
    scatter = parameters["customs_scatter_us" if destination == US else "customs_scatter_rest"].value
    return np.hypot(scatter * level, parameters["customs_discrepancy"].value)


def counted(catalogue: Catalogue, count: Count, drawn: FloatArray, seed: int) -> FloatArray:
    """Return draws of what customs would count, shape (draws,), never below 0; the seed makes them."""
    digest = hashlib.sha256(f"{seed}/customs/{count.destination}/{count.month}".encode()).digest()
    generator = np.random.Generator(np.random.PCG64(int.from_bytes(digest[:16], "little")))
    luck = generator.standard_t(FREEDOM, drawn.shape)
    return np.maximum(0.0, drawn + spread(catalogue, count.destination, drawn) * luck)


def prior(catalogue: Catalogue) -> Catalogue:
    """Return the catalogue as it was before anything was fitted to trade."""
    undone = tuple(
        parameter
        if parameter.prior is None
        else parameter.model_copy(update=dict(zip(("value", "low", "high"), parameter.prior, strict=True)))
        for parameter in catalogue.parameters
    )
    return Catalogue.model_construct(**{**dict(catalogue), "parameters": undone})


def _error(errors: list[float]) -> float:
    return float(np.mean(errors)) if errors else float("nan")


def _drawn(row: Row, first: str) -> float:
    year, number = (int(part) for part in first.split("-"))
    at, then = (int(part) for part in row.month.split("-"))
    return CURVE[min((at - year) * 12 + then - number, len(CURVE) - 1)]
