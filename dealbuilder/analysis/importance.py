"""How much each uncertain parameter matters for an indicator, from draws that were already run: rank correlation."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.runs import RunStore, Tick, world
from dealbuilder.analysis.scoreboard import per_draw
from dealbuilder.model.package import Package

CHANCE = 0.05
"""How often, among all parameters of a list that mean nothing, the largest may still pass the floor."""
MOST = 10_000
"""Draws that are ranked: more would take memory and tell nothing, for the first are as good as any."""
FEWEST = 3
"""Draws below which no correlation means anything."""


@dataclass(frozen=True, slots=True)
class Importance:
    """Rank correlation of parameters with indicators over the draws of one package in one world.

    `signed` holds arrays of shape (parameters,) in [-1, 1] by indicator id; plus means that more of the parameter goes
    with more of the indicator. What does not pass `floor` could be chance with this many draws.
    """

    parameters: tuple[str, ...]
    signed: dict[str, FloatArray]
    floor: float
    draws: int

    def of(self, indicator: str) -> dict[str, float]:
        """Return signed correlations by parameter id, only those that pass the floor; none for a strange indicator."""
        found = self.signed.get(indicator)
        if found is None:
            return {}
        pairs = zip(self.parameters, found.tolist(), strict=True)
        return {id: value for id, value in pairs if abs(value) > self.floor}


def weigh(
    store: RunStore, package: Package, baseline: Package, setting: Setting, tick: Tick | None = None
) -> Importance:
    """Return the importance of every parameter of the engine for every indicator that each draw defines."""
    ours, theirs = store.draws(world(setting), (package, baseline), tick)
    found: dict[str, FloatArray] = {}
    for indicator in store.catalogue.indicators:
        values = per_draw(indicator.id, ours.outputs, theirs.outputs)
        if values is not None:
            found[indicator.id] = values[:MOST]
    drawn = ours.values[:, :MOST]
    signed = correlations(drawn, np.array(list(found.values())))
    count = int(np.sum(np.ptp(drawn, axis=1) > 0.0))
    draws = drawn.shape[1]
    return Importance(ours.parameters, dict(zip(found, signed, strict=True)), floor(draws, count), draws)


def importance(values: FloatArray, outputs: FloatArray) -> FloatArray:
    """Return |Spearman| of (parameters, draws) with (draws,) outputs, in [0, 1], shape (parameters,)."""
    return np.abs(correlations(values, outputs[None, :])[0])


def correlations(values: FloatArray, outputs: FloatArray) -> FloatArray:
    """Return Spearman's rank correlation of (parameters, draws) with (outputs, draws), shape (outputs, parameters).

    What does not vary correlates with nothing: 0.
    """
    if values.shape[1] < FEWEST:
        return np.zeros((len(outputs), len(values)))
    return np.clip(_standard(outputs) @ _standard(values).T, -1.0, 1.0)


def floor(draws: int, parameters: int) -> float:
    """Return the largest |correlation| among `parameters` that mean nothing, passed in only CHANCE of such lists.

    Without a relation it is normal with standard deviation 1 / sqrt(draws - 1), a share of CHANCE for each parameter.
    """
    if draws < FEWEST:
        return 1.0
    quantile = NormalDist().inv_cdf(1.0 - CHANCE / (2.0 * max(parameters, 1)))
    return min(1.0, quantile / float(np.sqrt(draws - 1)))


def _standard(rows: FloatArray) -> FloatArray:
    """Return ranks of each row, centred, of length one; all nought where a row does not vary."""
    ranked = np.array([_ranks(row) for row in rows])
    centred = ranked - ranked.mean(axis=1, keepdims=True)
    length = np.sqrt((centred**2).sum(axis=1, keepdims=True))
    return np.divide(centred, length, out=np.zeros_like(centred), where=length > 0.0)


def _ranks(row: FloatArray) -> FloatArray:
    """Return ranks from 1, equal values sharing the mean of their ranks; what is undefined counts as largest."""
    _, inverse, counts = np.unique(row, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return (last - (counts - 1) / 2.0)[inverse]
