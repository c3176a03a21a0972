"""The package on stage: the two sides clause by clause, then home programme, terms and agenda."""

from dealbuilder.model import off_menu
from dealbuilder.model.measure import Measure
from dealbuilder.model.package import Clause
from dealbuilder.model.parties import Side
from dealbuilder.model.text import Language
from dealbuilder.report.clauses import Entry, entries, level_label
from dealbuilder.report.kit.codes import Codes, codes
from dealbuilder.report.phrases import say
from dealbuilder.report.stage.matter import Matter
from dealbuilder.report.stage.scene import ClauseLine, Clauses, Terms

GIVES: dict[Side, str] = {"us": "side.us_gives", "china": "side.china_gives"}


def terms(matter: Matter) -> Terms:
    """Return the package as the room reads it."""
    known, lost = entries(matter.catalogue, matter.package, matter.signing, matter.language)
    replay = None if matter.staging.hidden else matter.staging.replay
    lit = replay.measure if replay else ""
    # What the cards on the tables are called by; a package's own count would give one clause two numbers in one room.
    printed = codes(matter.catalogue, matter.language)

    def side(which: Side, found: tuple[Entry, ...]) -> Clauses:
        lines = tuple(_line(matter, entry, printed, lit) for entry in found)
        heading = say(GIVES.get(which, f"side.{which}"), matter.language)
        return Clauses(which, heading, lines, say("clause.none", matter.language))

    def of(which: Side) -> tuple[Entry, ...]:
        return tuple(entry for entry in known if entry.side == which)

    rest = [side(which, of(which)) for which in ("home", "terms") if of(which)]
    later = (*of("agenda"), *lost)
    return Terms(side("us", of("us")), side("china", of("china")), (*rest, *([side("agenda", later)] if later else [])))


def _line(matter: Matter, entry: Entry, printed: Codes, lit: str) -> ClauseLine:
    clause = matter.package.clause(entry.measure)
    measure = matter.catalogue.measure_by_id.get(entry.measure)
    marks = list(clause_marks(clause, matter.language)) if clause else []
    made = made_here(matter, measure)
    if made:
        marks.append(made)
    if measure is None or measure.level(entry.level if clause is None else clause.level) is None:
        marks.append(say("stage.unknown", matter.language))
    if measure is None or (measure.guardrail and clause is not None and not clause.unlocked):
        marks.append(say("stage.unscored", matter.language))
    return ClauseLine(
        measure=entry.measure,
        number=printed.get(entry.measure, entry.number),
        title=title_of(measure, matter.language) if measure else " ".join(entry.title.split()),
        level=" ".join(entry.level.split()),
        marks=tuple(marks),
        house=bool(made),
        lit=entry.measure == lit,
    )


def made_here(matter: Matter, measure: Measure | None) -> str:
    """Return how a clause that stands in no catalogue is marked: a house estimate, or one of the deal's own."""
    if measure is None or all(own.id != measure.id for own in matter.document.measures):
        return ""
    judged = measure.house is not None or measure.group == off_menu.GROUP
    return say("stage.house" if judged else "stage.own", matter.language)


def title_of(measure: Measure, language: Language) -> str:
    """Return what a measure is called on one line, without the mark that stands beside it on stage."""
    return " ".join(measure.title.get(language).removesuffix(off_menu.MARKS.get(language)).split())


def clause_marks(clause: Clause, language: Language) -> tuple[str, ...]:
    """Return what is said beside a clause's level: a later start, a condition, a snapback."""
    marks = [say("stage.from_month", language, n=clause.start)] if clause.start else []
    marks += [say("stage.conditional", language)] if clause.condition else []
    marks += [say("stage.snapback", language)] if clause.snapback else []
    return tuple(marks)


def lit_clause(matter: Matter) -> str:
    """Return the clause that a replay is about, in words; empty without one."""
    replay = matter.staging.replay
    if replay is None or matter.staging.hidden or not replay.measure:
        return ""
    measure = matter.catalogue.measure_by_id.get(replay.measure)
    if measure is None:
        return ""
    title = " ".join(measure.title.get(matter.language).split())
    clause = matter.package.clause(replay.measure)
    level = level_label(measure, clause.level, matter.language) if clause else say("stage.absent", matter.language)
    return say("summary.pledge", matter.language, title=title, level=level)
