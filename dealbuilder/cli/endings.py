"""What a file's ending says of what is to be written into it."""

from collections.abc import Iterable
from pathlib import Path

from dealbuilder.errors import NoSuch


def ending(output: Path, kinds: Iterable[str]) -> str:
    """Return the ending in small letters; raise DealError that lists `kinds` if it is none of them."""
    known, kind = tuple(kinds), output.suffix.lower()
    if kind not in known:
        raise NoSuch(
            f"{output}: nothing can be written with the ending “{output.suffix}”.",
            f"{output}：无法写成以“{output.suffix}”结尾的文件。",
            known,
        )
    return kind
