"""What there is to say about a merged package: where its parts come from, what was disputed, what no longer holds."""

from dealbuilder.analysis.room.merging import Conflict, Merged, Part
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say
from dealbuilder.report.room.words import level, measure, some

NAME = 500
"""Longest name of a package, characters."""


def name(merged: Merged, language: Language) -> str:
    """Return what a merged package is called."""
    tables = merged.tables
    return say("room.merged", language, us=tables["us"].name, china=tables["china"].name)[:NAME]


def note(catalogue: Catalogue, merged: Merged, language: Language) -> str:
    """Return the note that a merged package carries: where it comes from, and what was chosen against the rule."""
    parts = {part: table.name for part, table in merged.tables.items()}
    said = [say("room.merged_note", language, **parts)]
    said += [
        say(
            "room.merged_taken",
            language,
            title=measure(catalogue, one.line.id, language),
            level=_level(catalogue, one, one.taken, language),
            table=merged.tables[one.taken].name,
        )
        for one in merged.conflicts
        if one.taken != "rest"
    ]
    return "\n".join(said)


def told(catalogue: Catalogue, merged: Merged, language: Language) -> tuple[str, ...]:
    """Return a sentence for everything that wants attention: lost counterparts, contradictions, what was left."""
    said: list[str] = []
    for orphan in merged.orphans:
        wanted = catalogue.measure_by_id.get(orphan.condition.measure)
        place = wanted.level(orphan.condition.level) if wanted else None
        said.append(
            say(
                "room.orphan",
                language,
                title=measure(catalogue, orphan.measure, language),
                table=merged.tables[orphan.part].name,
                other=measure(catalogue, orphan.condition.measure, language),
                level=place.label.get(language) if place else orphan.condition.level,
            )
        )
    said += [one.text_zh if language == "zh" else one.text_en for one in merged.contradictions]
    if merged.left:
        said.append(say("room.left", language, items=some(merged.left, language)))
    return tuple(said)


def disputes(catalogue: Catalogue, merged: Merged, language: Language) -> tuple[str, ...]:
    """Return a sentence for each measure of neither party on which the tables of the two sides differ."""
    return tuple(
        say(
            "room.disputed",
            language,
            title=measure(catalogue, one.line.id, language),
            us=merged.tables["us"].name,
            us_level=_level(catalogue, one, "us", language),
            china=merged.tables["china"].name,
            china_level=_level(catalogue, one, "china", language),
            taken=_level(catalogue, one, one.taken, language),
        )
        for one in merged.conflicts
    )


def _level(catalogue: Catalogue, conflict: Conflict, part: Part, language: Language) -> str:
    return level(catalogue, conflict.clauses[part], language) or say("room.no_clause", language)
