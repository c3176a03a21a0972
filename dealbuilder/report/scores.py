"""The scores of a deal as one JSON object: the contract of `score --json`."""

import math
from typing import Any

from dealbuilder.analysis.evaluation import Evaluation, FloatArray
from dealbuilder.model.catalogue import Catalogue

DIGITS = 9
"""Significant digits of a number in JSON: more than any score means, fewer than platforms differ in."""


def score_json(catalogue: Catalogue, evaluation: Evaluation, deal_name: str, package_name: str) -> dict[str, Any]:
    """Return every indicator with unit and band, the monthly series, the worst cell and the stamps; NaN is null."""
    labels = {indicator.id: indicator for indicator in catalogue.indicators}
    setting, stamps = evaluation.setting, evaluation.stamps
    return {
        "deal": deal_name,
        "package": package_name,
        "baseline": evaluation.baseline,
        "worldview": setting.worldview,
        "draws": setting.draws,
        "seed": setting.seed,
        "indicators": [
            {
                "id": score.id,
                "label": labels[score.id].label.en if score.id in labels else score.id,
                "unit": score.unit,
                "sense": labels[score.id].sense if score.id in labels else "none",
                "baseline": value(score.baseline),
                "mean": value(score.mean),
                "p05": value(score.p05),
                "p50": value(score.p50),
                "p95": value(score.p95),
            }
            for score in evaluation.scores
        ],
        "monthly": {
            "months": list(evaluation.months),
            "series": [
                {
                    "id": series.id,
                    "unit": series.unit,
                    "p05": _values(series.p05),
                    "p50": _values(series.p50),
                    "p95": _values(series.p95),
                }
                for series in evaluation.monthly
            ],
        },
        "worst_cell": _worst(evaluation),
        "stamps": {"dealbuilder": stamps.dealbuilder, "catalogue": stamps.catalogue, "pack": stamps.pack},
    }


def value(number: float) -> float | None:
    """Return a number as JSON carries it: rounded, and null where it is not defined."""
    return float(f"{number:.{DIGITS}g}") if math.isfinite(number) else None


def _values(array: FloatArray) -> list[float | None]:
    return [value(float(number)) for number in array]


def _worst(evaluation: Evaluation) -> dict[str, Any] | None:
    if not evaluation.worst:
        return None
    cell = min(evaluation.worst, key=lambda cell: cell.value)
    return {"material": cell.material, "end_use": cell.end_use, "class": cell.klass, "value": value(cell.value)}
