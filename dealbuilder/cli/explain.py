"""explain: which clause earned a score, what overlaps, and how sure that is."""

from typing import Annotated, Literal

import typer
from rich.text import Text

from dealbuilder.analysis.credit import BUDGET, credit
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.analysis.why.partition import by_side, by_theme
from dealbuilder.cli import deals, injecting, printing
from dealbuilder.cli.options import AsJson, Baseline, Deal, Draws, InPackage, Seed, Speech, Supposed, Worldview
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report.study.why import table
from dealbuilder.report.study.why_data import as_data
from dealbuilder.report.study.why_words import Words, group_name

FIRST = "supply_restored"

Grouping = Literal["side", "theme"]


def explain(
    name: Deal,
    package: InPackage = None,
    indicator: Annotated[
        str, typer.Option("--indicator", help="Id of an indicator, as `score --json` names it.")
    ] = FIRST,
    groups: Annotated[
        Grouping | None, typer.Option("--groups", help="Credit by group too: by side or by theme (Owen values).")
    ] = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    budget: Annotated[
        int, typer.Option("--budget", min=1, help="About how many runs combinations of clauses may take.")
    ] = BUDGET,
    seed: Seed = None,
    inject: Supposed = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Tell which clause earned a score: Shapley credit of each, overlaps, leave-one-out beside it. Model results."""
    deal = deals.opened(name, language)
    chosen = deals.package(deal.document, package)
    setting = deals.setting(deal.document, worldview, baseline, draws, seed)
    setting = injecting.supposed(deal.catalogue, deal.document, setting, inject)
    _known(deal.catalogue, indicator)
    grouped = {"side": by_side, "theme": by_theme}
    ways = (grouped[groups](deal.catalogue),) if groups else ()
    with printing.progress("explaining") as tick:
        found = credit(Evaluator(deal.catalogue), chosen, setting, groups=ways, budget=budget, tick=tick)
    for text in deal.loaded.notices:
        printing.notice(text)
    _told(found, indicator)
    words = Words(deal.catalogue, found, indicator, language)
    against = setting.baseline.name or setting.baseline.id if setting.baseline else ""
    if as_json:
        head = {
            "deal": deal.document.title or name,
            "package": chosen.name or chosen.id,
            "against": against,
            "worldview": setting.worldview,
            "seed": setting.seed,
        }
        printing.as_json({**as_data(words), **head})
        return
    printing.say(deal.document.title or name)
    _show(words, against or words.say("no_new_deal"))


def _known(catalogue: Catalogue, indicator: str) -> None:
    if indicator not in catalogue.indicator_by_id:
        hint = deals.nearest(indicator, list(catalogue.indicator_by_id))
        raise DealError(
            f"There is no indicator “{indicator}”.",
            hint.replace("`dealbuilder catalogue`", "`dealbuilder score --json`"),
        )


def _told(found: Credit, indicator: str) -> None:
    if indicator not in found.indicators:
        raise DealError(
            f"Credit for “{indicator}” cannot be told: it is no sum over draws, or not defined for this deal.",
            f"Choose one of: {', '.join(found.indicators)}.",
        )


def _show(words: Words, start: str) -> None:
    for text in words.lead(start):
        printing.say(text)
    earned = words.earned
    if not earned.shares:
        return
    printing.say()
    heads, rows = table(words)
    shown = printing.plain_table(*heads, right=heads[1:])
    for name, *numbers in rows:
        # A deal's words are text, never markup or steering of the terminal.
        shown.add_row(Text(printing.harmless(name)), *numbers)
    printing.show(shown)
    for _, groups in earned.groups:
        printing.say()
        heads = (words.say("group"), words.say("credit"), words.say("error"), words.say("share"))
        shown = printing.plain_table(*heads, right=heads[1:])
        for group in groups:
            name = group_name(words.catalogue, group.id, words.language)
            shown.add_row(
                name, words.plain(group.value), words.plain(group.error, signed=False), words.share(group.value)
            )
        printing.show(shown)
    printing.say()
    for text in (*words.pairs(), *words.caution(), *words.method()):
        printing.say(text)
