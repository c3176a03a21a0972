"""What a package is worth to a role, and which of its red lines the package crosses."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Score
from dealbuilder.analysis.resolve import known_clauses
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens, RedLine
from dealbuilder.model.package import Package


@dataclass(frozen=True, slots=True)
class LensValue:
    """Points above the baseline, positive for the better, whole and by indicator; `undefined` ones count nothing."""

    lens: str
    value: float
    parts: tuple[tuple[str, float], ...]
    undefined: tuple[str, ...] = ()


def lens_value(lens: Lens, scores: Iterable[Score]) -> LensValue:
    """Return the sum of weight x change / scale over the lens's indicators; exactly 0 for the baseline itself.

    Raise KeyError if the scores lack one of the indicators.
    """
    by_id = {score.id: score for score in scores}
    changes = {w.indicator: by_id[w.indicator].mean - by_id[w.indicator].baseline for w in lens.weights}
    defined = [weight for weight in lens.weights if math.isfinite(changes[weight.indicator])]
    parts = tuple((weight.indicator, weight.points(changes[weight.indicator])) for weight in defined)
    undefined = tuple(id for id, change in changes.items() if not math.isfinite(change))
    return LensValue(lens.id, math.fsum(points for _, points in parts), parts, undefined)


def crossed(catalogue: Catalogue, lens: Lens, package: Package) -> tuple[RedLine, ...]:
    """Return the red lines that the package crosses: its clause stands at the line's level or beyond it.

    A guardrail that is still locked is not signed and crosses nothing.
    """
    ranks = {
        known.measure.id: known.rank
        for known in known_clauses(catalogue, package)
        if known.clause.unlocked or not known.measure.guardrail
    }
    return tuple(line for line in lens.red_lines if ranks.get(line.measure, 0) >= _rank(catalogue, line))


def _rank(catalogue: Catalogue, line: RedLine) -> int:
    measure = catalogue.measure_by_id[line.measure]
    return [level.id for level in measure.levels].index(line.level)
