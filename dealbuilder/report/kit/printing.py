"""Setting a kit on paper: each part a PDF of its own in one folder, and a page that says what is there."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from dealbuilder import paths
from dealbuilder.analysis.runs import Tick
from dealbuilder.document.replacing import replace_file
from dealbuilder.errors import DealError, reason
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.report import content, pdf
from dealbuilder.report.blocks import Bullets, Content, Paragraph, Section, Table
from dealbuilder.report.kit.codes import shortened
from dealbuilder.report.kit.kit import Options, Part, footer
from dealbuilder.report.kit.occasion import Occasion
from dealbuilder.report.phrases import say
from dealbuilder.report.theme import load
from dealbuilder.report.typesetting import FIXED, STANDARDS, typeset

INDEX = "0-index"
MARGIN = 40.0
NAME = 120
"""Characters of the session's name on the index."""
STEPS = ("before", "sheets", "card", "sides", "keep", "power")


@dataclass(frozen=True, slots=True)
class Printed:
    """One PDF of a kit: the name of its file, its bytes, its pages."""

    part: str
    name: str
    data: bytes
    pages: int


def render(part: Part, catalogue: Catalogue, options: Options) -> bytes:
    """Return one part as a PDF; the same part gives the same bytes."""
    if part.content is not None:
        return pdf.render(part.content, content.Options(language=options.language, paper=options.paper))
    template = paths.resources() / "report" / f"kit_{TEMPLATES.get(part.kind, part.kind)}.typ"
    return typeset(template, _data(part, catalogue, options), FIXED, format="pdf", pdf_standards=STANDARDS)[0]


def pages(part: Part, catalogue: Catalogue, options: Options, ppi: float = 96.0) -> list[bytes]:
    """Return the pages of one part as PNG pictures, for a preview."""
    if part.content is not None:
        return pdf.pages(part.content, content.Options(language=options.language, paper=options.paper), ppi)
    template = paths.resources() / "report" / f"kit_{TEMPLATES.get(part.kind, part.kind)}.typ"
    return typeset(template, _data(part, catalogue, options), FIXED, format="png", ppi=ppi)


TEMPLATES = {"sealed": "roles"}
"""Parts that are set by another part's template."""


def printed(
    parts: tuple[Part, ...], catalogue: Catalogue, occasion: Occasion, options: Options, tick: Tick | None = None
) -> tuple[Printed, ...]:
    """Return every PDF of a kit, the index first; `tick` is told the share done and may raise Cancelled."""
    made = []
    for place, part in enumerate(parts):
        data = render(part, catalogue, options)
        made.append(Printed(part.name, f"{part.stem}-{options.language}.pdf", data, count(data)))
        if tick is not None:
            tick((place + 1) / (len(parts) + 1))
    data = pdf.render(
        _index(parts, made, catalogue, occasion, options), content.Options(options.language, options.paper)
    )
    return Printed("index", f"{INDEX}-{options.language}.pdf", data, count(data)), *made


def write(folder: Path, kit: tuple[Printed, ...]) -> tuple[Path, ...]:
    """Write a kit into a folder, which is made if need be, and return the files; raise DealError if it cannot be.

    Files of an earlier kit with the same names are replaced; nothing else in the folder is touched.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DealError(
            f"The folder {folder} cannot be made ({error.strerror}); nothing was written.",
            "Choose another folder, or free the name.",
            zh=f"无法建立文件夹 {folder}（{reason(error).zh}）；没有写入任何内容。",
            zh_hint="请选择其他文件夹，或腾出该名称。",
        ) from error
    for one in kit:
        replace_file(folder / one.name, one.data)
    return tuple(folder / one.name for one in kit)


def count(data: bytes) -> int:
    """Return the number of pages of a PDF."""
    with pikepdf.open(io.BytesIO(data)) as book:
        return len(book.pages)


def _data(part: Part, catalogue: Catalogue, options: Options) -> dict[str, Any]:
    theme = load("print")
    return {
        **(part.data or {}),
        "language": options.language,
        "paper": pdf.PAPERS[options.paper][0],
        "margin": MARGIN,
        "scale": 1.0,
        "colours": {role: theme.colour(role) for role in pdf.COLOURS},
        "part": part.title,
        "footer": footer(catalogue, options.language),
        "page_of": say("page.page_of", options.language, n="{n}", total="{total}"),
        "date": [FIXED.year, FIXED.month, FIXED.day],
    }


def _index(
    parts: tuple[Part, ...], made: list[Printed], catalogue: Catalogue, occasion: Occasion, options: Options
) -> Content:
    language = options.language

    def said(key: str, **values: object) -> str:
        return say(f"kit.{key}", language, **values)

    rows = tuple((one.name, part.title, str(one.pages), part.advice) for part, one in zip(parts, made, strict=True))
    name = shortened(occasion.name, NAME)
    header = tuple(say(f"kit.index_{key}", language) for key in ("file", "part", "pages", "print"))
    blocks = (
        Paragraph(said("index_lead")),
        Table(header, rows, "llrl", (2.6, 2.4, 0.9, 4.6)),
        Bullets(tuple(say(f"kit.index_{step}", language) for step in STEPS)),
    )
    return Content(
        language=language,
        kind=said("index_kind"),
        title=name,
        package=name,
        marking=said("for_chair"),
        confidential=False,
        facts=((said("index_length"), said("index_minutes", minutes=occasion.minutes)),),
        sections=(Section("index", "", blocks),),
        notes=(),
        sources_heading="",
        footer=footer(catalogue, language),
        page_of=say("page.page_of", language, n="{n}", total="{total}"),
    )


def beside(deal: Path) -> Path:
    """Return the folder in which the kit of a deal's file is looked for and offered to be made."""
    return deal.with_name(f"{deal.stem} kit")
