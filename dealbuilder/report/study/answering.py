"""A scripted counterpart's answers in sentences: what changes between two packages, and why it answers so."""

from collections.abc import Callable

from dealbuilder.analysis.counterpart.reply import Reply, Turn
from dealbuilder.analysis.counterpart.tactic import MOST_CHANGES, Rules
from dealbuilder.analysis.party_value import Party
from dealbuilder.document.moves import Move, compared
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say

DIGITS = 2
"""Decimals of a value in points."""
LEAST = 0.005
"""Points below which nothing was given."""


def other(side: Party) -> Party:
    """Return the other side."""
    return "china" if side == "us" else "us"


def named(side: Party, language: Language) -> str:
    """Return a side as it stands inside a sentence."""
    return say(f"side.the_{side}", language)


def opened(text: str) -> str:
    """Return a sentence with its first letter large."""
    return text[:1].upper() + text[1:]


def points(value: float, language: Language) -> str:
    """Return a value with its unit."""
    return wording.number(value, "points", language, DIGITS)


def changes(catalogue: Catalogue, before: Package, after: Package, by: Party, language: Language) -> tuple[str, ...]:
    """Return in a few words each what a side changed in a package."""
    return tuple(_change(catalogue, move, by, language) for move in compared(before, after, catalogue))


def _change(catalogue: Catalogue, move: Move, by: Party, language: Language) -> str:
    measure = catalogue.measure_by_id.get(move.measure)
    title = measure.title.get(language) if measure else move.measure
    clause = move.after or move.before
    known = measure.level(clause.level) if measure and clause else None
    level = known.label.get(language) if known else clause.level if clause else ""
    if move.after is None:
        return say("counterpart.takes_out", language, title=title)
    if move.before is None:
        key = "adds" if move.side not in ("us", "china") else "offers" if move.side == by else "asks"
        return say(f"counterpart.{key}", language, title=title, level=level)
    ranks = [measure.rank_by_id.get(one.level) if measure else None for one in (move.before, move.after)]
    was, now = ranks
    if was is None or now is None or was == now:
        return say("counterpart.other_terms", language, title=title)
    one, many = ("up", "up_many") if now > was else ("down", "down_many")
    key = one if abs(now - was) == 1 else many
    return say(f"counterpart.{key}", language, title=title, level=level, count=abs(now - was))


def reason(catalogue: Catalogue, turn: Turn, rules: Rules, language: Language) -> str:
    """Return why the script answers as it does, with the figures it goes by, in its own points."""
    reply, side = turn.reply, rules.side
    told: Callable[..., str] = lambda key, **values: say(f"counterpart.{key}", language, **values)  # noqa: E731
    who, they = named(side, language), named(other(side), language)
    worth = points(reply.worth.to(side), language)
    if reply.kind == "accept":
        key = "accepts_last" if reply.last and reply.worth.to(side) < reply.aspiration else "accepts"
        return opened(told(key, who=who, worth=worth, asked=points(reply.aspiration, language)))
    parts = [told("crosses", they=they, who=who, lines=_lines(catalogue, reply, language))] if reply.crossed else []
    if reply.offered is None or reply.offer is None:
        key = "refuses_locked" if not turn.looked else "refuses"
        return wording.joined([*map(opened, parts), opened(told(key, who=who, most=MOST_CHANGES))], language)
    asked = points(reply.offered.to(side), language)
    key = "stays" if reply.kind == "stay" else "counters"
    parts.append(told(key, who=who, asked=asked, worth=worth))
    parts += [told("short", who=who, most=MOST_CHANGES)] if reply.short else []
    parts += [_given(reply, rules, language)] if reply.given is not None else []
    parts += [told("last", who=who)] if reply.last else []
    return wording.joined([opened(part) for part in parts], language)


def _lines(catalogue: Catalogue, reply: Reply, language: Language) -> str:
    titles = [catalogue.measure_by_id[line.measure].title.get(language) for line in reply.crossed]
    return wording.listed([say("counterpart.quoted", language, title=title) for title in titles], language)


def _given(reply: Reply, rules: Rules, language: Language) -> str:
    """Return what the script gave since its last offer, and what the other side gave it, where it answers in kind."""
    given = reply.given or 0.0
    if abs(given) < LEAST:
        key = "gave_nothing"
    elif given < 0:
        key = "took_back"
    else:
        key = "gave"
    who = named(rules.side, language)
    text = say(f"counterpart.{key}", language, who=who, amount=points(abs(given), language))
    if rules.tactic != "reciprocal" or reply.theirs is None:
        return text
    theirs = reply.theirs
    key = "as_nothing" if abs(theirs) < LEAST else "as_taken" if theirs < 0 else "as_given"
    they = named(other(rules.side), language)
    back = say(f"counterpart.{key}", language, they=they, amount=points(abs(theirs), language))
    return wording.joined([text, opened(back)], language)
