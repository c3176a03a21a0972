"""The manual as pages: how to use the program, and how its model works; one text for screen and terminal."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.method import blocks
from dealbuilder.report.method.lexicon import topic_page
from dealbuilder.report.method.pages import title

Group = Literal["use", "model"]

COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)

ACCESS, CELLS = ("20-access", ""), ("40-supply", "met[c]")
"""Where clauses become what the engine sees, and where the need of a cell is met."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: `id` is its file's name without ending, `text` its Markdown without comments."""

    id: str
    title: str
    text: str
    group: Group


def pages(resources: Path, language: Language) -> tuple[Page, ...]:
    """Return the pages on use, then those on the model, each in the order of the file names."""
    folders: tuple[tuple[Group, Path], ...] = (("use", Path("manual")), ("model", blocks.FOLDER))
    found = []
    for group, folder in folders:
        for path in sorted((resources / folder / language).glob("*.md")):
            text = COMMENT.sub("", path.read_text(encoding="utf-8"))
            found.append(Page(path.stem, title(text, path.stem), text, group))
    return tuple(found)


def linked(link: str) -> tuple[str, str]:
    """Return the page and the place on it that a link of the manual names; no page for a link to elsewhere."""
    target, _, place = link.partition("#")
    name = target.rpartition("/")[2]
    outside = ":" in target or (target and not name.endswith(".md"))
    return ("", "") if outside else (name.removesuffix(".md"), place)


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
