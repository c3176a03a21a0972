"""Up to six packages under one setting, on the same draws: their scores, every pair's difference, what differs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dealbuilder.analysis import bands
from dealbuilder.analysis.compare.cloud import Cloud, cloud
from dealbuilder.analysis.compare.paired import Pair, differences, drawn, months_apart, ranks
from dealbuilder.analysis.compare.rows import Row, rows
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator, stamps
from dealbuilder.analysis.evaluation import FloatArray, Monthly, Score, Setting, Stamps
from dealbuilder.analysis.moved import NOTICEABLE
from dealbuilder.analysis.moved import STEPS as NOTED
from dealbuilder.analysis.resolve import unknown_ids
from dealbuilder.analysis.runs import Summary, Tick, part_of, world
from dealbuilder.analysis.scoreboard import Yardsticks, scores, yardsticks
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.package import Package

MOST = 6
"""Most packages beside one another: more columns than a page or a screen can carry."""
SUPPLY, COST = "supply_restored", "leadership_cost"
RECORDED = 1000
"""Most draws of which every month is compared."""
SCORED, MONTHS, PAIRED = 0.35, 0.7, 1.0
"""Shares of the work done when the scores are there, the months are run, the pairs are taken."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One package: its name among the others, scores by indicator, monthly series by id, its draws in the map."""

    name: str
    package: Package
    scores: dict[str, Score]
    monthly: dict[str, Monthly]
    cloud: Cloud
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One indicator over the packages: ranks (1 the best), and whether they differ by more than a trifle."""

    indicator: Indicator
    scores: tuple[Score, ...]
    ranks: tuple[int | None, ...]
    material: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Packages in the order they were given. `pairs` holds A less B by places, the smaller place first.

    `months` are empty if none were recorded; `months[signing]` is the month of signing. `monthly_draws`: of how many
    draws the months are.
    """

    setting: Setting
    stamps: Stamps
    catalogue: Catalogue
    packages: tuple[Compared, ...]
    rows: tuple[Row, ...]
    outcomes: tuple[Outcome, ...]
    pairs: dict[tuple[int, int], Pair]
    months: tuple[str, ...]
    signing: int
    monthly_draws: int

    def pair(self, one: int, other: int) -> Pair:
        """Return package `one` less package `other`; raise KeyError for a package less itself."""
        return self.pairs[one, other] if one < other else self.pairs[other, one].turned()

    def outcome(self, id: str) -> Outcome:
        """Return one indicator; raise KeyError if there is none of that id."""
        for outcome in self.outcomes:
            if outcome.indicator.id == id:
                return outcome
        raise KeyError(id)

    @property
    def alike(self) -> bool:
        """Return whether all packages have the same clauses, notes aside."""
        return all(row.kinds == ("note",) for row in self.rows)


def compare(
    service: Evaluator,
    packages: Sequence[Package],
    setting: Setting,
    *,
    tick: Tick | None = None,
    months: bool = True,
) -> Comparison:
    """Return packages beside one another; neither their order nor their company changes a number.

    `months` False leaves the monthly series out. Too many packages, none, or a setting that the catalogue cannot serve
    are a DealError.
    """
    if not 1 <= len(packages) <= MOST:
        raise DealError(
            f"{len(packages)} packages cannot be set beside one another; nothing was scored.",
            f"Choose 1 to {MOST} packages.",
            zh=f"无法并列 {len(packages)} 个方案；未评分。",
            zh_hint=f"请选择1至 {MOST} 个方案。",
        )
    service.pack(setting)
    catalogue, measure = service.catalogue, yardsticks(service.catalogue, setting)
    asked = (*packages, setting.baseline or NO_DEAL)
    *ours, theirs = service.store.summaries(world(setting), asked, part_of(tick, 0.0, SCORED), record=False)
    found = [_scored(catalogue, one, theirs, measure) for one in ours]
    recorded = _Recorded(service, asked, setting, part_of(tick, SCORED, MONTHS)) if months else None
    return Comparison(
        setting=setting,
        stamps=stamps(catalogue, setting),
        catalogue=catalogue,
        packages=tuple(
            Compared(
                name,
                package,
                scored,
                recorded.monthly(catalogue, place) if recorded else {},
                cloud(figures[SUPPLY], figures[COST]),
                unknown_ids(catalogue, package),
            )
            for place, (name, package, (scored, figures)) in enumerate(
                zip(named(packages), packages, found, strict=True)
            )
        ),
        rows=rows(catalogue, packages),
        outcomes=tuple(_outcome(one, [scored[one.id] for scored, _ in found]) for one in catalogue.indicators),
        pairs=_pairs(catalogue, found, recorded, part_of(tick, MONTHS, PAIRED)),
        months=recorded.run.months if recorded else (),
        signing=recorded.run.signing if recorded else 0,
        monthly_draws=recorded.draws if recorded else 0,
    )


