"""Reading equations: which names stand in them."""

import re

NAME = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)?")

FUNCTIONS = frozenset(
    ("min", "max", "exp", "ln", "log2", "logit", "sqrt", "clip", "avg", "median", "mod", "left", "E", "P")
)

CONDITIONS = frozenset(("if", "else", "and", "or", "in", "to", "date", "condition", "baseline"))
"""The few words of a condition."""

KINDS = frozenset(("uniform", "triangular", "lognormal", "beta", "exponential", "max", "min", "sum"))
"""Kinds of distributions and of channels, as they head a line."""

OVER = ("Σ", "min_", "max_")
"""How an operation over an index begins."""

CHANNELS = ("x", "sig", "law", "over")
"""What may be asked of a channel: in force, signed, law, signed beyond the law."""


def names(text: str) -> frozenset[str]:
    """Return every name in an equation but functions and words: symbols without indices, and dotted ones whole."""
    found = NAME.findall(text)
    return frozenset(name for name in found if name not in FUNCTIONS | CONDITIONS | KINDS and not name.startswith(OVER))


def channels(text: str) -> frozenset[str]:
    """Return the channels that an equation names."""
    dotted = (name.split(".") for name in names(text) if "." in name)
    return frozenset(member for owner, member in dotted if owner in CHANNELS)


def columns(text: str) -> frozenset[tuple[str, str]]:
    """Return the (table, column) pairs that an equation names, tables by their short names."""
    dotted = (name.split(".") for name in names(text) if "." in name)
    return frozenset((owner, member) for owner, member in dotted if owner not in CHANNELS)


def plain(text: str) -> frozenset[str]:
    """Return the names without a dot, and the owners of those with one."""
    return frozenset(name.partition(".")[0] for name in names(text))
