"""holds: how long a deal lives, what threatens it month by month, who is exposed, what ends by date."""

from typing import Annotated

import typer

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.holding import holding
from dealbuilder.analysis.staging import effect
from dealbuilder.analysis.tranches import PRESETS, SNAPBACK, Plan, stageable
from dealbuilder.cli import deals, printing, supposing
from dealbuilder.cli.options import AsJson, Baseline, Deal, Draws, InPackage, Seed, Speech, Supposed, Worldview
from dealbuilder.errors import NoSuch
from dealbuilder.model.package import Package
from dealbuilder.report.phrases import say
from dealbuilder.report.study import holds as told
from dealbuilder.report.study import holds_staging
from dealbuilder.report.study import holds_words as words

Staging = Annotated[
    str | None,
    typer.Option(
        "--stage", help=f"What if all clauses came in tranches: {', '.join(PRESETS)}; the deal stays as it is."
    ),
]
Snapback = Annotated[
    str | None, typer.Option("--snapback", help="What if all clauses had a snapback, at a level of term_snapback.")
]
Rows = tuple[tuple[str, ...], ...]


def holds(
    name: Deal,
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
    inject: Supposed = None,
    stage: Staging = None,
    snapback: Snapback = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Say whether a deal holds: chances of life, the hazard by term, the exposure clock, dated expiries."""
    deal = deals.opened(name, language)
    chosen = deals.package(deal.document, package)
    setting = deals.setting(deal.document, worldview, baseline, draws, seed)
    setting = supposing.supposed(deal.catalogue, deal.document, setting, inject)
    service = Evaluator(deal.catalogue)
    plan = _plan(service, chosen, stage or "as_is", snapback) if stage or snapback else None
    with printing.progress("tracing") as tick:
        found = holding(service, chosen, setting, deal.lenses, tick)
        staged = effect(service, chosen, setting, plan) if plan else None
    for text in deal.loaded.notices:
        printing.notice(text.get(language))
    if as_json:
        data = told.as_data(deal.catalogue, found, language)
        data["staging"] = told.staging_data(staged) if staged else None
        printing.as_json({"deal": deal.document.title or name, **data})
        return
    printing.say(f"{deal.document.title or name} · {chosen.name or chosen.id}")
    printing.say(say("holds.lead", language))
    _paragraph([*words.life(found, language), *words.worth(deal.catalogue, found, language)])
    _table(*told.term_table(found, language))
    _paragraph(words.exposure(found, language))
    _paragraph([say("holds.walk_head", language), *words.walking(found, language)])
    if found.clauses:
        _paragraph([say("holds.caution", language)])
        _table(*told.clause_table(deal.catalogue, found, language))
    _paragraph(words.dates(found, language))
    if found.expiries:
        _table(told.date_header(language), told.date_rows(found, language), numbers=False)
    if staged:
        _table(*holds_staging.table(deal.catalogue, staged, language))
        _paragraph(holds_staging.sentences(deal.catalogue, staged, found.origin, language))


def _plan(service: Evaluator, package: Package, rhythm: str, snapback: str | None) -> Plan:
    """Return the plan that stages all clauses of both sides; raise DealError for a rhythm or snapback that is none."""
    if rhythm not in PRESETS:
        raise NoSuch(f"There is no rhythm “{rhythm}” of tranches.", f"没有名为“{rhythm}”的分批节奏。", PRESETS)
    measure = service.catalogue.measure_by_id[SNAPBACK]
    levels = [level.id for level in measure.levels[1:]]
    if snapback is not None and snapback not in levels:
        raise NoSuch(f"There is no snapback “{snapback}”.", f"没有快速恢复条款“{snapback}”。", levels)
    ids = tuple(known.clause.measure for known in stageable(service.catalogue, package))
    return Plan(ids, PRESETS[rhythm], snapback=snapback or "")


def _paragraph(sentences: list[str]) -> None:
    printing.say()
    for sentence in sentences:
        printing.say(sentence)


def _table(header: tuple[str, ...], rows: Rows, numbers: bool = True) -> None:
    printing.say()
    table = printing.plain_table(*header, right=header[1:] if numbers else ())
    for row in rows:
        table.add_row(*(printing.harmless(text) for text in row))
    printing.show(table)
