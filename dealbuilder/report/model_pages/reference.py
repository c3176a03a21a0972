"""The page of the reference deals: how the model ranks what was really struck, and how it fared."""

import math
from collections.abc import Mapping

from dealbuilder.analysis.reference.ranking import Agreement, Ranked, Reference
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language, Text
from dealbuilder.report import wording
from dealbuilder.report.model_pages.grid import cited, grid
from dealbuilder.report.model_pages.reference_words import DRIVERS, TEXTS

MARKED = 0.02
"""Smallest term of the log hazard that is worth a word."""


def page(found: Reference, catalogue: Catalogue, titles: Mapping[str, Text], language: Language) -> str:
    """Return the page as Markdown; `titles` holds the deals' names by id."""
    deals = [deal for deal in found.deals if deal.struck.is_deal]
    names = {deal.struck.id: titles[deal.struck.id].get(language) for deal in found.deals}
    lines = [f"# {_say('title', language)}", "", _intro(found, language), ""]
    lines += [f"## {_say('ranking', language)}", "", *ranking(found, catalogue, names, language), ""]
    lines += [f"## {_say('agreement', language)}", ""]
    lines += [*(f"- {text}" for text in agreement(found, catalogue, language)), "", few(found, names, language), ""]
    first = found.agreement[0]
    by_id = {deal.struck.id: deal for deal in found.deals}
    if first.wrong:
        lines += [f"## {_say('wrong', language)}", ""]
        lines += [
            f"- {misorder(by_id[longer], by_id[shorter], names, first.worldview, language)}"
            for longer, shorter in first.wrong
        ]
        lines += [""]
    lines += [f"## {_say('each', language)}", ""]
    for deal in found.deals:
        lines += [f"### {names[deal.struck.id]}", "", paragraph(deal, len(deals), first.worldview, language), ""]
        lines += [_say("sources", language, sources=cited(catalogue, deal.struck.sources, language)), ""]
    lines += [f"## {_say('how', language)}", "", _say("method", language), ""]
    return "\n".join(lines).rstrip() + "\n"


def ranking(found: Reference, catalogue: Catalogue, names: Mapping[str, str], language: Language) -> list[str]:
    """Return the table of the deals, the most durable in the model first, what was no deal last."""
    views = [catalogue.worldview_by_id[each.worldview] for each in found.agreement]
    chances = [_say("chance", language, view=view.label.get(language)) for view in views]
    heads = [_say("deal", language), *chances, *(_say(key, language) for key in ("median", "lived", "place_of"))]
    ordered = sorted(found.deals, key=lambda deal: (not deal.struck.is_deal, deal.place))
    rows = [
        (
            names[deal.struck.id],
            *(wording.number(deal.alive_12[view.id], "%", language, 0) for view in views),
            wording.number(deal.life[0], "month", language),
            lived(deal, language),
            places(deal, language),
        )
        for deal in ordered
    ]
    return grid(heads, rows, len(heads) - 1)


def lived(deal: Ranked, language: Language) -> str:
    """Return how long a deal held, or has held so far."""
    text = wording.number(deal.struck.life, "month", language)
    return _say("so_far", language, life=text) if deal.struck.alive else text


def places(deal: Ranked, language: Language) -> str:
    """Return the model's place and the observed one; a dash for what was no deal."""
    if deal.observed is None:
        return wording.EN_DASH
    return _say("places", language, model=deal.place, real=_place(deal.observed, language))


def paragraph(deal: Ranked, count: int, worldview: str, language: Language) -> str:
    """Return what the model says of one deal and what happened, every figure filled in."""
    struck, (middle, low, high) = deal.struck, deal.life
    sentences = [
        _say(
            "model",
            language,
            alive=wording.number(deal.alive_12[worldview], "%", language, 0),
            median=wording.number(middle, "month", language),
            span=wording.span(low, high, "month", language),
            hazard=wording.number(deal.split.hazard, "%/month", language),
            expiry=wording.number(deal.split.expiry, "%", language, 0),
        ),
        drivers(deal, language),
        _say(
            "holds" if struck.alive else "held" if struck.is_deal else "broke",
            language,
            life=wording.number(struck.life, "month", language),
            begun=_day(struck.begun.isoformat(), language),
            ended=_day(struck.ended.isoformat(), language),
            fate=struck.fate.get(language),
        ),
    ]
    if struck.alive:
        share = wording.number(100.0 - deal.as_early, "%", language, 0)
        sentences.append(_say("as_long", language, share=share))
    else:
        share = wording.number(deal.as_early, "%", language, 0)
        sentences.append(_say("as_early", language, share=share))
    sentences.append(verdict(deal, count, language))
    return wording.joined(sentences, language)


