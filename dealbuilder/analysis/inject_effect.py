"""What one inject does to a deal: the same package with and without it, under the same draws."""

from dataclasses import dataclass, replace

import numpy as np

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Evaluation, Setting
from dealbuilder.analysis.runs import Tick
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Package

EFFECT_DRAWS = 256
"""Draws of an effect: enough for a line, few enough to follow a hand on a spin box."""


@dataclass(frozen=True, slots=True)
class Effect:
    """An inject and two evaluations that differ by it alone; other injects of the deal bear on both."""

    inject: Inject
    without: Evaluation
    struck: Evaluation

    @property
    def empty(self) -> bool:
        """Return whether no month of any series and no score differs: it moves nothing in this deal."""
        months = zip(self.without.monthly, self.struck.monthly, strict=True)
        same = all(np.array_equal(one.mean, two.mean, equal_nan=True) for one, two in months)
        pairs = zip(self.without.scores, self.struck.scores, strict=True)
        return same and all(np.array_equal(one.mean, two.mean, equal_nan=True) for one, two in pairs)


def effect(
    evaluator: Evaluator, package: Package, setting: Setting, inject: Inject, tick: Tick | None = None
) -> Effect:
    """Return what an inject does to a package; one of the same id in the setting gives way to it."""
    others = tuple(one for one in setting.injects if one.id != inject.id)
    calm = replace(setting, injects=others, draws=min(setting.draws, EFFECT_DRAWS))
    hit = replace(calm, injects=(*others, inject))
    halves = (None, None) if tick is None else (lambda done: tick(done / 2), lambda done: tick((1 + done) / 2))
    without = evaluator.evaluate(package, calm, tick=halves[0], full=False)
    return Effect(inject, without, evaluator.evaluate(package, hit, tick=halves[1], full=False))
