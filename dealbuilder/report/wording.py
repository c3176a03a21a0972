"""Numbers and months in words: signs, units and both languages."""

import math
from functools import lru_cache

from dealbuilder.model.text import Language
from dealbuilder.report.units import written

MINUS = "\u2212"
EN_DASH = "\u2013"
UNDEFINED = {"en": "not defined", "zh": "无定义"}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def plain(value: float, digits: int = 1, signed: bool = False) -> str:
    """Return a number without unit: true minus sign, thousands separated, no negative nought; NaN is an en dash."""
    if math.isnan(value):
        return EN_DASH
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    text = f"{abs(value):,.{max(digits, 0)}f}"
    if not text.strip("0.,"):
        return text
    return (MINUS if value < 0 else "+" if signed else "") + text


def bare(value: float, unit: str, language: Language, digits: int = 1, signed: bool = False) -> str:
    """Return a number in the unit that the language writes, where the unit stands apart."""
    form = written(unit, language)
    return plain(value * form.scale, digits + form.digits, signed)


def number(value: float, unit: str, language: Language, digits: int = 1, signed: bool = False) -> str:
    """Return a number with its unit; NaN is "not defined"."""
    if math.isnan(value):
        return UNDEFINED[language]
    form = written(unit, language)
    text = plain(value * form.scale, digits + form.digits, signed)
    singular = form.one and text.lstrip(MINUS + "+") == "1"
    return (form.one if singular else form.many).format(text)


def span(low: float, high: float, unit: str, language: Language, digits: int = 1) -> str:
    """Return a range with its unit once: "58 to 80%", "58至80%"."""
    if math.isnan(low) or math.isnan(high):
        return UNDEFINED[language]
    form = written(unit, language)
    ends = [plain(value * form.scale, digits + form.digits) for value in (low, high)]
    return form.many.format(ends[0] + (" to " if language == "en" else "至") + ends[1])


def unit(unit: str, language: Language) -> str:
    """Return the name of a unit as it stands on an axis or in a column head; empty for a pure number."""
    return written(unit, language).name


def in_unit(value: float, unit: str, language: Language) -> float:
    """Return a value in the unit that the language writes (USD bn become 亿美元), for axes and columns."""
    return value * written(unit, language).scale


def written_digits(unit: str, language: Language) -> int:
    """Return how many digits the language adds to those asked for: a tenfold unit needs one less."""
    return written(unit, language).digits


@lru_cache(maxsize=1024)
def month_label(month: str, language: Language) -> str:
    """Return a month "2025-07" as "Jul 2025" or "2025年7月"."""
    year, number_ = month.split("-")
    return f"{MONTHS[int(number_) - 1]} {year}" if language == "en" else f"{year}年{int(number_)}月"


def month_tick(month: str, language: Language) -> str:
    """Return a month as short as an axis needs it: "Jul 25" or "25年7月"."""
    year, number_ = month.split("-")
    return f"{MONTHS[int(number_) - 1]} {year[2:]}" if language == "en" else f"{year[2:]}年{int(number_)}月"


def month_after(signing: str, months: int) -> str:
    """Return the month that lies `months` after a month "YYYY-MM"."""
    year, number_ = signing.split("-")
    count = int(year) * 12 + int(number_) - 1 + months
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def listed(items: list[str], language: Language) -> str:
    """Return items as one enumeration: "a, b and c", "a、b和c"."""
    if len(items) < 2:
        return "".join(items)
    comma, last = (", ", " and ") if language == "en" else ("、", "和")
    return comma.join(items[:-1]) + last + items[-1]


def lowered(text: str) -> str:
    """Return text with its first letter small for use inside a sentence, unless it opens with an abbreviation."""
    first = text.split(" ", 1)[0]
    return text if len(first) < 2 or not first[0].isupper() or not first[1:].islower() else text[0].lower() + text[1:]


def ended(text: str, language: Language) -> str:
    """Return a sentence with its full stop, whether it had one or not."""
    stop = "." if language == "en" else "。"
    return text if text.rstrip().endswith((".", "。", "!", "！", "?", "？", "”", '."')) else text.rstrip() + stop


def joined(sentences: list[str], language: Language) -> str:
    """Return sentences as one paragraph."""
    return (" " if language == "en" else "").join(sentence for sentence in sentences if sentence)


def months_between(first: str, last: str) -> int:
    """Return how many months lie from one month "YYYY-MM" to another; negative if the second is earlier."""
    (year, month), (year2, month2) = (map(int, text.split("-")) for text in (first, last))
    return (year2 - year) * 12 + month2 - month
