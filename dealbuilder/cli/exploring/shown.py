"""The summary of an ensemble's folder, for people and as JSON."""

import math
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.text import Text

from dealbuilder.cli import deals, printing
from dealbuilder.cli.exploring.words import counted
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.ensemble import manifest, summary
from dealbuilder.report.ensemble.manifest import Manifest
from dealbuilder.report.ensemble.summary import Line
from dealbuilder.report.phrases import say

TOLD = ("supply_restored", "leadership_cost", "alive_60")
ROWS = 40
"""Rows printed for people."""


def show(folder: Path, as_json: bool, language: Language) -> None:
    """Print what a folder holds; raise DealError if it holds no ensemble."""
    found = manifest.read(folder) if folder.is_dir() else None
    if found is None:
        raise DealError(
            f"{folder} holds no ensemble.",
            "Name a folder that `dealbuilder explore … -o DIR` has made.",
            zh=f"{folder} 中没有运行集。",
            zh_hint="请指定由 `dealbuilder explore … -o DIR` 生成的文件夹。",
        )
    if as_json:
        printing.as_json(_as_data(found, list(summary.read(folder))))
        return
    views = len(found.question.worldviews)
    whole = (
        counted("packages", found.packages, language),
        counted("draws", found.question.draws, language),
        counted("views", views, language),
    )
    printing.say(found.deal)
    printing.say(f"{' x '.join(whole)} = {counted('runs', found.runs, language)}")
    if not found.complete:
        chunks = counted("chunks", len(found.parts), language)
        printing.say(say("explore.partial", language, done=f"{found.done:,}", chunks=chunks))
    table(folder, deals.catalogue(), language)


def table(folder: Path, catalogue: Catalogue, language: Language) -> None:
    """Print the headline indicators of each package and worldview of a summary."""
    told = [catalogue.indicator_by_id[id] for id in TOLD]
    heads = [one.label.get(language) for one in told]
    first = (say("explore.package", language), say("explore.worldview", language))
    sheet, more = printing.plain_table(*first, *heads, right=tuple(heads)), 0
    for count, ((package, worldview), lines) in enumerate(
        groupby(summary.read(folder), key=lambda line: (line.package, line.worldview))
    ):
        if count >= ROWS:
            more += 1
            continue
        by_id = {line.indicator: line for line in lines}
        cells = [_cell(by_id.get(one.id), one.digits, language) for one in told]
        view = catalogue.worldview_by_id.get(worldview)
        seen = view.label.get(language) if view else worldview
        sheet.add_row(Text(printing.harmless(package)), Text(printing.harmless(seen)), *cells)
    printing.say(say("explore.model", language))
    printing.show(sheet)
    if more:
        printing.say(say("explore.more", language, count=f"{more:,}", file=str(folder / manifest.SUMMARY)))


def _cell(line: Line | None, digits: int, language: Language) -> str:
    if line is None:
        return wording.EN_DASH
    mean = wording.number(line.mean, line.unit, language, digits)
    return f"{mean} ({wording.span(line.p05, line.p95, line.unit, language, digits)})"


def _as_data(found: Manifest, lines: list[Line]) -> dict[str, Any]:
    return {
        "deal": found.deal,
        "packages": found.packages,
        "worldviews": list(found.question.worldviews),
        "draws": found.question.draws,
        "seed": found.question.seed,
        "runs": found.runs,
        "complete": found.complete,
        "chunks": {"total": len(found.parts), "done": found.done},
        "summary": [
            {
                "package": line.package,
                "worldview": line.worldview,
                "indicator": line.indicator,
                "unit": line.unit,
                "draws": line.draws,
                **{name: _defined(getattr(line, name)) for name in ("mean", "p05", "p50", "p95", "error")},
            }
            for line in lines
        ],
        "stamps": found.stamps.model_dump(),
    }


def _defined(value: float) -> float | None:
    return value if math.isfinite(value) else None
