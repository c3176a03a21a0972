"""The comparison as rows and columns: clauses that differ, outcomes with paired differences, parts of a gap."""

import math
from collections.abc import Sequence
from typing import Literal

from dealbuilder.analysis.compare.comparing import Comparison, Outcome
from dealbuilder.analysis.compare.gap import Gap
from dealbuilder.analysis.compare.paired import Difference
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.compare import words
from dealbuilder.report.phrases import say
from dealbuilder.report.room.grid import Row, Sheet

ERRORS = 2.0
"""Standard errors on either side of a difference of what is yes or no."""
PERCENT = 100.0


def clauses(found: Comparison, language: Language, gap: Gap | None = None, indicator: str = "") -> Sheet:
    """Return a row a clause that differs and a column a package; with a gap, what each explains of it, ◆ the most.

    The packages are the columns from `packages_from(gap)` on.
    """
    header = [say("compare.side", language), say("compare.clause", language)]
    known = found.catalogue.indicator_by_id[indicator] if gap is not None else None
    if known is not None:
        header.append(say("compare.explains", language))
    header += [one.name for one in found.packages]
    header.append(say("compare.differs", language))
    rows: list[Row] = []
    for row in found.rows:
        side = say(f"side.{row.line.side}", language) if row.line.side else say("compare.side_unknown", language)
        cells = (words.cell(found.catalogue, row, clause, language) for clause in row.line.clauses)
        told = (side, words.title(found.catalogue, row.measure, language))
        share = (part(gap, known, row.measure, language),) if gap is not None and known is not None else ()
        rows.append((*told, *share, *cells, words.kinds(row, language)))
    return Sheet(say("compare.clauses", language), tuple(header), tuple(rows), (0,) * len(header))


def packages_from(gap: Gap | None) -> int:
    """Return the place of the first package's column in the clause matrix."""
    return 2 if gap is None else 3


def part(gap: Gap, indicator: Indicator, measure: str, language: Language) -> str:
    """Return what a clause explains of the gap, without unit; empty where it is no part of it."""
    there = gap.part(indicator.id, measure)
    if there is None:
        return ""
    value = wording.bare(there.value, words.points(indicator.unit), language, indicator.digits, signed=True)
    return say("compare.most", language, value=value) if gap.most(indicator.id) == measure else value


Extent = Literal["main", "material", "every"]
"""Which outcomes have a row: the main ones, those that differ by more than a trifle, all of them."""
MAIN = (
    "supply_restored", "leadership_cost", "supply_month_12", "supply_civil", "supply_dual_use", "supply_military",
    "leadership_compute", "leadership_tools", "leadership_memory", "nonchinese_magnet", "cutoff_survival",
    "derisking_capital", "days_to_cargo", "alive_36", "alive_60", "china_leverage", "balance_us", "balance_china",
)  # fmt: skip


def shown(found: Comparison, extent: Extent = "material") -> tuple[Outcome, ...]:
    """Return the outcomes that have a row; the two headline scores always have one."""
    return tuple(one for one in found.outcomes if one.indicator.headline or _wanted(one, extent))


def _wanted(outcome: Outcome, extent: Extent) -> bool:
    return extent == "every" or (outcome.material and (extent == "material" or outcome.indicator.id in MAIN))


def outcomes(
    found: Comparison,
    language: Language,
    against: int | None = None,
    extent: Extent = "material",
    others: Sequence[int] | None = None,
) -> Sheet:
    """Return a row a score and a column a package; with `against`, the differences from that package instead.

    `others` are the packages whose differences are wanted, all by default.
    """
    rows: list[Row] = []
    if against is None:
        header = [say("compare.indicator", language), *(one.name for one in found.packages)]
        for one in shown(found, extent):
            ranked = (_ranked(one, place, language) for place in range(len(found.packages)))
            rows.append((one.indicator.label.get(language), *ranked))
    else:
        others = others or [place for place in range(len(found.packages)) if place != against]
        header = [say("compare.indicator", language)]
        for place in others:
            names = {"one": found.packages[place].name, "other": found.packages[against].name}
            header += [say("compare.less", language, **names), say("compare.ahead_of", language, one=names["one"])]
        pairs = [found.pair(place, against) for place in others]
        for one in shown(found, extent):
            cells: list[str] = []
            for pair in pairs:
                apart = pair.differences[one.indicator.id]
                cells += [difference(apart, one.indicator, language), ahead(apart, one.indicator, language)]
            rows.append((_labelled(one.indicator, language), *cells))
    return Sheet(say("compare.outcomes", language), tuple(header), tuple(rows), (0,) * len(header))


def _labelled(indicator: Indicator, language: Language) -> str:
    label, unit = indicator.label.get(language), wording.unit(words.points(indicator.unit), language)
    return say("room.axis", language, label=label, unit=unit) if unit else label


def _ranked(outcome: Outcome, place: int, language: Language) -> str:
    known = outcome.indicator
    value = wording.number(outcome.scores[place].mean, known.unit, language, known.digits)
    rank = outcome.ranks[place]
    alone = rank is None or len(outcome.ranks) < 2 or set(outcome.ranks) == {1}
    return value if alone else say("compare.ranked", language, value=value, rank=rank)


def difference(apart: Difference, indicator: Indicator, language: Language) -> str:
    """Return a difference without unit, with its range over draws, or two standard errors where draws say yes or no."""
    unit = words.points(indicator.unit)
    value, *ends = (
        wording.bare(figure, unit, language, indicator.digits, signed=True)
        for figure in (apart.value, apart.p05, apart.p95)
    )
    if math.isfinite(apart.p05):
        return say("compare.apart", language, value=value, low=ends[0], high=ends[1])
    if math.isfinite(apart.error):
        return say(
            "compare.apart_error",
            language,
            value=value,
            error=wording.bare(ERRORS * apart.error, unit, language, indicator.digits),
        )
    return value


def ahead(apart: Difference, indicator: Indicator, language: Language) -> str:
    """Return in what share of draws the first package is ahead; empty where neither direction is better."""
    share = apart.ahead(indicator.sense)
    return "" if math.isnan(share) else wording.number(PERCENT * share, "%", language, 0)


def parts(found: Comparison, gap: Gap, indicator: Indicator, language: Language) -> Sheet:
    """Return a row a clause with what it explains of the gap, the largest first, and the whole gap last."""
    unit = wording.unit(words.points(indicator.unit), language)

    def headed(key: str) -> str:
        return say("room.axis", language, label=say(key, language), unit=unit) if unit else say(key, language)

    header = [say("compare.clause", language), headed("compare.part")]
    certain = not gap.error(indicator.id)
    header += [] if certain else [headed("compare.error")]
    digits = indicator.digits + wording.written_digits(indicator.unit, language)

    def row(name: str, value: float, error: float | None) -> Row:
        figures = [wording.in_unit(value, indicator.unit, language)]
        figures += [] if certain else [wording.in_unit(error, indicator.unit, language) if error is not None else None]
        return (name, *figures)

    rows = [
        row(words.title(found.catalogue, one.measure, language), one.value, one.error)
        for one in gap.parts(indicator.id)
    ]
    whole = found.pair(gap.one, gap.other).differences[indicator.id].value
    rows.append(row(say("compare.total", language), whole, None))
    names = {"one": found.packages[gap.one].name, "other": found.packages[gap.other].name}
    title = say("compare.gap_title", language, indicator=indicator.label.get(language), **names)
    return Sheet(title, tuple(header), tuple(rows), (0, digits, digits + 1)[: len(header)])
