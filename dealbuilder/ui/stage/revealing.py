"""What a reveal tells the record, and which clause it was about."""

import math

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.model.package import Package


def told(evaluation: Evaluation) -> dict[str, tuple[float, float, float]]:
    """Return mean, 5th and 95th percentile by indicator, in its unit; what has no number stays out."""
    rows = {score.id: (score.mean, score.p05, score.p95) for score in evaluation.scores}
    return {id: row for id, row in rows.items() if all(map(math.isfinite, row))}


def changed_measure(before: Package | None, after: Package) -> str:
    """Return the measure of the first clause that differs; empty if none does or it is another package."""
    if before is None or before.id != after.id:
        return ""
    old = {clause.measure: clause for clause in before.clauses}
    new = {clause.measure: clause for clause in after.clauses}
    return next((id for id in (*new, *old) if old.get(id) != new.get(id)), "")
