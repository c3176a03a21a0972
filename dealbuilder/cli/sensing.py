"""sensitivity and discover: what a score hangs on, and when a deal fails."""

import importlib
import math
from typing import Annotated

import typer
from rich.text import Text

from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.failing import Failing, Fails
from dealbuilder.analysis.hanging import Hangs
from dealbuilder.analysis.quantity import Line, Quantity, lines, quantity
from dealbuilder.analysis.runs import part_of
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Baseline, Deal, Draws, InPackage, Seed, Speech, Worldview
from dealbuilder.document.document import Document
from dealbuilder.errors import DealError
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say
from dealbuilder.report.study import fails, hangs
from dealbuilder.report.study.sense_data import fails_data, hangs_data

BATCH = 0.5
"""Share of the work that the lows and highs take, about."""

Indicator = Annotated[
    str, typer.Option("--indicator", help="An indicator that each draw defines, or role:ID for the worth to a role.")
]
AtLeast = Annotated[
    float | None, typer.Option("--at-least", help="What it should be at least; a target of the deal by default.")
]
AtMost = Annotated[
    float | None, typer.Option("--at-most", help="What it should be at most; a target of the deal by default.")
]


def sensitivity(
    name: Deal,
    indicator: Indicator = "supply_restored",
    at_least: AtLeast = None,
    at_most: AtMost = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Shares from the draws at hand, without Sobol's runs.")
    ] = False,
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Say what a score hangs on: one assumption at a time, what flips the verdict, what accounts for the spread."""
    deal, chosen, setting, wanted = _asked(name, indicator, package, worldview, baseline, draws, seed, language)
    line = _line(wanted, deal.document, at_least, at_most)
    service = Evaluator(deal.catalogue)
    service.pack(setting)
    # SciPy and SALib are loaded here: they take a second that no other command should wait.
    module = importlib.import_module("dealbuilder.analysis.hangs")
    with printing.progress("asking") as tick:
        ran = module.batch(
            service.store, chosen, setting.baseline or NO_DEAL, setting, [wanted], part_of(tick, 0.0, BATCH)
        )
        found: Hangs = module.hangs(service.store, ran, wanted, line, full=not quick, tick=part_of(tick, BATCH, 1.0))
    _heard(deal, language)
    if as_json:
        printing.as_json({**_head(deal, chosen, setting), **hangs_data(deal.catalogue, found, language)})
        return
    printing.say(hangs.verdict(deal.catalogue, found, language))
    if found.tornado.bars:
        printing.say()
        _table(hangs.header(language), hangs.rows(deal.catalogue, found, language))
    printing.say(hangs.note(found, language))
    printing.say()
    printing.say(say(f"hangs.{'argue' if len(found.argued) > 1 else 'argue_few'}", language))
    for _, text in hangs.argued(deal.catalogue, found, language):
        printing.say(f"- {text}")
    if not found.argued:
        printing.say(say("hangs.argue_none", language))
    printing.say()
    printing.say(hangs.indices_lead(found, language))
    _table(hangs.indices_header(found, language), hangs.indices_rows(deal.catalogue, found, language))


def discover(
    name: Deal,
    indicator: Indicator = "supply_restored",
    at_least: AtLeast = None,
    at_most: AtMost = None,
    worst: Annotated[bool, typer.Option("--worst", help="Failing means the worst fifth of worlds.")] = False,
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Say when a deal fails, in one sentence with counts from worlds it was not found in, and every regret."""
    deal, chosen, setting, wanted = _asked(name, indicator, package, worldview, baseline, draws, seed, language)
    given = at_least is not None or at_most is not None
    if given and worst:
        raise DealError(
            "Failing cannot be two things at once.",
            "Give --worst, or --at-least, or --at-most.",
            zh="“失败”不能同时有两种含义。",
            zh_hint="请只给出 --worst、--at-least 或 --at-most 之一。",
        )
    line = _line(wanted, deal.document, at_least, at_most) if given else None
    failing = Failing(line) if given else Failing(None) if worst else None
    service = Evaluator(deal.catalogue)
    service.pack(setting)
    # SciPy is loaded here: it takes a moment that no other command should wait.
    module = importlib.import_module("dealbuilder.analysis.fails")
    with printing.progress("looking") as tick:
        found: Fails = module.fails(
            service.store,
            chosen,
            deal.document.packages,
            setting.baseline or NO_DEAL,
            setting,
            deal.lenses,
            wanted,
            failing,
            _targets(deal.document),
            worlds=draws,
            tick=tick,
        )
    _heard(deal, language)
    if as_json:
        printing.as_json({**_head(deal, chosen, setting), **fails_data(deal.catalogue, found, language)})
        return
    _show(deal, found, language)


def _show(deal: deals.Opened, found: Fails, language: Language) -> None:
    told, regret = found.discovery, found.regret
    printing.say(fails.sentence(deal.catalogue, told, language))
    printing.say(fails.basis(told, language))
    drawn = fails.picture(deal.catalogue, told, language)
    if drawn is not None:
        printing.say()
        _table(drawn.header, fails.count_rows(told, language))
    if regret is None:
        return
    printing.say()
    printing.say(say("fails.regret", language))
    if len(regret.packages) > 1:
        printing.say(fails.regret_lead(regret, language))
        header = fails.regret_header(deal.catalogue, regret, language)
        _table(header, fails.regret_rows(deal.catalogue, regret, language))
    printing.say(fails.regret_sentence(deal.catalogue, regret, language))


def _asked(
    name: str,
    indicator: str,
    package: str | None,
    worldview: str | None,
    baseline: str | None,
    draws: int | None,
    seed: int | None,
    language: Language,
) -> tuple[deals.Opened, Package, Setting, Quantity]:
    deal = deals.opened(name, language)
    chosen = deals.package(deal.document, package)
    setting = deals.setting(deal.document, worldview, baseline, draws, seed)
    return deal, chosen, setting, quantity(deal.catalogue, deal.lenses, indicator)


def _line(wanted: Quantity, document: Document, at_least: float | None, at_most: float | None) -> Line:
    if at_least is not None and at_most is not None:
        raise DealError(
            "A score has one line to reach, not two.",
            "Give --at-least or --at-most.",
            zh="一项评分只有一条要达到的线，而不是两条。",
            zh_hint="请只给出 --at-least 或 --at-most。",
        )
    for value, least in ((at_least, True), (at_most, False)):
        if value is not None and not math.isfinite(value):
            raise DealError(
                f"{value} is no number that a score could reach.",
                "Give a plain number.",
                zh=f"{value} 不是评分可能达到的数字。",
                zh_hint="请给出普通数字。",
            )
        if value is not None:
            return Line("target", least, value)
    return lines(wanted, _targets(document))[0]


def _targets(document: Document) -> list[tuple[str, bool, float]]:
    return [(one.indicator, one.sense == "at_least", one.value) for one in document.targets]


def _head(deal: deals.Opened, package: Package, setting: Setting) -> dict[str, object]:
    return {
        "deal": deal.document.title or deal.name,
        "package": package.name or package.id,
        "baseline": setting.baseline.name or setting.baseline.id if setting.baseline else deals.NO_DEAL,
        "worldview": setting.worldview,
        "seed": setting.seed,
    }


def _heard(deal: deals.Opened, language: Language) -> None:
    for text in deal.loaded.notices:
        printing.notice(text.get(language))


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> None:
    table = printing.plain_table(*header)
    for row in rows:
        # A deal's words are text, never markup or steering of the terminal.
        table.add_row(*(Text(printing.harmless(cell)) for cell in row))
    printing.show(table)
