"""debrief: what happened in the room, from the record of a session."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.cli import deals, printing
from dealbuilder.cli.endings import ending
from dealbuilder.cli.options import AsJson, Deal, Speech
from dealbuilder.document.ledger import PARTIES
from dealbuilder.document.replacing import replace_file
from dealbuilder.model.text import Language
from dealbuilder.report.debrief import content, data, marks, rest, words
from dealbuilder.report.debrief.debrief import Debrief, scored
from dealbuilder.report.debrief.debrief import debrief as of_session
from dealbuilder.report.phrases import say


def debrief(
    name: Deal,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to write: .pdf, .md or .json.", show_default=False)
    ] = None,
    as_json: AsJson = False,
    language: Speech = "en",
    paper: Annotated[Literal["a4", "letter"], typer.Option("--paper", help="Paper size.")] = "a4",
    session: Annotated[
        int | None, typer.Option("--session", help="Which session of the file, from 1; the last by default.")
    ] = None,
) -> None:
    """Tell who moved when in a workshop, what was answered, predicted and agreed."""
    kind = "" if output is None else ending(output, content.KINDS)
    deal = deals.opened(name, language)
    plain = of_session(deal.catalogue, deal.document, deal.loaded.session, session)
    with printing.progress("scoring") as tick:
        told = scored(plain, Evaluator(plain.catalogue), tick=tick)
    if output is not None:
        replace_file(output, content.exported(told, kind, language, paper))
        printing.say(printing.told("written", file=output))
    elif as_json:
        printing.as_json(data.as_json(told, language))
    else:
        _show(told, language)


def _show(told: Debrief, language: Language) -> None:
    printing.say(told.document.title or told.outcome.package.name)
    colon = say("page.colon", language)
    printing.say(" · ".join(label + colon + text for label, text in content.facts(told, language)))
    printing.say(words.agreement(told, language))
    if told.evaluation is not None:
        for id in ("supply_restored", "leadership_cost"):
            printing.say(words.score(told, told.evaluation.score(id), language))
    for side in PARTIES:
        printing.say()
        printing.say(say(f"side.{side}", language))
        lines = [words.line(told, line, language) for line in told.ledger.of(side)]
        for line in lines or [say("debrief.no_moves", language)]:
            printing.say(f"  {line}")
    printing.say()
    printing.say(say("debrief.marks", language))
    for mark in marks.marks(told):
        printing.say(f"  {words.clock(mark.seconds)}  {marks.worded(told, mark, language)}")
    if told.calibration is not None:
        printing.say()
        printing.say(rest.calibrated(told.calibration, language))
    printing.say()
    for sentence in rest.basis(told, language):
        printing.say(sentence)
