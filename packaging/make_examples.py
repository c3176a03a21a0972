"""Make resources/examples/*.deal from examples.toml, byte for byte the same each time.

Run it from anywhere: .venv/bin/python packaging/make_examples.py
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

from dealbuilder import paths
from dealbuilder.document.clause_edits import AddClause, WriteNote
from dealbuilder.document.document import Document
from dealbuilder.document.edits import apply
from dealbuilder.document.file import save
from dealbuilder.document.history import History
from dealbuilder.document.new import new_document
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause, Condition
from dealbuilder.model.source import Source
from dealbuilder.model.text import Language

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "examples"


LANGUAGES: tuple[Language, ...] = ("en", "zh")


def cited(source: Source) -> str:
    """Return a source as a note cites it."""
    return f"{source.title} ({source.outlet}, {source.date})"


def document(entry: dict[str, Any], sources: dict[str, Source], language: Language) -> Document:
    """Return the deal an entry describes, built by the same edits as in the window, its texts in one language."""
    title = entry["title"][language]
    deal = new_document(title, id=f"example-{entry['id']}", package=title, pack=entry.get("pack"))
    package = deal.active
    for given in entry["clauses"]:
        data = dict(given)
        if "if" in data:
            measure, _, level = data.pop("if").partition("=")
            data["condition"] = Condition(measure=measure, level=level)
        deal = apply(deal, AddClause(package=package, clause=Clause.model_validate(data)))
    where = "; ".join(cited(sources[id]) for id in entry["sources"])
    if "locator" in entry:
        where += f", {entry['locator']}"
    note = "\n\n".join((entry["summary"][language], entry["note"][language], where))
    return apply(deal, WriteNote(text=note))


def make(folder: Path) -> list[Path]:
    """Write every example below `folder` and return the paths."""
    entries = tomllib.loads((FOLDER / "examples.toml").read_text(encoding="utf-8"))["example"]
    sources = load_catalogue(paths.resources()).source_by_id
    written = []
    for entry in entries:
        for language in LANGUAGES:
            path = folder / ("" if language == "en" else language) / f"{entry['id']}.deal"
            path.parent.mkdir(exist_ok=True)
            # No stamps: an example belongs to every version of the catalogue that knows its measures.
            save(path, History.start(document(entry, sources, language)))
            written.append(path)
    return written


if __name__ == "__main__":
    for made in make(FOLDER):
        sys.stdout.write(f"{made.relative_to(ROOT)}\n")
