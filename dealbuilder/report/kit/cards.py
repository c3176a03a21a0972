"""Clause cards: one measure a card with all its levels; both sides in like words, order and size."""

from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.parties import SIDES
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.clauses import months
from dealbuilder.report.kit.codes import Codes, shortened
from dealbuilder.report.phrases import say

TITLE, LABEL, SENTENCE, SMALL = 110, 50, 180, 200
"""Characters of a title, a level's name, a level's sentence and the small print that a card has room for."""


@dataclass(frozen=True, slots=True)
class LevelLine:
    """One level of a card: its number (0 is the baseline), its name, its sentence."""

    rank: int
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ClauseCard:
    """One card. `ties` name other cards; `warning`: a house estimate, a guardrail, what is only recorded."""

    id: str
    side: str
    side_name: str
    code: str
    title: str
    levels: tuple[LevelLine, ...]
    pace: str
    ties: tuple[str, ...]
    warning: str
    grade: str
    source: str


def cards(catalogue: Catalogue, codes: Codes, language: Language) -> tuple[ClauseCard, ...]:
    """Return a card for every measure, side by side in catalogue order."""
    ordered = sorted(catalogue.measures, key=lambda measure: SIDES.index(measure.side))
    return tuple(_card(catalogue, codes, measure, language) for measure in ordered)


def _card(catalogue: Catalogue, codes: Codes, measure: Measure, language: Language) -> ClauseCard:
    levels = tuple(
        LevelLine(rank, shortened(level.label.get(language), LABEL), shortened(level.sentence.get(language), SENTENCE))
        for rank, level in enumerate(measure.levels)
    )
    pace = say("kit.at_once", language)
    if measure.ramp:
        pace = say("kit.pace", language, ramp=months(measure.ramp, language))
    return ClauseCard(
        id=measure.id,
        side=measure.side,
        side_name=say(f"side.{measure.side}", language),
        code=codes[measure.id],
        title=shortened(measure.title.get(language), TITLE),
        levels=levels,
        pace=pace,
        ties=_ties(catalogue, codes, measure, language),
        warning=_warning(measure, language),
        grade=measure.grade,
        source=_source(catalogue, measure, language),
    )


def _ties(catalogue: Catalogue, codes: Codes, measure: Measure, language: Language) -> tuple[str, ...]:
    """Return a sentence a kind of tie; a mirror that only the other card names is told on both."""
    linked: dict[str, dict[str, None]] = {"mirrors": {}, "needs": {}, "instead_of": {}}
    for link in measure.links:
        if link.measure in codes:
            linked[link.kind][link.measure] = None
    for other in catalogue.measures:
        if any(link.kind == "mirrors" and link.measure == measure.id for link in other.links):
            linked["mirrors"][other.id] = None
    return tuple(
        say(f"kit.tie_{kind}", language, cards=wording.listed([codes[id] for id in ids], language))
        for kind, ids in linked.items()
        if ids
    )


def _warning(measure: Measure, language: Language) -> str:
    if measure.house is not None:
        return say("kit.house", language)
    if measure.guardrail and measure.guardrail_reason is not None:
        return say("kit.guardrail", language, reason=shortened(measure.guardrail_reason.get(language), SMALL))
    return shortened(measure.recorded_only.get(language), SMALL) if measure.recorded_only else ""


def _source(catalogue: Catalogue, measure: Measure, language: Language) -> str:
    first = next((one for one in measure.references if one.source in catalogue.source_by_id), None)
    if first is None:
        return say("kit.no_source", language)
    source = catalogue.source_by_id[first.source]
    text = f"{source.title.rstrip('.')}, {first.date or source.date}"
    more = len(measure.references) - 1
    return (
        say("kit.more_sources", language, first=shortened(text, SMALL), count=more) if more else shortened(text, SMALL)
    )