def named(packages: Sequence[Package]) -> tuple[str, ...]:
    """Return what packages are called beside one another: their names, numbered where two share one."""
    taken: set[str] = set()
    names: list[str] = []
    for package in packages:
        name = wanted = package.name or package.id
        count = 2
        while name in taken:
            name, count = f"{wanted} ({count})", count + 1
        taken.add(name)
        names.append(name)
    return tuple(names)


Found = tuple[dict[str, Score], dict[str, FloatArray]]
"""Scores of a package, and what single draws define of them."""


def _scored(catalogue: Catalogue, ours: Summary, theirs: Summary, measure: Yardsticks) -> Found:
    scored = {one.id: one for one in scores(catalogue.indicators, ours.outputs, theirs.outputs, measure)}
    values = {id: drawn(id, ours.outputs, theirs.outputs, measure) for id in scored}
    return scored, {id: value for id, value in values.items() if value is not None}


def _outcome(indicator: Indicator, there: Sequence[Score]) -> Outcome:
    means = [score.mean for score in there]
    apart = max((abs(one - other) for one, other in combinations(means, 2)), default=0.0)
    return Outcome(indicator, tuple(there), ranks(means, indicator.sense, indicator.digits), apart >= trifle(indicator))


def trifle(indicator: Indicator) -> float:
    """Return the difference below which packages count as alike by an indicator, in its unit.

    It is half of the last digit shown, or a tenth of the change that a reader notices where that is more.
    """
    return max(hair(indicator), NOTICEABLE * NOTED.get(indicator.id, 0.0))


def hair(indicator: Indicator) -> float:
    """Return half of the last digit that is shown of an indicator, in its unit."""
    return 0.5 * 10.0**-indicator.digits


class _Recorded:
    """Every month of every package, on the first draws of the setting; let go of when the pairs are taken."""

    def __init__(self, service: Evaluator, packages: Sequence[Package], setting: Setting, tick: Tick | None) -> None:
        self.draws = min(setting.draws, RECORDED)
        self.run = service.store.recorded(world(replace(setting, draws=self.draws)), packages, tick)

    def monthly(self, catalogue: Catalogue, place: int) -> dict[str, Monthly]:
        """Return the series of a package, the last of the run being the baseline."""
        units = {series.id: series.unit for series in catalogue.series}
        ours, theirs = self.run.monthly[place], self.run.monthly[-1]
        mean, before = bands.means(ours), bands.means(theirs)
        low, middle, high = bands.pick(ours)
        return {
            id: Monthly(id, units.get(id, ""), low[i], middle[i], high[i], mean[i], before[i])
            for i, id in enumerate(self.run.series_ids)
        }


def _pairs(
    catalogue: Catalogue, found: Sequence[Found], recorded: _Recorded | None, tick: Tick | None
) -> dict[tuple[int, int], Pair]:
    hairs = {indicator.id: hair(indicator) for indicator in catalogue.indicators}
    wanted = list(combinations(range(len(found)), 2))
    pairs: dict[tuple[int, int], Pair] = {}
    for count, (one, other) in enumerate(wanted):
        if tick is not None:
            tick(count / len(wanted))
        apart = differences(found[one][0], found[other][0], found[one][1], found[other][1], hairs)
        months = {}
        if recorded is not None:
            run = recorded.run
            months = months_apart(run.series_ids, run.monthly[one], run.monthly[other])
        pairs[one, other] = Pair(apart, months)
    return pairs
