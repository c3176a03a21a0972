"""The comparison as data for other programs: ids and numbers, undefined ones null; only labels follow the language."""

import math
from collections.abc import Iterator
from typing import Any

from dealbuilder.analysis.compare.answer import Answer
from dealbuilder.analysis.compare.cloud import Oval
from dealbuilder.analysis.compare.comparing import Compared, Comparison, Outcome
from dealbuilder.analysis.compare.gap import Gap
from dealbuilder.analysis.compare.paired import Difference
from dealbuilder.analysis.compare.rows import Row
from dealbuilder.model.package import Clause
from dealbuilder.model.text import Language
from dealbuilder.report import differing
from dealbuilder.report.compare.words import points, title
from dealbuilder.report.tidy import rounded

HEADER = (
    "kind", "id", "package", "less", "statistic", "value", "unit", "text", "baseline", "worldview", "dealbuilder",
    "catalogue", "pack",
)  # fmt: skip
STATISTICS = ("mean", "p05", "p50", "p95", "baseline")
APART = ("value", "p05", "p50", "p95", "error", "higher", "equal")
NO_DEAL = "no new deal"

Cells = tuple[str | float | None, ...]


def as_data(answer: Answer, language: Language = "en") -> dict[str, Any]:
    """Return everything: setting, packages, indicators with every pair's difference, clauses that differ, the gap."""
    found, under = answer.comparison, answer.comparison.setting
    return {
        "setting": {
            "pack": under.pack,
            "worldview": under.worldview,
            "baseline": (under.baseline.name or under.baseline.id) if under.baseline else "",
            "draws": under.draws,
            "seed": under.seed,
            "injects": [inject.id for inject in under.injects],
            "assumptions_changed": differing.as_json(found.catalogue, under.changes),
        },
        "packages": [_package(one) for one in found.packages],
        "same": found.alike,
        "indicators": [_outcome(found, one, language) for one in found.outcomes],
        "clauses": [_row(found, row, language) for row in found.rows],
        "gap": _gap(found, answer.gap, language) if answer.gap else None,
        "stamps": {
            "dealbuilder": found.stamps.dealbuilder,
            "catalogue": found.stamps.catalogue,
            "pack": found.stamps.pack,
        },
    }


def _package(one: Compared) -> dict[str, Any]:
    return {
        "name": one.name,
        "id": one.package.id,
        "clauses": len(one.package.clauses),
        "unknown": list(one.unknown),
        "ellipses": [_oval(oval) for oval in one.cloud.ovals],
    }


def _oval(oval: Oval) -> dict[str, Any]:
    axes = {"major": oval.major, "minor": oval.minor}
    return {"share": oval.share, **{name: [rounded(value) for value in axis] for name, axis in axes.items()}}


def _outcome(found: Comparison, outcome: Outcome, language: Language) -> dict[str, Any]:
    known = outcome.indicator
    scores = zip(outcome.scores, outcome.ranks, strict=True)
    return {
        "id": known.id,
        "label": known.label.get(language),
        "unit": known.unit,
        "sense": known.sense,
        "material": outcome.material,
        "scores": [
            {**{name: rounded(getattr(score, name)) for name in STATISTICS}, "rank": rank} for score, rank in scores
        ],
        "differences": [
            {"one": one, "other": other, **_difference(pair.differences[known.id], known.sense)}
            for (one, other), pair in found.pairs.items()
        ],
    }


def _difference(apart: Difference, sense: str) -> dict[str, float | None]:
    return {**{name: rounded(getattr(apart, name)) for name in APART}, "ahead": rounded(apart.ahead(sense))}


def _row(found: Comparison, row: Row, language: Language) -> dict[str, Any]:
    return {
        "measure": row.measure,
        "title": title(found.catalogue, row.measure, language),
        "side": row.line.side,
        "differs_in": list(row.kinds),
        "packages": [None if clause is None else _clause(clause) for clause in row.line.clauses],
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return clause.model_dump(exclude={"measure", "note", "private_note"})


def _gap(found: Comparison, gap: Gap, language: Language) -> dict[str, Any]:
    pair = found.pair(gap.one, gap.other).differences
    return {
        "one": gap.one,
        "other": gap.other,
        "method": "exact" if gap.exact else "sampled",
        "draws": gap.draws,
        "indicators": [
            {
                "id": id,
                "unit": pair[id].unit,
                "gap": rounded(pair[id].value),
                "parts": [
                    {
                        "measure": part.measure,
                        "title": title(found.catalogue, part.measure, language),
                        "value": rounded(part.value),
                        "error": rounded(part.error),
                    }
                    for part in gap.parts(id)
                ],
            }
            for id in gap.by_indicator
        ],
    }


def rows(answer: Answer) -> Iterator[Cells]:
    """Yield the long table under HEADER: scores, ranks, differences of every pair, clauses that differ, the gap."""
    found, under = answer.comparison, answer.comparison.setting
    base = (under.baseline.name or under.baseline.id) if under.baseline else NO_DEAL
    after = (base, under.worldview, found.stamps.dealbuilder, found.stamps.catalogue, found.stamps.pack)
    for kind, id, package, less, statistic, value, unit, text in _rows(answer, found):
        if text or (value is not None and math.isfinite(value)):
            yield (kind, id, package, less, statistic, value, unit, text, *after)


def _rows(answer: Answer, found: Comparison) -> Iterator[tuple[str, str, str, str, str, float | None, str, str]]:
    names = [one.name for one in found.packages]
    for outcome in found.outcomes:
        id, unit = outcome.indicator.id, outcome.indicator.unit
        for name, score, rank in zip(names, outcome.scores, outcome.ranks, strict=True):
            for statistic in STATISTICS:
                yield "score", id, name, "", statistic, getattr(score, statistic), unit, ""
            yield "score", id, name, "", "rank", None if rank is None else float(rank), "rank", ""
    for (one, other), pair in found.pairs.items():
        for id, apart in pair.differences.items():
            for statistic in APART:
                unit = "share" if statistic in ("higher", "equal") else points(apart.unit)
                yield "difference", id, names[one], names[other], statistic, getattr(apart, statistic), unit, ""
    for row in found.rows:
        for name, clause in zip(names, row.line.clauses, strict=True):
            if clause is not None:
                yield "clause", row.measure, name, "", "level", None, "", clause.level
                yield "clause", row.measure, name, "", "start", float(clause.start), "month", ""
                yield (
                    "clause",
                    row.measure,
                    name,
                    "",
                    "end",
                    None if clause.end is None else float(clause.end),
                    "month",
                    "",
                )
    gap = answer.gap
    if gap is not None:
        for id in gap.by_indicator:
            unit = points(found.catalogue.indicator_by_id[id].unit)
            for part in gap.parts(id):
                place = (id, names[gap.one], names[gap.other])
                yield "part", *place, part.measure, part.value, unit, ""
