"""The manual as pages: how to use the program, and how its model works; one text for screen and terminal."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.method import blocks
from dealbuilder.report.method.lexicon import topic_page
from dealbuilder.report.method.pages import title

Group = Literal["use", "model"]

COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
ANCHOR = re.compile(r'<a id="([\w-]+)"></a>')
"""A name that a heading has in every language."""
HEADING = re.compile(r"^(#{1,3}) (.+)$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)

FORMER = {
    "1-start": "10-start",
    "2-scores": "30-scores",
    "3-files": "60-files",
    "4-keys": "28-keys",
    "5-facilitate": "50-facilitate",
    "6-study": "40-study",
}
"""Names that pages had before; links to them still lead there."""

ACCESS, CELLS = ("20-access", ""), ("40-supply", "met[c]")
"""Where clauses become what the engine sees, and where the need of a cell is met."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `id` is its file's name without ending, `text` its Markdown without comments and anchors.

    `headings` are those below the title, each with its depth (2 or 3); `anchors` maps their names to them.
    """

    id: str
    title: str
    text: str
    group: Group
    folder: Path = Path()
    headings: tuple[tuple[int, str], ...] = ()
    anchors: Mapping[str, str] = field(default_factory=dict)

    def heading(self, place: str) -> str:
        """Return the heading that an anchor names; any other place as it is."""
        return self.anchors.get(place, place)


def pages(resources: Path, language: Language) -> tuple[Page, ...]:
    """Return the pages on use, then those on the model, each in the order of the file names."""
    folders: tuple[tuple[Group, Path], ...] = (("use", Path("manual")), ("model", blocks.FOLDER))
    found = []
    for group, folder in folders:
        for path in sorted((resources / folder / language).glob("*.md")):
            found.append(_page(path, group))
    return tuple(found)


def _page(path: Path, group: Group) -> Page:
    marked = COMMENT.sub("", path.read_text(encoding="utf-8"))
    anchors, headings = {}, []
    for marks, words in HEADING.findall(FENCE.sub("", marked)):
        plain = plain_heading(ANCHOR.sub("", words))
        anchors |= dict.fromkeys(ANCHOR.findall(words), plain)
        if len(marks) > 1:
            headings.append((len(marks), plain))
    text = ANCHOR.sub("", marked)
    return Page(path.stem, title(text, path.stem), text, group, path.parent, tuple(headings), anchors)


def plain_heading(words: str) -> str:
    """Return a heading's words without the marks of Markdown."""
    return re.sub(r"[*`]", "", words).strip()


def linked(link: str) -> tuple[str, str]:
    """Return the page and the place on it that a link of the manual names; no page for a link to elsewhere."""
    target, _, place = link.partition("#")
    name = target.rpartition("/")[2]
    outside = ":" in target or (target and not name.endswith(".md"))
    page = name.removesuffix(".md")
    return ("", "") if outside else (FORMER.get(page, page), place)


def explained(resources: Path, catalogue: Catalogue, kind: str, id: str) -> tuple[str, str] | None:
    """Return the page that says how a subject is computed, and the symbol or id to look for there; None if none does.

    Subjects are those of source cards: indicator, series, parameter, measure, level, cell.
    """
    shipped = blocks.load(resources)
    match kind:
        case "indicator" | "series":
            for block in shipped:
                if any(output.kind == kind and output.id == id for output in block.outputs):
                    return block.page, id
        case "parameter" if id in catalogue.parameter_by_id:
            parameter = catalogue.parameter_by_id[id]
            page = topic_page(shipped, parameter.topic)
            return (page, parameter.symbol) if page else None
        case "measure" | "level":
            return ACCESS
        case "cell":
            return CELLS
    return None
