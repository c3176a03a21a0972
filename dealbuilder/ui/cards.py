"""Source cards as data: what stands behind a measure, an indicator, a parameter, a fact, a series or a cell."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QCoreApplication

from dealbuilder.ui.card_subjects import Part, Words, parts_of
from dealbuilder.ui.intents import ShowSource
from dealbuilder.ui.state import State


@dataclass(frozen=True, slots=True)
class SourceCard:
    """One card: its kind in words, its title, its parts."""

    kind: str
    title: str
    parts: tuple[Part, ...]

    def html(self, muted: str, warn: str) -> str:
        """Return the card as rich text; everything that came from a file is escaped."""
        out = [f"<p style='color:{muted}; margin:0'>{escape(self.kind)}</p>"]
        out.append(f"<h2 style='margin-top:2px'>{escape(self.title)}</h2>")
        for part in self.parts:
            if part.heading:
                colour = f" style='color:{warn}'" if part.rival else ""
                out.append(f"<h3{colour}>{escape(part.heading)}</h3>")
            if part.text:
                out.append(f"<p>{escape(part.text)}</p>")
            if part.rows:
                rows = "".join(
                    f"<tr><td style='color:{muted}; padding-right:18px; padding-bottom:3px'>{escape(label)}</td>"
                    f"<td style='padding-bottom:3px'>{escape(value)}</td></tr>"
                    for label, value in part.rows
                )
                out.append(f"<table cellspacing='0' style='margin-top:10px'>{rows}</table>")
            if part.points:
                out.append("<ul>" + "".join(f"<li>{escape(point)}</li>" for point in part.points) + "</ul>")
        return "".join(out)

    def text(self) -> str:
        """Return the card as plain text for the clipboard."""
        out = [f"{self.kind}: {self.title}"]
        for part in self.parts:
            out += ["", part.heading] if part.heading else [""]
            out += [part.text] if part.text else []
            out += [f"{label}: {value}" for label, value in part.rows]
            out += [f"- {point}" for point in part.points]
        return "\n".join(out).strip() + "\n"


def card(show: ShowSource, state: State) -> SourceCard | None:
    """Return the card of a subject, or None if the catalogue does not know it."""
    words = Words(state)
    found = parts_of(show, words)
    if found is None:
        return None
    kind, title, parts, subjects = found
    return SourceCard(kind, title, (*parts, *_facts(subjects, words)))


def _facts(subjects: tuple[str, ...], words: Words) -> tuple[Part, ...]:
    """Return what the sources say beside a subject; where they disagree, both sides stand together."""
    catalogue = words.catalogue
    by_id = {fact.id: fact for fact in catalogue.facts}
    shown = [fact for fact in catalogue.facts if any(subject in fact.shown_with for subject in subjects)]
    parts: list[Part] = []
    said: set[str] = set()
    for fact in shown:
        if fact.id in said:
            continue
        rivals = [by_id[id] for id in fact.disagrees_with if id in by_id]
        rivals += [other for other in catalogue.facts if fact.id in other.disagrees_with and other not in rivals]
        said |= {fact.id, *(rival.id for rival in rivals)}
        heading = (
            QCoreApplication.translate("card", "Sources disagree")
            if rivals
            else QCoreApplication.translate("card", "On record")
        )
        parts.append(Part(heading, points=tuple(words.fact(each) for each in (fact, *rivals)), rival=bool(rivals)))
    return tuple(parts)
