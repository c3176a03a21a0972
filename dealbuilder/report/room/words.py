"""What there is to say about the tables of a room, in sentences."""

from collections.abc import Sequence

from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.room.standing import Apart, Room, Standing
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause
from dealbuilder.model.text import Language
from dealbuilder.report import clauses, differing, wording
from dealbuilder.report.phrases import say
from dealbuilder.report.read_under import read_under

NAMED = 3
"""How many things a sentence names before it counts the rest."""


def setting(catalogue: Catalogue, under: Setting, language: Language) -> str:
    """Return under what all tables are scored, as one paragraph."""
    said = read_under("room.setting", catalogue, under, language)
    if under.injects:
        titles = [inject.title.get(language) for inject in under.injects]
        said.append(say("room.setting_injects", language, items=some(titles, language)))
    return wording.joined(said, language)


def some(items: Sequence[str], language: Language) -> str:
    """Return the first items, and how many more there are."""
    glue = ", " if language == "en" else "、"
    named = glue.join(items[:NAMED])
    return say("room.more", language, items=named, count=len(items) - NAMED) if len(items) > NAMED else named


def remarks(room: Room, standing: Standing, language: Language) -> tuple[str, ...]:
    """Return what a table's row must say: read otherwise, unknown, contradictory."""
    said = list(_apart(room.catalogue, standing.apart, language))
    if standing.unknown:
        said.append(say("room.unknown", language, items=some(standing.unknown, language)))
    against = [one.text_zh if language == "zh" else one.text_en for one in standing.contradictions]
    if len(against) == 1:
        said.append(say("room.contradictions_one", language, text=against[0]))
    elif against:
        said.append(say("room.contradictions_many", language, count=len(against), text=against[0]))
    return tuple(said)


def _apart(catalogue: Catalogue, apart: Apart, language: Language) -> list[str]:
    said: list[str] = []
    if apart.pack:
        pack = catalogue.pack_by_id.get(apart.pack)
        said.append(say("room.apart_pack", language, pack=pack.label.get(language) if pack else apart.pack))
    if apart.worldview:
        view = catalogue.worldview_by_id.get(apart.worldview)
        said.append(say("room.apart_view", language, view=view.label.get(language) if view else apart.worldview))
    for key, ids in (("room.apart_changed", apart.changed), ("room.apart_missed", apart.missed)):
        if ids:
            said.append(say(key, language, items=some([_named(catalogue, id, language) for id in ids], language)))
    if apart.injects:
        titles = [title.get(language) for title in apart.injects]
        said.append(say("room.apart_injects", language, items=some(titles, language)))
    return said


def _named(catalogue: Catalogue, parameter: str, language: Language) -> str:
    known = catalogue.parameter_by_id.get(parameter)
    return known.label.get(language) if known else parameter[: differing.LONGEST]


def measure(catalogue: Catalogue, id: str, language: Language) -> str:
    """Return the title of a measure, its id if the catalogue does not know it."""
    known = catalogue.measure_by_id.get(id)
    return known.title.get(language) if known else id


def level(catalogue: Catalogue, clause: Clause | None, language: Language) -> str:
    """Return a clause in a word: its level, months unless they are those of the deal, a sign if it is conditional."""
    if clause is None:
        return ""
    known = catalogue.measure_by_id.get(clause.measure)
    told = clauses.level_label(known, clause.level, language) if known else clause.level
    if known is not None and known.level(clause.level) is None:
        told = say("room.level_unknown", language, level=clause.level)
    if clause.end is not None:
        told = say("room.months", language, level=told, start=clause.start, end=clause.end)
    elif clause.start:
        told = say("room.months_on", language, level=told, start=clause.start)
    return say("room.conditional", language, level=told) if clause.condition else told


def added(note: str, file: str, language: Language) -> str:
    """Return the note of a package taken from a table: its own, and from which file it comes."""
    return "\n".join(text for text in (note, say("room.added_note", language, file=file)) if text)


def rule(language: Language) -> str:
    """Return how the clause matrix is to be read."""
    return wording.joined([say("room.rule", language), say("room.key_conditional", language)], language)
