"""A film-strip as SVG: panels of held values on one time axis, rounds behind them, flags in rows below, a key."""

import math
from dataclasses import dataclass

from dealbuilder.report import axes, wording
from dealbuilder.report.drawing import pen
from dealbuilder.report.strip import Flag, Panel, Strip
from dealbuilder.report.theme import Theme

ROWS = 3
"""Rows of flags; where more fall on one moment, the rest is drawn on the last row."""
FLAG = 3.2
"""Half the size of a flag, in points at scale 1."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the time axis lies: left and right end of it in points, and the minutes they stand for."""

    left: float
    right: float
    x_range: tuple[float, float]

    def x(self, minutes: float) -> float:
        """Return the horizontal place of a moment."""
        low, high = self.x_range
        return self.left + (min(max(minutes, low), high) - low) / ((high - low) or 1.0) * (self.right - self.left)

    def minutes(self, x: float) -> float:
        """Return the moment at a horizontal place."""
        low, high = self.x_range
        return low + (x - self.left) / ((self.right - self.left) or 1.0) * (high - low)


def place(strip: Strip, width: float, style: pen.Style) -> Place:
    """Return where the time axis lies in a picture of a width; the screen's cursor needs it too."""
    names = [name for panel in strip.panels for name in _ticks(panel)[1]]
    left = max((pen.text_width(name, style.small) for name in names), default=0.0) + 6
    ends = [pen.text_width(words, style.text) for panel in strip.panels for words in _end(panel)]
    return Place(left, width - max(ends, default=0.0) - 8, strip.x_range)


