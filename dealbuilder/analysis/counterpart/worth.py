"""What packages are worth to both parties, many at once: few draws, the same for every package, and remembered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.party_value import Party, party_values
from dealbuilder.analysis.resolve import stripped
from dealbuilder.analysis.runs import Tick
from dealbuilder.analysis.scoreboard import DRAWN, PERCENT, SHARES, per_draw, scores, yardsticks
from dealbuilder.engine.inputs import Prepared, prepare
from dealbuilder.engine.run import run
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Clause, Package

DRAWS = 64
"""Draws of a package: enough to tell packages apart on common draws, few enough to look at hundreds in a second."""
CHUNK = 64
"""Packages that are run in one go."""
HEADLINES = ("supply_restored", "leadership_cost")


@dataclass(frozen=True, slots=True)
class Worth:
    """A package in points above the baseline for each party, and its headline scores in % and index points."""

    us: float
    china: float
    supply: float = 0.0
    cost: float = 0.0

    def to(self, party: Party) -> float:
        """Return what it is worth to a party."""
        return self.us if party == "us" else self.china


class Valuer(Protocol):
    """Whoever says what packages are worth."""

    def worths(self, packages: Sequence[Package], tick: Tick | None = None) -> list[Worth]:
        """Return the worth of each package."""
        ...


class Scorer:
    """Values packages by the engine through the roles in force; a package that was valued once is not run again.

    Common draws: draw i has the same parameter values and shocks whatever the package.
    """

    def __init__(self, service: Evaluator, setting: Setting, lenses: Sequence[Lens], draws: int = DRAWS) -> None:
        self._service = service
        self._setting = replace(setting, draws=min(draws, setting.draws))
        self._lenses = tuple(lenses)
        self._weighed = tuple({weight.indicator for lens in lenses for weight in lens.weights} - set(HEADLINES))
        self._known: dict[tuple[Clause, ...], Worth] = {}
        self._prepared: Prepared | None = None
        self._base: dict[str, FloatArray] = {}

    @property
    def draws(self) -> int:
        """Return how many draws a package is valued by."""
        return self._setting.draws

    @property
    def valued(self) -> int:
        """Return how many packages were valued so far."""
        return len(self._known)

    def worths(self, packages: Sequence[Package], tick: Tick | None = None) -> list[Worth]:
        """Return the worth of each package; what is not known yet is run in chunks."""
        plain = [stripped(package) for package in packages]
        missing = list({package.clauses: package for package in plain if package.clauses not in self._known}.values())
        for begin in range(0, len(missing), CHUNK):
            part = missing[begin : begin + CHUNK]
            for package, worth in zip(part, self._valued(part), strict=True):
                self._known[package.clauses] = worth
            if tick is not None:
                tick(min(begin + CHUNK, len(missing)) / len(missing))
        return [self._known[package.clauses] for package in plain]

    def _valued(self, packages: Sequence[Package]) -> list[Worth]:
        prepared = self._inputs()
        result = run(prepared, packages, record=False)
        outputs = {id: result.outputs[:, place] for place, id in enumerate(result.output_ids)}
        changes, heads = self._changes(outputs), self._headlines(outputs)
        us, china = (party_values(self._lenses, party, changes | heads[1]) for party in ("us", "china"))
        supply, cost = (heads[0][id] for id in HEADLINES)
        shape = np.zeros(len(packages))
        rows = zip(us + shape, china + shape, supply, cost, strict=True)
        return [Worth(*(float(value) for value in row)) for row in rows]

    def _inputs(self) -> Prepared:
        """Return the prepared inputs; the first call runs the baseline."""
        if self._prepared is None:
            setting = self._setting
            self._service.pack(setting)
            prepared = prepare(
                self._service.catalogue, setting.pack, setting.worldview, setting.changes,
                setting.draws, setting.seed, setting.injects,
            )  # fmt: skip
            base = run(prepared, [stripped(setting.baseline or NO_DEAL)], record=False)
            self._base = {id: base.outputs[0, place] for place, id in enumerate(base.output_ids)}
            self._prepared = prepared
        return self._prepared

    def _headlines(self, outputs: dict[str, FloatArray]) -> tuple[dict[str, FloatArray], dict[str, FloatArray]]:
        """Return the headline scores and their changes against the baseline, each (packages,)."""
        found = {id: self._drawn(id, outputs) for id in HEADLINES}
        return found, {id: values - self._drawn(id, self._base) for id, values in found.items()}

    def _changes(self, outputs: dict[str, FloatArray]) -> dict[str, FloatArray]:
        """Return each weighed indicator's mean less the baseline's, (packages,), by id."""
        found: dict[str, FloatArray] = {}
        for id in self._weighed:
            if id in DRAWN:
                found[id] = self._drawn(id, outputs) - self._drawn(id, self._base)
            elif id in self._service.catalogue.indicator_by_id:
                found[id] = self._derived(id, outputs)
        return found

    def _drawn(self, id: str, outputs: dict[str, FloatArray]) -> FloatArray:
        values = per_draw(id, outputs, self._base)
        mean = np.zeros(()) if values is None else values.mean(axis=-1)
        return PERCENT * mean if id in SHARES else mean

    def _derived(self, id: str, outputs: dict[str, FloatArray]) -> FloatArray:
        """Return the change of an indicator that only a mean defines, package by package."""
        wanted = (self._service.catalogue.indicator_by_id[id],)
        measure = yardsticks(self._service.catalogue, self._setting)
        count = len(next(iter(outputs.values())))
        changes = []
        for place in range(count):
            one = {name: values[place] for name, values in outputs.items()}
            score = scores(wanted, one, self._base, measure)[0]
            changes.append(score.mean - score.baseline)
        return np.array(changes)
