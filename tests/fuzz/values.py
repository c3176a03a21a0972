"""What a hostile hand would write into a field: numbers beyond sense, texts that steer, structures that never end."""

import json
import random
from typing import Any

TEXTS = (
    "", " ", "\0", "nul\0inside", "\ud800", "a\x1b[31mb", "\x9b2J", "\u202egpj.exe", "\u2066x\u2069", "\ufeff\u200b",
    "\ufffe", "x" * 70_000, "字" * 30_000, "=1+1", "＝1+1", '=cmd|"/C calc"!A1', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1",
    "  =1", "'=1", '#read("/etc/passwd")', "#eval(\"1\")", "#import \"@preview/a:0.1.0\"", "$ x $", "`raw`", "*b*",
    "<label>", "@ref", "\\", "<img src=file:///etc/passwd>", '<a href="https://example.org">x</a>',
    "[x](file:///etc/passwd)", "![x](http://e/x.png)", "]]>", "<!--", "&lt;", "&#x1b;", "|", "\n# head",
    "../../../etc/passwd", "/etc/passwd", "C:\\x", "none", "no_deal", "NaN", "Infinity", "null", "true", "9" * 5_000,
    "1e400", "-0", "{}", "[" * 9_000, "%s%n", "{0.__class__}", "${x}", "central",
)  # fmt: skip
NUMBERS: tuple[Any, ...] = (
    0, 1, -1, 2, 3, 12, 59, 60, 61, 119, 120, 599, 600, 601, 2**31, 2**53 + 1, 2**63 - 1, -(2**63), 2**64, 10**400,
    0.5, -0.0, 1e-320, 1e-9, 1e9, 1e15, 1e300, 1.7e308, -1.7e308, float("inf"), float("-inf"), float("nan"), True,
    False, None,
)  # fmt: skip
LONGEST = 400_000
"""Characters beyond which a mutated text is cut: size itself is tested by plain tests."""


def nasty(dice: random.Random) -> Any:
    """Return one value that no field expects."""
    kind = dice.randrange(8)
    if kind < 3:
        return dice.choice(TEXTS)
    if kind < 6:
        return dice.choice(NUMBERS)
    return dice.choice(([], {}, [[]], [None], {"": ""}, {"id": None}, [{}] * 3, {"en": "x", "zh": "x"}))


def near(value: Any, dice: random.Random) -> Any:
    """Return a value close to one that was there, or a nasty one of any kind."""
    if isinstance(value, bool) or value is None or dice.random() < 0.25:
        return nasty(dice)
    if isinstance(value, int | float):
        try:
            return dice.choice((-value, value + 1, value - 1, value * 2, value / 3, value * 1e6, dice.choice(NUMBERS)))
        except OverflowError:
            return 0
    if isinstance(value, str):
        place = dice.randrange(len(value) + 1)
        added = dice.choice(TEXTS)
        grown = value[:place] + added + value[place:]
        return dice.choice((value[:place], value + added, grown, added, value * 2))[:LONGEST]
    return nasty(dice)


def changed(value: Any, dice: random.Random, pool: list[Any] | None = None) -> Any:
    """Return a copy of a JSON value with one thing in it changed, lost, doubled, moved or grown."""
    spots = list(_spots(value))
    if not spots:
        return near(value, dice)
    holder, key = dice.choice(spots)
    act = dice.randrange(7)
    if act == 0 and isinstance(holder, list):
        holder.insert(dice.randrange(len(holder) + 1), _copy(holder[key]))
    elif act == 1:
        del holder[key]
    elif act == 2 and isinstance(holder, dict):
        holder[dice.choice(("id", "kind", "extra", *map(str, holder)))] = _copy(holder[key])
    elif act == 3:
        other, place = dice.choice(spots)
        holder[key] = _copy(other[place]) if place in other or isinstance(other, list) else None
    elif act == 4 and pool:
        holder[key] = _copy(dice.choice(pool))
    else:
        holder[key] = near(holder[key], dice)
    return value


def _spots(value: Any, depth: int = 0) -> Any:
    if depth > 40:
        return
    if isinstance(value, dict):
        for key in list(value):
            yield value, key
            yield from _spots(value[key], depth + 1)
    elif isinstance(value, list):
        for place in range(len(value)):
            yield value, place
            yield from _spots(value[place], depth + 1)


def _copy(value: Any) -> Any:
    return json.loads(json.dumps(value))


def changed_json(text: str, dice: random.Random) -> str:
    """Return JSON text with some of its values changed; what is no JSON is changed as text."""
    try:
        value = json.loads(text)
        for _ in range(dice.choice((1, 1, 1, 2, 4))):
            value = changed(value, dice)
        return json.dumps(value, ensure_ascii=dice.random() < 0.5)
    except (ValueError, RecursionError, LookupError, TypeError):
        return changed_text(text, dice)


def changed_text(text: str, dice: random.Random) -> str:
    """Return text with a line, a word or a character changed."""
    act = dice.randrange(4)
    if act == 0:
        lines = text.splitlines(keepends=True) or [""]
        place = dice.randrange(len(lines))
        line = lines[place]
        lines[place : place + 1] = dice.choice(([], [line] * 2, [dice.choice(lines)], [near(line, dice)]))
        return "".join(map(str, lines))[:LONGEST]
    words = text.split(" ")
    place = dice.randrange(len(words))
    if act == 1:
        words[place] = str(near(words[place], dice))
    elif act == 2:
        words[place] = str(dice.choice(NUMBERS))
    else:
        words.insert(place, dice.choice(words))
    return " ".join(words)[:LONGEST]