def marks(strip: Strip, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a strip."""
    at = place(strip, width, style)
    top = style.title * 1.5 if heading else 0.0
    drawn = [pen.text(0, style.title, strip.title, style.title, theme.text, weight=600)] if heading else []
    half = FLAG * style.text / 8.0
    rows = _rows(strip, at, half)
    foot = style.small * 1.7
    key = style.small * 1.9 * len(_key_lines(strip, style, width))
    flags = (max(rows, default=-1) + 1) * half * 2.6
    first, bottom = top + style.small * 1.6, height - foot - key - flags
    drawn += _spans(strip, theme, at, style, top, bottom)
    for flag, row in zip(strip.flags, rows, strict=True):
        y = bottom + half * (1.4 + 2.6 * row)
        drawn.append(pen.line(at.x(flag.x), first, at.x(flag.x), y - half, theme.grid, 0.5))
    tall = (bottom - first) / max(1, len(strip.panels))
    for i, panel in enumerate(strip.panels):
        start = first + i * tall
        drawn += _panel(panel, theme, at, style, start + style.small * 1.5, start + tall - style.small * 0.7)
    for flag, row in zip(strip.flags, rows, strict=True):
        drawn.append(shape(flag.shape, at.x(flag.x), bottom + half * (1.4 + 2.6 * row), half, theme.colour(flag.role)))
    drawn += _axis(strip, theme, at, style, bottom + flags, width)
    drawn += _key(strip, theme, style, width, height - key + style.small * 0.6, half)
    return drawn


def shape(kind: str, x: float, y: float, half: float, colour: str) -> str:
    """Return a flag of one of the six shapes around (x, y)."""
    if kind == "circle":
        return pen.dot(x, y, half, colour, colour)
    if kind == "square":
        return pen.rect(x - half * 0.9, y - half * 0.9, half * 1.8, half * 1.8, colour)
    if kind == "cross":
        arms = ((x - half, y - half, x + half, y + half), (x - half, y + half, x + half, y - half))
        return "".join(pen.line(*arm, colour, half * 0.5) for arm in arms)
    return pen.area([(x + half * dx, y + half * dy) for dx, dy in OUTLINES[kind]], colour)


OUTLINES = {
    "triangle": ((0, -1.15), (1.1, 0.95), (-1.1, 0.95)),
    "diamond": ((0, -1.25), (1.0, 0), (0, 1.25), (-1.0, 0)),
    "star": tuple(
        (
            math.sin(math.pi * k / 5) * (1.3 if k % 2 == 0 else 0.55),
            -math.cos(math.pi * k / 5) * (1.3 if k % 2 == 0 else 0.55),
        )
        for k in range(10)
    ),
}
"""Corners of the filled shapes, in halves of a flag."""


def _ticks(panel: Panel) -> tuple[tuple[float, ...], list[str]]:
    values = axes.ticks(*panel.y_range, most=4)
    return values, [wording.plain(value, axes.digits(values)) for value in values]


def _end(panel: Panel) -> tuple[str, str]:
    """Return what stands at the end of a panel's line: the last value, and its change below."""
    known = panel.y[~(panel.y != panel.y)]
    return (wording.plain(float(known[-1]), panel.digits) if len(known) else "", panel.change)


def _spans(strip: Strip, theme: Theme, at: Place, style: pen.Style, top: float, bottom: float) -> list[str]:
    drawn: list[str] = []
    for i, span in enumerate(strip.spans):
        left, right = at.x(span.start), at.x(span.end)
        if i % 2 == 0:
            drawn.append(pen.rect(left, top, right - left, bottom - top, theme.surface))
        drawn.append(pen.line(left, top, left, bottom, theme.border, 0.7))
        if pen.text_width(span.label, style.small) <= right - left - 4:
            drawn.append(pen.text(left + 3, top + style.small * 1.15, span.label, style.small, theme.muted))
    return drawn


def _panel(panel: Panel, theme: Theme, at: Place, style: pen.Style, top: float, bottom: float) -> list[str]:
    low, high = panel.y_range

    def y(value: float) -> float:
        return bottom - (min(max(value, low), high) - low) / ((high - low) or 1.0) * (bottom - top)

    values, names = _ticks(panel)
    drawn: list[str] = []
    for value, name in zip(values, names, strict=True):
        drawn.append(pen.line(at.left, y(value), at.right, y(value), theme.border if value == 0 else theme.grid, 0.7))
        drawn.append(pen.text(at.left - 4, y(value) + style.small * 0.35, name, style.small, theme.muted, anchor="end"))
    label = f"{panel.label}, {panel.unit}"
    wide = pen.text_width(label, style.small)
    drawn.append(pen.rect(at.left + 2, top - style.small * 1.35, wide, style.small * 1.25, theme.background))
    drawn.append(pen.text(at.left + 4, top - style.small * 0.4, label, style.small, theme.text))
    known = [(at.x(float(x)), y(float(v))) for x, v in zip(panel.x, panel.y, strict=True) if math.isfinite(v)]
    held: list[tuple[float, float]] = []
    for x, height in known:
        held += [(x, held[-1][1])] if held else []
        held.append((x, height))
    if held:
        held.append((at.right, held[-1][1]))
        drawn.append(pen.polyline(held, theme.package, style.stroke))
        drawn += [pen.dot(x, height, 2.1 * style.text / 8.0, theme.package, theme.background) for x, height in known]
        value, change = _end(panel)
        level = min(max(held[-1][1], top + style.text * 0.2), bottom - style.text * (1.0 if change else 0.0))
        drawn.append(pen.text(at.right + 4, level + style.text * 0.35, value, style.text, theme.package, weight=600))
        drawn.append(pen.text(at.right + 4, level + style.text * 1.5, change, style.small, theme.muted))
    return drawn


def _rows(strip: Strip, at: Place, half: float) -> list[int]:
    """Return the row of each flag, so that flags close in time stand above one another."""
    free = [-math.inf] * ROWS
    rows: list[int] = []
    for flag in strip.flags:
        x = at.x(flag.x)
        row = next((i for i, end in enumerate(free) if x - half * 2.2 >= end), ROWS - 1)
        free[row] = x
        rows.append(row)
    return rows


def _axis(strip: Strip, theme: Theme, at: Place, style: pen.Style, y: float, width: float) -> list[str]:
    drawn: list[str] = [pen.line(at.left, y, at.right, y, theme.border, 0.7)]
    free = at.left - 24
    for minutes, words in strip.ticks:
        x, half = at.x(minutes), pen.text_width(words, style.small) / 2
        drawn.append(pen.line(x, y, x, y + 2.5, theme.border, 0.7))
        if x - half > free and x + half <= width:
            drawn.append(pen.text(x, y + style.small * 1.4, words, style.small, theme.muted, anchor="middle"))
            free = x + half + 4
    return drawn


def _kinds(strip: Strip) -> list[Flag]:
    return list({(flag.shape, flag.role): flag for flag in strip.flags}.values())


def _key_lines(strip: Strip, style: pen.Style, width: float) -> list[list[Flag]]:
    lines: list[list[Flag]] = []
    used = width
    for flag in _kinds(strip):
        wide = pen.text_width(flag.word, style.small) + style.small * 2.4
        if used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append(flag)
        used += wide
    return lines


def _key(strip: Strip, theme: Theme, style: pen.Style, width: float, y: float, half: float) -> list[str]:
    drawn: list[str] = []
    for i, line in enumerate(_key_lines(strip, style, width)):
        x, base = half, y + i * style.small * 1.9 + style.small * 0.4
        for flag in line:
            drawn.append(shape(flag.shape, x, base - style.small * 0.35, half, theme.colour(flag.role)))
            drawn.append(pen.text(x + half * 1.9, base, flag.word, style.small, theme.muted))
            x += pen.text_width(flag.word, style.small) + style.small * 2.4
    return drawn
