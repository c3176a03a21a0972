"""The small model: five materials, each with six stocks, 18 parameters and 7 levers. It says nothing about the world.

An expression uses + - * /, exp, log, min and max of two, numbers and names, and so reads the same in every language.
`#` stands for the number of a material.
"""

from dataclasses import dataclass

MATERIALS = (1, 2, 3, 4, 5)
STEPS = 60
"""Steps of one month; 61 points with the start."""

PARAMETERS = {
    "growth": 0.004, "cover": 3.0, "review": 1.8, "transit": 1.2, "elastic": 0.25, "speed": 0.3, "gain": 0.6,
    "build_months": 30.0, "build_gain": 0.02, "hurdle": 0.4, "learn": 0.08, "life": 240.0, "recycle": 0.03, "leak": 0.1,
    "spill": 0.05, "thrift": 0.2, "haste": 0.5, "scale": 1.0,
}  # fmt: skip
LEVERS = {"allow": 0.6, "clock": 1.0, "fee": 0.05, "buy": 0.2, "fund": 0.15, "least": 0.1, "ease": 0.3}
INPUTS = {**PARAMETERS, **LEVERS}
NEED = {1: 1.0, 2: 0.8, 3: 0.5, 4: 0.3, 5: 0.15}


@dataclass(frozen=True)
class Stock:
    """A stock with what it starts from and what changes it in a month."""

    name: str
    start: str
    change: str


@dataclass(frozen=True)
class Group:
    """Auxiliaries that are worked out together, then the stocks that only they change."""

    lines: tuple[tuple[str, str], ...]
    stocks: tuple[Stock, ...] = ()


def _numbered(text: str, material: int) -> str:
    return text.replace("#", str(material))


SHARED = Group(
    (
        ("backlog", " + ".join(f"filed_{i}" for i in MATERIALS)),
        ("built", " + ".join(f"plant_{i}" for i in MATERIALS)),
        ("congestion", "1.0 / (1.0 + spill * backlog)"),
        ("cheaper", "exp(-learn * built)"),
        ("grown", "exp(growth * moment)"),
        ("pace", "min(1.0, clock * congestion / review)"),
    )
)
LINES = (
    ("need_#", "scale * {need} * grown"),
    ("ratio_#", "max(0.02, store_# / (cover * need_#))"),
    ("short_#", "max(0.0, 1.0 - ratio_#)"),
    ("want_#", "need_# * exp(-elastic * price_#) * (1.0 + buy * short_#) * (1.0 - thrift * short_#)"),
    ("passed_#", "filed_# * pace"),
    ("given_#", "passed_# * min(1.0, allow + ease * haste * short_#) * (1.0 - fee)"),
    ("landed_#", "sea_# / transit"),
    ("smuggled_#", "leak * short_# * need_#"),
    ("made_#", "min(plant_#, want_#) * (1.0 + recycle)"),
    ("come_#", "landed_# + smuggled_# + made_#"),
    ("used_#", "min(store_# + come_#, want_#)"),
    ("wished_#", "max(least, -gain * log(ratio_#))"),
    ("begun_#", "build_gain * max(0.0, price_# + fund - hurdle * cheaper)"),
    ("done_#", "build_# / build_months"),
)
STOCKS = (
    Stock("store_#", "cover * {need}", "come_# - used_#"),
    Stock("filed_#", "review * {need}", "want_# - passed_#"),
    Stock("sea_#", "transit * {need}", "given_# - landed_#"),
    Stock("price_#", "0.1", "speed * (wished_# - price_#)"),
    Stock("build_#", "0.05 * {need}", "begun_# - done_#"),
    Stock("plant_#", "0.1 * {need}", "done_# - plant_# / life"),
)


def _material(i: int) -> Group:
    def said(text: str) -> str:
        return _numbered(text.replace("{need}", repr(NEED[i])), i)

    lines = tuple((_numbered(name, i), said(text)) for name, text in LINES)
    return Group(lines, tuple(Stock(_numbered(s.name, i), said(s.start), said(s.change)) for s in STOCKS))


GROUPS = (SHARED, *(_material(i) for i in MATERIALS))
ALL_STOCKS = tuple(stock for group in GROUPS for stock in group.stocks)
OUTPUTS = (
    ("stores", " + ".join(f"store_{i}" for i in MATERIALS)),
    ("prices", " + ".join(f"price_{i}" for i in MATERIALS)),
)
"""What every engine returns, month by month, the start included."""
