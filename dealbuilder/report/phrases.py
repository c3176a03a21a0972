"""The fixed phrases of the report, read from resources/report/phrases.toml."""

import tomllib
from functools import lru_cache

from dealbuilder import paths
from dealbuilder.model.text import Language, Text


@lru_cache(maxsize=1)
def phrases() -> dict[str, Text]:
    """Return every phrase by "section.key"."""
    with (paths.resources() / "report" / "phrases.toml").open("rb") as file:
        data = tomllib.load(file)
    return {
        f"{section}.{key}": Text.model_validate(text) for section, texts in data.items() for key, text in texts.items()
    }


def say(key: str, language: Language, **values: object) -> str:
    """Return one phrase with its places filled; raise KeyError for an unknown phrase or an unfilled place."""
    text = phrases()[key].get(language)
    return text.format(**values) if values else text
