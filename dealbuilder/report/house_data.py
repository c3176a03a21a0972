"""House estimates of a package as data: what people judged, and what hangs on it."""

from typing import Any

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.house import estimated
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.house import House
from dealbuilder.model.package import Package
from dealbuilder.report.tidy import rounded


def as_json(catalogue: Catalogue, package: Package, evaluation: Evaluation) -> dict[str, Any] | None:
    """Return the house estimates of a package and the headline scores at either end of them; None without any."""
    measures = estimated(catalogue, package)
    if not measures:
        return None
    found = evaluation.house
    return {
        "clauses": [_one(catalogue, id, house) for id in measures if (house := catalogue.measure_by_id[id].house)],
        "supply_restored": None if found is None else [rounded(value) for value in found.supply],
        "leadership_cost": None if found is None else [rounded(value) for value in found.cost],
    }


def _one(catalogue: Catalogue, id: str, house: House) -> dict[str, Any]:
    channel = catalogue.channel_by_id.get(house.channel)
    low, likely, high = (rounded(value) for value in house.pooled())
    return {
        "measure": id,
        "channel": house.channel,
        "unit": "" if channel is None else channel.unit,
        "low": low,
        "likely": likely,
        "high": high,
        "people": len(house.counted),
        "rounds": house.rounds,
    }
