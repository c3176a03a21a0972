"""What a score hangs on and when a deal fails, as plain data for JSON; what is not defined is null."""

import math
from typing import Any

from dealbuilder.analysis.failing import Discovery, Fails
from dealbuilder.analysis.hanging import Hangs
from dealbuilder.analysis.quantity import Line
from dealbuilder.analysis.regret import Regret
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.study import assumed, fails, hangs
from dealbuilder.report.tidy import DIGITS


def hangs_data(catalogue: Catalogue, found: Hangs, language: Language) -> dict[str, Any]:
    """Return every bar, every index and the assumptions to argue about."""
    told, indices = found.tornado, found.indices
    return {
        "indicator": told.quantity.id,
        "unit": told.quantity.unit,
        "value": plain(told.centre),
        "line": line_data(told.line),
        "met": told.met,
        "draws": told.all_draws,
        "common_draws": told.draws,
        "bars": [
            {
                "parameter": bar.parameter,
                "label": assumed.label(catalogue, bar.parameter, language),
                "unit": catalogue.parameter_by_id[bar.parameter].unit,
                "figures": {key: plain(getattr(bar.figures, key)) for key in ("value", "low", "high")},
                "at_low": plain(bar.low),
                "at_high": plain(bar.high),
                "error": plain(bar.error),
                "flip": bar.flip.outcome,
                "flips_at": plain(bar.flip.value),
            }
            for bar in told.bars
        ],
        "still": told.still,
        "indices": {
            "method": "sobol" if found.full else "given_data",
            "runs": indices.runs,
            "grouped": indices.grouped,
            "shares": [
                {
                    "parameter": id,
                    "first": plain(float(indices.first[place])),
                    "first_error": plain(float(indices.first_error[place])),
                    "total": plain(float(indices.total[place])),
                    "total_error": plain(float(indices.total_error[place])),
                }
                for place, id in enumerate(indices.names)
                if indices.varies
            ],
        },
        "argue_about": list(found.argued),
        "sentence": hangs.verdict(catalogue, found, language),
    }


def fails_data(catalogue: Catalogue, found: Fails, language: Language) -> dict[str, Any]:
    """Return the rule with its counts, and the regrets."""
    told = found.discovery
    return {
        "indicator": told.quantity.id,
        "unit": told.quantity.unit,
        "failing": {
            "line": line_data(told.failing.line) if told.failing.line is not None else None,
            "worst_beyond": plain(told.failing.beyond),
        },
        "outcome": told.outcome,
        "worlds": told.worlds,
        "share_failing": plain(told.share),
        "about": "holding" if told.turned else "failing",
        "rule": [
            {
                "parameter": limit.parameter,
                "low": plain(limit.low),
                "high": plain(limit.high),
                "quasi_p": plain(limit.quasi_p),
            }
            for limit in told.limits
        ],
        "tested": _counts(told),
        "chance": plain(told.chance),
        "sentence": fails.sentence(catalogue, told, language),
        "regret": None if found.regret is None else _regret(found.regret),
    }


def _counts(told: Discovery) -> dict[str, Any]:
    tested = told.tested
    return {
        "inside": tested.inside,
        "hits_inside": tested.hits_inside,
        "hits": tested.hits,
        "worlds": tested.all,
        "coverage": plain(tested.coverage),
        "density": plain(tested.density),
    }


def _regret(found: Regret) -> dict[str, Any]:
    return {
        "worldviews": list(found.worldviews),
        "draws": found.draws,
        "columns": [
            {
                "id": column.id if column.party is None else f"value_{column.party}",
                "unit": column.unit,
                "least": [found.packages[place] for place in column.least],
                "packages": [
                    {
                        "package": id,
                        "values": [plain(float(value)) for value in column.values[place]],
                        "regret": [plain(float(value)) for value in column.regret[place]],
                        "worst": plain(float(column.worst[place])),
                    }
                    for place, id in enumerate(found.packages)
                ],
            }
            for column in found.columns
        ],
    }


def line_data(line: Line) -> dict[str, Any]:
    """Return a line: its kind, its sense and its value."""
    return {"kind": line.kind, "sense": "at_least" if line.least else "at_most", "value": plain(line.value)}


def plain(value: float) -> float | None:
    """Return a number in as many digits as are exported; None where it is not defined."""
    return float(f"{value:.{DIGITS}g}") if math.isfinite(value) else None
