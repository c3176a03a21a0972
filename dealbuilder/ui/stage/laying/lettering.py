"""Letters on stage: fonts by pixel, widths, and lines broken where each language breaks them."""

import re
from functools import lru_cache
from typing import Literal

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from dealbuilder.ui.fonts import CHINESE, LATIN

LINE = 1.32
"""Height of a line in its text size."""
BASE = 1.02
"""Where its baseline lies, from above."""
TIGHT, TIGHT_BASE = 1.08, 0.93
"""The same for a line of digits, which have no descenders."""
THICKER = 0.028
"""By how much bold Chinese is thickened, in its text size."""
ELLIPSIS = "…"
FIGURES = re.compile(r"[\d.,:+\u2212\u2013%\s]*")


Kind = Literal["latin", "han", "figures"]
"""What a text is set in: Inter, Noto Sans SC among it, or figures of one width that must not jump."""


def kind(text: str) -> Kind:
    """Return what a text is set in."""
    if any(char >= "\u2e80" for char in text):
        return "han"
    return "figures" if FIGURES.fullmatch(text) else "latin"


@lru_cache(maxsize=512)
def font(px: float, bold: bool = False, kind: Kind = "latin") -> QFont:
    """Return the font of a size in pixels."""
    made = QFont([LATIN, CHINESE])
    made.setPixelSize(max(1, round(px)))
    # The Chinese font has one weight only: a painter thickens it, and Inter with it.
    made.setVariableAxis(QFont.Tag("wght"), 700.0 if bold and kind != "han" else 450.0)
    made.setVariableAxis(QFont.Tag("opsz"), min(max(px, 14.0), 32.0))
    # Said either way: what a font leaves open, a painter on a window takes from the program's font.
    made.setFeature(QFont.Tag("tnum"), int(kind == "figures"))
    return made


def width(text: str, px: float, bold: bool = False) -> float:
    """Return how wide a text is on one line, in pixels."""
    return QFontMetricsF(font(px, bold, kind(text))).horizontalAdvance(text)


def tidy(text: str) -> str:
    """Return a text on one line, without what no font can show."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable() or char in "\u00a0\u200d")


@lru_cache(maxsize=4096)
def wrapped(text: str, px: float, bold: bool, wide: float) -> tuple[str, ...]:
    """Return the lines a text is broken into so that none is wider than `wide` pixels; words too long are cut."""
    units = tidy(text).encode("utf-16-le", "replace")
    layout = QTextLayout(units.decode("utf-16-le"), font(px, bold, kind(text)))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(max(wide, px))
        start, end = line.textStart(), line.textStart() + line.textLength()
        lines.append(units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip())
        line = layout.createLine()
    layout.endLayout()
    return tuple(lines)


def shortened(text: str, px: float, bold: bool, wide: float, most: int) -> tuple[str, ...]:
    """Return at most `most` lines; the last ends in an ellipsis if words had to be left out."""
    lines = wrapped(text, px, bold, wide)
    if len(lines) <= most:
        return lines
    kept = " ".join(lines[:most])
    if kind(kept) != kind(text):
        return shortened(kept + ELLIPSIS * 2, px, bold, wide, most)
    last = lines[most - 1]
    while last and width(last + ELLIPSIS, px, bold) > wide:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + ELLIPSIS)


def fitted(text: str, wide: float, tall: float, least: float, most: float, bold: bool = False) -> float:
    """Return the largest size from `least` to `most` pixels at which a text fits a box; `least` if none does."""
    low, high = round(least), round(most)
    while low < high:
        px = (low + high + 1) // 2
        if len(wrapped(text, px, bold, wide)) * px * LINE <= tall and longest_word(text, px, bold) <= wide:
            low = px
        else:
            high = px - 1
    return float(low)


def longest_word(text: str, px: float, bold: bool) -> float:
    """Return the width of the widest word: a size at which words are cut is too large; Chinese breaks anywhere."""
    words = [word for word in tidy(text).split() if word.isascii()]
    return max((width(word, px, bold) for word in words), default=0.0)
