"""Writing the report as a tagged, archivable PDF that carries its deal: PDF/A-3a with PDF/UA-1, set by Typst."""

import dataclasses
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from dealbuilder import paths
from dealbuilder.document.replacing import replace_file
from dealbuilder.report import svg
from dealbuilder.report.attachment import Attachment
from dealbuilder.report.blocks import Block, Content, Note, Picture, Pictures, Table, Term, Tiles
from dealbuilder.report.content import Options
from dealbuilder.report.figure import Chart, Grid
from dealbuilder.report.phrases import say
from dealbuilder.report.theme import Theme, load
from dealbuilder.report.typesetting import FIXED, STANDARDS, typeset

PAPERS = {"a4": ("a4", 595.28, 1.0), "letter": ("us-letter", 612.0, 0.86)}
"""Typst's name of each paper, its width in points, and how much flatter pictures are, for letter is shorter."""
MARGIN, GUTTER = 46.0, 14.0
LARGE = 1.35
"""How much larger everything is set in large print."""
BESIDE = 0.6
"""Share of the width that the main chart takes beside the scores."""
TALLER = 1.3
"""How much taller a heat map is in large print, so that its rows keep clear of each other."""
WIDEST = 2
"""Pictures side by side in large print."""


def render(
    content: Content, options: Options, *, attachment: Attachment | None = None, at: datetime | None = None
) -> bytes:
    """Return the PDF; `at` is its date, by default a fixed one, so that the same deal gives the same bytes."""
    return _compiled(content, options, attachment, at, format="pdf", pdf_standards=STANDARDS)[0]


def pages(content: Content, options: Options, ppi: float = 96.0) -> list[bytes]:
    """Return the pages as PNG pictures, for a preview."""
    return _compiled(content, options, None, None, format="png", ppi=ppi)


def write(
    path: Path,
    content: Content,
    options: Options,
    *,
    attachment: Attachment | None = None,
    at: datetime | None = None,
) -> None:
    """Write the PDF to a file; a file that cannot be written is a FileProblem, and what stood there stays."""
    replace_file(path, render(content, options, attachment=attachment, at=at))


def _compiled(
    content: Content, options: Options, attachment: Attachment | None, at: datetime | None, **how: Any
) -> list[bytes]:
    when = at or FIXED
    template = paths.resources() / "report" / "report.typ"
    return typeset(template, _report(content, options, attachment, when), when, **how)


def _report(content: Content, options: Options, attachment: Attachment | None, when: datetime) -> dict[str, Any]:
    paper, width, tight = PAPERS[options.paper]
    scale = LARGE if options.large_print else 1.0
    theme = load("print")
    notes = _first_times({note.number: note for note in content.notes})
    layout = Layout(theme, width - 2 * MARGIN, scale, tight, notes)
    return {
        "title": f"{content.title}",
        "package": content.package,
        "kind": content.kind,
        "language": content.language,
        "marking": content.marking,
        "confidential": content.confidential,
        "note_word": say("clause.note", "zh" if content.language == "zh" else "en"),
        "facts": content.facts,
        "footer": content.footer,
        "page_of": content.page_of,
        "date": [when.year, when.month, when.day],
        "paper": paper,
        "margin": MARGIN,
        "gutter": GUTTER,
        "scale": scale,
        "tight": tight,
        "large": options.large_print,
        "colours": {role: theme.colour(role) for role in COLOURS},
        "sections": [
            {
                "heading": section.heading,
                "runs_on": section.runs_on,
                "blocks": [layout.block(b) for b in section.blocks],
            }
            for section in content.sections
        ],
        "attached": [
            {"name": a.name, "bytes": list(a.data), "mime": a.mime, "description": content.title}
            for a in (attachment,)
            if a is not None
        ],
    }


COLOURS = (
    "text", "muted", "border", "grid", "surface", "us", "us_soft", "china", "china_soft", "warn", "warn_soft",
)  # fmt: skip


def _first_times(notes: dict[int, Note]) -> Callable[[tuple[int, ...]], list[dict[str, object]]]:
    """Return a function that says of each number whether it is cited for the first time, in the order it is asked."""
    told: set[int] = set()

    def cite(numbers: tuple[int, ...]) -> list[dict[str, object]]:
        cited: list[dict[str, object]] = []
        for number in numbers:
            note = notes[number]
            cited.append({"number": number, "first": number not in told, "text": note.text, "address": note.address})
            told.add(number)
        return cited

    return cite


def _entry(term: Term) -> dict[str, object]:
    entry = term.entry
    words = ("number", "title", "level", "sentence", "rows", "instrument", "warning", "note")
    return {word: getattr(entry, word) for word in words}


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """How blocks become data of the template: theme, width of the text in points, scale, flatness, first citations."""

    theme: Theme
    width: float
    scale: float
    tight: float
    cite: Callable[[tuple[int, ...]], list[dict[str, object]]]

    def block(self, block: Block) -> dict[str, Any]:
        """Return one block as the template reads it."""
        if isinstance(block, Pictures):
            return self._pictures(block)
        if isinstance(block, Tiles):
            wide = self.width if self.scale > 1.0 else self.width * BESIDE
            tiles = [dataclasses.asdict(tile) for tile in block.tiles]
            return {"kind": "Tiles", "tiles": tiles, "picture": self._picture(block.picture, wide, 1.0)}
        data: dict[str, Any] = {"kind": type(block).__name__}
        for field in dataclasses.fields(block):
            value = getattr(block, field.name)
            if field.name == "notes":
                data["notes"] = [self.cite(n) for n in value] if isinstance(block, Table) else self.cite(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], Term):
                data[field.name] = [{"entry": _entry(t), "notes": self.cite(t.notes)} for t in value]
            elif isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
                data[field.name] = [dataclasses.asdict(item) for item in value]
            else:
                data[field.name] = value
        return data

    def _pictures(self, block: Pictures) -> dict[str, Any]:
        columns = len(block.pictures)
        if self.scale > 1.0:
            columns = min(columns, WIDEST) if all(isinstance(p.figure, Chart) for p in block.pictures) else 1
        wide = (self.width - GUTTER * (columns - 1)) / columns
        drawn = [self._picture(picture, wide, self.tight) for picture in block.pictures]
        return {"kind": "Pictures", "caption": block.caption, "columns": columns, "pictures": drawn}

    def _picture(self, picture: Picture, wide: float, flat: float) -> dict[str, Any]:
        tall = picture.height * flat
        if self.scale > 1.0:
            tall = picture.height * self.scale * (TALLER if isinstance(picture.figure, Grid) else 1.0)
        drawn = svg.draw(picture.figure, self.theme, wide, tall, scale=self.scale)
        return {"svg": drawn, "width": wide, "height": tall, "alt": picture.figure.alt}
