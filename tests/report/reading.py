"""Computes the method's equations from their text, so that tests can hold them against the code."""

import math
import re
import unicodedata
from types import SimpleNamespace
from typing import Any

from dealbuilder.report.method.tokens import CHANNELS

PRIME = re.compile(r"([^\W\d]\w*)((?:\[[^\]]*\])?)'")
BESIDE = re.compile(r"\s{3,}(?=[^\W\d]\w*(?:\[[^\]]*\])?'?\s+= )")
"""What parts two equations on one line."""
SIGNS = {"·": "*", "−": "-", "^": "**", "≤": "<=", "≥": ">=", " = ": " == "}
FUNCTIONS = {
    "min": min,
    "max": max,
    "exp": math.exp,
    "log2": math.log2,
    "sqrt": math.sqrt,
    "sum": sum,
    "left": lambda rate: (1.0 - math.exp(-rate)) / rate,
    "clip": lambda value, low, high: min(high, max(low, value)),
}


def statements(text: str) -> list[str]:
    """Return equations one by one: lines that begin with a space continue the one before."""
    lines: list[str] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            lines[-1] += " " + line.strip()
        else:
            lines += BESIDE.split(line)
    return lines


def compute(text: str, known: dict[str, Any]) -> dict[str, Any]:
    """Return `known` with everything that the equations set; x' stands as x_new, indexed names are dictionaries."""
    names = {unicodedata.normalize("NFKC", name): value for name, value in known.items()}
    space = {name: _asked(name, value) for name, value in names.items()}
    for statement in statements(text):
        left, _, right = statement.partition("=")
        target = PRIME.sub(r"\1_new\2", left.strip())
        value = eval(_python(right), {"__builtins__": {}} | FUNCTIONS | space)
        name, _, place = target.partition("[")
        if place:
            space.setdefault(name, {})[space.get(place.rstrip("]"), place.rstrip("]"))] = value
        else:
            space[name] = value
    return space


def _asked(name: str, value: Any) -> Any:
    return SimpleNamespace(**value) if name in CHANNELS and isinstance(value, dict) else value


def _python(text: str) -> str:
    said = PRIME.sub(r"\1_new\2", text)
    for sign, written in SIGNS.items():
        said = said.replace(sign, written)
    return said
