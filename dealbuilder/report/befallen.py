"""The injects that befall a deal, for every outlet: how many, which, when, what each shifts, and what does not fit."""

from collections.abc import Sequence
from typing import Any

from dealbuilder.analysis.bearing import Misfit, misfits
from dealbuilder.document.document import Document
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.inject import Inject
from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say
from dealbuilder.report.tidy import rounded

NAMED = 3
"""How many injects a sentence names."""
LONGEST = 80
"""Letters that are shown of a title or of an id nobody knows."""


def title(inject: Inject, language: Language) -> str:
    """Return what an inject is called, on one line."""
    return " ".join(inject.title.get(language).split())[:LONGEST]


def when(inject: Inject, language: Language) -> str:
    """Return when it holds: "month 6, for 3 months", "month 6 to the end"."""
    if inject.months is None:
        return say("inject.to_the_end", language, month=inject.month)
    key = "inject.for_one" if inject.months == 1 else "inject.for_months"
    return say(key, language, month=inject.month, months=inject.months)


def counted(injects: Sequence[Inject], language: Language) -> str:
    """Return "2 injects befall this deal" without a full stop; empty if none does."""
    count = len(injects)
    return say("inject.one" if count == 1 else "inject.many", language, count=count) if count else ""


def sentence(injects: Sequence[Inject], language: Language) -> str:
    """Return one sentence that counts the injects and names the first with their months; empty if there is none."""
    if not injects:
        return ""
    names = [
        say("inject.dated", language, title=title(one, language), when=when(one, language)) for one in injects[:NAMED]
    ]
    items = say("changed.glue", language).join(names)
    if len(injects) > NAMED:
        items = say("changed.more", language, items=items, count=len(injects) - NAMED)
    return say("changed.named", language, counted=counted(injects, language), items=items)


def strange(catalogue: Catalogue, injects: Sequence[Inject], language: Language) -> list[str]:
    """Return a sentence for each shift that this catalogue cannot take as it stands: what, where, and what counts."""
    return [_strange(found, catalogue, language) for found in misfits(catalogue, injects)]


def _strange(found: Misfit, catalogue: Catalogue, language: Language) -> str:
    key = found.key if len(found.key) <= 2 * LONGEST else found.key[: 2 * LONGEST] + "…"
    said: dict[str, object] = {"title": title(found.inject, language), "place": key}
    match found.kind:
        case "no_channel":
            return say("inject.no_channel", language, **said)
        case "no_parameter":
            return say("inject.no_parameter", language, **said)
        case "term":
            return say("inject.term", language, **said)
        case "at_start":
            return say("inject.at_start", language, **said)
        case "reach":
            channel = catalogue.channel_by_id[found.id]
            return say("inject.reach", language, **said, low=f"{channel.low:g}", high=f"{channel.high:g}")
        case "impossible":
            low, high = catalogue.parameter_by_id[found.id].bounds()
            return say("inject.impossible", language, **said, low=f"{low:g}", high=f"{high:g}")


def deck(catalogue: Catalogue, document: Document | None) -> tuple[Inject, ...]:
    """Return what can be struck, once each: own injects, then the catalogue's; what befalls the deal as it does.

    An own inject of the plan whose id is a shipped one gives way to it.
    """
    shipped = {one.id: one for one in catalogue.injects}
    if document is None:
        return tuple(shipped.values())
    plan = document.plan.injects if document.plan is not None else ()
    struck = {one.id: one for one in document.injects}
    own = {one.id: one for one in (*plan, *document.injects) if one.id not in shipped}
    return tuple(struck.get(id, one) for id, one in (own | shipped).items())


def clashes(catalogue: Catalogue, document: Document, language: Language) -> list[str]:
    """Return a sentence for each own inject of the plan whose id is a shipped one."""
    plan = document.plan.injects if document.plan is not None else ()
    return [
        say("inject.clash", language, title=title(one, language), id=one.id)
        for one in plan
        if one.id in catalogue.inject_by_id
    ]


def unfit(catalogue: Catalogue, document: Document, language: Language) -> list[str]:
    """Return a sentence for everything in a deal's injects, struck or planned, that this catalogue cannot take."""
    plan = document.plan.injects if document.plan is not None else ()
    said = strange(catalogue, (*document.injects, *plan), language)
    return list(dict.fromkeys((*said, *clashes(catalogue, document, language))))


def as_json(catalogue: Catalogue, injects: Sequence[Inject], language: Language) -> list[dict[str, Any]]:
    """Return injects as JSON; only titles follow the language."""
    channels, parameters = catalogue.channel_by_id, catalogue.parameter_by_id
    return [
        {
            "id": one.id,
            "title": one.title.get(language),
            "origin": one.origin,
            "month": one.month,
            "months": one.months,
            "expires": one.expires,
            "channels": [
                {
                    "channel": shift.channel,
                    "by": rounded(shift.by),
                    "unit": channels[shift.channel].unit if shift.channel in channels else "",
                }
                for shift in one.channels
            ],
            "parameters": [
                {
                    "parameter": shift.parameter,
                    "value": rounded(shift.value),
                    "low": rounded(shift.low),
                    "high": rounded(shift.high),
                    "unit": parameters[shift.parameter].unit if shift.parameter in parameters else "",
                }
                for shift in one.parameters
            ],
            "grade": one.grade,
        }
        for one in injects
    ]
