"""What moved between two evaluations, for the ribbon under the headline scores."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Evaluation, HeatMap


@dataclass(frozen=True, slots=True)
class Move:
    """One visible change: an indicator or cell, from, to, unit, and the clause that caused it.

    `kind` is "indicator" (`subject` its id) or "cell" (`subject` is "good:end_use:class").
    """

    subject: str
    kind: str
    before: float
    after: float
    unit: str
    cause: str


CELL_STEP = 5.0
"""Percentage points of a cell's need that a reader notices."""

STEPS = {
    "leadership_compute": 0.5,
    "leadership_tools": 0.5,
    "leadership_memory": 0.5,
    "supply_civil": 4.0,
    "supply_dual_use": 4.0,
    "supply_military": 4.0,
    "nonchinese_separate": 3.0,
    "nonchinese_magnet": 3.0,
    "cutoff_survival": 2.0,
    "derisking_capital": 5.0,
    "revenue_chip_designers": 5.0,
    "revenue_toolmakers": 5.0,
    "revenue_design_software": 1.0,
    "revenue_energy_aviation": 5.0,
    "writeoffs_avoided": 2.0,
    "output_avoided": 25.0,
    "alive_36": 8.0,
    "alive_60": 8.0,
    "median_life": 4.0,
    "china_compute": 0.3,
    "china_tools": 3.0,
    "china_memory": 0.1,
    "china_leverage": 4.0,
    "days_to_cargo": 10.0,
}
"""For each indicator the ribbon may name, the change that a reader notices, in the indicator's unit.

The headline scores are absent: they show their own change. So are variants of one number (months, weights).
"""

NOTICEABLE = 0.1
"""Share of a step below which a change is not worth a line."""

FAMILIES = {"supply_civil": "civil", "supply_dual_use": "dual_use", "supply_military": "military"}


def moved(before: Evaluation, after: Evaluation, cause: str, most: int = 3) -> tuple[Move, ...]:
    """Return the `most` largest changes, each measured in steps a reader notices; at most one line a good and class."""
    candidates = sorted([*_indicators(before, after, cause), *_cells(before, after, cause)], key=lambda pair: -pair[0])
    moves: list[Move] = []
    said: set[str] = set()
    for size, move in candidates:
        if size < NOTICEABLE or len(moves) == most:
            break
        families = _families(move)
        if not families & said:
            said |= families
            moves.append(move)
    return tuple(moves)


def _families(move: Move) -> set[str]:
    if move.kind == "cell":
        good, _, klass = move.subject.split(":")
        return {good, klass}
    return {FAMILIES.get(move.subject, move.subject.split("_")[0])}


def _indicators(before: Evaluation, after: Evaluation, cause: str) -> Iterator[tuple[float, Move]]:
    paired = before.setting.draws == after.setting.draws and before.setting.seed == after.setting.seed
    for id, step in STEPS.items():
        try:
            old, new = before.score(id), after.score(id)
        except KeyError:
            continue
        change = abs(new.mean - old.mean)
        noise = 0.0 if paired else 2 * math.hypot(old.error, new.error)
        if math.isfinite(change) and change > (noise if math.isfinite(noise) else 0.0):
            yield change / step, Move(id, "indicator", old.mean, new.mean, new.unit, cause)


def _cells(before: Evaluation, after: Evaluation, cause: str) -> Iterator[tuple[float, Move]]:
    old_maps: dict[str, HeatMap] = {heat.klass: heat for heat in before.heat}
    for heat in after.heat:
        old = old_maps.get(heat.klass)
        if old is None or old.goods != heat.goods or old.end_uses != heat.end_uses:
            continue
        for row, good in enumerate(heat.goods):
            for column, end_use in enumerate(heat.end_uses):
                was, now = float(old.values[row, column]), float(heat.values[row, column])
                if math.isfinite(was) and math.isfinite(now):
                    subject = f"{good}:{end_use}:{heat.klass}"
                    yield abs(now - was) / CELL_STEP, Move(subject, "cell", was, now, "%", cause)
