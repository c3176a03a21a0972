"""Inject cards: what the room reads when something happens to the deal."""

from collections.abc import Iterable
from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.kit.codes import shortened
from dealbuilder.report.phrases import say

TITLE, CARD, REASON = 110, 400, 420


@dataclass(frozen=True, slots=True)
class InjectCard:
    """One card: whose act, title, text, when and how long, and in small print the ground of it."""

    id: str
    origin: str
    origin_name: str
    title: str
    text: str
    when: str
    grade: str
    reason: str
    source: str


def inject_cards(catalogue: Catalogue, deck: Iterable[Inject], language: Language) -> tuple[InjectCard, ...]:
    """Return the cards of a deck in its order."""
    return tuple(_card(catalogue, inject, language) for inject in deck)


def _card(catalogue: Catalogue, inject: Inject, language: Language) -> InjectCard:
    lasts = wording.number(inject.months, "month", language, 0) if inject.months else ""
    key = "kit.inject_for" if inject.months else "kit.inject_to_end"
    known = catalogue.source_by_id
    said = [known[one.source].title.rstrip(".") for one in inject.references if one.source in known]
    return InjectCard(
        id=inject.id,
        origin=inject.origin,
        origin_name=say(f"kit.origin_{inject.origin}", language),
        title=shortened(inject.title.get(language), TITLE),
        text=shortened(inject.card.get(language), CARD),
        when=say(key, language, month=inject.month, months=lasts),
        grade=inject.grade,
        reason=shortened(inject.reason.get(language), REASON) if inject.reason else "",
        source=shortened(("; " if language == "en" else "；").join(said), REASON),
    )
