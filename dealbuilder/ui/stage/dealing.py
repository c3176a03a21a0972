"""The chair's deck of injects: which are at hand, and what of one this catalogue can strike."""

from dataclasses import dataclass
from typing import Literal

from dealbuilder.document.document import Document
from dealbuilder.errors import DealError, Words
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject, inject_faults
from dealbuilder.model.text import Language

Place = Literal["stage", "deck", "own", "rest"]
"""Where a card comes from: this stage, the deck of the plan, written for the session, or the rest of the catalogue."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card of the deck. `inject` None: the plan names an id nobody describes. `struck`: it bears on the deal."""

    id: str
    inject: Inject | None
    place: Place
    struck: bool


def deck(document: Document, catalogue: Catalogue, stage_inject: str | None) -> tuple[Card, ...]:
    """Return the cards in the chair's order: this stage's, the deck's, those written for the session, the rest."""
    plan = document.plan
    own = plan.injects if plan else ()
    known = {one.id: one for one in (*catalogue.injects, *document.injects, *own)}
    places: dict[str, Place] = {stage_inject: "stage"} if stage_inject else {}
    for id in plan.deck if plan else ():
        places.setdefault(id, "deck")
    for one in (*own, *document.injects):
        places.setdefault(one.id, "own")
    for one in catalogue.injects:
        places.setdefault(one.id, "rest")
    struck = {one.id for one in document.injects}
    return tuple(Card(id, known.get(id), place, id in struck) for id, place in places.items())


def strikeable(inject: Inject, catalogue: Catalogue, language: Language) -> tuple[Inject, str]:
    """Return what this catalogue knows of an inject, and a sentence on what it does not; raise DealError if nothing.

    A shift that names no channel or parameter of ours, or cannot be, is left out: it would do nothing.
    """
    sources = catalogue.source_by_id
    faults = tuple(inject_faults(inject, catalogue.channel_by_id, catalogue.parameter_by_id, sources))
    wrong = {key for key, _ in faults}
    if not wrong:
        return inject, ""
    channels = tuple(one for one in inject.channels if f".channels.{one.channel}" not in wrong)
    parameters = tuple(one for one in inject.parameters if f".parameters.{one.parameter}" not in wrong)
    told = _told(inject, [key.rpartition(".")[2] for key in wrong if not key.startswith(".references")])
    if not channels and not parameters and not inject.expires:
        raise DealError(
            f"{told.en} Nothing was struck.".strip(),
            "Open the injects and mend it.",
            zh=f"{told.zh}未触发。",
            zh_hint="请打开突发事件加以更正。",
        )
    references = tuple(one for one in inject.references if one.source in sources)
    grade = inject.grade if references else "D"
    fields = {"channels": channels, "parameters": parameters, "references": references, "grade": grade}
    return inject.model_copy(update=fields), told.get(language)


def _told(inject: Inject, names: list[str]) -> Words:
    unknown = sorted(names)
    if not unknown:
        return Words("", "")
    return Words(
        f"“{inject.title.en}” names what this catalogue does not know or allow: {', '.join(unknown)}. "
        "That part does nothing.",
        f"“{inject.title.zh}”提到本目录未知或不可能的内容：{'、'.join(unknown)}；这些部分不起作用。",
    )
