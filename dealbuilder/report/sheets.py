"""Deals and scores as tables for other programs: CSV and XLSX, with what looks like a formula written as text."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from datetime import datetime

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language, steady
from dealbuilder.report import befallen, clauses, tidy
from dealbuilder.report.differing import differing
from dealbuilder.report.tidy import rounded

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""A spreadsheet runs text that begins like this, in Asian widths too."""
BREAKS = ("\t", "\r", "\n")
"""Or what some take for the end of a cell."""
MADE = datetime(2025, 7, 15)
"""The date an exported workbook bears: a fixed one, so that the same deal gives the same bytes."""
CLAUSES = (
    "number", "side", "measure", "title", "level", "level_words", "sentence", "start_month", "end_month",
    "ramp_months", "condition_measure", "condition_level", "snapback", "note",
)  # fmt: skip
ASSUMPTIONS = (
    "id", "label", "unit", "value", "low", "high", "catalogue_value", "catalogue_low", "catalogue_high", "reason",
)  # fmt: skip
INJECTS = ("id", "title", "origin", "month", "months", "shifts", "shifted", "value", "low", "high", "unit")
SCORES = ("id", "label", "unit", "baseline", "mean", "p05", "p50", "p95", "standard_error")


def csv_bytes(catalogue: Catalogue, evaluation: Evaluation, deal_name: str, package_name: str) -> bytes:
    """Return every number as tidy CSV."""
    return comma_separated(tidy.HEADER, tidy.rows(catalogue, evaluation, deal_name, package_name))


def comma_separated(header: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> bytes:
    """Return rows as CSV in UTF-8 with a byte-order mark, which spreadsheets need to see it."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([harmless(head) for head in header])
    for row in rows:
        writer.writerow([_written(cell) for cell in row])
    return sheet.getvalue().encode("utf-8-sig")


def _written(cell: str | float | None) -> str:
    if isinstance(cell, str):
        return harmless(cell)
    kept = None if cell is None else rounded(float(cell))
    return "" if kept is None else f"{kept:.9g}"


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe goes before what looks like one.

    What nobody sees is left out, so that it cannot hide the sign.
    """
    seen = steady(text.replace("\r", "\n"))
    # A text that has such an apostrophe of its own gets one more, so that what is read again is as it was.
    bare = seen.lstrip("'")
    risky = bare.lstrip().startswith(FORMULA) or bare.lstrip(" ").startswith(BREAKS)
    return f"'{seen}" if risky else seen


def unharmed(text: str) -> str:
    """Return text as it was before `harmless`, from a table of ours that is read again."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def xlsx_bytes(
    catalogue: Catalogue,
    package: Package,
    evaluation: Evaluation,
    deal_name: str,
    language: Language = "en",
) -> bytes:
    """Return a workbook: what it is about, clauses, scores (wide), changed assumptions, injects, numbers (long)."""
    sheets = (
        ("About", ("item", "value"), _about(catalogue, package, evaluation, deal_name)),
        ("Clauses", CLAUSES, _clauses(catalogue, package, evaluation, language)),
        ("Scores", SCORES, _scores(catalogue, evaluation, language)),
        ("Assumptions", ASSUMPTIONS, _assumptions(catalogue, evaluation, language)),
        ("Injects", INJECTS, _injects(catalogue, evaluation, language)),
        ("Numbers", tidy.FIELDS, (astuple(number) for number in tidy.numbers(catalogue, evaluation))),
    )
    return workbook(deal_name, sheets)


def workbook(title: str, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str | float | None]]]]) -> bytes:
    """Return a workbook of sheets, each a name, a header and rows; equal content gives equal bytes."""
    target = io.BytesIO()
    # Text is only ever written by write_string: nothing a deal says can become a formula or a link.
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": MADE})
    bold = book.add_format({"bold": True})
    for name, header, body in sheets:
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for j, head in enumerate(header):
            sheet.write_string(0, j, head, bold)
            sheet.set_column(j, j, max(12, len(head) + 2))
        for i, row in enumerate(body, start=1):
            for j, cell in enumerate(row):
                _write(sheet, i, j, cell)
    book.close()
    return target.getvalue()


def _write(sheet: Worksheet, row: int, column: int, cell: str | float | None) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif cell is not None:
        kept = rounded(float(cell))
        if kept is not None:
            sheet.write_number(row, column, kept)


def _about(
    catalogue: Catalogue, package: Package, evaluation: Evaluation, deal_name: str
) -> list[tuple[str | float, ...]]:
    setting, stamps = evaluation.setting, evaluation.stamps
    return [
        ("deal", deal_name),
        ("package", package.name or package.id),
        ("baseline", evaluation.baseline or tidy.NO_DEAL),
        ("worldview", setting.worldview),
        ("draws", setting.draws),
        ("seed", setting.seed),
        ("assumptions_changed", len(differing(catalogue, setting.changes))),
        ("injects", len(setting.injects)),
        ("dealbuilder", stamps.dealbuilder),
        ("catalogue", stamps.catalogue),
        ("pack", stamps.pack),
    ]


def _assumptions(
    catalogue: Catalogue, evaluation: Evaluation, language: Language
) -> list[tuple[str | float | None, ...]]:
    """Return the changed assumptions, the catalogue's figures beside them."""
    rows: list[tuple[str | float | None, ...]] = []
    for one in differing(catalogue, evaluation.setting.changes):
        change, shipped = one.change, one.parameter
        was = (shipped.value, shipped.low, shipped.high) if shipped else (None, None, None)
        unit = shipped.unit if shipped else ""
        figures = (change.value, change.low, change.high, *was)
        rows.append((change.parameter, one.label(language), unit, *figures, change.reason))
    return rows


def _injects(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> list[tuple[str | float | None, ...]]:
    """Return a row for each shift of each inject: a channel by `value`, or a parameter to value, low and high."""
    rows: list[tuple[str | float | None, ...]] = []
    for one in befallen.as_json(catalogue, evaluation.setting.injects, language):
        head = (one["id"], one["title"], one["origin"], one["month"], one["months"])
        moves = [("channel", c["channel"], c["by"], None, None, c["unit"]) for c in one["channels"]]
        moves += [("parameter", p["parameter"], p["value"], p["low"], p["high"], p["unit"]) for p in one["parameters"]]
        moves += [("term", "expires", None, None, None, "")] if one["expires"] else []
        rows += [(*head, *move) for move in moves]
    return rows


def _scores(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> list[tuple[str | float, ...]]:
    labels = {indicator.id: indicator.label.get(language) for indicator in catalogue.indicators}
    return [
        (s.id, labels.get(s.id, s.id), s.unit, s.baseline, s.mean, s.p05, s.p50, s.p95, s.error)
        for s in evaluation.scores
    ]


def _clauses(
    catalogue: Catalogue, package: Package, evaluation: Evaluation, language: Language
) -> list[tuple[str | float | None, ...]]:
    signing = evaluation.months[evaluation.signing]
    known, lost = clauses.entries(catalogue, package, signing, language)
    rows: list[tuple[str | float | None, ...]] = []
    for entry in (*known, *lost):
        clause = package.clause(entry.measure)
        if clause is None:
            continue
        wanted = clause.condition
        rows.append(
            (
                entry.number,
                entry.side,
                clause.measure,
                entry.title,
                clause.level,
                entry.level,
                entry.sentence,
                clause.start,
                clause.end,
                clause.ramp,
                wanted.measure if wanted else "",
                wanted.level if wanted else "",
                "yes" if clause.snapback else "no",
                clause.note,
            )
        )
    return rows
