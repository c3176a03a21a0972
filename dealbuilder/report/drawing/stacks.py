"""Stacks as SVG: a column a month, layers up and down from nought, their sum as a line, a key below."""

import numpy as np

from dealbuilder.report import axes, wording
from dealbuilder.report.drawing import pen
from dealbuilder.report.drawing.chart import Plot
from dealbuilder.report.stacks import Layer, Stacks
from dealbuilder.report.theme import Theme

GAP = 0.14
"""Share of a month left free between columns."""
LEAST = 0.15
"""Height in points below which a part is not drawn."""


def marks(stacks: Stacks, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of stacks."""
    values = axes.ticks(*stacks.y_range, most=max(2, min(5, int(height / 40))))
    names = [wording.plain(value, axes.digits(values)) for value in values]
    top = style.title * 1.5 if heading else 0.0
    key = _key_lines(stacks, style, width)
    x_range = (float(stacks.x[0]) - 0.5, float(stacks.x[-1]) + 0.5)
    plot = Plot(
        left=max((pen.text_width(name, style.small) for name in names), default=0.0) + 6,
        top=top + style.small * 2.1,
        right=width - 4,
        bottom=height - style.small * (2.4 + 1.9 * len(key)),
        x_range=x_range,
        y_range=stacks.y_range,
    )
    drawn = [pen.text(0, style.title, stacks.title, style.title, theme.text, weight=600)] if heading else []
    drawn.append(pen.text(0, top + style.small, stacks.unit, style.small, theme.muted))
    for value, name in zip(values, names, strict=True):
        y = plot.y(value)
        drawn.append(pen.line(plot.left, y, plot.right, y, theme.border if value == 0 else theme.grid, style.rule))
        drawn.append(pen.text(plot.left - 4, y + style.small * 0.35, name, style.small, theme.muted, anchor="end"))
    drawn += _columns(stacks, theme, plot, style)
    drawn.append(pen.line(plot.left, plot.y(0.0), plot.right, plot.y(0.0), theme.muted, style.rule))
    points = [
        (plot.x(float(x) + half), plot.y(float(y)))
        for x, y in zip(stacks.x, stacks.total, strict=True)
        for half in (-0.5, 0.5)
    ]
    # A pale rim keeps the line apart from the columns behind it.
    drawn.append(pen.polyline(points, theme.background, style.stroke * 1.8))
    drawn.append(pen.polyline(points, theme.text, style.stroke))
    drawn += _axis(stacks, theme, plot, style, width)
    drawn += _key(stacks, key, theme, style, height)
    return drawn


def _columns(stacks: Stacks, theme: Theme, plot: Plot, style: pen.Style) -> list[str]:
    drawn: list[str] = []
    for at, x in enumerate(stacks.x):
        left, right = plot.x(float(x) - 0.5 + GAP / 2), plot.x(float(x) + 0.5 - GAP / 2)
        up = down = 0.0
        for layer in stacks.layers:
            value = float(layer.values[at])
            start = up if value > 0 else down
            end = start + value
            up, down = (end, down) if value > 0 else (up, end)
            high, low = plot.y(max(start, end)), plot.y(min(start, end))
            if low - high > LEAST:
                drawn.append(_part(layer, theme, left, high, right - left, low - high, style.rule))
    return drawn


def _part(layer: Layer, theme: Theme, x: float, y: float, width: float, height: float, rule: float) -> str:
    """Return one part in its colour and texture."""
    colour = theme.colour(layer.role)
    if layer.texture == "solid":
        return pen.rect(x, y, width, height, colour)
    if layer.texture == "open":
        edge = min(rule, width / 4, height / 3)
        inner = pen.rect(x + edge, y + edge, width - 2 * edge, height - 2 * edge, theme.background)
        return pen.rect(x, y, width, height, colour) + inner
    if layer.texture == "ruled":
        middle = x + width / 2
        thick = min(rule * 1.4, width / 3)
        return pen.rect(x, y, width, height, colour) + pen.line(middle, y, middle, y + height, theme.background, thick)
    step = rule * (7.0 if layer.texture == "coarse" else 3.2)
    lines = (pen.line(x, y + at, x + width, y + at, theme.background, rule) for at in np.arange(step, height, step))
    return pen.rect(x, y, width, height, colour) + "".join(lines)


def _axis(stacks: Stacks, theme: Theme, plot: Plot, style: pen.Style, width: float) -> list[str]:
    drawn: list[str] = []
    free = plot.left - 10
    for at, words in stacks.ticks:
        x, half = plot.x(at), pen.text_width(words, style.small) / 2
        drawn.append(pen.line(x, plot.bottom, x, plot.bottom + 2.5, theme.border, style.rule))
        if x - half > free and x + half <= width:
            y = plot.bottom + style.small * 1.45
            drawn.append(pen.text(x, y, words, style.small, theme.muted, anchor="middle"))
            free = x + half + 4
    return drawn


def _key_lines(stacks: Stacks, style: pen.Style, width: float) -> list[list[Layer | None]]:
    """Return the entries of the key in lines; None is the line of the sum."""
    lines: list[list[Layer | None]] = []
    used = width
    for entry in (None, *stacks.layers):
        wide = _wide(stacks, entry, style)
        if used + wide > width:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += wide
    return lines


def _wide(stacks: Stacks, entry: Layer | None, style: pen.Style) -> float:
    return pen.text_width(entry.label if entry else stacks.total_label, style.small) + style.small * 3.0


def _key(stacks: Stacks, lines: list[list[Layer | None]], theme: Theme, style: pen.Style, height: float) -> list[str]:
    drawn: list[str] = []
    size = style.small
    for row, line in enumerate(lines):
        x, base = 0.0, height - size * (1.9 * (len(lines) - row) - 1.2)
        for entry in line:
            if entry is None:
                drawn.append(
                    pen.line(x, base - size * 0.35, x + size * 1.4, base - size * 0.35, theme.text, style.stroke)
                )
            else:
                drawn.append(_part(entry, theme, x, base - size * 0.85, size * 1.4, size, style.rule))
            words = entry.label if entry else stacks.total_label
            drawn.append(pen.text(x + size * 1.8, base, words, size, theme.text))
            x += _wide(stacks, entry, style)
    return drawn
