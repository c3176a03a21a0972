"""The tables of a room as rows and columns: the list with scores, and the clause matrix."""

from dataclasses import dataclass

from dealbuilder.analysis.room.matrix import Line
from dealbuilder.analysis.room.standing import ALIVE, INDICATORS, Room, Standing
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say
from dealbuilder.report.room.words import level, measure, remarks

Row = tuple[str | float | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its title, head and rows; numbers stay numbers, None is a blank. `digits` are decimals by column."""

    title: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    digits: tuple[int, ...]


def texts(sheet: Sheet, row: Row) -> tuple[str, ...]:
    """Return a row as it is read."""
    pairs = zip(row, sheet.digits, strict=True)
    return tuple(cell or "" if cell is None or isinstance(cell, str) else wording.plain(cell, d) for cell, d in pairs)


def listed(room: Room, language: Language) -> Sheet:
    """Return a row a table: scores with bands, clauses, how many of them are idle, what there is to say.

    Whether a deal lives is yes or no in every draw, so that score has no band.
    """
    header = [say(key, language) for key in ("room.number", "room.table", "room.package")]
    digits = [0, 0, 0]
    for id in INDICATORS:
        known = room.catalogue.indicator_by_id[id]
        label, unit = known.label.get(language), wording.unit(known.unit, language)
        header.append(say("room.axis", language, label=label, unit=unit))
        header += [say("room.low", language), say("room.high", language)] if id != ALIVE else []
        decimals = known.digits + wording.written_digits(known.unit, language)
        digits += [decimals] if id == ALIVE else [decimals] * 3
    header += [say(key, language) for key in ("room.clauses", "room.idle", "room.remarks")]
    rows = tuple(_table(room, place, one, language) for place, one in enumerate(room.standings, 1))
    return Sheet(say("room.heading", language), tuple(header), rows, (*digits, 0, 0, 0))


def _table(room: Room, place: int, standing: Standing, language: Language) -> Row:
    deal = standing.deal
    figures: list[float] = []
    for id in INDICATORS:
        score = standing.scores[id]
        values = (score.mean,) if id == ALIVE else (score.mean, score.p05, score.p95)
        figures += [wording.in_unit(value, score.unit, language) for value in values]
    told = wording.joined(list(remarks(room, standing, language)), language)
    idle = None if standing.idle is None else float(len(standing.idle))
    name = deal.package.name or deal.package.id
    return (float(place), deal.name, name, *figures, float(len(deal.package.clauses)), idle, told)


def brief(room: Room, language: Language) -> Sheet:
    """Return a row a table with each score and its band in one cell, for narrow places."""
    known = [room.catalogue.indicator_by_id[id] for id in INDICATORS]
    heads = [
        say("room.axis", language, label=one.label.get(language), unit=wording.unit(one.unit, language))
        for one in known
    ]
    keys = ("room.number", "room.table", "room.clauses", "room.idle")
    first, second, *rest = (say(key, language) for key in keys)
    rows = tuple(
        (
            float(place),
            one.deal.name,
            *(banded(one, indicator, language) for indicator in known),
            float(len(one.deal.package.clauses)),
            None if one.idle is None else float(len(one.idle)),
        )
        for place, one in enumerate(room.standings, 1)
    )
    header = (first, second, *heads, *rest)
    return Sheet(say("room.heading", language), header, rows, (0,) * len(header))


def banded(standing: Standing, indicator: Indicator, language: Language) -> str:
    """Return a score and its band without unit: "36.5 (32.5 to 40.0)"; whether a deal lives has no band."""
    score = standing.scores[indicator.id]
    mean, low, high = (
        wording.bare(value, score.unit, language, indicator.digits) for value in (score.mean, score.p05, score.p95)
    )
    return mean if indicator.id == ALIVE else say("room.banded", language, mean=mean, low=low, high=high)


def matrix(room: Room, language: Language, *, differing: bool = False) -> Sheet:
    """Return a row a measure and a column a table; `differing` leaves out what all tables have alike."""
    keys = ("room.side", "room.clause", "room.touched", "room.least", "room.mean", "room.most")
    header = (*(say(key, language) for key in keys), *(one.deal.name for one in room.standings))
    lines = [line for line in room.lines if not (differing and line.same)]
    rows = tuple(
        (*summary(room, line, language), *(level(room.catalogue, one, language) or None for one in line.clauses))
        for line in lines
    )
    return Sheet(say("room.matrix", language), header, rows, (0,) * len(header))


def summary(room: Room, line: Line, language: Language) -> tuple[str, str, float, str | None, str | None, str | None]:
    """Return side, clause, how many tables touched it, lowest level, mean rank and highest level of a line."""
    known = line.measure
    side = say(f"side.{known.side}", language) if known else say("room.side_unknown", language)
    ends = [
        known.levels[rank].label.get(language) if known and rank is not None else None
        for rank in (line.least, line.most)
    ]
    mean = None
    if known is not None and line.mean is not None:
        mean = say("room.mean_of", language, mean=wording.plain(line.mean), top=len(known.levels) - 1)
    return side, measure(room.catalogue, line.id, language), float(line.touched), ends[0], mean, ends[1]
