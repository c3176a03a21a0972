"""Tables and sources as the manual's Markdown writes them."""

from collections.abc import Iterable, Sequence

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language


def grid(header: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> list[str]:
    """Return a Markdown table; the last `numbers` columns hold figures."""
    words = len(header) - numbers
    marks = ["---"] * words + ["---:"] * numbers
    return [_row(header), _row(marks), *(_row(row) for row in rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def cited(catalogue: Catalogue, sources: Iterable[str], language: Language) -> str:
    """Return sources as one list of titles with outlet and date."""
    stop = "; " if language == "en" else "；"
    return stop.join(_source(catalogue, id, language) for id in sources)


def _source(catalogue: Catalogue, id: str, language: Language) -> str:
    source = catalogue.source_by_id[id]
    # Titles of sources hold straight and typographic quotes of their own; they stand as they were printed.
    return (
        f"{source.title} ({source.outlet}, {source.date})"
        if language == "en"
        else (f"{source.title}（{source.outlet}，{source.date}）")
    )
