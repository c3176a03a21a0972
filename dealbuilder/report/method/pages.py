"""Pages of the method with their generated parts in place.

A part stands between `<!-- made: NAME -->` and `<!-- end -->`; everything else on a page is written by hand.
"""

import re
from pathlib import Path

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.method import blocks as data
from dealbuilder.report.method import figures, injects
from dealbuilder.report.method.blocks import Block
from dealbuilder.report.method.lexicon import lexicon
from dealbuilder.report.method.parts import Scribe

PART = re.compile(r"<!-- made: (?P<name>[^>]+?) -->\n.*?<!-- end -->", re.DOTALL)

LANGUAGES: tuple[Language, ...] = ("en", "zh")


def title(text: str, otherwise: str) -> str:
    """Return a page's title: its first heading."""
    return next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), otherwise)


def asked(text: str) -> list[str]:
    """Return the names of the parts that a page asks for."""
    return [found["name"] for found in PART.finditer(text)]


def filled(text: str, block: Block, scribe: Scribe) -> str:
    """Return a page with its parts made anew; raise KeyError for a part that nothing can make."""

    def made(found: re.Match[str]) -> str:
        return f"<!-- made: {found['name']} -->\n{part(found['name'], block, scribe)}\n<!-- end -->"

    return PART.sub(made, text)


def part(name: str, block: Block, scribe: Scribe) -> str:
    """Return one generated part."""
    kind, _, id = name.partition(" ")
    match kind:
        case "equation":
            return scribe.equation(block, id)
        case "symbols":
            return scribe.symbols(block)
        case "parameters":
            return scribe.parameters(block)
        case "outputs":
            return scribe.outputs(block)
        case "tables":
            return figures.tables(scribe, block)
        case "sources":
            return figures.sources(scribe, block)
        case "sets":
            return figures.sets(scribe)
        case "channels":
            return figures.channels(scribe)
        case "worlds":
            return figures.worlds(scribe)
        case "injects":
            return injects.injects(scribe)
        case _:
            raise KeyError(f"{block.page} asks for a part “{name}”, which nothing makes")


def fresh(resources: Path, catalogue: Catalogue) -> dict[Path, str]:
    """Return what every page with a block should say, by path; the files are only read."""
    blocks = data.load(resources)
    pages: dict[Path, str] = {}
    for language in LANGUAGES:
        paths = {block.page: resources / data.FOLDER / language / f"{block.page}.md" for block in blocks}
        texts = {page: path.read_text(encoding="utf-8") for page, path in paths.items()}
        titles = {page: title(text, page) for page, text in texts.items()}
        scribe = Scribe(catalogue, blocks, lexicon(catalogue, blocks), data.words(resources), language, titles)
        for block in blocks:
            pages[paths[block.page]] = filled(texts[block.page], block, scribe)
    return pages
