"""Rows about better deals: many packages with their front, and fronts of the model's outputs."""

from collections.abc import Callable
from functools import cache, partial

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.frontier import front
from dealbuilder.analysis.many import PIECE, SENSE, objectives
from dealbuilder.analysis.scoreboard import yardsticks
from dealbuilder.analysis.space import Bounds, space
from dealbuilder.cli.speed import engine
from dealbuilder.cli.speed.rounds import NotHere, Trial, contest
from dealbuilder.engine.run import run
from dealbuilder.model.package import Package
from dealbuilder.model.text import Text
from tests.benchmarks.peer_rows import SEED, brute, trade_off

try:
    import moocore
except ImportError:
    moocore = None

PACKAGES, QUICK_PACKAGES = 100_000, 4_096
POINTS, QUICK_POINTS = 1_000_000, 25_600
WIDE, QUICK_WIDE = 50_000, 21_000
CHECKED = 1_500
DRAWS = 64


def _needs() -> None:
    if moocore is None:
        raise NotHere(Text(en="moocore is not installed.", zh="未安装moocore。"))


@cache
def packages(count: int) -> tuple[Package, ...]:
    """Return packages in which every measure that may move stands at a level of its own choice."""
    room = space(engine.catalogue(), engine.package(), Bounds())
    chance = np.random.Generator(np.random.PCG64(SEED))
    rows = np.stack([chance.choice(ranks, size=count) for ranks in room.options], axis=1).astype(np.int8)
    return tuple(room.built(row) for row in rows)


def simulated(count: int) -> None:
    """Run every package under one draw, a piece at a time, and drop what comes out."""
    for begin in range(0, count, PIECE):
        run(engine.prepared(1), packages(count)[begin : begin + PIECE], record=False)


def searched(count: int) -> FloatArray:
    """Run the same, read their four objectives, and return those on the front."""
    catalogue, inputs = engine.catalogue(), engine.prepared(1)
    baseline = run(inputs, (Package(id="none", name=""),), record=False)
    theirs = dict(zip(baseline.output_ids, baseline.outputs[0], strict=True))
    measure, found = yardsticks(catalogue, Setting()), []
    for begin in range(0, count, PIECE):
        ran = run(inputs, packages(count)[begin : begin + PIECE], record=False)
        outputs = {id: ran.outputs[:, place] for place, id in enumerate(ran.output_ids)}
        found.append(objectives(catalogue.lenses, outputs, theirs, measure).mean(axis=2))
    values = np.vstack(found)
    return values[front(values, SENSE)]


def search(quick: bool) -> Trial:
    """The search over the simulation alone."""
    _needs()
    count = QUICK_PACKAGES if quick else PACKAGES

    def gate() -> None:
        assert len(searched(QUICK_PACKAGES)) > 0

    return Trial(gate, contest(partial(simulated, count), partial(searched, count)), 1 if quick else 3)


@cache
def outputs(count: int) -> FloatArray:
    """Return supply and lead of as many runs, of many packages under many draws, (count, 2), more is better."""
    asked, found = packages(count // DRAWS), []
    for begin in range(0, len(asked), PIECE):
        ran = run(engine.prepared(DRAWS), asked[begin : begin + PIECE], record=False)
        both = [ran.outputs[:, ran.output_ids.index(id)].ravel() for id in ("supply", "lead")]
        found.append(np.stack(both, axis=1))
    return np.vstack(found)


def by_moocore(points: FloatArray) -> FloatArray:
    """Return the front by the library alone, more is better."""
    return moocore.is_nondominated(points, maximise=True, keep_weakly=True)


def _same(points: FloatArray) -> None:
    assert np.array_equal(front(points), by_moocore(points))
    assert np.array_equal(front(points[:CHECKED]), brute(-points[:CHECKED]))


def front_two(quick: bool) -> Trial:
    """Two objectives of the model against the library alone."""
    _needs()
    points = outputs(QUICK_POINTS if quick else POINTS)
    return Trial(
        partial(_same, points), contest(partial(front, points), partial(by_moocore, points)), 1 if quick else 20
    )


def front_wide(quick: bool) -> Trial:
    """Points that are all on the front: what is tried first cannot pay."""
    _needs()
    points = -trade_off(QUICK_WIDE if quick else WIDE)
    return Trial(
        partial(_same, points), contest(partial(by_moocore, points), partial(front, points)), 1 if quick else 10
    )


TRIALS: dict[str, Callable[[bool], Trial]] = {made.__name__: made for made in (search, front_two, front_wide)}
"""How each row is made ready, by row id."""
