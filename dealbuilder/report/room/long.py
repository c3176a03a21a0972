"""The tables of a room as one long table, a row a number, and as JSON objects: for other programs, so ids, no words."""

from collections.abc import Iterator, Sequence
from typing import Any

from dealbuilder.analysis.room.matrix import Line
from dealbuilder.analysis.room.standing import INDICATORS, Room, Standing
from dealbuilder.model.text import Language
from dealbuilder.report.room.words import measure, remarks
from dealbuilder.report.tidy import rounded

HEADER = (
    "table", "file", "package", "kind", "id", "level", "start_month", "end_month", "statistic", "value", "unit",
    "baseline", "worldview", "dealbuilder", "catalogue", "pack",
)  # fmt: skip
STATISTICS = ("mean", "p05", "p50", "p95", "baseline")
NO_DEAL = "no new deal"


def rows(room: Room, files: Sequence[str]) -> Iterator[tuple[str | float | None, ...]]:
    """Yield the rows under HEADER: every score of every table, then every clause with its level's rank."""
    setting = room.setting
    base = (setting.baseline.name or setting.baseline.id) if setting.baseline else NO_DEAL
    after = (base, setting.worldview, room.stamps.dealbuilder, room.stamps.catalogue, room.stamps.pack)
    for place, (one, file) in enumerate(zip(room.standings, files, strict=True)):
        before = (one.deal.name, file, one.deal.package.name or one.deal.package.id)
        for id in INDICATORS:
            score = one.scores[id]
            for name in STATISTICS:
                yield (*before, "score", id, "", None, None, name, getattr(score, name), score.unit, *after)
        if one.idle is not None:
            yield (*before, "count", "idle_clauses", "", None, None, "count", float(len(one.idle)), "clause", *after)
        for line in room.lines:
            clause, rank = line.clauses[place], line.ranks[place]
            if clause is not None:
                when = (float(clause.start), None if clause.end is None else float(clause.end))
                found = None if rank is None else float(rank)
                yield (*before, "clause", line.id, clause.level, *when, "rank", found, "rank", *after)


def table(room: Room, standing: Standing, file: str, language: Language) -> dict[str, Any]:
    """Return one table as JSON."""
    deal = standing.deal
    return {
        "name": deal.name,
        "file": file,
        "package": deal.package.name or deal.package.id,
        **{id: _score(standing, id) for id in INDICATORS},
        "clauses": [
            {"measure": clause.measure, "level": clause.level, "start": clause.start, "end": clause.end}
            for clause in deal.package.clauses
        ],
        "idle": None if standing.idle is None else [one.measure for one in standing.idle],
        "unknown": list(standing.unknown),
        "remarks": list(remarks(room, standing, language)),
    }


def _score(standing: Standing, id: str) -> dict[str, Any]:
    score = standing.scores[id]
    return {"unit": score.unit, **{name: rounded(getattr(score, name)) for name in STATISTICS}}


def line(room: Room, found: Line, language: Language) -> dict[str, Any]:
    """Return one row of the clause matrix as JSON."""
    return {
        "measure": found.id,
        "title": measure(room.catalogue, found.id, language),
        "side": found.side,
        "touched": found.touched,
        "minimum": found.least,
        "mean": None if found.mean is None else rounded(found.mean),
        "maximum": found.most,
        "same": found.same,
        "levels": [None if clause is None else clause.level for clause in found.clauses],
    }
