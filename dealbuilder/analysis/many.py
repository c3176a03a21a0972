"""What many packages come to, draw by draw: their worth to both parties, supply restored, leadership cost."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from dealbuilder.analysis.evaluate import NO_DEAL
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.party_value import PARTIES, party_values
from dealbuilder.analysis.runs import Tick
from dealbuilder.analysis.scoreboard import PERCENT, SHARES, Outputs, Yardsticks, per_draw, yardsticks
from dealbuilder.engine.inputs import Prepared, prepare
from dealbuilder.engine.run import run
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package

OBJECTIVES = ("us", "china", "supply_restored", "leadership_cost")
"""What packages are compared by: worth to each party in points, supply in %, cost in index points."""
US, CHINA, SUPPLY, COST = range(4)
SENSE = np.array([1.0, 1.0, 1.0, -1.0])
"""Which way each is better; of supply and cost for the United States."""
PIECE = 16_384
"""Runs at a time: their outputs are dropped once read."""


class Reader:
    """Reads packages under one setting, with common random numbers: draw i is the same for every package."""

    def __init__(self, catalogue: Catalogue, lenses: Sequence[Lens], setting: Setting) -> None:
        self._catalogue, self.lenses, self._setting = catalogue, tuple(lenses), setting
        self._measure = yardsticks(catalogue, setting)
        self._prepared: dict[int, tuple[Prepared, Outputs]] = {}

    def read(self, packages: Sequence[Package], draws: int, tick: Tick | None = None) -> FloatArray:
        """Return the objectives, shape (packages, 4, draws); at most as many draws as the setting has."""
        draws = min(draws, self._setting.draws)
        prepared, baseline = self._made_ready(draws)
        found = np.empty((len(packages), len(OBJECTIVES), draws))
        size = max(1, PIECE // draws)
        for begin in range(0, len(packages), size):
            some = packages[begin : begin + size]
            ran = run(prepared, some, _part(tick, begin, len(some), len(packages)), record=False)
            outputs = {id: ran.outputs[:, place] for place, id in enumerate(ran.output_ids)}
            found[begin : begin + size] = objectives(self.lenses, outputs, baseline, self._measure)
        return found

    def changes(self, packages: Sequence[Package], draws: int) -> dict[str, FloatArray]:
        """Return by how much each indicator that a role weighs differs from the baseline's, (packages,) means."""
        prepared, baseline = self._made_ready(min(draws, self._setting.draws))
        ran = run(prepared, packages, record=False)
        outputs = {id: ran.outputs[:, place] for place, id in enumerate(ran.output_ids)}
        weighed = changes(self.lenses, outputs, baseline, self._measure)
        return {id: change.mean(axis=1) for id, change in weighed.items()}

    def _made_ready(self, draws: int) -> tuple[Prepared, Outputs]:
        if draws not in self._prepared:
            s = replace(self._setting, draws=draws)
            inputs = prepare(self._catalogue, s.pack, s.worldview, s.changes, s.draws, s.seed, s.injects)
            ran = run(inputs, (s.baseline or NO_DEAL,), record=False)
            self._prepared[draws] = inputs, dict(zip(ran.output_ids, ran.outputs[0], strict=True))
        return self._prepared[draws]


def _part(tick: Tick | None, begin: int, size: int, count: int) -> Tick | None:
    return None if tick is None else lambda done: tick((begin + size * done) / count)


def objectives(lenses: Sequence[Lens], outputs: Outputs, baseline: Outputs, measure: Yardsticks) -> FloatArray:
    """Return the objectives of packages whose outputs are (packages, draws) against a baseline's (draws,)."""
    found = changes(lenses, outputs, baseline, measure)
    cost = baseline["lead"] - outputs["lead"]
    # A party without a role in force values nothing.
    values = [party_values(lenses, party, found) if found else np.zeros_like(cost) for party in PARTIES]
    return np.stack([*values, outputs["supply"], cost], axis=1)


def changes(lenses: Sequence[Lens], outputs: Outputs, baseline: Outputs, measure: Yardsticks) -> dict[str, FloatArray]:
    """Return the changes, (packages, draws), of every indicator that one of the roles weighs."""
    wanted = sorted({weight.indicator for lens in lenses for weight in lens.weights})
    return {id: change for id in wanted if (change := changed(id, outputs, baseline, measure)) is not None}


def changed(id: str, outputs: Outputs, baseline: Outputs, measure: Yardsticks) -> FloatArray | None:
    """Return by how much an indicator differs from the baseline's, (packages, draws).

    What only a mean defines is the same in every draw. None for an indicator that no output gives.
    """
    ours = per_draw(id, outputs, baseline)
    theirs = per_draw(id, baseline, baseline)
    if ours is not None and theirs is not None:
        return (ours - theirs) * (PERCENT if id in SHARES else 1.0)
    if id == "capital_share":
        return PERCENT / measure.envelope * (outputs["capital"] - baseline["capital"])
    before = float(np.mean(baseline["supply"]))
    if id == "gap_closed":
        gap = PERCENT - before if before <= measure.gap_limit else float("nan")
        return PERCENT * (outputs["supply"] - baseline["supply"]) / gap
    if id in MEANS:
        change = MEANS[id](outputs) - MEANS[id](baseline)
        return np.repeat(np.asarray(change)[:, None], outputs["supply"].shape[-1], axis=1)
    return None


def _if_alive(outputs: Mapping[str, FloatArray]) -> FloatArray:
    lived = outputs["alive_sum"].sum(axis=-1)
    met = outputs["supply_alive_sum"].sum(axis=-1)
    return np.divide(met, lived, out=np.full_like(met, np.nan), where=lived > 0.0)


def _median_life(outputs: Mapping[str, FloatArray]) -> FloatArray:
    life = np.sort(outputs["life"], axis=-1)
    return life[..., int(0.5 * (life.shape[-1] - 1) + 0.5)]


MEANS = {"supply_if_alive": _if_alive, "median_life": _median_life}
"""Indicators that are no mean of draws."""
