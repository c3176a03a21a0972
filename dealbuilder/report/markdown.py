"""The report as Markdown: the same blocks as on paper, figures as tables, sources as footnotes."""

import re

from dealbuilder.model.text import Language, steady
from dealbuilder.report import figures, wording
from dealbuilder.report.blocks import (
    Block,
    Bullets,
    Callout,
    Content,
    Heading,
    Paragraph,
    Picture,
    Pictures,
    Pledges,
    Table,
    Term,
    TermList,
    TermSheet,
    Tile,
    Tiles,
)
from dealbuilder.report.figure import Chart
from dealbuilder.report.phrases import say

SPECIAL = frozenset("\\`*_[]<>|#~&")
BEGINS = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+](?:\s|$)|[-=]+\s*$)")
"""What would begin a list or a rule."""
ADDRESS = re.compile(r"(?i)\b(?=www\.)|(?<=[a-z]):(?=//)|(?<=\w)@(?=\w)")
"""Where a reader of Markdown would make a link by itself."""


def render(content: Content) -> str:
    """Return the report as one Markdown document."""
    language: Language = "zh" if content.language == "zh" else "en"
    colon = say("page.colon", language)
    lines = [f"# {_safe(content.title)}", "", f"*{_safe(content.marking)}* · {_safe(content.kind)}", ""]
    lines += [f"- {_safe(name)}{colon}{_safe(text)}" for name, text in content.facts] + [""]
    for section in content.sections:
        lines += [f"## {_safe(section.heading)}", ""] if section.heading else []
        for block in section.blocks:
            lines += [*_block(block, language), ""]
    lines += ["---", "", _safe(content.footer), ""]
    lines += [
        f"[^{note.number}]: {_safe(note.text)} {f'<{note.address}>' if note.address else ''}".rstrip()
        for note in content.notes
    ]
    return "\n".join(lines).rstrip() + "\n"


def _safe(text: str) -> str:
    """Return text that Markdown prints as it is, on one line: no markup, entity, list or link comes of it."""
    line = " ".join(steady(text).split())
    marked = "".join(f"\\{char}" if char in SPECIAL else char for char in line)
    return ADDRESS.sub(r"\\\g<0>", BEGINS.sub(r"\g<1>\\", marked)) if marked else marked


def _cited(notes: tuple[int, ...]) -> str:
    return "".join(f"[^{number}]" for number in notes)


def _block(block: Block, language: Language) -> list[str]:
    match block:
        case Heading(text):
            return [f"### {_safe(text)}"]
        case Paragraph(text, _, notes):
            return [_safe(text) + _cited(notes)]
        case Callout(text):
            return [f"> {_safe(text)}"]
        case Bullets(items):
            return [f"- {_safe(item)}" for item in items]
        case Tiles(tiles, picture):
            return [*(_tile(tile, language) for tile in tiles), "", *_picture(picture, language)]
        case Pledges(us, china, us_heading, china_heading, empty):
            return [*_pledges(us_heading, us, empty), "", *_pledges(china_heading, china, empty)]
        case TermSheet(us, china, us_heading, china_heading, empty):
            sides = ((us_heading, us), (china_heading, china))
            return [
                line
                for head, terms in sides
                for line in (f"### {_safe(head)}", "", *_terms(terms, empty, language), "")
            ]
        case TermList(_, terms):
            return _terms(terms, "", language)
        case Pictures(pictures, _):
            return [line for picture in pictures for line in (*_picture(picture, language), "")]
        case Table():
            return _table(block)


def _pledges(heading: str, lines: tuple[str, ...], empty: str) -> list[str]:
    return [f"**{_safe(heading)}**", "", *([f"- {_safe(line)}" for line in lines] or [_safe(empty)])]


def _tile(tile: Tile, language: Language) -> str:
    stop, colon = "。" if language == "zh" else ". ", say("page.colon", language)
    return f"- **{_safe(tile.label)}{colon}{_safe(tile.value)}**{stop}{_safe(tile.range)}{stop}{_safe(tile.baseline)}"


def _terms(terms: tuple[Term, ...], empty: str, language: Language) -> list[str]:
    lines: list[str] = []
    colon = say("page.colon", language)
    for term in terms:
        entry = term.entry
        lines += [f"- **{_safe(entry.number)} {_safe(entry.title)}{colon}{_safe(entry.level)}**{_cited(term.notes)}  "]
        lines += [f"  {_safe(entry.sentence)}  "]
        lines += [f"  {_safe(head)}{colon}{_safe(text)}  " for head, text in entry.rows]
        lines += [f"  {_safe(text)}  " for text in (entry.warning, entry.note, entry.instrument) if text]
    return lines or [_safe(empty)]


def _table(table: Table) -> list[str]:
    marks = ["---:" if letter == "r" else "---" for letter in table.align]
    lines = [_row(table.header), f"| {' | '.join(marks)} |"]
    for i, row in enumerate(table.rows):
        notes = _cited(table.notes[i]) if i < len(table.notes) else ""
        lines.append(_row((row[0], *row[1:]), notes))
    return lines


def _row(cells: tuple[str, ...], notes: str = "") -> str:
    first, *rest = (_safe(cell) for cell in cells)
    return f"| {' | '.join((first + notes, *rest))} |"


def _picture(picture: Picture, language: Language) -> list[str]:
    figure = picture.figure
    header, rows = figures.table_twin(figure, language)
    if isinstance(figure, Chart) and figure.origin:
        # One row a year, in the month of signing: a page of sixty rows would hide what the chart shows.
        rows = tuple(row for row in rows if str(row[0])[5:] == figure.origin[5:])
    unit = _safe(figure.unit)
    measured = f"（{unit}）" if language == "zh" else f" ({unit})"
    lines = [f"**{_safe(figure.title)}**{measured}", "", _safe(figure.alt), "", _row(header)]
    lines.append(f"| {' | '.join(['---'] + ['---:'] * (len(header) - 1))} |")
    for row in rows:
        lines.append(_row(tuple(cell if isinstance(cell, str) else wording.plain(cell) for cell in row)))
    return lines
