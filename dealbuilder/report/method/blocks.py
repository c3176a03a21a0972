"""What the method says of each block of the model, as data: symbols, equations, tables, and what comes out.

One file a page in resources/manual/model/blocks, named like the page; equations and symbols serve both languages.
"""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dealbuilder.model.text import Language, Text

FOLDER = Path("manual") / "model"
"""The folder of the method inside the resources."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Symbol(_Frozen):
    """One symbol as it stands in equations; `code` names the rows and arrays of the engine that it stands for."""

    written: str = Field(alias="is")
    unit: str
    kind: Literal["", "state", "flag", "index"] = ""
    code: tuple[str, ...] = ()
    en: str
    zh: str

    @property
    def name(self) -> str:
        """Return the symbol without its indices."""
        return self.written.partition("[")[0]

    def get(self, language: Language) -> str:
        """Return what it means in one language."""
        return self.zh if language == "zh" else self.en


class Equation(_Frozen):
    """One group of equations; `code` names the functions of the program that compute it, as module.function."""

    id: str
    code: tuple[str, ...] = ()
    text: str


class Output(_Frozen):
    """An indicator or a monthly series, and what it is in symbols."""

    kind: Literal["indicator", "series"]
    id: str
    formula: str = Field(alias="is")


class Block(_Frozen):
    """One page's data. `topics` are those of its parameters; `tables` gives tables of the catalogue short names."""

    page: str
    topics: tuple[str, ...] = ()
    tables: dict[str, str] = {}
    symbols: tuple[Symbol, ...] = ()
    equations: tuple[Equation, ...] = ()
    outputs: tuple[Output, ...] = ()

    def equation(self, id: str) -> Equation:
        """Return one group of equations; raise KeyError if there is none."""
        for equation in self.equations:
            if equation.id == id:
                return equation
        raise KeyError(f"{self.page} has no equations “{id}”")


class Words(_Frozen):
    """Words that the catalogue does not hold: units, columns of tables, names of projects, Chinese of notes."""

    units: dict[str, Text]
    columns: dict[str, Text]
    projects: dict[str, Text]
    notes: dict[str, str]


@lru_cache(maxsize=2)
def load(resources: Path) -> tuple[Block, ...]:
    """Return the blocks in the order of their pages."""
    files = sorted((resources / FOLDER / "blocks").glob("*.toml"))
    return tuple(
        Block.model_validate({"page": file.stem, **tomllib.loads(file.read_text(encoding="utf-8"))}) for file in files
    )


@lru_cache(maxsize=2)
def words(resources: Path) -> Words:
    """Return the words beside the blocks."""
    file = resources / FOLDER / "words.toml"
    return Words.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
