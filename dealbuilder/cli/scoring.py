"""score: one deal, every indicator, with bands."""

from rich.table import Table
from rich.text import Text

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Cell, Evaluation, Score
from dealbuilder.cli import deals, injecting, printing, supposing
from dealbuilder.cli.options import AsJson, Baseline, Deal, Draws, InPackage, Seed, Speech, Supposed, Worldview
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import befallen, wording
from dealbuilder.report.differing import Differing, counted, differing
from dealbuilder.report.phrases import say
from dealbuilder.report.score_data import score_json


def score(
    name: Deal,
    package: InPackage = None,
    worldview: Worldview = None,
    baseline: Baseline = None,
    draws: Draws = None,
    seed: Seed = None,
    inject: Supposed = None,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Score a deal: every indicator with its band, the worst cells, the other worldviews. These are model results."""
    deal = deals.opened(name, language)
    chosen = deals.package(deal.document, package)
    setting = deals.setting(deal.document, worldview, baseline, draws, seed)
    setting = supposing.supposed(deal.catalogue, deal.document, setting, inject)
    with printing.progress("scoring") as tick:
        evaluation = Evaluator(deal.catalogue).evaluate(chosen, setting, tick=tick)
    for text in deal.loaded.notices:
        printing.notice(text.get(language))
    if as_json:
        title = deal.document.title or name
        printing.as_json(score_json(deal.catalogue, evaluation, title, evaluation.package, language, chosen))
    else:
        _show(deal.catalogue, evaluation, chosen, deal.document.title or name, language)


def _show(catalogue: Catalogue, evaluation: Evaluation, package: Package, title: str, language: Language) -> None:
    setting = evaluation.setting
    view = catalogue.worldview_by_id[setting.worldview].label.get(language)
    draws = wording.number(setting.draws, "draw", language, 0)
    if language == "zh":
        against = evaluation.baseline or "无新协议"
        head = f"方案：{evaluation.package}；基准：{against}；世界观：{view}；{draws}，种子{setting.seed}"
    else:
        against = evaluation.baseline or "no new deal"
        head = f"package {evaluation.package} against {against}, worldview {view}, {draws}, seed {setting.seed}"
    printing.say(title)
    printing.say(head)
    changed = differing(catalogue, setting.changes)
    if changed:
        printing.say()
        printing.say(f"{counted(catalogue, setting.changes, language)}{'：' if language == 'zh' else ':'}")
        printing.show(_changed(changed, language))
    if setting.injects:
        printing.say()
        printing.say(f"{befallen.counted(setting.injects, language)}{'：' if language == 'zh' else ':'}")
        injecting.show(catalogue, setting.injects, package, setting, language)
    printing.say()
    printing.show(_indicators(catalogue, evaluation, language))
    printing.say()
    printing.show(_worst(catalogue, evaluation, language))
    if evaluation.readings:
        printing.say()
        printing.show(_readings(catalogue, evaluation, language))
    for idle in evaluation.idle:
        reason, remedy = (idle.reason_zh, idle.remedy_zh) if language == "zh" else (idle.reason_en, idle.remedy_en)
        printing.say(f"{idle.measure}: {reason} {remedy}")
    for found in evaluation.contradictions:
        printing.say(found.text_zh if language == "zh" else found.text_en)


def _indicators(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Table:
    heads = ("指标", "数值", "5%至95%", "基准") if language == "zh" else ("indicator", "value", "5 to 95 %", "baseline")
    table = printing.plain_table(*heads, right=heads[1:])
    group = ""
    for indicator in catalogue.indicators:
        found: Score = evaluation.score(indicator.id)
        if group and indicator.group != group:
            table.add_row()
        group = indicator.group
        table.add_row(
            indicator.label.get(language),
            wording.number(found.mean, indicator.unit, language, indicator.digits),
            wording.span(found.p05, found.p95, indicator.unit, language, indicator.digits),
            wording.number(found.baseline, indicator.unit, language, indicator.digits),
            style="bold" if indicator.headline else None,
        )
    return table


def _changed(changed: tuple[Differing, ...], language: Language) -> Table:
    zh = language == "zh"
    heads = ("假设", "本协议", "目录值", "理由") if zh else ("assumption", "this deal", "catalogue", "why")
    table = printing.plain_table(*heads, right=heads[1:3])
    for one in changed:
        label = f"{one.label(language)} ({one.change.parameter})"
        why = one.change.reason if one.parameter else say("changed.unknown", language)
        # A deal's words are text, never markup or steering of the terminal.
        said, reason = Text(printing.harmless(label)), Text(printing.harmless(why))
        table.add_row(said, one.in_deal(language), one.in_catalogue(language), reason)
    return table


def _worst(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Table:
    heads = ("最差单元", "数值", "基准") if language == "zh" else ("worst cell", "value", "baseline")
    table = printing.plain_table(*heads, right=heads[1:])
    for cell in evaluation.worst:
        table.add_row(_cell(catalogue, cell, language), *_values(cell, language))
    if evaluation.worst_movable is not None:
        mark = "（本方案可改变）" if language == "zh" else " (the worst this package can move)"
        cell = evaluation.worst_movable
        table.add_row(_cell(catalogue, cell, language) + mark, *_values(cell, language))
    return table


def _values(cell: Cell, language: Language) -> tuple[str, str]:
    return wording.number(cell.value, "%", language), wording.number(cell.baseline, "%", language)


def _cell(catalogue: Catalogue, cell: Cell, language: Language) -> str:
    ids = (("goods", cell.material), ("end_uses", cell.end_use), ("classes", cell.klass))
    return " · ".join(catalogue.name(kind, id).label.get(language) for kind, id in ids)


def _readings(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> Table:
    ids = ("supply_restored", "leadership_cost", "alive_60")
    known = [catalogue.indicator_by_id[id] for id in ids]
    first = "世界观" if language == "zh" else "worldview"
    heads = [indicator.label.get(language) for indicator in known]
    table = printing.plain_table(first, *heads, right=tuple(heads))
    for reading in evaluation.readings:
        values = (reading.supply_restored, reading.leadership_cost, reading.alive_60)
        table.add_row(
            catalogue.worldview_by_id[reading.worldview].label.get(language),
            *(
                wording.number(value, indicator.unit, language, indicator.digits)
                for value, indicator in zip(values, known, strict=True)
            ),
        )
    return table
