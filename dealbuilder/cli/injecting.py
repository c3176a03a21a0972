"""injects: what may befall a deal, and what does."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.text import Text

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import befallen, inject_card
from dealbuilder.report.phrases import say

HEADS = {"en": ("inject", "whose act", "when", "what it shifts"), "zh": ("突发事件", "何方行动", "时间", "改动内容")}


def list_injects(
    name: Annotated[
        str | None, typer.Argument(metavar="[DEAL]", help="With a deal: its own injects too, and which befall it.")
    ] = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """List the injects with what each shifts; with a deal, read under its package and mark what befalls it."""
    deal = deals.opened(name, language) if name is not None else None
    known = deal.catalogue if deal is not None else deals.catalogue()
    found = befallen.deck(known, deal.document if deal else None)
    struck = {one.id for one in deal.document.injects} if deal else set()
    if as_json:
        rows = befallen.as_json(known, found, language)
        texts = {one.id: one for one in found}
        for row in rows:
            one = texts[row["id"]]
            row["card"] = one.card.get(language)
            row["reason"] = one.reason.get(language) if one.reason else ""
            row["struck"] = one.id in struck
        printing.as_json({"injects": rows, "notices": befallen.strange(known, found, language)})
        return
    package = deal.document.package() if deal else Package(id="none", name="")
    setting = deals.setting(deal.document, None, None, None, None) if deal else Setting(pack=known.packs[0].id)
    show(known, found, package, setting, language, marked=struck)


def show(
    known: Catalogue,
    injects: Iterable[Inject],
    package: Package,
    setting: Setting,
    language: Language,
    marked: Iterable[str] = (),
) -> None:
    """Print injects as a table, and a sentence for each shift that this catalogue cannot take."""
    injects, marked = tuple(injects), frozenset(marked)
    table = printing.plain_table(*HEADS[language])
    for one in injects:
        told = inject_card.card(known, one, package, setting, language)
        moves = [
            say("inject.move", language, label=shift.label, before=shift.before, after=shift.after)
            for shift in told.shifts
        ]
        mark = "● " if one.id in marked else ""
        # A deal's words are text, never markup or steering of the terminal.
        cells = (f"{mark}{one.id}\n{befallen.title(one, language)}", told.origin, befallen.when(one, language))
        table.add_row(*(Text(printing.harmless(cell)) for cell in (*cells, "\n".join(moves))))
    printing.show(table)
    for text in befallen.strange(known, injects, language):
        printing.notice(text)
