"""The headline sentences: what the package restores, what it costs, who is least well served, whether it lasts."""

from dealbuilder.analysis.evaluation import Cell, Evaluation
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say


def supply(evaluation: Evaluation, language: Language) -> str:
    """Return the sentence on supply restored, with band, baseline and difference."""
    score = evaluation.score("supply_restored")
    return wording.joined(
        [
            say(
                "sentence.supply",
                language,
                mean=wording.number(score.mean, score.unit, language),
                range=wording.span(score.p05, score.p95, score.unit, language),
            ),
            say(
                "sentence.supply_against",
                language,
                baseline=wording.number(score.baseline, score.unit, language),
                delta=wording.number(score.mean - score.baseline, "percentage points", language, signed=True),
            ),
        ],
        language,
    )


def cost(evaluation: Evaluation, language: Language) -> str:
    """Return the sentence on leadership cost, with band and yardstick; a negative cost is said as a gain."""
    score = evaluation.score("leadership_cost")
    gained = score.mean < 0
    return wording.joined(
        [
            say(
                "sentence.gain" if gained else "sentence.cost",
                language,
                mean=wording.number(abs(score.mean), score.unit, language),
                range=wording.span(score.p05, score.p95, score.unit, language),
            ),
            say("sentence.cost_yardstick", language),
        ],
        language,
    )


def worst(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> str:
    """Return the sentence on the least well served cell of all classes, and the lowest one this package can move."""
    cells = sorted(evaluation.worst, key=lambda cell: cell.value)
    sentences = [_cell("sentence.worst", catalogue, cells[0], language)] if cells else []
    movable = evaluation.worst_movable
    if movable is not None and (not cells or movable != cells[0]):
        sentences.append(_cell("sentence.movable", catalogue, movable, language))
    return wording.joined(sentences, language)


def durability(evaluation: Evaluation, language: Language) -> str:
    """Return the sentence on how long the deal lives."""
    alive = {f"alive{years}": evaluation.score(f"alive_{years}") for years in (12, 36, 60)}
    return say(
        "sentence.alive",
        language,
        **{key: wording.number(score.mean, score.unit, language, 0) for key, score in alive.items()},
    )


def headlines(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> tuple[str, ...]:
    """Return the four headline sentences in their order."""
    return (
        supply(evaluation, language),
        cost(evaluation, language),
        worst(catalogue, evaluation, language),
        durability(evaluation, language),
    )


def cell_name(catalogue: Catalogue, cell: Cell, language: Language) -> dict[str, str]:
    """Return the names of a cell's material, end use and class of users, for use inside a sentence."""
    return {
        "material": wording.lowered(catalogue.name("goods", cell.material).label.get(language)),
        "end_use": wording.lowered(catalogue.name("end_uses", cell.end_use).label.get(language)),
        "klass": wording.lowered(catalogue.name("classes", cell.klass).label.get(language)),
    }


def _cell(key: str, catalogue: Catalogue, cell: Cell, language: Language) -> str:
    return say(
        key,
        language,
        **cell_name(catalogue, cell, language),
        value=wording.number(cell.value, "%", language, 0),
        baseline=wording.number(cell.baseline, "%", language, 0),
    )
