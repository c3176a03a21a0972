"""The comparison in files, by the ending: long CSV, workbook, text with tables, JSON, the map as a picture."""

import json
from pathlib import Path

from dealbuilder.analysis.compare.answer import Answer
from dealbuilder.document.replacing import replace_file
from dealbuilder.errors import NoSuch
from dealbuilder.model.text import Language
from dealbuilder.report import markdown, picture, sheets, theme
from dealbuilder.report.blocks import Content, Section
from dealbuilder.report.compare import data, grid, words
from dealbuilder.report.compare.plane import plane
from dealbuilder.report.phrases import say
from dealbuilder.report.study import compare

KINDS = (".csv", ".xlsx", ".md", ".json", ".svg", ".png")


def write(
    path: Path, kind: str, answer: Answer, indicator: str, language: Language = "en", theme_name: str = "light"
) -> None:
    """Write a comparison as `kind`; targets are confidential and stay out."""
    replace_file(path, exported(kind, answer, indicator, language, theme_name))


def exported(kind: str, answer: Answer, indicator: str, language: Language = "en", theme_name: str = "light") -> bytes:
    """Return what a file of that kind holds; `indicator` is the score whose gap is explained."""
    match kind:
        case ".csv":
            return sheets.comma_separated(data.HEADER, data.rows(answer))
        case ".xlsx":
            return _workbook(answer, indicator, language)
        case ".md":
            return markdown.render(_content(answer, indicator, language)).encode()
        case ".json":
            found = data.as_data(answer, language)
            return (json.dumps(found, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
        case ".svg" | ".png":
            figure = plane(answer.comparison, language)
            here = answer.comparison
            below = (figure.note, words.setting(here.catalogue, here.setting, language), _stamped(answer))
            drawn = "svg" if kind == ".svg" else "png"
            return picture.render(figure, theme.load(theme_name), drawn, below=below)
    raise NoSuch(f"Nothing can be written as {kind}.", f"无法写成 {kind}。", KINDS)


def _stamped(answer: Answer) -> str:
    stamps = answer.comparison.stamps
    return f"dealbuilder {stamps.dealbuilder}, {stamps.catalogue}, {stamps.pack}"


def _workbook(answer: Answer, indicator: str, language: Language) -> bytes:
    here, gap = answer.comparison, answer.gap
    outcomes, clauses = grid.outcomes(here, language, extent="every"), grid.clauses(here, language, gap, indicator)
    about = [
        ("setting", words.setting(here.catalogue, here.setting, language)),
        *(("notice", text) for text in words.lead(here, language)),
        ("differences", say("compare.ahead_note", language)),
        ("clauses", say("compare.cell_key", language)),
        ("stamps", _stamped(answer)),
    ]
    pages = [
        ("About", ("item", "value"), about),
        ("Clauses", clauses.header, clauses.rows),
        ("Outcomes", outcomes.header, outcomes.rows),
    ]
    if gap is not None:
        apart = grid.outcomes(here, language, gap.other, "every")
        parts = grid.parts(here, gap, here.catalogue.indicator_by_id[indicator], language)
        pages += [("Differences", apart.header, apart.rows), ("Gap", parts.header, parts.rows)]
    pages.append(("Numbers", data.HEADER, list(data.rows(answer))))
    return sheets.workbook(say("compare.heading", language), pages)


def _content(answer: Answer, indicator: str, language: Language) -> Content:
    made = tuple(compare.told(answer, language, indicator=indicator))
    return Content(
        language=language,
        kind=say("page.model", language),
        title=say("compare.heading", language),
        package="",
        marking=say("page.public", language),
        confidential=False,
        facts=(),
        sections=(Section("compare", "", made),),
        notes=(),
        sources_heading="",
        footer=_stamped(answer),
        page_of="",
    )
