"""What the scoreboard shows of each indicator, in words, resolved from the state."""

from dataclasses import dataclass

from dealbuilder.analysis.evaluation import Cell, Evaluation, Score
from dealbuilder.analysis.moved import Move
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.indicator import Indicator
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.ui.models.clauses import title_of
from dealbuilder.ui.state import State

SPARKS = {"supply_restored": "supply", "leadership_cost": "lead_compute"}
"""The monthly series drawn beside each headline score."""


NAMED = 2
"""How many of a list of clauses or assumptions are named."""
LONG = 9
"""Letters of a value beyond which its unit stands apart."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One indicator in words; `ghost` is the previewed value where it differs, `delta` the change being compared.

    The last three are value, change and preview as a narrow column takes them: without a unit that is long.
    """

    id: str
    label: str
    group: str
    explanation: str
    value: str
    unit: str
    delta: str
    change: float
    baseline: str
    band: str
    ghost: str
    error: str
    short: str
    short_delta: str = ""
    short_ghost: str = ""


def found(evaluation: Evaluation | None, id: str) -> Score | None:
    """Return one score of an evaluation, or None if there is none."""
    if evaluation is None:
        return None
    try:
        return evaluation.score(id)
    except KeyError:
        return None


def change(state: State, id: str) -> float:
    """Return the change of an indicator that the state compares; NaN if there is nothing to compare with."""
    now = found(state.evaluation, id)
    if now is None:
        return float("nan")
    if state.compare == "baseline":
        return now.mean - now.baseline
    before = found(state.before, id)
    return float("nan") if before is None else now.mean - before.mean


def arrow(value: float, text: str) -> str:
    """Return a signed change with its arrow; nothing for a change that rounds to nought or is not defined."""
    if value != value or not any(digit in text for digit in "123456789"):
        return ""
    return f"{'▲' if value > 0 else '▼'} {text}"


def line(state: State, indicator: Indicator) -> ScoreLine:
    """Return one indicator as it is shown in a state."""
    language, digits = state.language, indicator.digits
    now, ghost = found(state.evaluation, indicator.id), found(state.preview, indicator.id)
    named = {"id": indicator.id, "label": indicator.label.get(language), "group": indicator.group}
    named |= {"explanation": indicator.explanation.get(language), "unit": indicator.unit_label.get(language)}
    if now is None:
        return ScoreLine(
            **named, value="–", delta="", change=float("nan"), baseline="", band="", ghost="", error="", short="–"
        )
    moved = change(state, indicator.id)
    value = wording.number(now.mean, now.unit, language, digits)
    shown_ghost = "" if ghost is None else wording.number(ghost.mean, ghost.unit, language, digits)
    if shown_ghost == value:
        shown_ghost = ""
    delta = arrow(moved, wording.number(moved, now.unit, language, digits, signed=True))
    apart = len(value) > LONG
    if wording.in_unit(1.0, now.unit, language) != 1.0:
        named["unit"] = wording.unit(now.unit, language)
    return ScoreLine(
        **named,
        value=value,
        delta=delta,
        change=moved,
        baseline=wording.number(now.baseline, now.unit, language, digits),
        band=wording.span(now.p05, now.p95, now.unit, language, digits),
        ghost=shown_ghost,
        error=wording.number(now.error, now.unit, language, digits),
        short=wording.bare(now.mean, now.unit, language, digits) if apart else value,
        short_delta=arrow(moved, wording.bare(moved, now.unit, language, digits, signed=True)) if apart else delta,
        short_ghost=(
            wording.bare(ghost.mean, now.unit, language, digits) if apart and ghost and shown_ghost else shown_ghost
        ),
    )


def lines(state: State) -> tuple[ScoreLine, ...]:
    """Return all indicators but the headline scores, in the catalogue's order."""
    return tuple(line(state, indicator) for indicator in state.catalogue.indicators if not indicator.headline)


def headlines(state: State) -> tuple[ScoreLine, ...]:
    """Return the two headline scores."""
    return tuple(line(state, indicator) for indicator in state.catalogue.indicators if indicator.headline)


def briefly(named: tuple[tuple[str, str], ...], more: str) -> tuple[tuple[str, str], ...]:
    """Return the first (id, name) pairs of a list; `more`, with the number of the rest, stands for those behind."""
    rest = named[NAMED:]
    return (*named[:NAMED], *(((rest[0][0], more.format(len(rest))),) if rest else ()))


def cell_words(catalogue: Catalogue, cell: Cell, language: Language) -> str:
    """Return a cell as "Sm · Defence · Military 4%"."""
    return f"{cell_name(catalogue, cell_id(cell), language)} {wording.number(cell.value, '%', language, 0)}"


def cell_id(cell: Cell) -> str:
    """Return the id of a cell, "good:end_use:class"."""
    return f"{cell.material}:{cell.end_use}:{cell.klass}"


def cell_name(catalogue: Catalogue, id: str, language: Language) -> str:
    """Return the short name of a cell given its id; the id itself if the catalogue does not know a part."""
    parts = id.split(":")
    try:
        named = [catalogue.name(kind, part) for kind, part in zip(("goods", "end_uses", "classes"), parts, strict=True)]
    except (KeyError, ValueError):
        return id
    return " · ".join((name.short or name.label).get(language) for name in named)


def move_words(state: State, move: Move) -> str:
    """Return one line of the ribbon: what moved, by how much, and to what."""
    catalogue, language = state.catalogue, state.language
    if move.kind == "cell":
        name, digits = cell_name(catalogue, move.subject, language), 0
    else:
        indicator = catalogue.indicator_by_id.get(move.subject)
        name = indicator.label.get(language) if indicator else move.subject
        digits = indicator.digits if indicator else 1
    change = move.after - move.before
    signed = arrow(change, wording.number(change, move.unit, language, digits, signed=True))
    after = wording.number(move.after, move.unit, language, digits)
    return f"{name} {signed} → {after}" if signed else f"{name} → {after}"


def cause_words(state: State) -> str:
    """Return the title of the clause that moved things; empty if none is named."""
    causes = {move.cause for move in state.moves if move.cause}
    return title_of(state.catalogue, causes.pop(), state.language) if len(causes) == 1 else ""
