"""accept: who accepts a deal, why, and what would turn each role."""

from typing import Annotated

import typer
from rich.text import Text

from dealbuilder.analysis.acceptance import acceptance
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.cli import deals, passphrases, printing, supposing
from dealbuilder.cli.options import AsJson, Baseline, Deal, Draws, InPackage, Seed, Speech, Supposed, Worldview
from dealbuilder.document.own_values import with_own_values
from dealbuilder.errors import DealError
from dealbuilder.report.study import accepts
from dealbuilder.report.study.accepts_words import Words

Sealed = Annotated[
    list[str] | None,
    typer.Option("--sealed", metavar="ROLE", help="Use the values that this role sealed: the result is confidential."),
]


def accept(
    name: Deal,
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
    inject: Supposed = None,
    sealed: Sealed = None,
    phrases: passphrases.Files = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Tell who accepts a deal, why, and the smallest change that would turn each role. These are model results."""
    deal = deals.opened(name, language)
    chosen = deals.package(deal.document, package)
    setting = deals.setting(deal.document, worldview, baseline, draws, seed)
    setting = supposing.supposed(deal.catalogue, deal.document, setting, inject)
    own = passphrases.own_values(deal, sealed or (), phrases, language)
    opened = frozenset(own)
    lenses = with_own_values(deal.catalogue, deal.lenses, own)
    if not lenses:
        raise DealError("This catalogue has no roles, so nobody can be asked.", zh="此目录没有角色，因此无人可问。")
    with printing.progress("asking_roles") as tick:
        found = acceptance(Evaluator(deal.catalogue), lenses, chosen, setting, tick)
    words = Words(deal.catalogue, deal.document.lenses, language, opened)
    for text in deal.loaded.notices:
        printing.notice(text.get(language))
    if as_json:
        about = {"deal": deal.document.title or name, "package": chosen.name or chosen.id}
        about |= {"confidential": bool(opened), "worldview": setting.worldview, "seed": setting.seed}
        printing.as_json({**about, **accepts.as_data(words, found)})
        return
    printing.say(f"{deal.document.title or name}: {chosen.name or chosen.id}")
    if words.confidential:
        printing.say(words.confidential)
    for text in (words.outcome(found), *words.holdouts(found)):
        printing.say(text)
    printing.say()
    header = accepts.header(words)
    table = printing.plain_table(*header, right=header[2:4])
    for row in accepts.rows(words, found):
        table.add_row(*(Text(printing.harmless(cell)) for cell in row))
    printing.show(table)
    printing.say()
    printing.say(words.say("judgement"))
