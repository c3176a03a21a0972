"""The term sheet: what each side gives, the programme at home, the terms, the later agenda."""

from dealbuilder.model.hardening import hardens
from dealbuilder.report import clauses, wording
from dealbuilder.report.blocks import Block, Heading, Paragraph, Section, Term, TermList, TermSheet
from dealbuilder.report.clauses import Entry
from dealbuilder.report.pages.matter import Matter

CITED = 1
"""References of a clause that are printed; the catalogue has them all."""


def heads(matter: Matter) -> tuple[str, str, str]:
    """Return the heads of the two columns and what stands in an empty one; nobody "gives" an escalation."""
    verb = "does" if _escalates(matter) else "gives"
    return matter.say(f"side.us_{verb}"), matter.say(f"side.china_{verb}"), matter.say("clause.none")


def _escalates(matter: Matter) -> bool:
    """Return whether a clause of either party makes things harder than they are by law."""
    for clause in matter.package.clauses:
        measure = matter.catalogue.measure_by_id.get(clause.measure)
        level = measure.level(clause.level) if measure and measure.side in ("us", "china") else None
        if level and hardens(level, matter.catalogue.channel_by_id):
            return True
    return False


def page(matter: Matter) -> Section:
    """Return the term sheet."""
    known, lost = clauses.entries(matter.catalogue, matter.package, matter.signing, matter.language)
    by_side = {
        side: [_term(matter, e) for e in known if e.side == side] for side in ("us", "china", "home", "terms", "agenda")
    }
    month = wording.month_label(matter.signing, matter.language)
    verified = clauses.verification(matter.catalogue, matter.package, known, matter.language)
    blocks: list[Block] = [
        Paragraph(matter.say("terms.lead", month=month, verification=verified), "quiet"),
    ]
    # Before the clauses: behind them a short note would stand alone on a page.
    for key, note in (("deal_note", matter.document.note), ("note", matter.package.note)):
        if note.strip():
            blocks += [Heading(matter.say(f"terms.{key}")), *(Paragraph(text) for text in _paragraphs(note))]
    blocks.append(TermSheet(tuple(by_side["us"]), tuple(by_side["china"]), *heads(matter)))
    for side in ("home", "terms"):
        if by_side[side]:
            blocks += [Heading(matter.say(f"terms.{side}")), TermList(side, tuple(by_side[side]))]
    if by_side["agenda"]:
        blocks += [
            Heading(matter.say("terms.agenda")),
            Paragraph(matter.say("terms.agenda_lead"), "quiet"),
            TermList("agenda", tuple(by_side["agenda"])),
        ]
    if lost:
        blocks += [Heading(matter.say("terms.lost")), TermList("agenda", tuple(Term(entry, ()) for entry in lost))]
    return Section("terms", matter.say("terms.heading"), tuple(blocks))


def _term(matter: Matter, entry: Entry) -> Term:
    return Term(entry, matter.sources.cite(entry.references[:CITED]))


def _paragraphs(note: str) -> list[str]:
    return [part.strip() for part in note.split("\n\n") if part.strip()]
