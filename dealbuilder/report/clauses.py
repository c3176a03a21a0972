"""A clause as the term sheet words it: number, level, timing, condition, snapback, instrument."""

from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.parties import SIDES, Side
from dealbuilder.model.source import Reference
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.report.phrases import say

DAYS = 30
"""Days of a month, for times shorter than one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One clause in words. `rows` are (head, text) pairs; `warning` is a guardrail or unknown mark, empty if none."""

    measure: str
    side: Side
    number: str
    title: str
    level: str
    sentence: str
    rows: tuple[tuple[str, str], ...]
    instrument: str
    warning: str
    note: str
    references: tuple[Reference, ...]


def entries(
    catalogue: Catalogue, package: Package, signing: str, language: Language
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Return the known clauses by side and catalogue order, numbered, and those that the catalogue does not know."""
    order = {measure.id: place for place, measure in enumerate(catalogue.measures)}
    known = sorted((c for c in package.clauses if c.measure in order), key=lambda c: order[c.measure])
    counts = dict.fromkeys(SIDES, 0)
    numbers: dict[str, str] = {}
    for clause in known:
        side = catalogue.measure_by_id[clause.measure].side
        counts[side] += 1
        numbers[clause.measure] = say(f"clause.number_{side}", language, n=counts[side])
    worded = [_entry(catalogue, clause, numbers[clause.measure], signing, language) for clause in known]
    lost = [clause for clause in package.clauses if clause.measure not in order]
    return (
        tuple(sorted(worded, key=lambda entry: SIDES.index(entry.side))),
        tuple(_lost(clause, i + 1, signing, language) for i, clause in enumerate(lost)),
    )


def line(catalogue: Catalogue, clause: Clause, signing: str, language: Language) -> str:
    """Return a clause as one sentence: level, timing, ramp, condition, snapback."""
    measure = catalogue.measure_by_id.get(clause.measure)
    if measure is None:
        return say("clause.unknown", language, measure=clause.measure, level=clause.level)
    parts = [level_label(measure, clause.level, language), timing(clause, measure, signing, language)]
    parts += [condition(catalogue, clause, language)] if clause.condition else []
    parts += [say("clause.snapback", language)] if clause.snapback else []
    return wording.ended((", " if language == "en" else "，").join(parts), language)


def level_label(measure: Measure, level: str, language: Language) -> str:
    """Return the words of a level, or its id if this catalogue does not know it."""
    found = measure.level(level)
    return found.label.get(language) if found else level


def timing(clause: Clause, measure: Measure | None, signing: str, language: Language) -> str:
    """Return when a clause starts, how long it takes to full effect, and when it ends."""
    parts = [_month("clause.from_month", clause.start, signing, language)]
    if clause.start == 0:
        parts = [say("clause.from_signing", language)]
    ramp = clause.ramp if clause.ramp is not None else measure.ramp if measure else None
    if ramp is not None:
        parts.append(say("clause.ramp" if ramp else "clause.at_once", language, ramp=months(ramp, language)))
    if clause.end is None:
        parts.append(say("clause.to_the_end", language))
    else:
        parts.append(_month("clause.until_month", clause.end, signing, language))
    return (", " if language == "en" else "，").join(parts)


def months(count: float, language: Language) -> str:
    """Return a number of months, with a decimal only where it has one, and in days below one month."""
    if 0 < count < 1:
        return wording.number(max(1.0, round(count * DAYS)), "day", language, 0)
    return wording.number(count, "month", language, 0 if float(count).is_integer() else 1)


def condition(catalogue: Catalogue, clause: Clause, language: Language) -> str:
    """Return the condition of a clause in words; empty without one."""
    wanted = clause.condition
    if wanted is None:
        return ""
    measure = catalogue.measure_by_id.get(wanted.measure)
    if measure is None or measure.level(wanted.level) is None:
        return say("clause.condition_unknown", language, measure=wanted.measure, level=wanted.level)
    return say(
        "clause.condition",
        language,
        side=say(f"side.the_{measure.side}", language),
        title=measure.title.get(language),
        level=level_label(measure, wanted.level, language),
    )


def _month(key: str, after: int, signing: str, language: Language) -> str:
    return say(key, language, n=after, month=wording.month_label(wording.month_after(signing, after), language))


def verification(catalogue: Catalogue, package: Package, known: tuple[Entry, ...], language: Language) -> str:
    """Return by which clauses of this package delivery is verified, in words."""
    found: list[str] = []
    for entry in known:
        clause = package.clause(entry.measure)
        level = catalogue.measure_by_id[entry.measure].level(clause.level) if clause else None
        if level and level.channels.get("verification", 0) > 0:
            words = wording.lowered(entry.level)
            found.append(say("clause.verification_by", language, level=words, number=entry.number))
    return wording.listed(found, language) or say("clause.verification_none", language)


def _entry(catalogue: Catalogue, clause: Clause, number: str, signing: str, language: Language) -> Entry:
    measure = catalogue.measure_by_id[clause.measure]
    level = measure.level(clause.level)
    rows = [(say("clause.timing", language), _opened(timing(clause, measure, signing, language)))]
    if clause.condition:
        rows.append((say("clause.condition_head", language), _opened(condition(catalogue, clause, language))))
    if measure.side in ("us", "china"):
        key = (
            ("yes" if clause.snapback else "no")
            if measure.reversal
            else ("yes_at_once" if clause.snapback else "no_at_once")
        )
        back = say(f"clause.snapback_{key}", language, reversal=months(measure.reversal, language))
        rows.append((say("clause.snapback_head", language), _opened(back)))
    if measure.recorded_only:
        rows.append((say("clause.moves_nothing", language), measure.recorded_only.get(language)))
    return Entry(
        measure=measure.id,
        side=measure.side,
        number=number,
        title=measure.title.get(language),
        level=level_label(measure, clause.level, language),
        sentence=level.sentence.get(language) if level else say("clause.unknown_level", language, level=clause.level),
        rows=tuple(rows),
        instrument=_instrument(measure, language),
        warning=_warning(measure, clause, language),
        note=clause.note,
        references=measure.references,
    )


def _instrument(measure: Measure, language: Language) -> str:
    named, citation = measure.instrument.name.get(language), measure.instrument.citation
    if not citation:
        return named
    return f"{named} ({citation})" if language == "en" else f"{named}（{citation}）"


def _warning(measure: Measure, clause: Clause, language: Language) -> str:
    if not measure.guardrail or measure.guardrail_reason is None:
        return ""
    if not clause.unlocked:
        return say("clause.guardrail_locked", language)
    return say("clause.guardrail", language, reason=measure.guardrail_reason.get(language))


def _lost(clause: Clause, place: int, signing: str, language: Language) -> Entry:
    return Entry(
        measure=clause.measure,
        side="agenda",
        number=say("clause.unknown_number", language, n=place),
        title=clause.measure,
        level=clause.level,
        sentence=say("clause.unknown", language, measure=clause.measure, level=clause.level),
        rows=((say("clause.timing", language), _opened(timing(clause, None, signing, language))),),
        instrument="",
        warning="",
        note=clause.note,
        references=(),
    )


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
