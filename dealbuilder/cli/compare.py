"""compare: several deals, or packages of one deal, beside one another, and what explains the gap of the first two."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from dealbuilder.analysis.compare.answer import Answer, answer
from dealbuilder.analysis.compare.comparing import MOST, SUPPLY
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.room.own import Gathered, gathered
from dealbuilder.analysis.room.standing import apart
from dealbuilder.cli import deals, printing
from dealbuilder.cli.endings import ending
from dealbuilder.cli.options import AsJson, Baseline, Draws, Seed, Speech, Worldview
from dealbuilder.cli.tabling import located, show_sheet
from dealbuilder.document.tables import Table, named, read_table
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report.compare import data, grid, outlets, words
from dealbuilder.report.phrases import say

Deals = Annotated[
    list[str],
    typer.Argument(
        metavar="DEAL...", help="Deals or PDFs that carry one, or example:NAME; one or several.", show_default=False
    ),
]
Packages = Annotated[
    list[str] | None,
    typer.Option(
        "--package",
        help="Id or name of a package, repeated: of one deal those to compare, of several deals one each.",
    ),
]
Which = Annotated[str, typer.Option("--indicator", metavar="ID", help="The score whose gap is explained.")]
Out = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to a file as well: csv, xlsx, md, json, svg or png.")
]


def compare_packages(
    names: Deals,
    package: Packages = None,
    indicator: Which = SUPPLY,
    as_json: AsJson = False,
    output: Out = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
    language: Speech = "en",
) -> None:
    """Compare up to six packages under the first deal's setting, on the same draws, and explain the first two's gap."""
    kind = "" if output is None else ending(output, outlets.KINDS)
    first = deals.opened(names[0], language).document
    wanted = package or [one.id for one in first.packages] if len(names) == 1 else package or []
    tables = _read(names, wanted)
    setting = deals.setting(first, worldview, baseline, draws, seed)
    shipped = deals.catalogue()
    together = gathered(shipped, [table.deal for table in tables], first.measures)
    catalogue = shipped.with_measures(together.measures)
    if indicator not in catalogue.indicator_by_id:
        hint = deals.nearest(indicator, catalogue.indicator_by_id, deals.SCORES)
        raise DealError(
            f"There is no score “{indicator}”; nothing was compared.",
            hint.en,
            zh=f"没有评分“{indicator}”；未作比较。",
            zh_hint=hint.zh,
        )
    service = Evaluator(catalogue)
    notices = _notices(catalogue, together, setting, language) if service.pack(setting) else ()
    with printing.progress("comparing") as tick:
        found = answer(service, _packages(together), setting, months=False, tick=tick)
    for text in notices:
        printing.notice(text)
    if as_json:
        printing.as_json({**data.as_data(found, language), "notices": list(notices)})
    else:
        _show(found, indicator, language)
    if output is not None:
        outlets.write(output, kind, found, indicator, language)
        printing.notice(printing.told("written", file=output))


def _read(names: Sequence[str], wanted: Sequence[str]) -> tuple[Table, ...]:
    """Return what is compared, under names that tell it apart: packages of one deal, or deals."""
    places, _ = located(names, None)
    if len(places) > 1 and len(wanted) not in (0, 1, len(places)):
        raise DealError(
            f"{len(wanted)} packages are named for {len(places)} deals; nothing was compared.",
            "Name one package for each deal, in their order, or one that all of them have, or none.",
            zh=f"为 {len(places)} 份协议指定了 {len(wanted)} 个方案；未作比较。",
            zh_hint="请按顺序为每份协议各指定一个方案，或指定一个各协议都有的方案，或不指定。",
        )
    count = max(len(places), len(wanted))
    if count > MOST:
        raise DealError(
            f"{count} packages cannot be set beside one another; nothing was compared.",
            f"Name up to {MOST} with --package.",
            zh=f"无法并列 {count} 个方案；未作比较。",
            zh_hint=f"请用 --package 最多指定 {MOST} 个。",
        )
    each = list(wanted) * len(places) if len(wanted) == 1 and len(places) > 1 else list(wanted) or [None] * len(places)
    if len(places) > 1:
        found = named([read_table(place, one) for place, one in zip(places, each, strict=True)])
        return found
    found = [read_table(places[0], one) for one in each]
    return tuple(replace(one, deal=replace(one.deal, name=_name(one.deal.package))) for one in found)


def _name(package: Package) -> str:
    return package.name or package.id


def _packages(together: Gathered) -> tuple[Package, ...]:
    return tuple(deal.package.model_copy(update={"name": deal.name}) for deal in together.deals)


def _notices(catalogue: Catalogue, together: Gathered, setting: Setting, language: Language) -> tuple[str, ...]:
    """Return what of a deal's own setting does not count, and what there is to say about own measures."""
    pack = catalogue.pack_by_id[setting.pack]
    told = (words.missed(deal.name, apart(deal, setting, pack), language) for deal in together.deals)
    said = [text for text in told if text]
    if said:
        said.insert(0, words.first(together.deals[0].name, language))
    return (*said, *(notice.get(language) for notice in together.notices))


def _show(found: Answer, indicator: str, language: Language) -> None:
    here, gap = found.comparison, found.gap
    known = here.catalogue.indicator_by_id[indicator]
    printing.say(words.setting(here.catalogue, here.setting, language))
    for text in words.lead(here, language):
        printing.say(text)
    if here.rows:
        printing.say()
        _sheet(grid.clauses(here, language, gap, indicator))
        printing.say(words.key(here, gap, indicator, language))
    printing.say()
    _sheet(grid.outcomes(here, language))
    if gap is None:
        return
    if not here.alike:
        printing.say()
        _sheet(grid.outcomes(here, language, gap.other))
        printing.say(say("compare.ahead_note", language))
    printing.say()
    printing.say(say("compare.gap", language))
    for text in words.explained(here, gap, known, language):
        printing.say(text)
    if gap.parts(indicator):
        _sheet(grid.parts(here, gap, known, language))


def _sheet(sheet: grid.Sheet) -> None:
    show_sheet(sheet, range(len(sheet.header)))
