"""Packages beside one another as blocks of a report, and as JSON."""

from collections.abc import Sequence
from typing import Any

from dealbuilder.analysis.compare.answer import Answer
from dealbuilder.analysis.compare.comparing import SUPPLY, Comparison
from dealbuilder.document.document import Target
from dealbuilder.model.text import Language
from dealbuilder.report.blocks import Block, Bullets, Callout, Heading, Paragraph, Picture, Pictures, Table
from dealbuilder.report.compare import data, grid, words
from dealbuilder.report.compare.plane import plane
from dealbuilder.report.compare.waterfall import waterfall
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.phrases import say
from dealbuilder.report.room.grid import Sheet, texts

ABREAST = 2
"""Packages whose differences stand side by side on paper."""
MANY = 3
"""Packages above which the clause matrix is set in small print."""
MAP, BAR, FRAME = 190.0, 17.0, 40.0
"""Heights in points: of the map, of a bar, of what stands around bars."""


def blocks(matter: Matter, found: Answer) -> list[Block]:
    """Return clauses that differ, outcomes with paired differences, what explains the gap, and the map.

    Targets are on the map of a confidential report alone.
    """
    active = next(
        (place for place, one in enumerate(found.comparison.packages) if one.package.id == matter.package.id), None
    )
    targets = matter.document.targets if matter.confidential else ()
    return told(found, matter.language, active=active, targets=targets, extent="main")


def told(
    found: Answer,
    language: Language,
    *,
    active: int | None = None,
    targets: Sequence[Target] = (),
    indicator: str = SUPPLY,
    extent: grid.Extent = "material",
) -> list[Block]:
    """Return the blocks without a report around them; `extent` says which outcomes have a row."""
    here, gap = found.comparison, found.gap
    made: list[Block] = [Paragraph(words.setting(here.catalogue, here.setting, language), "quiet")]
    made += [Callout(text) for text in words.lead(here, language)]
    if here.rows:
        sheet = grid.clauses(here, language, gap, indicator)
        made += [
            Heading(sheet.title),
            table(sheet, (0.9, 1.7, 1.0) if gap else (0.9, 1.7), 1.5, fine=len(here.packages) > MANY),
            Paragraph(words.key(here, gap, indicator, language), "quiet"),
        ]
    made += _outcomes(here, language, gap.other if gap else None, extent)
    if gap is not None and not here.alike:
        made += _gap(found, indicator, language)
    figure = plane(here, language, active, targets)
    made.append(Pictures((Picture(figure, MAP),)))
    made += [Paragraph(figure.note, "quiet")] if figure.note else []
    return made


def _outcomes(here: Comparison, language: Language, against: int | None, extent: grid.Extent) -> list[Block]:
    sheet = grid.outcomes(here, language, extent=extent)
    made: list[Block] = [Heading(sheet.title), table(sheet, (2.0,), 1.0)]
    left = len(here.outcomes) - len(grid.shown(here)) if extent == "material" else 0
    if left and len(here.packages) > 1:
        key = "compare.outcomes_trifles_one" if left == 1 else "compare.outcomes_trifles_many"
        made.append(Paragraph(say(key, language, count=left), "quiet"))
    if against is not None:
        others = [place for place in range(len(here.packages)) if place != against]
        for first in range(0, len(others), ABREAST):
            few = others[first : first + ABREAST]
            apart = grid.outcomes(here, language, against, extent, few)
            made.append(table(apart, (2.0, *(1.4, 0.9) * len(few)), 1.0))
        made.append(Paragraph(say("compare.ahead_note", language), "quiet"))
    return made


def _gap(found: Answer, indicator: str, language: Language) -> list[Block]:
    here, gap = found.comparison, found.gap
    if gap is None:
        return []
    known = here.catalogue.indicator_by_id[indicator]
    made: list[Block] = [Heading(say("compare.gap", language))]
    made.append(Bullets(words.explained(here, gap, known, language)))
    figure = waterfall(here, gap, known, language)
    if figure is not None:
        made.append(Pictures((Picture(figure, FRAME + BAR * (len(figure.steps) + 2)),)))
    return made


def table(sheet: Sheet, first: tuple[float, ...], rest: float, *, fine: bool = False) -> Table:
    """Return a sheet as a table; `first` are the shares of the first columns, `rest` that of each other."""
    rows = tuple(texts(sheet, row) for row in sheet.rows)
    numbers = [any(isinstance(row[place], float) for row in sheet.rows) for place in range(len(sheet.header))]
    widths = (*first, *(rest for _ in sheet.header[len(first) :]))
    align = "".join("r" if number else "l" for number in numbers)
    return Table(sheet.header, rows, align, widths, dense=True, fine=fine)


def as_data(found: Answer, language: Language = "en") -> dict[str, Any]:
    """Return the comparison as JSON."""
    return data.as_data(found, language)
