"""check-model: the model held against sentences that must be true of it."""

import math
from typing import Annotated, Any

import typer

from dealbuilder.analysis.evaluate import stamps
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.reality.case import Shipped, described
from dealbuilder.analysis.reality.check import BLOCKS, Check, Finding
from dealbuilder.analysis.reality.lab import PACK, findings
from dealbuilder.cli import deals, printing
from dealbuilder.cli.options import AsJson, Speech
from dealbuilder.errors import DealError, NoSuch
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.model_pages import reality

MOST_DRAWS = 2048
"""Draws above which the runs of all checks would no longer fit a small machine's memory."""

Draws = Annotated[int, typer.Option("--draws", help="Draws of the uncertain parameters.")]
Seed = Annotated[int, typer.Option("--seed", help="Seed of the draws.")]
View = Annotated[str | None, typer.Option("--worldview", help="central, essay or sceptic; all by default.")]
DEFAULT = Setting()


def check_model(
    worldview: View = None,
    draws: Draws = DEFAULT.draws,
    seed: Seed = DEFAULT.seed,
    as_json: AsJson = False,
    language: Speech = "en",
) -> None:
    """Hold the model against its reality checks; exit 0 if all hold, 1 with those that fail."""
    catalogue = deals.catalogue()
    views = _views(catalogue, worldview)
    _possible(draws, seed)
    with printing.progress("checking") as tick:
        shipped = Shipped(catalogue, {id: document.package() for id, document in deals.shipped().items()})
        found = findings(shipped, views, draws, seed, tick)
    lost = tuple(dict.fromkeys(finding.check for finding in found if not finding.holds))
    if as_json:
        printing.as_json(_as_data(shipped, found, views, draws, seed, language))
    else:
        _show(catalogue, found, views, language)
    if lost:
        printing.notice(_failed(lost, len({finding.check.id for finding in found}), language))
        raise typer.Exit(1)


def _views(catalogue: Catalogue, worldview: str | None) -> tuple[str, ...]:
    known = tuple(view.id for view in catalogue.worldviews)
    if worldview is None:
        return known
    if worldview not in known:
        raise NoSuch(
            f"This catalogue has no worldview “{worldview}”; nothing was run.",
            f"此目录没有世界观“{worldview}”；未运行。",
            known,
        )
    return (worldview,)


def _possible(draws: int, seed: int) -> None:
    if not 1 <= draws <= MOST_DRAWS:
        raise DealError(
            f"The model cannot be checked on {draws} draws.",
            f"Ask for 1 to {MOST_DRAWS} draws.",
            zh=f"无法以 {draws} 次抽样检查模型。",
            zh_hint=f"请设为1至 {MOST_DRAWS} 次。",
        )
    if not 0 <= seed < 2**63:
        raise DealError(
            f"{seed} is not a seed; nothing was run.",
            "Choose a whole number from 0 up.",
            zh=f"{seed} 不能作为随机种子；未运行。",
            zh_hint="请选择0或更大的整数。",
        )


def _failed(lost: tuple[Check, ...], total: int, language: Language) -> str:
    if language == "zh":
        return f"{total}项检验中有{len(lost)}项不成立：{'、'.join(check.id for check in lost)}。"
    verb = "fails" if len(lost) == 1 else "fail"
    return f"{len(lost)} of {total} checks {verb}: {', '.join(check.id for check in lost)}."


def _show(catalogue: Catalogue, found: tuple[Finding, ...], views: tuple[str, ...], language: Language) -> None:
    heads = ("检验", "语句", "要求") if language == "zh" else ("check", "if X, then Y", "must be")
    labels = tuple(catalogue.worldview_by_id[view].label.get(language) for view in views)
    by_place = {(finding.check.id, finding.worldview): finding for finding in found}
    checks = tuple(dict.fromkeys(finding.check for finding in found))
    for block, label in BLOCKS.items():
        table = printing.plain_table(*heads, *labels, right=labels)
        for check in checks:
            if check.block == block:
                cells = [_cell(by_place.get((check.id, view)), language) for view in views]
                table.add_row(check.id, check.sentence.get(language), reality.bound(check, language), *cells)
        printing.say(label.get(language))
        printing.show(table)
        printing.say()


def _cell(finding: Finding | None, language: Language) -> str:
    if finding is None:
        return wording.EN_DASH
    mark = "" if finding.holds else ("（不成立）" if language == "zh" else " FAILS")
    return reality.value(finding.check, finding.value, language) + mark


def _as_data(
    shipped: Shipped, found: tuple[Finding, ...], views: tuple[str, ...], draws: int, seed: int, language: Language
) -> dict[str, Any]:
    checks = tuple(dict.fromkeys(finding.check for finding in found))
    stamped = stamps(shipped.catalogue, Setting(pack=PACK))
    return {
        "worldviews": list(views),
        "draws": draws,
        "seed": seed,
        "checks": [
            {
                "id": check.id,
                "block": check.block,
                "sentence": check.sentence.get(language),
                "measured": check.measured.get(language),
                "unit": check.unit,
                "low": check.low,
                "high": check.high,
                "why": check.why.get(language),
                "sources": list(check.sources),
                "observed": check.observed,
                "cases": [described(case, shipped) for case in check.cases],
                "results": [
                    {"worldview": f.worldview, "value": _number(f.value), "holds": f.holds}
                    for f in found
                    if f.check is check
                ],
            }
            for check in checks
        ],
        "failed": [check.id for check in checks if any(f.check is check and not f.holds for f in found)],
        "stamps": {"dealbuilder": stamped.dealbuilder, "catalogue": stamped.catalogue, "pack": stamped.pack},
    }


def _number(value: float) -> float | None:
    """Return a number as JSON can hold it; one that is not defined is null."""
    return value if math.isfinite(value) else None
