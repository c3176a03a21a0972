"""Who earned it, as blocks of a report: a waterfall, the table beside it, overlaps in sentences, how it was found."""

from collections.abc import Sequence

from dealbuilder.analysis.why.earned import Credit
from dealbuilder.report import wording
from dealbuilder.report.blocks import Block, Bullets, Heading, Paragraph, Picture, Pictures, Table
from dealbuilder.report.pages.matter import Matter
from dealbuilder.report.study.why_figures import View, waterfall
from dealbuilder.report.study.why_words import Words, group_name

HEADLINES = ("supply_restored", "leadership_cost")
ROW, FRAME = 15.0, 34.0
"""Points of height of a bar, and of what stands above and below the bars."""

KINDS = {"overlap": "kind_overlap", "synergy": "kind_synergy", "crossed": "kind_crossed"}

Rows = tuple[tuple[str, ...], ...]


def blocks(matter: Matter, found: Credit, indicators: Sequence[str] = HEADLINES) -> list[Block]:
    """Return what the report says of these indicators; one whose credit cannot be told is left out."""
    told = [Words(matter.catalogue, found, id, matter.language) for id in indicators if id in found.indicators]
    against = matter.evaluation.baseline or matter.say("why.no_new_deal")
    made: list[Block] = []
    for words in told:
        if not words.earned.shares:
            return [Paragraph(text) for text in words.lead(against)]
        made += _of(words, against)
    if told:
        made.append(Paragraph(wording.joined([*told[0].method(), told[0].say("key")], matter.language), "quiet"))
    return made


def _of(words: Words, against: str) -> list[Block]:
    figure = waterfall(words)
    header, rows = table(words)
    made: list[Block] = [
        Heading(words.label()),
        Paragraph(wording.joined(words.lead(against), words.language)),
        Pictures((Picture(figure, ROW * (len(figure.steps) + 2) + FRAME),)),
        Table(header, rows, "lrrrrr", (4.4, 1.6, 1.0, 1.2, 1.2, 1.4), dense=True),
    ]
    pairs = words.pairs()
    made += [Bullets(tuple(pairs))] if pairs else []
    made.append(Paragraph(wording.joined(words.caution(), words.language), "quiet"))
    return made


def table(words: Words) -> tuple[tuple[str, ...], Rows]:
    """Return a header and a row a clause, the largest credit first, then their sum."""
    unit = wording.unit(words.unit, words.language)
    heads = [words.say(key) for key in ("clause", "credit", "error", "share", "first_in", "leave_one_out")]
    if unit:
        heads[1] = f"{heads[1]} ({unit})" if words.language == "en" else f"{heads[1]}（{unit}）"
    rows = [
        (
            words.clause(share.clause),
            words.plain(share.shapley),
            words.plain(share.error, signed=False),
            words.share(share.shapley),
            words.plain(share.first_in),
            words.plain(share.leave_one_out),
        )
        for share in words.earned.by_size()
    ]
    left = sum(share.leave_one_out for share in words.earned.shares)
    first = sum(share.first_in for share in words.earned.shares)
    change = words.earned.change
    rows.append((words.say("sum"), words.plain(change), "", words.share(change), words.plain(first), words.plain(left)))
    return tuple(heads), tuple(rows)


def aside(words: Words, view: View) -> str:
    """Return what has to be known to read one way to tell the credit."""
    said = {"credit": [words.say("key")], "left": words.caution()}.get(view, [words.say("groups_lead")])
    return wording.joined(said, words.language)


def pair_table(words: Words) -> tuple[tuple[str, ...], Rows]:
    """Return a header and a row for each pair of clauses that works on each other by more than chance."""
    header = tuple(words.say(key) for key in ("kind", "value", "error", "sentence"))
    rows = tuple(
        (
            words.say(KINDS[words.kind(pair)]),
            words.plain(pair.value),
            words.plain(pair.error, signed=False),
            words.pair(pair),
        )
        for pair in words.noted()
    )
    return header, rows


def group_table(words: Words, partition: str) -> tuple[tuple[str, ...], Rows]:
    """Return a header and a row a group, the largest first, with what its clauses have within it (Owen values)."""
    header = tuple(words.say(key) for key in ("group", "credit", "error", "share", "owen"))
    rows = []
    for group in words.earned.groups_by_size(partition):
        parts = sorted(zip(group.clauses, group.owen, strict=True), key=lambda part: -abs(part[1]))
        glue, space = ("; ", " ") if words.language == "en" else ("；", "")
        within = glue.join(f"{words.clause(clause)}{space}{words.plain(value)}" for clause, value in parts)
        name = group_name(words.catalogue, group.id, words.language)
        numbers = (words.plain(group.value), words.plain(group.error, signed=False), words.share(group.value))
        rows.append((name, *numbers, within))
    return header, tuple(rows)
