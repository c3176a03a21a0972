"""The JSON object of `score --json`."""

from typing import Any

from dealbuilder.analysis.evaluation import Evaluation, FloatArray
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import befallen, differing, house_data
from dealbuilder.report.tidy import rounded


def score_json(
    catalogue: Catalogue,
    evaluation: Evaluation,
    deal_name: str,
    package_name: str,
    language: Language = "en",
    package: Package | None = None,
) -> dict[str, Any]:
    """Return every indicator with unit and band, the monthly series, the worst cell and the stamps; NaN is null.

    Only labels follow the language: keys, ids and units stay as they are. `package` adds its house estimates.
    """
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
                "label": labels[score.id].label.get(language) if score.id in labels else score.id,
                "unit": score.unit,
                "sense": labels[score.id].sense if score.id in labels else "none",
                "baseline": rounded(score.baseline),
                "mean": rounded(score.mean),
                "p05": rounded(score.p05),
                "p50": rounded(score.p50),
                "p95": rounded(score.p95),
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
        "assumptions_changed": differing.as_json(catalogue, setting.changes),
        "house_estimates": None if package is None else house_data.as_json(catalogue, package, evaluation),
        "injects": befallen.as_json(catalogue, setting.injects, language),
    }


def _values(array: FloatArray) -> list[float | None]:
    return [rounded(float(number)) for number in array]


def _worst(evaluation: Evaluation) -> dict[str, Any] | None:
    if not evaluation.worst:
        return None
    cell = min(evaluation.worst, key=lambda cell: cell.value)
    return {"material": cell.material, "end_use": cell.end_use, "class": cell.klass, "value": rounded(cell.value)}
