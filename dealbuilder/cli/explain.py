"""explain: which clause earned a score, what overlaps, and how sure that is."""

from typing import Annotated, Literal

import typer
from rich.text import Text

from dealbuilder.analysis.credit import BUDGET, credit
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.why.earned import Credit
from dealbuilder.analysis.why.partition import by_side, by_theme
from dealbuilder.cli import deals, printing, supposing
from dealbuilder.cli.options import AsJson, Baseline, Deal, Draws, InPackage, Seed, Speech, Supposed, Worldview
from dealbuilder.errors import DealError, NoSuch
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report.study.why import Rows, group_table, table
from dealbuilder.report.study.why_data import as_data
from dealbuilder.report.study.why_words import Words

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
    setting = supposing.supposed(deal.catalogue, deal.document, setting, inject)
    _known(deal.catalogue, indicator)
    grouped = {"side": by_side, "theme": by_theme}
    ways = (grouped[groups](deal.catalogue),) if groups else ()
    with printing.progress("explaining") as tick:
        found = credit(Evaluator(deal.catalogue), chosen, setting, groups=ways, budget=budget, tick=tick)
    for text in deal.loaded.notices:
        printing.notice(text.get(language))
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
        hint = deals.nearest(indicator, catalogue.indicator_by_id, deals.SCORES)
        raise DealError(
            f"There is no indicator “{indicator}”.",
            hint.en,
            zh=f"没有指标“{indicator}”。",
            zh_hint=hint.zh,
        )


def _told(found: Credit, indicator: str) -> None:
    if indicator not in found.indicators:
        raise NoSuch(
            f"Credit for “{indicator}” cannot be told: it is no sum over draws, or not defined for this deal.",
            f"无法说明“{indicator}”的贡献：它不是各次抽样之和，或在此协议中没有定义。",
            found.indicators,
        )


def _show(words: Words, start: str) -> None:
    for text in words.lead(start):
        printing.say(text)
    earned = words.earned
    if not earned.shares:
        return
    printing.say()
    _print(*table(words))
    for partition, _ in earned.groups:
        printing.say()
        heads, rows, _ = group_table(words, partition)
        _print(heads, rows)
    printing.say()
    for text in (*words.pairs(), *words.caution(), *words.method()):
        printing.say(text)


def _print(heads: tuple[str, ...], rows: Rows) -> None:
    shown = printing.plain_table(*heads, right=heads[1:])
    for name, *numbers in rows:
        # A deal's words are text, never markup or steering of the terminal.
        shown.add_row(Text(printing.harmless(name)), *numbers)
    printing.show(shown)
