"""kit: everything a session needs on paper, as a folder of PDFs."""

from pathlib import Path
from typing import Annotated, Literal, cast

import typer

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.cli import deals, passphrases, printing
from dealbuilder.cli.options import Speech
from dealbuilder.errors import DealError
from dealbuilder.report.kit.kit import PARTS, Options, PartName
from dealbuilder.report.kit.making import Request, make

START = "example:essay_minimal"
"""The deal a kit is made for where none is named: the least that pairs the essay's two tracks."""

DealOrNone = Annotated[
    str,
    typer.Argument(metavar="[DEAL]", help="A .deal file, a PDF that carries one, or example:NAME.", show_default=True),
]
Session = Annotated[str | None, typer.Option("--session", help="A session template; the deal's own plan by default.")]


def kit(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write into.", show_default=False)],
    name: DealOrNone = START,
    session: Session = None,
    language: Speech = "en",
    paper: Annotated[Literal["a4", "letter"], typer.Option("--paper", help="Paper size.")] = "a4",
    only: Annotated[str | None, typer.Option("--only", help=f"Parts, by comma: {', '.join(PARTS)}.")] = None,
    start: Annotated[str, typer.Option("--start", help="When the session begins, as 09:00.")] = "09:00",
    sealed: Annotated[
        list[str] | None,
        typer.Option("--sealed", help="A role whose own copy shows the values it sealed, in a file of its own."),
    ] = None,
    phrases: passphrases.Files = None,
) -> None:
    """Print a session: role sheets, clause cards, forms, table tents, running order, inject cards, reserve pack."""
    deal = deals.opened(name, language)
    own = passphrases.own_values(deal, sealed or (), phrases, language)
    options = Options(language, paper, parts(only), start, tuple(own.items()))
    with printing.progress("printing") as tick:
        files = make(Evaluator(deal.catalogue), deal.document, Request(options, session), output, tick)
    for file in files:
        printing.say(str(file))


def parts(only: str | None) -> tuple[PartName, ...]:
    """Return the parts that a list by comma names, in their order; all without a list."""
    if only is None:
        return PARTS
    wanted = {word.strip() for word in only.split(",") if word.strip()}
    strange = sorted(wanted - set(PARTS))
    if strange or not wanted:
        raise DealError(
            f"A kit has no part “{', '.join(strange)}”; nothing was printed.",
            f"Choose from: {', '.join(PARTS)}.",
            zh=f"资料中没有“{'、'.join(strange)}”这一部分；未打印。",
            zh_hint=f"请从以下选择：{'、'.join(PARTS)}。",
        )
    return tuple(cast("PartName", part) for part in PARTS if part in wanted)
