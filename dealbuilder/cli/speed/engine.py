"""Rows about the program's own model, which need nothing beside the program."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from itertools import combinations

import numpy as np

from dealbuilder import paths
from dealbuilder.analysis import bands, games
from dealbuilder.analysis.credit import credit
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.why.coalitions import Coalitions
from dealbuilder.cli import deals
from dealbuilder.cli.speed.rounds import Lap, NotHere, Trial, contest, cores, framed, one_core, timed
from dealbuilder.document import file
from dealbuilder.document.examples import example
from dealbuilder.engine.inputs import Prepared, prepare
from dealbuilder.engine.lanes import LANES
from dealbuilder.engine.run import Run, run
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Text

EXAMPLE = "essay_full"
"""The deal whose package is timed: the one with most clauses."""
QUICK_DRAWS, MANY_DRAWS = 256, 10_000
SIZES, QUICK_SIZES = (1, 10, 100, 1000), (1, 10, 50)
"""Units of work whose cost should grow in step: three decades."""
CHANCES = 20
CREDITED = 12
"""Clauses whose credit is timed."""


@cache
def catalogue() -> Catalogue:
    """Return the shipped catalogue."""
    return deals.catalogue()


@cache
def package() -> Package:
    """Return the package that is timed."""
    return file.load(example(paths.resources() / "examples", EXAMPLE).path).history.document.package()


@lru_cache(maxsize=2)
def prepared(draws: int) -> Prepared:
    """Return the inputs of that many draws."""
    setting = Setting()
    return prepare(catalogue(), setting.pack, setting.worldview, (), draws, setting.seed)


def banded(inputs: Prepared) -> Run:
    """Run the package under every draw, months recorded, and pick the bands of every series."""
    result = run(inputs, (package(),))
    bands.pick(result.monthly[0])
    return result


def _alone(work: Callable[[], object]) -> None:
    with one_core():
        work()


@cache
def _same_bits(draws: int) -> None:
    """One core and all cores give the same bits, and a run of the batch the bits it gives alone."""
    inputs = prepared(draws)
    whole = run(inputs, (package(),), record=False)
    with one_core():
        again = run(inputs, (package(),), record=False)
    assert np.array_equal(whole.outputs, again.outputs)
    first = run(prepared(LANES), (package(),), record=False)
    assert np.array_equal(whole.outputs[..., :LANES], first.outputs)


def frame(quick: bool) -> Trial:
    """256 draws with bands on one core, in frames."""
    work = partial(_alone, partial(banded, prepared(QUICK_DRAWS)))
    return Trial(partial(_same_bits, QUICK_DRAWS), framed(work), 20 if quick else 100)


def variants() -> Iterator[Package]:
    """Yield packages that nobody has asked for yet: all clauses but two, another two each time."""
    whole = package()
    for dropped in combinations(whole.clauses, 2):
        rest = tuple(clause for clause in whole.clauses if clause not in dropped)
        yield whole.model_copy(update={"clauses": rest})


def answer(quick: bool) -> Trial:
    """The first answer after a change of a package whose baseline is known, in frames."""
    evaluator, setting, changed = Evaluator(catalogue()), Setting(), variants()

    def gate() -> None:
        first = evaluator.evaluate(package(), setting, full=False)
        assert first.scores == Evaluator(catalogue()).evaluate(package(), setting, full=False).scores

    def change() -> object:
        return evaluator.evaluate(next(changed), setting, full=False)

    return Trial(gate, framed(change), 20 if quick else 100)


def ten_thousand(quick: bool) -> Trial:
    """10,000 draws with bands on all cores, in frames."""
    work = partial(banded, prepared(MANY_DRAWS))
    return Trial(partial(_same_bits, MANY_DRAWS), framed(work), 1 if quick else 15)


def two_cores(quick: bool) -> Trial:
    """10,000 draws on all cores against one."""
    work = partial(run, prepared(MANY_DRAWS), (package(),), record=False)
    if cores() < 2:
        raise NotHere(Text(en="This machine gives the program one core only.", zh="本机只给程序一个核心。"))
    turn = contest(work, partial(_alone, work))
    # By processor time both cost the same: only the wall tells.
    return Trial(partial(_same_bits, MANY_DRAWS), lambda: Lap(turn().wall), 1 if quick else 9)


def _linear(size: Callable[[int], Callable[[], object]], quick: bool) -> Trial:
    """Return a trial of the cost of one unit more in the last decade over that in the first.

    `size` makes the work of so many units. What a call costs before its first unit is in neither.
    """
    sizes = QUICK_SIZES if quick else SIZES
    works = [size(units) for units in sizes]

    def once() -> Lap:
        with one_core():
            costs = [_least(work, max(1, CHANCES // units)) for work, units in zip(works, sizes, strict=True)]
        (wall, cpu), (last_wall, last_cpu) = _one_more(costs, sizes, 0), _one_more(costs, sizes, len(sizes) - 2)
        return Lap(last_wall / wall, last_cpu / cpu)

    return Trial(partial(_same_bits, QUICK_DRAWS), once, 1 if quick else 3)


def _least(work: Callable[[], object], chances: int) -> tuple[float, float]:
    """Return the least seconds of a few tries, by the wall and by the processor: small work is easily disturbed."""
    tries = [timed(work) for _ in range(chances)]
    return min(wall for wall, _ in tries), min(cpu for _, cpu in tries)


def _one_more(costs: list[tuple[float, float]], sizes: tuple[int, ...], place: int) -> tuple[float, float]:
    """Return what a unit more costs between two neighbouring sizes, by the wall and by the processor."""
    units = sizes[place + 1] - sizes[place]
    wall, cpu = (later - earlier for earlier, later in zip(costs[place], costs[place + 1], strict=True))
    return wall / units, cpu / units


def linear_packages(quick: bool) -> Trial:
    """More packages, 64 draws each."""
    inputs = prepared(LANES)
    return _linear(lambda units: partial(run, inputs, (package(),) * units, record=False), quick)


def linear_draws(quick: bool) -> Trial:
    """More draws of one package, 64 at a time."""
    setting = Setting()

    def size(units: int) -> Callable[[], object]:
        inputs = prepare(catalogue(), setting.pack, setting.worldview, (), units * LANES, setting.seed)
        return partial(run, inputs, (package(),), record=False)

    return _linear(size, quick)


def linear_months(quick: bool) -> Trial:
    """More steps a month, 64 draws of one package."""
    inputs = prepared(LANES)
    return _linear(lambda units: partial(run, inputs, (package(),), record=False, substeps=units), quick)


def shapley(quick: bool) -> Trial:
    """Credit of 12 clauses against the runs that it needs."""
    whole = package().model_copy(update={"clauses": package().clauses[:CREDITED]})
    service, setting = Evaluator(catalogue()), Setting(draws=1)
    clauses = tuple(clause.measure for clause in whole.clauses)
    game = Coalitions(service.store, NO_DEAL, whole, clauses)
    coalitions, inputs = game.packages(range(1 << CREDITED)), prepared(1)

    def ours() -> object:
        return credit(service, whole, setting)

    def gate() -> None:
        found, runs = credit(service, whole, setting), run(inputs, coalitions, record=False)
        assert (found.method, found.heard, found.draws) == ("exact", CREDITED, 1)
        supply = runs.outputs[:, runs.output_ids.index("supply"), 0]
        expected = games.shapley(supply[:, None])[:, 0]
        assert np.allclose(found.shapley[:, found.indicators.index("supply_restored")], expected, atol=1e-9)

    turn = contest(partial(run, inputs, coalitions, record=False), ours)
    return Trial(gate, turn, 5 if quick else 30)


TRIALS: dict[str, Callable[[bool], Trial]] = {
    made.__name__: made
    for made in (frame, answer, ten_thousand, two_cores, linear_packages, linear_draws, linear_months, shapley)
}
"""How each row of the program is made ready, by row id; told whether to be quick."""
