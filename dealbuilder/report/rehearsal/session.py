"""What the session must have: a deal that scores, a plan that is whole, scenes and pages that can be made, a kit."""

from collections.abc import Sequence
from pathlib import Path

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Evaluation, Setting
from dealbuilder.document.document import Document
from dealbuilder.document.plan import Plan
from dealbuilder.model.text import Language
from dealbuilder.model.workshop import SCENES
from dealbuilder.report import wording
from dealbuilder.report.kit import printing
from dealbuilder.report.kit.kit import PARTS, Options, build
from dealbuilder.report.kit.occasion import Occasion
from dealbuilder.report.rehearsal.finding import Finding, finding
from dealbuilder.report.stage.build import scene
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.staging import Staging

BRIEF = "…"


def scored(evaluator: Evaluator, document: Document) -> Evaluation:
    """Return the headline scores as the scoreboard will show them; the other worldviews are left out."""
    setting = Setting(
        pack=document.pack,
        worldview=document.assumptions.worldview,
        changes=document.assumptions.changes,
        draws=document.draws,
        seed=document.seed,
        baseline=document.package(document.baseline) if document.baseline is not None else None,
        injects=document.injects,
    )
    return evaluator.evaluate(document.package(), setting, full=False)


def deal(evaluation: Evaluation, language: Language) -> Finding:
    """Check that the deal scores, and that all of it is scored."""
    supply, cost = evaluation.score("supply_restored"), evaluation.score("leadership_cost")
    values = {
        "supply": wording.number(supply.mean, supply.unit, language),
        "cost": wording.number(cost.mean, cost.unit, language),
    }
    if evaluation.unknown:
        return finding("deal", "attention", "deal_unknown", language, items=", ".join(evaluation.unknown), **values)
    return finding("deal", "ok", "deal", language, **values)


def plan(occasion: Occasion, planned: Plan | None, known: Sequence[str], length: int, language: Language) -> Finding:
    """Check that a session's roles and injects are known, both sides have as many seats, and minutes add up.

    `planned`: the deal's own plan, None for a bare template; `length`: the minutes its template speaks of, 0 if none.
    """
    strange = [role.lens for role in occasion.roles if role.lens not in known]
    values = {"name": occasion.name, "minutes": occasion.minutes, "roles": len(occasion.roles)}
    if occasion.unknown:
        return finding("plan", "fails", "plan_injects", language, ids=", ".join(occasion.unknown))
    if not occasion.roles:
        return finding("plan", "attention", "plan_roles", language)
    if strange:
        return finding("plan", "attention", "plan_strange", language, ids=", ".join(strange))
    if planned is None:
        return finding("plan", "attention", "plan_template", language, **values)
    if length and length != occasion.minutes:
        return finding("plan", "attention", "plan_minutes", language, length=length, **values)
    return finding("plan", "ok", "plan", language, **values)


def sides(counts: tuple[int, int], language: Language) -> Finding:
    """Check that both sides have as many roles."""
    us, china = counts
    key = "sides" if us == china and us else "sides_uneven"
    return finding("sides", "ok" if key == "sides" else "attention", key, language, us=us, china=china)


def scenes(evaluator: Evaluator, document: Document, evaluation: Evaluation, language: Language) -> Finding:
    """Check that every scene of the audience window can be made of this deal in this language."""
    for kind in SCENES:
        staging = Staging(scene=kind, brief=BRIEF, inject=next(iter(evaluator.catalogue.injects), None))
        scene(Matter(evaluator.catalogue, document, evaluation, language, staging), staging, language)
    return finding("scenes", "ok", "scenes", language, count=len(SCENES))


def paper(evaluator: Evaluator, document: Document, occasion: Occasion, options: Options) -> Finding:
    """Check that pages can be set, by setting the running order in memory."""
    (part,) = build(evaluator.catalogue, document, occasion, Options(options.language, options.paper, ("order",)))
    pages = printing.count(printing.render(part, evaluator.catalogue, options))
    return finding("paper", "ok", "paper", options.language, pages=pages)


def fallback(folder: Path | None, deal_path: Path | None, language: Language) -> Finding:
    """Check that the kit was printed into its folder, reserve pack and all, and not before the deal was last saved."""
    if folder is None:
        return finding("kit", "attention", "kit_unsaved", language)
    names = [f"{place + 1}-{part}" for place, part in enumerate(PARTS)]
    missing = [name for name in names if not any(folder.glob(f"{name}-*.pdf"))]
    if missing:
        return finding("kit", "attention", "kit_missing", language, folder=str(folder), parts=", ".join(missing))
    oldest = min(path.stat().st_mtime for name in names for path in folder.glob(f"{name}-*.pdf"))
    if deal_path is not None and deal_path.exists() and oldest < deal_path.stat().st_mtime:
        return finding("kit", "attention", "kit_old", language, folder=str(folder))
    return finding("kit", "ok", "kit", language, folder=str(folder))
