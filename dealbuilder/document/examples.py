"""The shipped deals: an index with names in both languages, and where each file is."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from dealbuilder.errors import DealError, NoSuch, reason
from dealbuilder.model.text import Language, Text

INDEX = "examples.toml"


@dataclass(frozen=True, slots=True)
class Example:
    """One shipped deal: `clauses` counts those of its first package."""

    id: str
    title: Text
    summary: Text
    clauses: int
    path: Path

    def path_in(self, language: Language) -> Path:
        """Return the file whose title and note are in one language; the clauses are the same."""
        return self.path if language == "en" else self.path.parent / language / self.path.name


def examples(folder: Path) -> tuple[Example, ...]:
    """Return the shipped deals that `folder`/examples.toml lists, in its order."""
    index = folder / INDEX
    try:
        data = tomllib.loads(index.read_text(encoding="utf-8"))
        return tuple(
            Example(
                id=entry["id"],
                title=Text.model_validate(entry["title"]),
                summary=Text.model_validate(entry["summary"]),
                clauses=len(entry.get("clauses", ())),
                path=folder / f"{entry['id']}.deal",
            )
            for entry in data["example"]
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DealError(
            f"The list of examples {index} cannot be read ({error}).",
            "Reinstall dealbuilder to restore it.",
            zh=f"示例清单 {index} 无法读取（{reason(error).zh}）。",
            zh_hint="请重新安装 dealbuilder 以恢复该清单。",
        ) from error


def example(folder: Path, id: str) -> Example:
    """Return one shipped deal; raise DealError that names all of them if there is none of that id."""
    known = examples(folder)
    for found in known:
        if found.id == id:
            return found
    raise NoSuch(f"There is no example “{id}”.", f"没有示例“{id}”。", (found.id for found in known))
