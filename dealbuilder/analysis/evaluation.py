"""What one evaluation of one package says: plain frozen data, read by screen, paper and command line alike."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dealbuilder.model.assumptions import Change
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Package
from dealbuilder.model.parties import EndUserClass

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Setting:
    """Under what a package is read. `baseline` None: no new deal (the empty package) in the same worldview.

    `injects` befall the package and its baseline alike.
    """

    pack: str = "2025-07"
    worldview: str = "central"
    changes: tuple[Change, ...] = ()
    draws: int = 256
    seed: int = 20250715
    baseline: Package | None = None
    injects: tuple[Inject, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """One indicator: `mean` (the headline) and bands over draws, the baseline's mean, the standard error of `mean`."""

    id: str
    unit: str
    baseline: float
    mean: float
    p05: float
    p50: float
    p95: float
    error: float


@dataclass(frozen=True, slots=True)
class Monthly:
    """One monthly series: bands over draws and the baseline's mean, each of shape (months,)."""

    id: str
    unit: str
    p05: FloatArray
    p50: FloatArray
    p95: FloatArray
    mean: FloatArray
    baseline: FloatArray


@dataclass(frozen=True, slots=True)
class Cell:
    """One good x end use x class and the share of its need met, percent, mean over scored months."""

    material: str
    end_use: str
    klass: EndUserClass
    value: float
    baseline: float


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Share of need met, percent, shape (goods, end uses); NaN where the end use needs none of the good."""

    klass: EndUserClass
    goods: tuple[str, ...]
    end_uses: tuple[str, ...]
    values: FloatArray
    baseline: FloatArray


@dataclass(frozen=True, slots=True)
class Observed:
    """Observed months of a series that the model also gives: month labels and values in the series' unit."""

    series: str
    months: tuple[str, ...]
    values: tuple[float, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Idle:
    """A clause that moves nothing: why, and what would make it count. Texts in both languages."""

    measure: str
    reason_en: str
    reason_zh: str
    remedy_en: str
    remedy_zh: str
    remedy_measure: str | None = None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two clauses that cannot both stand, or a clause out of its time."""

    measures: tuple[str, ...]
    text_en: str
    text_zh: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The two headline scores and durability under one worldview."""

    worldview: str
    supply_restored: float
    leadership_cost: float
    alive_60: float


@dataclass(frozen=True, slots=True)
class HouseRange:
    """Clauses that rest on house estimates, and the headline scores with all of them at one end.

    `supply` in %, `cost` in index points: with every estimate at its lowest, then at its highest figure.
    """

    measures: tuple[str, ...]
    supply: tuple[float, float]
    cost: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stamps:
    """Versions that a score belongs to."""

    dealbuilder: str
    catalogue: str
    pack: str


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything one evaluation says.

    `months` runs from the pack's first month; `months[signing]` is the month of signing; the scored months are
    `months[signing + 1 : signing + 61]`. `final` False marks a first answer with fewer draws.
    `monthly_draws` is how many draws the monthly series are of: the first of a long run.
    """

    package: str
    baseline: str
    setting: Setting
    months: tuple[str, ...]
    signing: int
    scores: tuple[Score, ...]
    monthly: tuple[Monthly, ...]
    heat: tuple[HeatMap, ...]
    worst: tuple[Cell, ...]
    worst_movable: Cell | None
    observed: tuple[Observed, ...]
    stamps: Stamps
    readings: tuple[Reading, ...] = ()
    idle: tuple[Idle, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    unknown: tuple[str, ...] = ()
    beyond_evidence: tuple[str, ...] = ()
    final: bool = True
    monthly_draws: int = 0
    house: HouseRange | None = None
    by_id: dict[str, Score] = field(default_factory=dict, repr=False, compare=False)

    def score(self, id: str) -> Score:
        """Return one indicator; raise KeyError if the evaluation has none of that id."""
        if not self.by_id:
            self.by_id.update({score.id: score for score in self.scores})
        return self.by_id[id]

    def series(self, id: str) -> Monthly:
        """Return one monthly series; raise KeyError if there is none."""
        for monthly in self.monthly:
            if monthly.id == id:
                return monthly
        raise KeyError(id)
