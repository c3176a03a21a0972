"""Moves, marks and states of a session in words."""

from dealbuilder.analysis.evaluation import Score
from dealbuilder.analysis.filmstrip import Effect
from dealbuilder.document.describe import describe, namer
from dealbuilder.document.film import Frame
from dealbuilder.document.ledger import Line
from dealbuilder.document.moves import Move
from dealbuilder.document.session import Agreed
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.text import Language
from dealbuilder.report import clauses, wording
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.phrases import say
from dealbuilder.report.strip import Strip

MINUTE = 60.0
SUPPLY_DIGITS, COST_DIGITS = 1, 2
"""Decimals of a change: cost moves by hundredths of a point."""
LONGEST = 160
"""Characters of what somebody wrote that are shown in a table or as a mark."""


def clock(seconds: float) -> str:
    """Return a time of the session as hours and minutes, "1:05"."""
    return Strip.time(seconds / MINUTE)


def short(text: str, most: int = LONGEST) -> str:
    """Return what somebody wrote on one line, cut if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def in_round(round: int, language: Language) -> str:
    """Return the name of a round; 0 is before the first."""
    return say("debrief.round", language, round=round) if round else say("debrief.before_rounds", language)


def side(id: str | None, language: Language) -> str:
    """Return the name of a side; an unknown measure belongs to neither."""
    return say(f"side.{id}", language) if id else say("debrief.nobody", language)


SIGNS = {"us": "●", "china": "■"}
"""The shapes that tell the parties apart beside their colours."""


def signed_side(id: str | None, language: Language) -> str:
    """Return the name of a side with its shape before it, where it stands without its colour."""
    sign = SIGNS.get(id or "", "")
    return f"{sign} {side(id, language)}" if sign else side(id, language)


def title(debrief: Debrief, measure: str, language: Language) -> str:
    """Return the title of a measure, its id if this catalogue does not know it."""
    known = debrief.catalogue.measure_by_id.get(measure)
    return known.title.get(language) if known else short(measure)


def change(debrief: Debrief, move: Move, language: Language) -> str:
    """Return what a move changed: came, went, level, timing, condition, snapback, from what to what."""
    measure = debrief.catalogue.measure_by_id.get(move.measure)
    if move.after is None:
        return say("move.removed", language, level=_level(measure, move.before, language))
    if move.before is None:
        parts = [say("move.added", language, level=_level(measure, move.after, language))]
        parts += _timed(move.after, language)
        parts += [clauses.condition(debrief.catalogue, move.after, language)] if move.after.condition else []
        parts += [say("clause.snapback", language)] if move.after.snapback else []
    else:
        parts = _parts(debrief, measure, move.before, move.after, language)
    return ("; " if language == "en" else "；").join(parts)


def _timed(clause: Clause, language: Language) -> list[str]:
    """Return when a clause starts, ends and ramps, as far as it differs from what its instrument does by itself."""
    parts = [say("move.from_month", language, month=clause.start)] if clause.start else []
    parts += [say("move.until_month", language, month=clause.end)] if clause.end is not None else []
    ramp = "" if clause.ramp is None else clauses.months(clause.ramp, language)
    return [*parts, say("move.in_full", language, ramp=ramp)] if ramp else parts


def _level(measure: Measure | None, clause: Clause | None, language: Language) -> str:
    if clause is None:
        return ""
    return clauses.level_label(measure, clause.level, language) if measure else short(clause.level)


def _parts(debrief: Debrief, measure: Measure | None, before: Clause, after: Clause, language: Language) -> list[str]:
    parts: list[str] = []
    if before.level != after.level:
        pair = {"before": _level(measure, before, language), "after": _level(measure, after, language)}
        parts.append(say("move.level", language, **pair))
    if before.start != after.start:
        parts.append(say("move.start", language, before=before.start, after=after.start))
    if before.end != after.end:
        parts.append(say("move.end", language, before=_end(before, language), after=_end(after, language)))
    if before.ramp != after.ramp:
        shipped = measure.ramp if measure else 0.0
        ramps = [shipped if clause.ramp is None else clause.ramp for clause in (before, after)]
        words = [clauses.months(ramp, language) for ramp in ramps]
        parts.append(say("move.ramp", language, before=words[0], after=words[1]))
    if before.condition != after.condition:
        wanted = clauses.condition(debrief.catalogue, after, language)
        gone = say("move.condition_gone", language)
        parts.append(say("move.condition_new", language, condition=wanted) if wanted else gone)
    if before.snapback != after.snapback:
        parts.append(say("move.snapback_on" if after.snapback else "move.snapback_off", language))
    if before.unlocked != after.unlocked:
        parts.append(say("move.unlocked" if after.unlocked else "move.locked", language))
    return parts


def _end(clause: Clause, language: Language) -> str:
    if clause.end is None:
        return say("move.end_deal", language)
    return say("move.end_month", language, month=clause.end)


TURNS = ("towards", "away", "mixed", "neither")


def turn(move: Move, language: Language) -> str:
    """Return whether a move went towards the other side or away from it."""
    return say(f"debrief.turn_{TURNS[TURNS.index(move.turn)]}", language)


def effect(found: Effect | None, language: Language) -> str:
    """Return what a move changed in both scores, with units; that it was not scored if it was not."""
    if found is None:
        return say("debrief.unscored", language)
    points = (
        wording.plain(found.supply, SUPPLY_DIGITS, signed=True),
        wording.plain(found.cost, COST_DIGITS, signed=True),
    )
    return say("debrief.effect", language, supply=points[0], cost=points[1])


def supply(change: float, language: Language) -> str:
    """Return a change of supply restored with sign and unit."""
    return wording.number(change, "percentage points", language, SUPPLY_DIGITS, signed=True)


def cost(change: float, language: Language) -> str:
    """Return a change of leadership cost with sign and unit."""
    return wording.number(change, "index points", language, COST_DIGITS, signed=True)


def score(debrief: Debrief, found: Score, language: Language) -> str:
    """Return a score with its name and range."""
    indicator = debrief.catalogue.indicator_by_id[found.id]
    digits = SUPPLY_DIGITS if found.id == "supply_restored" else COST_DIGITS
    span = wording.span(found.p05, found.p95, found.unit, language, digits)
    named = indicator.label.get(language) + say("page.colon", language)
    number = wording.number(found.mean, found.unit, language, digits)
    return named + number + (f" ({span})" if language == "en" else f"（{span}）")


def plain(debrief: Debrief, line: Line, language: Language) -> str:
    """Return time, clause and change of one line of the ledger."""
    named, told = title(debrief, line.move.measure, language), change(debrief, line.move, language)
    return say("debrief.line", language, time=clock(line.seconds), title=named, change=told)


def line(debrief: Debrief, line: Line, language: Language) -> str:
    """Return one line of the ledger: time, clause, change; then direction, effect and flags in brackets."""
    told = flags(debrief, line, language)
    if not told:
        return plain(debrief, line, language)
    glued = ("; " if language == "en" else "；").join(told)
    return plain(debrief, line, language) + (f" [{glued}]" if language == "en" else f"［{glued}］")


def flags(debrief: Debrief, line: Line, language: Language) -> list[str]:
    """Return which way a move went, what it changed, and whether it was undone, taken back or not answered."""
    told = [] if line.move.turn == "neither" else [turn(line.move, language)]
    if debrief.headlines:
        told.append(effect(debrief.effects.get((line.frame, line.move.measure)), language))
    told += [say("debrief.undone_flag", language)] if line.undone else []
    told += [say("debrief.withdrawn_flag", language)] if line.withdrawn else []
    return told + ([say("debrief.unanswered_flag", language)] if line.answered is False else [])


def agreement(debrief: Debrief, language: Language) -> str:
    """Return whether the sides agreed, when, on which package, and who spoke for whom."""
    agreed = debrief.agreed
    cut = "" if debrief.film.ended else say("debrief.cut", language, time=clock(debrief.film.frames[-1].seconds))
    package = debrief.outcome.package if agreed is None else agreed.package
    named = say("debrief.named", language, name=short(package.name or package.id))
    if agreed is None:
        return wording.joined([say("debrief.open", language), named, cut], language)
    time = next(clock(mark.seconds) for mark in reversed(debrief.film.marks) if mark.kind in ("agreed", "parted"))
    sentences = [say("debrief.agreed" if agreed.reached else "debrief.parted", language, time=time), named]
    sentences += [_signed(agreed, language), wording.ended(short(agreed.text, 600), language) if agreed.text else ""]
    return wording.joined([*sentences, cut], language)


def _signed(agreed: Agreed, language: Language) -> str:
    if not (agreed.us or agreed.china):
        return ""
    names = [short(name) or wording.EN_DASH for name in (agreed.us, agreed.china)]
    return say("debrief.agreed_for", language, us=names[0], china=names[1])


def state(debrief: Debrief, frame: Frame, language: Language) -> str:
    """Return what led to a state: the edit in words, an inject, another package, or the beginning."""
    if frame.how == "began":
        return say("debrief.state_began", language)
    if frame.how == "switch":
        return say("debrief.state_switch", language, name=short(frame.package.name or frame.package.id))
    names = namer(debrief.catalogue, debrief.document, language)
    told = [describe(edit, language, names) for edit in frame.edits]
    lines = debrief.by_frame.get(frame.number, ())
    if lines and frame.how not in ("undo", "redo"):
        colon = say("page.colon", language)
        told = [
            title(debrief, one.move.measure, language) + colon + change(debrief, one.move, language) for one in lines
        ]
    if frame.how == "inject" or not told:
        items = [inject.title.get(language) for inject in frame.injects]
        key = "debrief.state_inject" if items else "debrief.state_no_inject"
        told = [say(key, language, items=wording.listed(items, language)) if items else say(key, language)]
    words = ("; " if language == "en" else "；").join(told)
    if frame.how in ("undo", "redo"):
        words = say("debrief.state_undone" if frame.how == "undo" else "debrief.state_redone", language, change=words)
    if frame.undone:
        later = say("debrief.state_later_undone", language)
        words = f"{words} ({later})" if language == "en" else f"{words}（{later}）"
    return words


def mover(debrief: Debrief, frame: Frame, language: Language) -> str:
    """Return whose move led to a state; empty if it was nobody's."""
    sides = [one.move.side for one in debrief.by_frame.get(frame.number, ())]
    return wording.listed([side(id, language) for id in dict.fromkeys(sides)], language)


def package_heading(language: Language) -> str:
    """Return what the clauses of a state are called."""
    return say("debrief.heading_package", language)


def clause_lines(debrief: Debrief, package: Package, wanted: str, language: Language) -> tuple[str, ...]:
    """Return the clauses of one side ("us", "china", or "" for all others) in the catalogue's order."""
    order = {measure.id: place for place, measure in enumerate(debrief.catalogue.measures)}
    found: list[str] = []
    for clause in sorted(package.clauses, key=lambda clause: (order.get(clause.measure, len(order)), clause.measure)):
        measure = debrief.catalogue.measure_by_id.get(clause.measure)
        owner = measure.side if measure and measure.side in ("us", "china") else ""
        if owner == wanted:
            colon = say("page.colon", language)
            found.append(title(debrief, clause.measure, language) + colon + _level(measure, clause, language))
    return tuple(found)
