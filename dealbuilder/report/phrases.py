"""The fixed phrases of report, print kit and rehearsal, read from the files resources/report/*.toml."""

import tomllib
from functools import lru_cache

from dealbuilder import paths
from dealbuilder.model.text import Language, Text


@lru_cache(maxsize=1)
def phrases() -> dict[str, Text]:
    """Return every phrase by "section.key"."""
    found: dict[str, Text] = {}
    for path in sorted((paths.resources() / "report").glob("*.toml")):
        for section, texts in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found |= {f"{section}.{key}": Text.model_validate(text) for key, text in texts.items()}
    return found


def say(key: str, language: Language, **values: object) -> str:
    """Return one phrase with its places filled; raise KeyError for an unknown phrase or an unfilled place."""
    text = phrases()[key].get(language)
    return text.format(**values) if values else text
