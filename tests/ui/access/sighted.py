"""Charts as people see them who tell fewer colours apart: what differs by colour differs enough, or by more."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from xml.etree import ElementTree

from dealbuilder.report import svg
from dealbuilder.report.figure import Figure, Scatter, Waterfall
from dealbuilder.report.stacks import Stacks
from dealbuilder.report.theme import Theme
from tests.ui.access.colours import SIGHTS, difference, rgb, seen_as

ENOUGH = 10.0
"""CIEDE2000 from which two marks of one shape are told apart at a glance; 1 is just noticeable side by side."""
ROLES = ("us", "china", "package", "baseline", "observed", "target", "accent", "warn")
"""Colours that mean something in a chart; grid, text and muted marks do not."""
SIZE = (480.0, 300.0)


def signs(drawn: str) -> dict[str, set[str]]:
    """Return by colour what it is drawn with: element, dash, filling, and its words where it is a label."""
    found: dict[str, set[str]] = defaultdict(set)
    for element in ElementTree.fromstring(drawn).iter():
        kind = element.tag.rpartition("}")[2]
        shape = _shape(kind, element)
        for way in ("fill", "stroke"):
            colour = element.get(way, "none")
            if re.fullmatch("#[0-9a-fA-F]{6}", colour):
                dash = "dashed" if element.get("stroke-dasharray") and way == "stroke" else ""
                words = f" “{element.text}”" if kind == "text" else ""
                thin = " faint" if float(element.get(f"{way}-opacity", element.get("opacity", "1"))) < 1 else ""
                found[colour.lower()].add(f"{way} {shape}{dash}{thin}{words}")
    return found


def _shape(kind: str, element: ElementTree.Element) -> str:
    """Return an element with the form of its path: letters without numbers tell a cross from a curve."""
    if kind != "path":
        return kind
    letters = re.sub("[^A-Za-z]", "", element.get("d", ""))
    return f"path {letters}" if len(letters) <= 12 else "path long"


def nearest(one: str, other: str) -> tuple[float, str]:
    """Return the least difference of two colours that anybody sees, and whose sight that is."""
    colours = rgb(one), rgb(other)
    return min((difference(*(seen_as(each, sight) for each in colours)), sight) for sight in SIGHTS)


def _stacked(figure: Stacks, theme: Theme) -> Iterator[str]:
    """Yield layers of one texture on one side of nought whose colours some take for each other."""
    for one, other in combinations(figure.layers, 2):
        least, sight = nearest(theme.colour(one.role), theme.colour(other.role))
        apart = max(one.values.min(), other.values.min()) >= 0 >= min(one.values.max(), other.values.max())
        if least < ENOUGH and one.texture == other.texture and not apart:
            yield f"{theme.name}: {one.label} and {other.label} differ by {least:.1f} with {sight} and by nothing else"


def labelled(figure: Figure) -> bool:
    """Say whether every mark of a map, every bar of a fall has words of its own beside it: then no colour is needed."""
    keys = [mark.key for mark in figure.marks] if isinstance(figure, Scatter) else []
    keys = [step.label for step in figure.steps] if isinstance(figure, Waterfall) else keys
    return bool(keys) and all(keys) and len(set(keys)) == len(keys)


def alike(figure: Figure, theme: Theme) -> Iterator[str]:
    """Yield pairs of meanings that somebody could take for each other in a figure."""
    if labelled(figure):
        return
    if isinstance(figure, Stacks):
        yield from _stacked(figure, theme)
        return
    drawn = signs(svg.draw(figure, theme, *SIZE))
    there = {role: theme.colour(role).lower() for role in ROLES if theme.colour(role).lower() in drawn}
    for one, other in combinations(there, 2):
        if there[one] == there[other]:
            continue
        least, sight = nearest(there[one], there[other])
        if least < ENOUGH and drawn[there[one]] == drawn[there[other]]:
            yield f"{theme.name}: {one} and {other} differ by {least:.1f} with {sight} and by nothing else"
