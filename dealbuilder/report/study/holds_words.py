"""The sentences of "Will it hold", in both languages: life, danger, exposure, dates, terms, walking away."""

import math

from dealbuilder.analysis.exposure import Exposure
from dealbuilder.analysis.holding import ClauseWorth, Holding
from dealbuilder.analysis.walking import Walk
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import HORIZON
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say
from dealbuilder.report.study.holds_figures import title_of

WALKS = {"stays": "holds.walk_stays", "deterred": "holds.walk_deterred", "walks": "holds.walk_walks"}
"""The sentence for each reading of leaving."""
NAMED = 3
"""Terms of the deal that are named as doing most."""
FLAT = 1.15
"""How much higher than its mean the hazard must be in a month for that month to stand out."""


def life(found: Holding, language: Language) -> list[str]:
    """Return how long the deal lives, and its most dangerous month with the reasons."""
    told = [*_empty(found, language), _alive(found, language)]
    capped = found.median_life >= HORIZON
    told.append(
        say(
            "holds.life_capped" if capped else "holds.life",
            language,
            life=_number(found.median_life, "month", language),
        )
    )
    risk, mean = found.danger, float(found.split.hazard.mean())
    places = {
        "month": risk.month,
        "date": _date(found, risk.month, language),
        "hazard": _number(risk.hazard, "%/month", language),
    }
    if risk.hazard > FLAT * mean:
        told.append(say("holds.danger", language, ends=_number(risk.ends, "%", language), **places))
    else:
        told.append(say("holds.danger_flat", language, **places))
    if not risk.reasons:
        return [*told, say("holds.why_truce", language)]
    items = [
        say(
            "holds.reason", language, term=wording.lowered(say(f"holds.term_{term}", language)),
            value=wording.number(value, "%/month", language, signed=True),
        )
        for term, value in risk.reasons
    ]  # fmt: skip
    return [*told, say("holds.why", language, items=wording.listed(items, language))]


def _empty(found: Holding, language: Language) -> list[str]:
    told = [say("holds.empty", language)] if not found.package.clauses else []
    if found.unknown:
        told.append(say("holds.unknown", language, items=wording.listed(list(found.unknown), language)))
    return told


def _alive(found: Holding, language: Language) -> str:
    places: dict[str, object] = {}
    for letter, one in zip("abc", found.alive, strict=True):
        places[letter] = _number(one.mean, "%", language)
        places[f"{letter}0"] = _number(one.baseline, "%", language)
    return say("holds.alive_against" if found.setting.baseline else "holds.alive", language, **places)


def exposure(found: Holding, language: Language) -> list[str]:
    """Return who is exposed when by how much, and when the balance changes hands."""
    told = [_exposed(found, seen, language) for seen in (found.clock.us, found.clock.china)]
    turns = found.clock.turns
    if not turns:
        return [*told, say("holds.turn_none", language)]
    for place, turn in enumerate(turns):
        other = say("side.the_china" if turn.side == "us" else "side.the_us", language)
        told.append(say("holds.turn_next" if place else "holds.turn_first", language, month=turn.month, other=other))
    return told


def _exposed(found: Holding, seen: Exposure, language: Language) -> str:
    side = _opened(say(f"side.the_{seen.side}", language))
    if seen.ever:
        return say(
            "holds.exposed", language, side=side, month=seen.month, date=_date(found, seen.month, language),
            value=_number(seen.largest, "points", language), range=wording.span(*seen.span, "points", language),
        )  # fmt: skip
    last = float(seen.mean[-1])
    if last == 0.0 and seen.largest == 0.0:
        return say("holds.exposed_none", language, side=side)
    return say("holds.exposed_never", language, side=side, value=_number(-last, "points", language))


def worth(catalogue: Catalogue, found: Holding, language: Language) -> list[str]:
    """Return which terms of the deal do most for its life."""
    terms = [one for one in found.clauses if one.side == "terms"][:NAMED]
    if not terms:
        return [say("holds.worth_none", language)]
    items = [
        say("holds.worth_item", language, title=title(catalogue, one, language), value=points(one.alive, language))
        for one in terms
    ]
    return [say("holds.worth", language, items=wording.listed(items, language))]


def title(catalogue: Catalogue, one: ClauseWorth, language: Language) -> str:
    """Return the title of a clause's measure."""
    return catalogue.measure_by_id[one.measure].title.get(language)


def points(value: float, language: Language) -> str:
    """Return percentage points with their sign."""
    return wording.number(value, "percentage points", language, signed=True)


def walking(found: Holding, language: Language) -> list[str]:
    """Return whether either side would walk away, and how that was read."""
    if not found.walks:
        return [say("holds.walk_none", language)]
    return [*(_walk(walk, language) for walk in found.walks), say("holds.walk_note", language)]


def _walk(walk: Walk, language: Language) -> str:
    alone, answered = (
        wording.number(value, "points", language, 2, signed=True) for value in (walk.alone, walk.answered)
    )
    side = _opened(say(f"side.the_{walk.side}", language))
    return say(WALKS[walk.reading], language, side=side, month=walk.month, alone=alone, answered=answered)


def dates(found: Holding, language: Language) -> list[str]:
    """Return how many dates lie ahead and which is next."""
    if not found.expiries:
        return [say("holds.dates_none", language)]
    first = found.expiries[0]
    return [say("holds.dates", language, count=len(found.expiries), month=first.month, title=title_of(first, language))]


def _date(found: Holding, month: int, language: Language) -> str:
    return wording.month_label(wording.month_after(found.origin, month), language)


def _number(value: float, unit: str, language: Language) -> str:
    return wording.number(value, unit, language) if math.isfinite(value) else wording.UNDEFINED[language]


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
