"""rehearse: whether a session can be run on this machine, line by line."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.text import Text

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.cli import deals, printing
from dealbuilder.cli.kit import START, DealOrNone, Session
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.model.text import Language
from dealbuilder.report.kit.kit import Options
from dealbuilder.report.kit.making import Request
from dealbuilder.report.rehearsal.finding import Finding, State, ready
from dealbuilder.report.rehearsal.rehearse import Rehearsed
from dealbuilder.report.rehearsal.rehearse import rehearse as look

STATES: dict[Language, dict[State, str]] = {
    "en": {"ok": "ok", "attention": "attention", "fails": "FAILS"},
    "zh": {"ok": "正常", "attention": "注意", "fails": "失败"},
}
HEADS: dict[Language, tuple[str, ...]] = {
    "en": ("what", "state", "found, and what to do"),
    "zh": ("项目", "状态", "结果与处理"),
}
SCREENS: dict[Language, Finding] = {
    "en": Finding("screens", "attention", "Screens", "A command cannot see screens.", "Run Room > Rehearsal check."),
    "zh": Finding("screens", "attention", "屏幕", "命令行无法检查屏幕。", "请在窗口中运行“会场 > 彩排检查”。"),
}


def rehearse(
    name: DealOrNone = START,
    session: Session = None,
    folder: Annotated[
        Path | None, typer.Option("--kit", help="The folder of the print kit; beside the deal by default.")
    ] = None,
    paper: Annotated[Literal["a4", "letter"], typer.Option("--paper", help="Paper size.")] = "a4",
    language: Speech = "en",
    as_json: AsJson = False,
) -> None:
    """Check before the day: fonts, model, files, plan, scenes, pages, print kit. Exit code 1 if anything fails."""
    deal = deals.opened(name, language)
    own = None if name.startswith(deals.EXAMPLE) else deal.path
    what = Rehearsed(
        document=deal.document,
        path=own,
        read_only=deal.loaded.read_only,
        request=Request(Options(language, paper), session),
        kit=folder,
    )
    with printing.progress("checking") as tick:
        found = (*look(Evaluator(deal.catalogue), what, tick), SCREENS[language])
    if as_json:
        printing.as_json({"deal": name, "ready": ready(found), "lines": [asdict(one) for one in found]})
    else:
        _show(found, language)
    if not ready(found):
        raise typer.Exit(1)


def _show(found: tuple[Finding, ...], language: Language) -> None:
    table = printing.plain_table(*HEADS[language])
    glue = " " if language == "en" else ""
    for one in found:
        said = f"{one.found}{glue}{one.remedy}" if one.remedy else one.found
        table.add_row(one.title, STATES[language][one.state], Text(printing.harmless(said)))
    printing.show(table)
