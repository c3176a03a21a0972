"""Runs of the engine, summed up and remembered: an answer that was given once is never computed again."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from threading import Lock

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.resolve import stripped
from dealbuilder.engine.inputs import Prepared, prepare
from dealbuilder.engine.parameters import P
from dealbuilder.engine.run import Run, run
from dealbuilder.model.assumptions import Change
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Clause, Package

Tick = Callable[[float], None]
"""Is told the share done, 0 to 1; may raise Cancelled."""

MEMORY = 200_000_000
"""Bytes of outputs kept; the oldest answers go first."""

RECORDED = 10_000
"""Draws of which every month is kept: bands stand still by then, and a tenfold of them would fill the memory."""

PREPARED = 8
"""Prepared inputs kept: a few worldviews with few and with many draws."""


def part_of(tick: Tick | None, begin: float, end: float) -> Tick | None:
    """Return the tick of a piece of work that is the shares from `begin` to `end` of a whole."""
    return None if tick is None else lambda done: tick(begin + done * (end - begin))


@dataclass(frozen=True, slots=True)
class World:
    """Everything but the package that decides a run."""

    pack: str
    worldview: str
    changes: tuple[Change, ...]
    draws: int
    seed: int
    injects: tuple[Inject, ...] = ()


def world(setting: Setting, worldview: str | None = None, draws: int | None = None) -> World:
    """Return the world of a setting, with another worldview or fewer draws where asked."""
    few = setting.draws if draws is None else min(draws, setting.draws)
    return World(setting.pack, worldview or setting.worldview, setting.changes, few, setting.seed, setting.injects)


@dataclass(frozen=True, slots=True)
class Summary:
    """One package in one world.

    `outputs`: (draws,) by output id. `mean`, `low`, `middle`, `high`: (series, months), percentiles over draws, of no
    series if months were not recorded.
    `cells` and `need`: (goods, end uses, classes).
    """

    months: tuple[str, ...]
    signing: int
    outputs: dict[str, FloatArray]
    series: tuple[str, ...]
    mean: FloatArray
    low: FloatArray
    middle: FloatArray
    high: FloatArray
    cells: FloatArray
    need: FloatArray

    def bytes(self) -> int:
        """Return the memory that the outputs hold."""
        return sum(array.nbytes for array in self.outputs.values())


@dataclass(frozen=True, slots=True)
class Draws:
    """What was drawn and what came of it: `values` (parameters, draws), `outputs` (draws,) by output id.

    Draw i of every package in one world has the same parameter values.
    """

    parameters: tuple[str, ...]
    values: FloatArray
    outputs: dict[str, FloatArray]


Key = tuple[World, bool, tuple[Clause, ...]]
"""A world, whether months are recorded, and clauses without notes."""


class RunStore:
    """The engine behind a memory; safe to call from several threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._lock = Lock()
        self._prepared: OrderedDict[World, Prepared] = OrderedDict()
        self._summaries: OrderedDict[Key, Summary] = OrderedDict()
        self._held = 0

    def summaries(
        self, world: World, packages: Sequence[Package], tick: Tick | None = None, *, record: bool = True
    ) -> list[Summary]:
        """Return a summary of each package; what is not remembered is run in one batch.

        `record` False leaves the monthly series out, where only outputs are asked for.
        """
        plain = [stripped(package) for package in packages]
        keys = [(world, record, package.clauses) for package in plain]
        answers = {key: known for key in keys if (known := self._remembered(key)) is not None}
        missing = {key: package for key, package in zip(keys, plain, strict=True) if key not in answers}
        if missing:
            asked, streamed = list(missing.values()), record and world.draws > RECORDED
            result = run(self._prepare(world), asked, tick=tick, record=record and not streamed)
            # Draws begin alike however many there are, so the months are those of the first of these very draws.
            told = run(self._prepare(replace(world, draws=RECORDED)), asked) if streamed else result
            for place, key in enumerate(missing):
                answers[key] = _summary(result, told, place)
                self._remember(key, answers[key])
        return [answers[key] for key in keys]

    def outputs(self, world: World, packages: Sequence[Package], tick: Tick | None = None) -> FloatArray:
        """Return outputs of each package, (packages, outputs, draws): for thousands of them, of which none is kept."""
        return run(self._prepare(world), packages, tick=tick, record=False).outputs

    def draws(self, world: World, packages: Sequence[Package], tick: Tick | None = None) -> list[Draws]:
        """Return drawn parameters and outputs of each package; what was scored before is not run again."""
        summaries = self.summaries(world, packages, tick, record=False)
        values = self._prepare(world).values
        ids = tuple(parameter.name for parameter in P)
        return [Draws(ids, values, summary.outputs) for summary in summaries]

    def recorded(self, world: World, packages: Sequence[Package], tick: Tick | None = None) -> Run:
        """Return a run with every month of every draw, not remembered: it is far too large."""
        return run(self._prepare(world), [stripped(package) for package in packages], tick=tick)

    def _prepare(self, world: World) -> Prepared:
        with self._lock:
            prepared = self._prepared.get(world)
            if prepared is None:
                prepared = prepare(
                    self.catalogue,
                    world.pack,
                    world.worldview,
                    world.changes,
                    world.draws,
                    world.seed,
                    world.injects,
                )
                self._prepared[world] = prepared
                while len(self._prepared) > PREPARED:
                    self._prepared.popitem(last=False)
            self._prepared.move_to_end(world)
            return prepared

    def _remembered(self, key: Key) -> Summary | None:
        """Return what is known; an answer with monthly series serves where only outputs are asked for."""
        world, record, clauses = key
        fuller = (world, True, clauses)
        with self._lock:
            found = fuller if not record and fuller in self._summaries else key
            if found in self._summaries:
                self._summaries.move_to_end(found)
            return self._summaries.get(found)

    def _remember(self, key: Key, summary: Summary) -> None:
        with self._lock:
            if key not in self._summaries:
                self._held += summary.bytes()
            self._summaries[key] = summary
            while self._held > MEMORY and len(self._summaries) > 1:
                _, oldest = self._summaries.popitem(last=False)
                self._held -= oldest.bytes()


def _summary(result: Run, told: Run, place: int) -> Summary:
    """Return one package's outputs of `result` and monthly series of `told`, the same run unless it was too long."""
    recorded = len(told.monthly) > 0
    monthly = told.monthly[place] if recorded else np.zeros((0, 0, 1))
    low, middle, high = bands.pick(monthly)
    # Outputs are copied so that remembering one package does not keep the whole batch alive.
    outputs = result.outputs[place].copy()
    return Summary(
        months=result.months,
        signing=result.signing,
        outputs=dict(zip(result.output_ids, outputs, strict=True)),
        series=result.series_ids if recorded else (),
        mean=bands.means(monthly),
        low=low,
        middle=middle,
        high=high,
        cells=result.cells[place].copy(),
        need=result.cell_need,
    )
