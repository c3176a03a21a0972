"""A waterfall as SVG: from one value to another, a bar a clause that points the way it moves the value."""

import math

from dealbuilder.report import axes, wording
from dealbuilder.report.drawing import pen, side_mark
from dealbuilder.report.figure import Waterfall
from dealbuilder.report.theme import Theme

NAMES = 0.42
"""Most of the width that names may take."""
LEAST = 1.2
"""Least width of a bar, in points."""


def marks(fall: Waterfall, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a waterfall."""
    drawn = [pen.text(0, style.title, fall.title, style.title, theme.text, weight=600)] if heading else []
    head = style.title * 1.5 if heading else 0.0
    drawn += _key(fall, theme, style, head + style.small, width)
    top, bottom = head + style.small * 1.8, height - style.small * 1.6
    rows = [fall.first, *((step.label, step.value, step.text) for step in fall.steps), fall.last]
    pace = (bottom - top) / len(rows)
    badge = style.text * 0.9
    wanted = max(pen.text_width(label, style.text) for label, _, _ in rows) + badge * 1.5 + 8
    left = min(wanted, width * NAMES)
    right = width - max(pen.text_width(text, style.text) for _, _, text in rows) * 1.08 - 8
    low, high = fall.x_range

    def place(value: float) -> float:
        return left + (min(max(value, low), high) - low) / (high - low) * (right - left)

    drawn += _axis(fall, theme, style, (left, right), (top, bottom))
    thick = min(pace * 0.6, style.text * 1.6)
    reached = fall.first[1]
    for row, (label, value, text) in enumerate(rows):
        y = top + (row + 0.5) * pace
        end = row in (0, len(rows) - 1)
        drawn += _name(label, theme, style, (left - badge * 1.5 - 4, y), pace, bold=end)
        drawn.append(
            pen.text(
                width, y + style.text * 0.35, text, style.text, theme.text, anchor="end", weight=600 if end else 400
            )
        )
        if end:
            x = place(value)
            drawn.append(pen.rect(x - 1.4, y - thick * 0.7, 2.8, thick * 1.4, theme.package if row else theme.baseline))
        else:
            step = fall.steps[row - 1]
            drawn += side_mark.mark(step.side, left - badge * 0.75 - 3, y, badge, theme)
            drawn += _bar(place(reached), place(reached + value), y, thick, side_mark.tint(step.side, theme), theme)
            reached += value
            if math.isfinite(step.error) and step.error > 0:
                drawn += _whisker(place(reached - step.error), place(reached + step.error), y, thick, theme)
        if row < len(rows) - 1:
            x = place(reached)
            drawn.append(pen.line(x, y + thick / 2, x, y + pace - thick / 2, theme.muted, 0.6, (1.5, 1.5)))
    return drawn


def _axis(
    fall: Waterfall, theme: Theme, style: pen.Style, across: tuple[float, float], down: tuple[float, float]
) -> list[str]:
    (left, right), (top, bottom), (low, high) = across, down, fall.x_range
    drawn: list[str] = []
    values = axes.ticks(low, high, most=max(2, int((right - left) / (style.small * 7))))
    for value in values:
        x = left + (value - low) / (high - low) * (right - left)
        drawn.append(pen.line(x, top, x, bottom, theme.border if value == 0 else theme.grid, style.rule))
        name = wording.plain(value, axes.digits(values))
        drawn.append(pen.text(x, bottom + style.small * 1.3, name, style.small, theme.muted, anchor="middle"))
    return drawn


def _name(
    label: str, theme: Theme, style: pen.Style, end: tuple[float, float], pace: float, *, bold: bool
) -> list[str]:
    """Return a label that ends at a place, on two lines where rows are high enough, cut where it is too long."""
    most = 2 if pace > style.text * 2.4 else 1
    x, y = end
    lines = pen.wrapped(label, style.text, x)
    if len(lines) > most:
        lines = lines[:most]
        while len(lines[-1]) > 1 and pen.text_width(lines[-1] + "…", style.text) > x:
            lines[-1] = lines[-1][:-1]
        lines[-1] = lines[-1].rstrip() + "…"
    start = y + style.text * 0.35 - (len(lines) - 1) * style.text * 0.58
    return [
        pen.text(
            x, start + k * style.text * 1.16, part, style.text, theme.text, anchor="end", weight=600 if bold else 400
        )
        for k, part in enumerate(lines)
    ]


def _bar(start: float, end: float, y: float, thick: float, fill: str, theme: Theme) -> list[str]:
    """Return a bar that points from its start to its end."""
    if abs(end - start) < LEAST:
        return [pen.rect(min(start, end), y - thick / 2, max(abs(end - start), LEAST), thick, fill)]
    tip = math.copysign(min(abs(end - start), thick * 0.4), end - start)
    half = thick / 2
    points = [(start, y - half), (end - tip, y - half), (end, y), (end - tip, y + half), (start, y + half)]
    return [pen.area(points, fill)]


def _whisker(start: float, end: float, y: float, thick: float, theme: Theme) -> list[str]:
    ends = [pen.line(x, y - thick * 0.25, x, y + thick * 0.25, theme.text, 1.0) for x in (start, end)]
    return [pen.line(start, y, end, y, theme.text, 1.0), *ends]


def _key(fall: Waterfall, theme: Theme, style: pen.Style, y: float, width: float) -> list[str]:
    drawn = [pen.text(0, y, fall.unit, style.small, theme.muted)]
    if pen.text_width(fall.unit + fall.key, style.small) + 2 * style.small < width:
        drawn.append(pen.text(width, y, fall.key, style.small, theme.muted, anchor="end"))
    return drawn
