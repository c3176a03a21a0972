"""Months that customs counted, read from a table of text: the model against what really happened."""

import csv
import io
import math
import re
from dataclasses import dataclass

from dealbuilder.errors import DealError, Words, reason

COLUMNS = ("month", "destination", "tonnes")
MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
PERIOD = re.compile(r"\d{4}(-(FY|H[12]|Q[1-4]|\d{2}\.\.\d{2}))?")
"""A year, half-year, quarter or run of months: longer than what the model counts in."""
NAMES = {"world": "world", "united states": "us", "us": "us", "usa": "us", "united states of america": "us"}
REMEDY = "Correct the line or take it out, then run this again. Nothing was changed."
REMEDY_ZH = "请更正或删去该行，再重新运行。未作更改。"


@dataclass(frozen=True, slots=True)
class Count:
    """Magnets of code 850511 that left China for one destination ("us" or "world") in one month, tonnes."""

    month: str
    destination: str
    tonnes: float


@dataclass(frozen=True, slots=True)
class Customs:
    """What a table holds that can be compared, and what was passed over, in words."""

    counts: tuple[Count, ...]
    notices: tuple[Words, ...]


def read(text: str, name: str) -> Customs:
    """Return the months of a CSV with the columns month (YYYY-MM), destination, tonnes; others are ignored.

    Raises DealError, with file and line, for a missing column, a figure that is none, a month told twice.
    """
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        heads = [(head or "").strip().casefold() for head in rows.fieldnames or ()]
        missing = [column for column in COLUMNS if column not in heads]
        if missing:
            raise DealError(
                f"{name} lacks the column {', '.join(missing)}; nothing was compared.",
                f"The first line must name the columns {', '.join(COLUMNS)}.",
                zh=f"{name} 缺少列 {'、'.join(missing)}；未作比较。",
                zh_hint=f"第一行须列出各列名称：{'、'.join(COLUMNS)}。",
            )
        rows.fieldnames = heads
        return _sorted_out([(rows.line_num, row) for row in rows], name)
    except csv.Error as error:
        raise DealError(
            f"{name} is not a table of comma-separated values: {error}.",
            REMEDY,
            zh=f"{name} 不是以逗号分隔的表格：{reason(error).zh}。",
            zh_hint=REMEDY_ZH,
        ) from error


def _sorted_out(rows: list[tuple[int, dict[str, str | None]]], name: str) -> Customs:
    found: dict[tuple[str, str], Count] = {}
    periods, empty, elsewhere = 0, 0, set()
    for line, row in rows:
        month, place, figure = ((row.get(column) or "").strip() for column in COLUMNS)
        if PERIOD.fullmatch(month) and not MONTH.fullmatch(month):
            periods += 1
        elif not MONTH.fullmatch(month):
            raise DealError(
                f"{name}, line {line}: “{month[:20]}” is not a month written YYYY-MM.",
                REMEDY,
                zh=f"{name} 第 {line} 行：“{month[:20]}”不是按 YYYY-MM 书写的月份。",
                zh_hint=REMEDY_ZH,
            )
        elif not figure:
            empty += 1
        elif place.casefold() not in NAMES:
            _tonnes(figure, name, line)
            elsewhere.add(place[:40])
        else:
            count = Count(month, NAMES[place.casefold()], _tonnes(figure, name, line))
            if (month, count.destination) in found:
                raise DealError(
                    f"{name}, line {line}: {month} stands twice for {place}.",
                    REMEDY,
                    zh=f"{name} 第 {line} 行：{place} 的 {month} 出现了两次。",
                    zh_hint=REMEDY_ZH,
                )
            found[month, count.destination] = count
    notices = []
    if periods:
        notices.append(
            Words(
                f"{periods} row(s) for periods longer than a month were passed over.",
                f"跳过了 {periods} 行长于一个月的期间。",
            )
        )
    if empty:
        notices.append(
            Words(f"{empty} row(s) without a figure were passed over.", f"跳过了 {empty} 行没有数字的数据。")
        )
    if elsewhere:
        places = sorted(elsewhere)
        notices.append(
            Words(
                f"The model tells the United States and the world apart; not compared: {', '.join(places)}.",
                f"模型只区分美国和全球；未作比较：{'、'.join(places)}。",
            )
        )
    return Customs(tuple(found[key] for key in sorted(found)), tuple(notices))


def _tonnes(figure: str, name: str, line: int) -> float:
    """Return a figure in tonnes; commas that part thousands are taken, what is no finite figure from 0 up is not."""
    plain = figure.replace(",", "") if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d*)?", figure) else figure
    try:
        tonnes = float(plain)
    except ValueError:
        tonnes = math.nan
    if not (math.isfinite(tonnes) and tonnes >= 0.0):
        raise DealError(
            f"{name}, line {line}: “{figure[:20]}” is no quantity in tonnes.",
            REMEDY,
            zh=f"{name} 第 {line} 行：“{figure[:20]}”不是以吨计的数量。",
            zh_hint=REMEDY_ZH,
        )
    return tonnes
