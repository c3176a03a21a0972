"""report and export: a deal on paper, and its data and pictures in files."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Evaluation, Setting
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import Baseline, Deal, Draws, InPackage, Seed, Speech, Worldview
from dealbuilder.document.embed import to_bytes
from dealbuilder.document.replacing import replace_file
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.parties import CLASSES
from dealbuilder.model.text import Language
from dealbuilder.report import content, figures, markdown, pdf, picture, tables, theme
from dealbuilder.report.attachment import Attachment, clean_deal, file_name
from dealbuilder.report.figure import Figure
from dealbuilder.report.scores import score_json

Out = Annotated[Path, typer.Option("--output", "-o", help="The file to write.", show_default=False)]
CHARTS = "For pictures: a monthly series, heat:civil, heat:dual_use, heat:military, or a table of bars."
BARS: dict[str, Callable[[Catalogue, Evaluation, Language], Figure]] = {
    "headline": figures.headline_bars,
    "stages": figures.stage_bars,
    "supply_sources": figures.source_bars,
    "fronts": figures.front_bars,
    "revenue": figures.revenue_bars,
}
KINDS = (".csv", ".xlsx", ".md", ".json", ".svg", ".png")


def _evaluated(deal: deals.Opened, chosen: Package, setting: Setting) -> Evaluation:
    with printing.progress("scoring") as tick:
        return Evaluator(deal.catalogue).evaluate(chosen, setting, tick=tick)


def report(
    name: Deal,
    output: Out,
    language: Speech = "en",
    paper: Annotated[Literal["a4", "letter"], typer.Option("--paper", help="Paper size.")] = "a4",
    term_sheet: Annotated[bool, typer.Option("--term-sheet", help="The term sheet alone.")] = False,
    large_print: Annotated[bool, typer.Option("--large-print", help="Everything a third larger.")] = False,
    delegation: Annotated[
        bool, typer.Option("--delegation", help="For the own delegation: who changed what, and the balance.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole-file", help="Attach the whole deal file: journal, all packages, private notes.")
    ] = False,
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
) -> None:
    """Write the PDF that carries the deal: open it in dealbuilder and the deal is back."""
    _ending(output, (".pdf",))
    deal = deals.opened(name)
    chosen = deals.package(deal.document, package)
    evaluation = _evaluated(deal, chosen, deals.setting(deal.document, worldview, baseline, draws, seed))
    options = content.Options(
        language=language,
        paper=paper,
        term_sheet=term_sheet,
        large_print=large_print,
        marking="delegation" if delegation else "public",
    )
    if whole:
        data = to_bytes(deal.loaded.history, deal.loaded.versions, deals.marks(deal.catalogue, deal.document))
        attachment = Attachment(file_name(deal.document.title), data)
    else:
        attachment = clean_deal(deal.document, chosen.id, language)
    built = content.build(deal.catalogue, deal.document, chosen, evaluation, options, attachment.name, whole)
    pdf.write(output, built, options, attachment=attachment)
    printing.say(f"{output} is written.")


def export(
    name: Deal,
    output: Out,
    chart: Annotated[str, typer.Option("--chart", help=CHARTS)] = "supply",
    look: Annotated[Literal["light", "dark", "print"], typer.Option("--theme", help="For pictures.")] = "light",
    language: Speech = "en",
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
) -> None:
    """Write data (csv, xlsx), the report as text (md), scores (json) or one chart (svg, png); the ending says which."""
    kind = _ending(output, KINDS)
    deal = deals.opened(name)
    chosen = deals.package(deal.document, package)
    evaluation = _evaluated(deal, chosen, deals.setting(deal.document, worldview, baseline, draws, seed))
    title = deal.document.title or name
    if kind == ".csv":
        data = tables.csv_bytes(deal.catalogue, evaluation, title, evaluation.package)
    elif kind == ".xlsx":
        data = tables.xlsx_bytes(deal.catalogue, chosen, evaluation, title, language)
    elif kind == ".json":
        said = score_json(deal.catalogue, evaluation, title, evaluation.package)
        data = (json.dumps(said, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
    elif kind == ".md":
        options = content.Options(language=language)
        data = markdown.render(content.build(deal.catalogue, deal.document, chosen, evaluation, options)).encode()
    else:
        figure = _figure(deal.catalogue, evaluation, chart, language)
        data = picture.render(figure, theme.load(look), "svg" if kind == ".svg" else "png")
    replace_file(output, data)
    printing.say(f"{output} is written.")


def _figure(catalogue: Catalogue, evaluation: Evaluation, chart: str, language: Language) -> Figure:
    """Return the figure of that name; raise DealError that lists them all."""
    if chart in BARS:
        return BARS[chart](catalogue, evaluation, language)
    for klass in CLASSES:
        if chart == f"heat:{klass}":
            return figures.heat_grid(catalogue, evaluation, klass, language)
    series = [known.id for known in catalogue.series if known.chart]
    if chart in series:
        return figures.series_chart(catalogue, evaluation, chart, language)
    known = [*BARS, *(f"heat:{klass}" for klass in CLASSES), *series]
    raise DealError(f"There is no chart “{chart}”; nothing was written.", f"Choose one of: {', '.join(known)}.")


def _ending(output: Path, known: tuple[str, ...]) -> str:
    """Return the ending of a file in lower case; raise DealError if nothing of that kind can be written."""
    kind = output.suffix.lower()
    if kind not in known:
        raise DealError(
            f"{output}: nothing can be written with the ending “{output.suffix}”.",
            f"Choose one of: {', '.join(known)}.",
        )
    return kind
