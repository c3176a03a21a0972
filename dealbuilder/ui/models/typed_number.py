"""A number as people type it: decimal point or comma, thousands set apart, full-width digits; or why it is none."""

import math
import re
import unicodedata

from PySide6.QtCore import QCoreApplication

from dealbuilder.report.wording import MINUS

translate = QCoreApplication.translate

PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?", re.IGNORECASE)
COMMA = re.compile(r"[+-]?\d*,\d+")
POINT_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+\.\d*|[+-]?\d{1,3}(,\d{3}){2,}")
"""1,234.5 and 1,234,567."""
COMMA_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d*|[+-]?\d{1,3}(\.\d{3}){2,}")
"""1.234,5 and 1.234.567."""
EITHER = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
"""1,234: one thousand two hundred and thirty-four to some, one and a bit to others."""
SPACED = re.compile(r"(?<=\d)[ '’](?=\d{3}(\D|$))")
LONGEST = 40
"""Characters of what was typed that a sentence repeats."""


def read(text: str) -> tuple[float | None, str]:
    """Return the number and no words, or None and a sentence that says why it is none; nothing typed gives neither."""
    clean = unicodedata.normalize("NFKC", text).replace(MINUS, "-").strip()
    if not clean:
        return None, ""
    clean = SPACED.sub("", clean)
    shown = text.strip()[:LONGEST]
    if EITHER.fullmatch(clean):
        whole, point = clean.replace(",", ""), clean.replace(",", ".")
        words = translate("TypedNumber", "“{text}” can be read as {whole} or as {point}. Write one of these two.")
        return None, words.format(text=shown, whole=whole, point=point)
    if POINT_GROUPED.fullmatch(clean):
        clean = clean.replace(",", "")
    elif COMMA_GROUPED.fullmatch(clean):
        clean = clean.replace(".", "").replace(",", ".")
    elif COMMA.fullmatch(clean):
        clean = clean.replace(",", ".")
    if not PLAIN.fullmatch(clean):
        return None, translate("TypedNumber", "“{text}” is not a number.").format(text=shown)
    value = float(clean)
    if not math.isfinite(value):
        return None, translate("TypedNumber", "“{text}” is too large for any assumption.").format(text=shown)
    return value, ""


def write(value: float) -> str:
    """Return a number as it can be typed again: no thousands set apart, a decimal point, no needless digits."""
    return f"{value:.12g}" if abs(value) < 1e12 else repr(value)
