"""The headline scores in words, as the room reads them."""

from dealbuilder.analysis.evaluation import Evaluation, Score
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say
from dealbuilder.report.stage.scene import Number


def numbers(
    catalogue: Catalogue, evaluation: Evaluation, since: Evaluation | None, language: Language, brief: bool = False
) -> tuple[Number, ...]:
    """Return the headline scores; `brief` leaves out range and changes."""
    found = []
    for indicator in catalogue.indicators:
        score = _score(evaluation, indicator.id) if indicator.headline else None
        if score is not None:
            found.append(_number(indicator, score, _score(since, indicator.id), language, brief))
    return tuple(found)


def _score(evaluation: Evaluation | None, id: str) -> Score | None:
    return next((score for score in evaluation.scores if score.id == id), None) if evaluation else None


def _number(indicator: Indicator, score: Score, before: Score | None, language: Language, brief: bool) -> Number:
    digits, unit = indicator.digits, score.unit
    value = wording.bare(score.mean, unit, language, digits)
    number = Number(
        label=indicator.label.get(language),
        value=value,
        unit=wording.unit(unit, language),
        spoken=wording.number(score.mean, unit, language, digits),
    )
    if brief:
        return number
    span = wording.span(score.p05, score.p95, unit, language, digits)
    return Number(
        label=number.label,
        value=number.value,
        unit=number.unit,
        spoken=number.spoken,
        band=say("stage.band", language, range=span),
        since=_told(("since", "since_same"), score.mean - before.mean, unit, digits, language) if before else "",
        against=_against(score, digits, language),
    )


def _against(score: Score, digits: int, language: Language) -> str:
    """Return the change against the baseline; a score that is itself such a change says so instead."""
    if score.baseline == 0.0:
        return say("summary.tile_zero", language)
    return _told(("against", "against_same"), score.mean - score.baseline, score.unit, digits, language)


def _told(keys: tuple[str, str], moved: float, unit: str, digits: int, language: Language) -> str:
    """Return a change with arrow, sign and unit; a change that rounds to nought is called none."""
    bare = wording.bare(moved, unit, language, digits, signed=True)
    if moved != moved:
        return ""
    if not any(digit in bare for digit in "123456789"):
        return say(f"stage.{keys[1]}", language)
    text = say("stage.points", language, value=bare) if unit == "%" else None
    text = text or wording.number(moved, unit, language, digits, signed=True)
    return say(f"stage.{keys[0]}", language, change=f"{'▲' if moved > 0 else '▼'} {text}")


def worst(catalogue: Catalogue, evaluation: Evaluation, language: Language) -> str:
    """Return the worst cell that the package can move, in words; empty if there is none."""
    cell = evaluation.worst_movable
    if cell is None:
        return ""
    try:
        klass = catalogue.name("classes", cell.klass).label.get(language)
        material = catalogue.name("goods", cell.material).label.get(language)
        use = catalogue.name("end_uses", cell.end_use).label.get(language)
    except KeyError:
        return ""
    return say(
        "stage.worst",
        language,
        material=wording.lowered(material),
        end_use=wording.lowered(use),
        klass=wording.lowered(klass),
        value=wording.number(cell.value, "%", language, 0),
    )
