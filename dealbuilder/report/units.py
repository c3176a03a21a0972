"""How each unit of the program is written beside a number, in both languages."""

from dataclasses import dataclass
from functools import lru_cache

from dealbuilder.model.text import Language

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Written:
    """A unit as written: its name, and how a number (`{}`) takes it; `one` is for exactly 1.

    `scale` multiplies the number first and `digits` is added to the digits asked for: billions become 亿 in Chinese.
    """

    name: str
    many: str
    one: str = ""
    scale: float = 1.0
    digits: int = 0


def _after(name: str, one: str = "") -> Written:
    return Written(name, f"{{}}{NBSP}{name}", f"{{}}{NBSP}{one}" if one else "")


def _zh(name: str, many: str = "") -> Written:
    return Written(name, many or f"{{}}{name}")


ENGLISH: dict[str, Written] = {
    "%": Written("%", "{}%"),
    "percentage points": _after("percentage points", "percentage point"),
    "points": _after("points", "point"),
    "index points": _after("points", "point"),
    "index": Written("index, 2024 = 1", "{}"),
    "month": _after("months", "month"),
    "day": _after("days", "day"),
    "year": _after("years", "year"),
    "plant-month": _after("plant-months", "plant-month"),
    "generation": _after("generations", "generation"),
    "USD": Written("USD", f"USD{NBSP}{{}}"),
    "USD/kg": Written("USD/kg", f"USD{NBSP}{{}}/kg"),
    "USD bn": Written("USD bn", f"USD{NBSP}{{}}{NBSP}bn"),
    "USD bn/month": Written("USD bn a month", f"USD{NBSP}{{}}{NBSP}bn a month"),
    "tonne": _after("tonnes", "tonne"),
    "tonne/year": _after("tonnes a year"),
    "person": _after("people", "person"),
    "person/year": _after("people a year"),
    "firm": _after("firms", "firm"),
    "draw": _after("draws", "draw"),
    "application": _after("applications", "application"),
    "H20-equivalents": _after("H20-equivalents", "H20-equivalent"),
    "H20-equivalents, million": _after("million H20-equivalents"),
    "million H20-equivalents/month": _after("million H20-equivalents a month"),
    "million packages": _after("million packages"),
    "million packages/month": _after("million packages a month"),
    "million/month": _after("million a month"),
    "% of a year's applications": Written("% of a year’s applications", "{}% of a year’s applications"),
    "%/month": Written("% a month", "{}% a month"),
    "1/month": _after("a month"),
    "1/year": _after("a year"),
    "share/month": _after("of the whole a month"),
    "USD bn/year": Written("USD bn a year", f"USD{NBSP}{{}}{NBSP}bn a year"),
    "day/month": _after("days a month", "day a month"),
    "tonne/month": _after("tonnes a month", "tonne a month"),
    "log2": _after("doublings", "doubling"),
    "multiple": Written("times", "{}×"),
    "share": Written("share, 0 to 1", "{}"),
    "1": Written("", "{}"),
}

CHINESE: dict[str, Written] = {
    "%": Written("%", "{}%"),
    "percentage points": _zh("个百分点"),
    "points": Written("分", "{}分"),
    "index points": Written("点", "{}点"),
    "index": Written("指数，2024年=1", "{}"),
    "month": _zh("个月"),
    "day": _zh("天"),
    "year": _zh("年"),
    "plant-month": _zh("个工厂月"),
    "generation": _zh("代"),
    "USD": _zh("美元"),
    "USD/kg": _zh("美元/千克"),
    "USD bn": Written("亿美元", "{}亿美元", scale=10.0, digits=-1),
    "USD bn/month": Written("亿美元/月", "每月{}亿美元", scale=10.0, digits=-1),
    "tonne": _zh("吨"),
    "tonne/year": _zh("吨/年"),
    "person": _zh("人"),
    "person/year": _zh("人/年"),
    "firm": _zh("家企业"),
    "draw": _zh("次抽样"),
    "application": _zh("份申请"),
    "H20-equivalents": _zh("颗H20当量"),
    "million H20-equivalents/month": Written("万颗H20当量/月", "每月{}万颗H20当量", scale=100.0, digits=-2),
    "million packages": _zh("百万个封装"),
    "million packages/month": _zh("百万个封装/月"),
    "million/month": _zh("百万/月"),
    "% of a year's applications": Written("占全年申请的%", "全年申请的{}%"),
    "%/month": Written("%/月", "每月{}%"),
    "1/month": Written("每月", "每月{}"),
    "1/year": Written("每年", "每年{}"),
    "share/month": Written("每月比例", "每月{}"),
    "USD bn/year": Written("亿美元/年", "每年{}亿美元", scale=10.0, digits=-1),
    "day/month": _zh("天/月"),
    "tonne/month": _zh("吨/月"),
    "H20-equivalents, million": Written("万颗H20当量", "{}万颗H20当量", scale=100.0, digits=-2),
    "log2": _zh("次翻倍"),
    "multiple": _zh("倍"),
    "share": Written("比例，0至1", "{}"),
    "1": Written("", "{}"),
}

ALIASES: dict[str, str] = {
    "percent": "%",
    "pp": "percentage points",
    "percentage point": "percentage points",
    "point": "points",
    "index point": "index points",
    "months": "month",
    "months of need": "month",
    "month of need": "month",
    "2024 average = 1": "index",
    "t/month": "tonne/month",
    "days": "day",
    "years": "year",
    "plant-months": "plant-month",
    "plant months": "plant-month",
    "generations": "generation",
    "usd bn": "USD bn",
    "bn usd": "USD bn",
    "USD bn per month": "USD bn/month",
    "tonnes": "tonne",
    "t": "tonne",
    "million H20-equivalents": "H20-equivalents, million",
    "H20-equivalents (million)": "H20-equivalents, million",
    "million H20": "H20-equivalents, million",
    "x": "multiple",
    "ratio": "1",
    "": "1",
}


@lru_cache(maxsize=512)
def written(unit: str, language: Language) -> Written:
    """Return how a unit is written; a unit the program does not know stands after the number as it is."""
    table = CHINESE if language == "zh" else ENGLISH
    key = unit if unit in table else ALIASES.get(unit, unit)
    return table.get(key) or (_zh(unit) if language == "zh" else _after(unit))


def known(unit: str) -> bool:
    """Return whether the program has words for a unit in both languages."""
    return unit in ENGLISH or unit in ALIASES