def drivers(deal: Ranked, language: Language) -> str:
    """Return which terms lower and which raise the hazard, the strongest first, as multiples of it."""
    terms = sorted(deal.split.terms.items(), key=lambda item: -abs(item[1]))
    calm = [_driver(id, value, language) for id, value in terms if value <= -MARKED]
    worse = [_driver(id, value, language) for id, value in terms if value >= MARKED]
    if not calm and not worse:
        return _say("no_drivers", language)
    parts = []
    if calm:
        parts.append(_say("calm", language, drivers=wording.listed(calm, language)))
    if worse:
        parts.append(_say("worse", language, drivers=wording.listed(worse, language)))
    return _say("drivers", language, parts=_say("and", language).join(parts))


def verdict(deal: Ranked, count: int, language: Language) -> str:
    """Return whether the model's place is the observed one."""
    if deal.observed is None:
        key = "below" if deal.place > count else "not_below"
        return _say(key, language)
    best, worst = deal.observed
    key = "too_high" if deal.place < best else "too_low" if deal.place > worst else "right"
    return _say(key, language, model=deal.place, real=_place(deal.observed, language), count=count)


def misorder(longer: Ranked, shorter: Ranked, names: Mapping[str, str], worldview: str, language: Language) -> str:
    """Return one pair that the model puts in the wrong order, and the term that sets the two apart most."""
    gaps = {id: longer.split.terms[id] - shorter.split.terms[id] for id in longer.split.terms}
    most = max(gaps, key=lambda id: gaps[id])
    pair = _say(
        "misorder",
        language,
        shorter=names[shorter.struck.id],
        longer=names[longer.struck.id],
        chance=wording.number(shorter.alive_12[worldview], "%", language, 0),
        other=wording.number(longer.alive_12[worldview], "%", language, 0),
        lived=wording.number(shorter.struck.life, "month", language),
        outlived=lived(longer, language),
    )
    if gaps[most] < MARKED:
        return pair
    term, factor = DRIVERS[most][0].get(language), wording.plain(math.exp(gaps[most]), 2)
    return wording.joined([pair, _say("apart", language, term=term, factor=factor)], language)


def _intro(found: Reference, language: Language) -> str:
    draws = wording.number(found.draws, "draw", language, 0)
    count = sum(deal.struck.is_deal for deal in found.deals)
    return _say("intro", language, count=count, draws=draws, seed=found.seed)


def agreement(found: Reference, catalogue: Catalogue, language: Language) -> list[str]:
    """Return how far the order agrees, one sentence a worldview."""
    return [_agreement(each, catalogue, language) for each in found.agreement]


def few(found: Reference, names: Mapping[str, str], language: Language) -> str:
    """Return how few events there are to learn from, and which deals ended in the same one."""
    together: dict[str, list[str]] = {}
    for deal in found.deals:
        if deal.struck.is_deal:
            together.setdefault(deal.struck.event, []).append(names[deal.struck.id])
    shared = [
        _say(
            "together",
            language,
            deals=wording.listed([_say("quoted", language, name=name) for name in deals], language),
        )
        for deals in together.values()
        if len(deals) > 1
    ]
    orders = math.factorial(found.events)
    return wording.joined([*shared, _say("few", language, events=found.events, orders=orders)], language)


def _agreement(each: Agreement, catalogue: Catalogue, language: Language) -> str:
    return _say(
        "agreeing",
        language,
        view=catalogue.worldview_by_id[each.worldview].label.get(language),
        agreeing=each.agreeing,
        pairs=each.pairs,
        disagreeing=each.disagreeing,
        tau=wording.plain(each.tau, 2),
    )


def _driver(id: str, value: float, language: Language) -> str:
    calm, worse = DRIVERS[id]
    label = (calm if value < 0 else worse).get(language)
    return _say("driver", language, label=label, factor=wording.plain(math.exp(value), 2))


def _place(span: tuple[int, int], language: Language) -> str:
    best, worst = span
    return str(best) if best == worst else f"{best}{' to ' if language == 'en' else '至'}{worst}"


def _day(iso: str, language: Language) -> str:
    """Return a date as "12 May 2025" or "2025年5月12日"."""
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{day} {wording.MONTHS[month - 1]} {year}" if language == "en" else f"{year}年{month}月{day}日"


def _say(key: str, language: Language, **values: object) -> str:
    text = TEXTS[key].get(language)
    return text.format(**values) if values else text
