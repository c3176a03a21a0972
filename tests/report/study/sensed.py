"""Answers of the study for tests of what is said about them: planted, without a run of the engine."""

import numpy as np

from dealbuilder.analysis.discovery import boxed
from dealbuilder.analysis.failing import Discovery, Failing, Fails
from dealbuilder.analysis.hanging import OTHERS, Bar, Flip, Hangs, Indices, Tornado
from dealbuilder.analysis.quantity import Line, Quantity, quantity
from dealbuilder.analysis.regret import Column, Regret
from dealbuilder.analysis.uncertain import LUCK
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.in_force import in_force

NAMED = (
    "delay_plant", "hazard_truce", "carry_bias", "workers_start", "leak_civil", "follow_months", "refill_limit",
    "thrift_months", "us_penalty", "approve_dual", "backfire", "access_effect",
)  # fmt: skip


def bar(catalogue: Catalogue, id: str, low: float, high: float, flip: Flip) -> Bar:
    return Bar(id, in_force(catalogue.parameter_by_id[id], {}, None), low, high, 0.1, flip)


def tornado(catalogue: Catalogue, bars: int = len(NAMED), line: Line | None = None) -> Tornado:
    """Twelve bars about 48.3 %, each a little narrower; the first flips at a fifth of its range."""
    asked = line or Line("target", True, 50.0)
    made: list[Bar] = []
    for place, id in enumerate(NAMED[:bars]):
        figures = in_force(catalogue.parameter_by_id[id], {}, None)
        flip = Flip("flips", figures.low + 0.2 * (figures.high - figures.low)) if place == 0 else Flip("holds")
        width = 4.0 - 0.3 * place
        made.append(bar(catalogue, id, 48.3 - width, 48.3 + width / 2, flip if place < 10 else Flip("untried")))
    return Tornado(supply(catalogue), asked, 48.3, 14.1, -1.7, False, tuple(made), 83, 64, 1000)


def supply(catalogue: Catalogue) -> Quantity:
    return quantity(catalogue, (), "supply_restored")


def hangs(catalogue: Catalogue, full: bool = True, bars: int = len(NAMED)) -> Hangs:
    """Indices fall off from luck's 30 %."""
    names = (*NAMED[:bars], LUCK, OTHERS) if full else NAMED[:bars]
    total = np.linspace(0.2, 0.01, len(names))
    if full:
        total[-2:] = 0.3, 0.1
    error = np.full(len(names), 0.005)
    none = np.full(len(names), np.nan)
    shares = (total * 0.8, error, total, error) if full else (total, error, none, none)
    return Hangs(
        tornado(catalogue, bars), Indices("supply_restored", names, *shares, bars > 0, 20480, 164 if full else 0), full
    )


def discovery(catalogue: Catalogue, kind: str = "rule") -> Discovery:
    """Failing goes with a long delay of plants and few skilled people, planted in 1,024 worlds."""
    ids = ("delay_plant", "workers_start", "leak_civil", LUCK)
    values = np.random.default_rng(5).random((1024, 4)) * [40.0, 4000.0, 0.4, 100.0]
    bad = (values[:, 0] > 24.0) & (values[:, 1] < 2600.0)
    if kind == "turned":
        bad = ~bad
    if kind == "luck":
        bad = (values[:, 3] < 40.0) & (values[:, 0] > 20.0)
    if kind == "no_rule":
        bad = np.random.default_rng(6).random(1024) < 0.3
    if kind == "never":
        bad = np.zeros(1024, dtype=bool)
    if kind == "rare":
        bad = np.arange(1024) < 3
    if kind == "few":
        values, bad = values[:64], bad[:64]
    return boxed(supply(catalogue), Failing(Line("target", True, 45.0)), ids, values, bad)


def fails(catalogue: Catalogue, kind: str = "rule", packages: int = 2) -> Fails:
    return Fails(discovery(catalogue, kind), regret(packages))


def regret(packages: int = 2) -> Regret:
    """The first package is best by supply and by value to the United States, the last by the others."""
    views, behind = ("essay", "central", "sceptic"), np.zeros((packages, 3))
    if packages > 1:
        behind[-1] = 1.5, 1.0, 0.5
    ahead = behind[::-1].copy()
    columns = (
        Column("supply_restored", "%", None, 50.0 - behind, behind),
        Column("leadership_cost", "index points", None, ahead, ahead),
        Column("us", "points", "us", -behind, behind),
        Column("china", "points", "china", -ahead, ahead),
    )
    names = tuple(f"Package {number + 1}" for number in range(packages))
    return Regret(tuple(f"p{number + 1}" for number in range(packages)), names, views, columns, 256)
