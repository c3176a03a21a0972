"""report and export: a deal on paper, and its data and pictures in files."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Evaluation, Setting
from dealbuilder.cli import agreeing, deals, printing
from dealbuilder.cli.endings import ending
from dealbuilder.cli.options import Baseline, Deal, Draws, InPackage, Seed, Speech, Worldview
from dealbuilder.document.embed import to_bytes
from dealbuilder.document.without_sealed import without_sealed
from dealbuilder.model.package import Package
from dealbuilder.report import content, pdf, tables
from dealbuilder.report.attachment import Attachment, clean_deal, file_name
from dealbuilder.report.study.findings import gather

Out = Annotated[Path, typer.Option("--output", "-o", help="The file to write.", show_default=False)]
ForAgents = Annotated[bool, typer.Option("--negmas", help="A folder that NegMAS reads: the deal as a domain.")]
CHARTS = "For pictures: a monthly series, heat:civil, heat:dual_use, heat:military, or a table of bars."


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
        bool,
        typer.Option(
            "--whole-file", help="Attach the whole deal: journal, all packages, private notes; nothing sealed."
        ),
    ] = False,
    study: Annotated[
        bool,
        typer.Option("--study/--no-study", help="Who earned it, what it hangs on, who accepts it, what is better."),
    ] = True,
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
) -> None:
    """Write the PDF that carries the deal: open it in dealbuilder and the deal is back."""
    ending(output, (".pdf",))
    deal = deals.opened(name, language)
    chosen = deals.package(deal.document, package)
    setting = deals.setting(deal.document, worldview, baseline, draws, seed)
    service = Evaluator(deal.catalogue)
    with printing.progress("scoring") as tick:
        evaluation = service.evaluate(chosen, setting, tick=tick)
    found = None
    if study and not term_sheet:
        with printing.progress("studying") as tick:
            found = gather(service, deal.document, chosen, setting, deal.lenses, others=delegation, tick=tick)
    options = content.Options(
        language=language,
        paper=paper,
        term_sheet=term_sheet,
        large_print=large_print,
        marking="delegation" if delegation else "public",
        study=found is not None,
    )
    if whole:
        versions = tuple(
            one.model_copy(update={"document": one.document.model_copy(update={"sealed": {}})})
            for one in deal.loaded.versions
        )
        data = to_bytes(without_sealed(deal.loaded.history), versions, deals.marks(deal.catalogue, deal.document))
        attachment = Attachment(file_name(deal.document.title), data)
    else:
        attachment = clean_deal(deal.document, chosen.id, language)
    built = content.build(
        deal.catalogue, deal.document, chosen, evaluation, options, attachment.name, whole, findings=found
    )
    pdf.write(output, built, options, attachment=attachment)
    printing.say(printing.told("written", file=output))


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
    negmas: ForAgents = False,
) -> None:
    """Write data (csv, xlsx), the report as text (md), scores (json) or one chart (svg, png); the ending says which."""
    kind = "" if negmas else ending(output, tables.KINDS)
    deal = deals.opened(name, language)
    chosen = deals.package(deal.document, package)
    setting = deals.setting(deal.document, worldview, baseline, draws, seed)
    if negmas:
        agreeing.export_domain(deal, chosen, setting, output, language)
        return
    evaluation = _evaluated(deal, chosen, setting)
    tables.write(output, kind, deal.catalogue, deal.document, chosen, evaluation, language, chart, look)
    printing.say(printing.told("written", file=output))
