"""Which characters the fonts of paper have: PDF/A takes no character without a glyph, so others become a box."""

import re
import struct
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

BOX = "\u25a1"
"""Stands for a character that no font has."""
ENDLESS = re.compile(r"[^\s\u2e80-\uffff]{1000}")
"""A piece of a word far longer than any line, in letters between which no line breaks."""
LONG = 1000
"""Characters from which a text may hold a word without end."""
UNICODE_TABLES = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))
"""Platform and encoding of the character maps that are of use, the fullest first."""


def shown(data: Any, files: tuple[Path, ...]) -> Any:
    """Return data with every text in it as the fonts can show it."""
    match data:
        case str():
            return data if data.isascii() and data.isprintable() and len(data) < LONG else printable(data, files)
        case dict():
            return {key: shown(value, files) for key, value in data.items()}
        case list() | tuple():
            return [shown(value, files) for value in data]
    return data


def printable(text: str, files: tuple[Path, ...]) -> str:
    """Return text with only what the fonts can show: unknown characters as a box, controls and bidi marks left out.

    A word without end is cut by blanks: it would run off the page, and PDF/A takes no string of such length.
    """
    have = _covered(files)
    return ENDLESS.sub(r"\g<0> ", "".join(_shown(char, have) for char in text))


def _shown(char: str, have: frozenset[int]) -> str:
    if char in "\n\t":
        return " " if char == "\t" else char
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cf"):
        return ""
    return char if ord(char) in have and kind not in ("Cs", "Co", "Cn") else BOX


@lru_cache(maxsize=2)
def _covered(files: tuple[Path, ...]) -> frozenset[int]:
    return frozenset().union(*(_characters(path.read_bytes()) for path in files))


def _characters(font: bytes) -> frozenset[int]:
    """Return the code points that an OpenType font maps to glyphs."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    start = tables[b"cmap"]
    (count,) = struct.unpack_from(">H", font, start + 2)
    maps: dict[tuple[int, int], int] = {}
    for at in range(start + 4, start + 4 + 8 * count, 8):
        platform, encoding, offset = struct.unpack_from(">HHI", font, at)
        maps[platform, encoding] = start + offset
    best = next(maps[key] for key in UNICODE_TABLES if key in maps)
    (kind,) = struct.unpack_from(">H", font, best)
    return _segments(font, best) if kind == 4 else _groups(font, best)


def _groups(font: bytes, at: int) -> frozenset[int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    groups = struct.iter_unpack(">III", font[at + 16 : at + 16 + 12 * count])
    return frozenset(code for first, last, _ in groups for code in range(first, last + 1))


def _segments(font: bytes, at: int) -> frozenset[int]:
    (double,) = struct.unpack_from(">H", font, at + 6)
    count = double // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts = struct.unpack_from(f">{count}H", font, at + 16 + double)
    pairs = zip(firsts, lasts, strict=True)
    return frozenset(code for first, last in pairs for code in range(first, last + 1)) - {0xFFFF}
