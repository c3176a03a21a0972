"""doctor: what the program stands on, and whether it works here."""

from pathlib import Path
from typing import Annotated

import typer

from dealbuilder import __version__
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.document.replacing import replace_file
from dealbuilder.model.text import Language
from dealbuilder.report.care.checkup.examine import examine
from dealbuilder.report.care.checkup.lines import as_text
from dealbuilder.report.rehearsal.finding import Finding, State, ready

Report = Annotated[
    Path | None,
    typer.Option(
        "--report", metavar="FILE", help="Also write it as text to pass on, without user name and home folder."
    ),
]
STATES: dict[Language, dict[State, str]] = {
    "en": {"ok": "ok", "attention": "look", "fails": "FAULT"},
    "zh": {"ok": "正常", "attention": "留意", "fails": "故障"},
}
HEADS: dict[Language, tuple[str, ...]] = {"en": ("what", "state", "detail"), "zh": ("项目", "状态", "详情")}


def doctor(report: Report = None, as_json: AsJson = False, language: Speech = "en") -> None:
    """Show versions, screens, graphics, fonts, folders and locks, and test the program on itself."""
    lines = examine(deals.catalogue, language)
    if report is not None:
        replace_file(report, as_text(lines).encode())
    if as_json:
        printing.as_json({"dealbuilder": __version__, "sound": ready(lines), "lines": [_row(one) for one in lines]})
    else:
        table = printing.plain_table(*HEADS[language])
        for one in lines:
            table.add_row(one.title, STATES[language][one.state], f"{one.found}\n{one.remedy}".strip())
        printing.show(table)
    if not ready(lines):
        raise typer.Exit(1)


def _row(one: Finding) -> dict[str, str]:
    return {"id": one.id, "state": one.state, "title": one.title, "found": one.found, "remedy": one.remedy}
