"""What the basis page says of the injects that befall the deal: when, what each shifts, on what judgement."""

from dealbuilder.report import befallen, inject_card
from dealbuilder.report.blocks import Block, Bullets, Heading, Paragraph, Table
from dealbuilder.report.pages.matter import Matter


def blocks(matter: Matter) -> list[Block]:
    """Return the table of injects with their reasons, and what of them this catalogue cannot take; none, nothing."""
    setting, language = matter.evaluation.setting, matter.language
    if not setting.injects:
        return []
    rows: list[tuple[str, ...]] = []
    for inject in setting.injects:
        told = inject_card.card(matter.catalogue, inject, matter.package, setting, language)
        moves = [
            matter.say("inject.move", label=shift.label, before=shift.before, after=shift.after)
            for shift in told.shifts
        ]
        words = (befallen.title(inject, language), befallen.when(inject, language))
        rows.append((*words, matter.say("changed.glue").join(moves), told.ground))
    keys = ("inject.name", "inject.time", "inject.moves", "basis.reason")
    header = tuple(matter.say(key) for key in keys)
    notes = tuple(matter.sources.cite(inject.references) for inject in setting.injects)
    table = Table(header, tuple(rows), "llll", (2, 1.6, 4, 4), notes)
    wrong = befallen.strange(matter.catalogue, setting.injects, language)
    return [
        Heading(matter.say("inject.heading")),
        Paragraph(matter.say("inject.heading_lead"), "quiet"),
        table,
        *([Bullets(tuple(wrong))] if wrong else []),
    ]
