"""The reference deals run on their pack, ranked by how long they last, beside what really happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.reference.hazard import Split, splits
from dealbuilder.analysis.reference.struck import STRUCK, Struck
from dealbuilder.analysis.runs import RunStore, Summary, Tick, World
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package

PERCENT = 100.0
DRAWS = 1024
SEED = Setting().seed


@dataclass(frozen=True, slots=True)
class Ranked:
    """One reference deal.

    `alive_12`: chance that it lives twelve months, percent, by worldview; the rest under the first worldview asked for:
    median life and its 5th and 95th percentile in months, share of draws that end no later than it really did in
    percent, and the hazard taken apart. `place` is the model's among the deals, 1 the most durable; `observed` the best
    and the worst place that the lives leave open, for deals that ended together share theirs. What was no deal has no
    observed places, and its `place` is the one it would have among all.
    """

    struck: Struck
    pack: str
    alive_12: dict[str, float]
    life: tuple[float, float, float]
    as_early: float
    split: Split
    place: int
    observed: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the model's order of deals agrees with that of the observed lives, under one worldview.

    Pairs count whose lives ended in different events; `tau` is (agreeing - disagreeing) / pairs. `wrong` names
    the pairs in the wrong order, the one that really lived longer first.
    """

    worldview: str
    pairs: int
    agreeing: int
    disagreeing: int
    tau: float
    wrong: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """All reference deals in the order of STRUCK, the agreement by worldview, and on what they were run."""

    deals: tuple[Ranked, ...]
    agreement: tuple[Agreement, ...]
    events: int
    draws: int
    seed: int


def reference(
    catalogue: Catalogue,
    deals: Mapping[str, tuple[Package, str]],
    worldviews: Sequence[str],
    draws: int = DRAWS,
    seed: int = SEED,
    tick: Tick | None = None,
) -> Reference:
    """Return the reference deals under the worldviews; `deals` holds package and pack of each shipped deal by id."""
    chosen = [(struck, *_shipped(deals, struck)) for struck in STRUCK]
    store, first = RunStore(catalogue), worldviews[0]
    found: dict[str, dict[str, Summary]] = {view: {} for view in worldviews}
    apart: dict[str, Split] = {}
    packs = tuple(dict.fromkeys(pack for _, _, pack in chosen))
    for place, pack in enumerate(packs):
        here = [(struck.id, package) for struck, package, its in chosen if its == pack]
        packages = [package for _, package in here]
        for step, view in enumerate(worldviews):
            if tick is not None:
                tick((place + step / (len(worldviews) + 1)) / len(packs))
            ran = store.summaries(World(pack, view, (), draws, seed), packages, record=False)
            found[view] |= dict(zip((id for id, _ in here), ran, strict=True))
        parts = splits(catalogue, pack, packages, first, draws, seed)
        apart |= dict(zip((id for id, _ in here), parts, strict=True))
    alive = {view: {id: _alive(summary) for id, summary in by_id.items()} for view, by_id in found.items()}
    firmness = {id: (alive[first][id], _median(found[first][id])) for id in apart}
    places = _places(firmness) | _places({struck.id: firmness[struck.id] for struck in STRUCK if struck.is_deal})
    ranked = []
    for struck, _, pack in chosen:
        life = found[first][struck.id].outputs["life"]
        low, middle, high = (float(value) for value in bands.pick(life))
        ranked.append(
            Ranked(
                struck,
                pack,
                {view: alive[view][struck.id] for view in worldviews},
                (middle, low, high),
                PERCENT * float(np.mean(life <= struck.life)),
                apart[struck.id],
                places[struck.id],
                _observed(struck),
            )
        )
    if tick is not None:
        tick(1.0)
    events = len({struck.event for struck in STRUCK if struck.is_deal})
    return Reference(tuple(ranked), tuple(agreement(view, alive[view]) for view in worldviews), events, draws, seed)


def agreement(worldview: str, alive: Mapping[str, float]) -> Agreement:
    """Return how chances to live a year, by deal, agree with the observed lives; a tie counts for neither side."""
    pairs = agreeing = 0
    wrong = []
    for one, other in combinations([struck for struck in STRUCK if struck.is_deal], 2):
        if one.event == other.event or not _comparable(one, other):
            continue
        pairs += 1
        longer, shorter = (one, other) if one.life > other.life else (other, one)
        agreeing += alive[longer.id] > alive[shorter.id]
        if alive[longer.id] < alive[shorter.id]:
            wrong.append((longer.id, shorter.id))
    return Agreement(worldview, pairs, agreeing, len(wrong), (agreeing - len(wrong)) / pairs, tuple(wrong))


def _comparable(one: Struck, other: Struck) -> bool:
    """Return whether it is known which lived longer: of one still alive only that it outlived what ended sooner."""
    return not (one.alive and one.life < other.life) and not (other.alive and other.life < one.life)


def _observed(struck: Struck) -> tuple[int, int] | None:
    """Return the best and the worst place of a deal by its life; those that one event ended are not told apart."""
    if not struck.is_deal:
        return None
    others = [other for other in STRUCK if other.is_deal and other.event != struck.event]
    best = 1 + sum(other.life > struck.life for other in others)
    return best, best + sum(other.is_deal and other.event == struck.event for other in STRUCK) - 1


def _shipped(deals: Mapping[str, tuple[Package, str]], struck: Struck) -> tuple[Package, str]:
    if struck.id not in deals:
        raise DealError(
            f"The shipped deal “{struck.id}” is missing; the reference deals cannot be run.",
            "Reinstall dealbuilder.",
            zh=f"随附的协议“{struck.id}”缺失；无法运行参照协议。",
            zh_hint="请重新安装 dealbuilder。",
        )
    return deals[struck.id]


def _alive(summary: Summary) -> float:
    return PERCENT * float(summary.outputs["alive_12"].mean())


def _median(summary: Summary) -> float:
    return float(bands.pick(summary.outputs["life"])[1])


def _places(keys: Mapping[str, tuple[float, ...]]) -> dict[str, int]:
    """Return places from 1, the largest key first; equal keys share a place."""
    return {id: 1 + sum(other > key for other in keys.values()) for id, key in keys.items()}
