"""Finding measures by what people call them: titles, synonyms, ids and citations, in both languages."""

import difflib
import re
import unicodedata
from dataclasses import dataclass

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.measure import Measure

WEIGHTS = {"id": 90, "synonym": 80, "title": 70, "citation": 60, "group": 30, "level": 20, "summary": 15}
"""How much a match in a field counts against one in another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found of one measure: fields as (kind, normalised text)."""

    measure: str
    fields: tuple[tuple[str, str], ...]
    words: frozenset[str]


def normal(text: str) -> str:
    """Return text as it is compared: one width, one case, one space, "50 %" as "50%"."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‑", "-")
    return re.sub(r"\s+", " ", re.sub(r"\s+%", "%", folded)).strip()


def _entry(catalogue: Catalogue, measure: Measure) -> Entry:
    group = next((group for group in catalogue.groups if group.id == measure.group), None)
    raw: list[tuple[str, str]] = [("id", measure.id), ("id", measure.id.replace("_", " "))]
    raw += [("synonym", synonym) for synonym in measure.synonyms]
    raw += [("title", measure.title.en), ("title", measure.title.zh)]
    raw += [("citation", measure.instrument.citation), ("citation", measure.instrument.name.en)]
    raw += [("citation", measure.instrument.name.zh)]
    if group is not None:
        raw += [("group", group.label.en), ("group", group.label.zh)]
    for level in measure.levels[1:]:
        raw += [("level", f"{level.label.en} {level.sentence.en}"), ("level", f"{level.label.zh} {level.sentence.zh}")]
    raw += [("summary", measure.summary.en), ("summary", measure.summary.zh)]
    fields = tuple((kind, normal(text)) for kind, text in raw)
    strong = " ".join(text for kind, text in fields if kind in ("id", "synonym", "title", "citation"))
    return Entry(measure.id, fields, frozenset(re.findall(r"[a-z0-9%]{3,}", strong)))


def index(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return what `find` looks through, in the catalogue's order."""
    return tuple(_entry(catalogue, measure) for measure in catalogue.measures)


def _points(entry: Entry, needle: str) -> int:
    best = 0
    tight = needle.replace(" ", "")
    for kind, text in entry.fields:
        weight = WEIGHTS[kind]
        if text == needle or text.replace(" ", "") == tight:
            best = max(best, weight * 4)
        elif text.startswith(needle):
            best = max(best, weight * 3)
        elif re.search(rf"(?<![a-z0-9]){re.escape(needle)}", text):
            best = max(best, weight * 2)
        elif needle in text or (len(tight) > 3 and tight in text.replace(" ", "")):
            best = max(best, weight)
    return best


def _score(entry: Entry, query: str) -> int:
    whole = _points(entry, query)
    parts = [_points(entry, part) for part in query.split(" ")]
    return whole * 2 + (sum(parts) // len(parts) if all(parts) else 0)


def find(entries: tuple[Entry, ...], query: str) -> tuple[str, ...]:
    """Return ids of measures that match a query, the best first; a misspelt word is taken for its nearest neighbour."""
    needle = normal(query)
    if not needle:
        return tuple(entry.measure for entry in entries)
    hits = _ranked(entries, needle)
    if hits or not needle.isascii():
        return hits
    known = sorted(frozenset().union(*(entry.words for entry in entries))) if entries else []
    mended = [next(iter(difflib.get_close_matches(word, known, 1, 0.75)), word) for word in needle.split(" ")]
    return _ranked(entries, " ".join(mended))


def _ranked(entries: tuple[Entry, ...], needle: str) -> tuple[str, ...]:
    scored = [(_score(entry, needle), -place, entry.measure) for place, entry in enumerate(entries)]
    return tuple(measure for points, _, measure in sorted(scored, reverse=True) if points > 0)
