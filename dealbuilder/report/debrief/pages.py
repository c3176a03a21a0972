"""The first pages of a debrief: what was agreed and the strip, the ledger by side, what each round changed."""

from dataclasses import replace

from dealbuilder.document.ledger import PARTIES, Line
from dealbuilder.document.moves import Move
from dealbuilder.model.text import Language
from dealbuilder.report.blocks import (
    Block,
    Bullets,
    Callout,
    Heading,
    Paragraph,
    Picture,
    Pictures,
    Pledges,
    Section,
    Table,
    Tiles,
)
from dealbuilder.report.debrief import cells, figure, where, words
from dealbuilder.report.debrief.debrief import Debrief
from dealbuilder.report.pages import summary
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.phrases import say

MOST = 80
"""Moves of one list that are printed; JSON has them all."""
CHART, STRIP = 132.0, 232.0
"""Heights of the chart beside the scores and of the strip on paper, in points."""


def agreed(debrief: Debrief, matter: Matter) -> Section:
    """Return the first page: the agreement, both scores, the strip, the clauses of each side."""
    language = matter.language
    told: list[Block] = [Callout(words.agreement(debrief, language))]
    known = summary.page(matter).blocks
    told += [replace(one, picture=replace(one.picture, height=CHART)) for one in known if isinstance(one, Tiles)]
    told.append(Pictures((Picture(figure.figure(debrief, language), STRIP),)))
    told += [block for block in known if isinstance(block, Pledges)]
    told += [block for block in known if isinstance(block, Callout)]
    others = words.clause_lines(debrief, debrief.outcome.package, "", language)
    if others:
        glued = ("; " if language == "en" else "；").join(others)
        told.append(Paragraph(say("debrief.beside", language) + say("page.colon", language) + glued))
    return Section("agreed", say("debrief.heading_agreed", language), tuple(told), runs_on=True)


def ledger(debrief: Debrief, language: Language) -> Section:
    """Return the ledger: give and get by round, then each side's moves, then what went unanswered or was undone."""
    lines = {side: _lines(debrief, debrief.ledger.of(side), language) for side in PARTIES}
    us, china = (say(f"side.{side}", language) for side in ("us", "china"))
    told: list[Block] = [
        Paragraph(say("debrief.ledger_lead", language), "quiet"),
        _sums(debrief, language),
        Pledges(lines["us"], lines["china"], us, china, say("debrief.no_moves", language)),
    ]
    missing = debrief.ledger.unanswered()
    told.append(Heading(say("debrief.unanswered", language)))
    if missing:
        told += [
            Paragraph(say("debrief.unanswered_lead", language), "quiet"),
            Bullets(_named(debrief, missing, language)),
        ]
    else:
        told.append(Paragraph(say("debrief.unanswered_none", language)))
    undone = tuple(line for line in debrief.ledger.lines if line.undone)
    others = tuple(line for line in debrief.ledger.others() if not line.undone)
    for key, lead, found in (("undone", "undone_lead", undone), ("others", "others_lead", others)):
        if found:
            told.append(Heading(say(f"debrief.{key}", language)))
            told.append(Paragraph(say(f"debrief.{lead}", language), "quiet"))
            told.append(Bullets(_named(debrief, found, language)))
    return Section("ledger", say("debrief.heading_ledger", language), tuple(told))


def outcome(debrief: Debrief, matter: Matter) -> tuple[Section, ...]:
    """Return where the package went and who earned its scores; no page where nothing was scored."""
    told = where.blocks(debrief, matter.language)
    if debrief.earned is not None:
        told += [Heading(say("debrief.heading_earned", matter.language)), *where.earned(debrief, matter.language)]
    return (Section("where", say("debrief.heading_way", matter.language), tuple(told)),) if told else ()


def redlines(debrief: Debrief, language: Language) -> Section:
    """Return what each round changed, clause by clause."""
    told: list[Block] = [Paragraph(say("debrief.redline_lead", language), "quiet")]
    header = (say("debrief.side", language), say("debrief.clause", language), say("debrief.change", language))
    for redline in debrief.ledger.redlines:
        told.append(Heading(words.in_round(redline.round, language)))
        rows = tuple(_changed(debrief, move, language) for move in redline.moves)
        if rows:
            told.append(Table(header, rows, "lll", (1.5, 3.2, 4)))
        else:
            told.append(Paragraph(say("debrief.redline_none", language)))
    return Section("redline", say("debrief.heading_redline", language), tuple(told))


def _changed(debrief: Debrief, move: Move, language: Language) -> tuple[str, str, str]:
    title = words.title(debrief, move.measure, language)
    return words.signed_side(move.side, language), title, words.change(debrief, move, language)


def _lines(debrief: Debrief, found: tuple[Line, ...], language: Language) -> tuple[str, ...]:
    told = tuple(words.line(debrief, line, language) for line in found[:MOST])
    return told + _more(found, language)


def _more(found: tuple[Line, ...], language: Language) -> tuple[str, ...]:
    """Return a line that says how many moves are not printed, if any."""
    count = len(found) - MOST
    return (say("debrief.more_moves", language, count=count),) if count > 0 else ()


def _named(debrief: Debrief, found: tuple[Line, ...], language: Language) -> tuple[str, ...]:
    """Return lines of the ledger that stand outside of a side's column, each with its side."""
    colon = say("page.colon", language)
    told = (
        words.side(line.move.side, language) + colon + words.plain(debrief, line, language) for line in found[:MOST]
    )
    return tuple(told) + _more(found, language)


def _sums(debrief: Debrief, language: Language) -> Table:
    header, rows = cells.sums(debrief, language)
    return Table(header, rows, "llrrrr", (1.6, 1.5, 1, 1, 1.8, 1.8), dense=True)
