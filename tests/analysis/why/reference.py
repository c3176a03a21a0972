"""Credit as its definition says it: over every order of arrival, one run of the engine after another."""

import itertools
from math import factorial

import numpy as np

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.runs import world
from dealbuilder.analysis.scoreboard import scores, yardsticks
from dealbuilder.model.package import Package


def table(service: Evaluator, package: Package, setting: Setting) -> FloatArray:
    """Return the scores of every coalition of a package's clauses, (2^n, indicators), from nothing up."""
    count = len(package.clauses)
    coalitions = [
        package.model_copy(update={"clauses": tuple(c for i, c in enumerate(package.clauses) if mask >> i & 1)})
        for mask in range(1 << count)
    ]
    runs = service.store.summaries(world(setting), coalitions, record=False)
    measure = yardsticks(service.catalogue, setting)
    wanted = service.catalogue.indicators
    return np.array([[s.mean for s in scores(wanted, run.outputs, runs[0].outputs, measure)] for run in runs])


def by_orders(values: FloatArray) -> FloatArray:
    """Return Shapley values, (players, …), as the mean over all orders."""
    count = len(values).bit_length() - 1
    found = np.zeros((count, *values.shape[1:]))
    for order in itertools.permutations(range(count)):
        mask = 0
        for player in order:
            found[player] += values[mask | 1 << player] - values[mask]
            mask |= 1 << player
    return found / factorial(count)
