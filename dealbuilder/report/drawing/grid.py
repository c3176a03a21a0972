"""A heat map as SVG: every cell with its number, the worst cell outlined, the ramp explained."""

import math

from dealbuilder.report import wording
from dealbuilder.report.drawing import pen
from dealbuilder.report.figure import Grid
from dealbuilder.report.theme import Theme

LEGEND = 90.0
TILT = -38.0


def marks(grid: Grid, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a heat map."""
    left = max(pen.text_width(row, style.text) for row in grid.rows) + 6
    wide = (width - left) / len(grid.columns)
    heads = [pen.wrapped(column, style.small, wide - 2) for column in grid.columns]
    tilted = any(pen.text_width(part, style.small) > wide for head in heads for part in head)
    tall = max(len(head) for head in heads) * style.small * 1.15
    if tilted:
        wide -= pen.text_width(grid.columns[-1], style.small) * 0.7 / len(grid.columns)
        heads = [[column] for column in grid.columns]
        tall = max(pen.text_width(column, style.small) for column in grid.columns) * math.sin(math.radians(-TILT)) + 6
    top = (style.title * 1.6 if heading else 0.0) + tall + 3
    high = (height - top - 1) / len(grid.rows)
    drawn = [pen.text(0, style.title, grid.title, style.title, theme.text, weight=600)] if heading else []
    if heading:
        drawn += _legend(grid, theme, style, width)
    for j, head in enumerate(heads):
        x = left + (j + 0.5) * wide
        if tilted:
            drawn.append(pen.text(x - wide / 4, top - 3, head[0], style.small, theme.muted, turn=TILT))
            continue
        for k, part in enumerate(head):
            y = top - 3 - (len(head) - 1 - k) * style.small * 1.15
            drawn.append(pen.text(x, y, part, style.small, theme.muted, anchor="middle"))
    for i, row in enumerate(grid.rows):
        y = top + (i + 0.5) * high
        drawn.append(pen.text(left - 5, y + style.text * 0.35, row, style.text, theme.text, anchor="end"))
        drawn += [
            _cell(grid, theme, style, i, j, left + j * wide, top + i * high, wide, high)
            for j in range(len(heads))
            if (i, j) != grid.worst
        ]
    if grid.worst is not None:
        i, j = grid.worst
        x, y = left + j * wide, top + i * high
        drawn.append(pen.rect(x + 0.2, y + 0.2, wide - 0.4, high - 0.4, theme.text))
        drawn.append(pen.rect(x + 1.3, y + 1.3, wide - 2.6, high - 2.6, theme.background))
        drawn.append(_cell(grid, theme, style, i, j, x, y, wide, high, 1.9))
    return drawn


def _cell(
    grid: Grid,
    theme: Theme,
    style: pen.Style,
    i: int,
    j: int,
    x: float,
    y: float,
    wide: float,
    high: float,
    gap: float = 0.5,
) -> str:
    value = float(grid.values[i, j])
    middle, base = x + wide / 2, y + high / 2 + style.small * 0.35
    if math.isnan(value):
        return pen.text(middle, base, "·", style.small, theme.muted, anchor="middle")
    fill = theme.heat(value)
    words = wording.plain(value, 0)
    return pen.rect(x + gap, y + gap, wide - 2 * gap, high - 2 * gap, fill) + pen.text(
        middle, base, words, style.small, theme.ink(fill), anchor="middle"
    )


def _legend(grid: Grid, theme: Theme, style: pen.Style, width: float) -> list[str]:
    steps, size = 12, style.small
    end = pen.text_width(grid.scale[1], size)
    right = width - end - 4
    drawn = [
        pen.rect(right - LEGEND + i * LEGEND / steps, 2, LEGEND / steps + 0.2, size, theme.heat(100 * i / (steps - 1)))
        for i in range(steps)
    ]
    drawn.append(pen.text(right - LEGEND - 4, size, grid.scale[0], size, theme.muted, anchor="end"))
    drawn.append(pen.text(right + 4, size, grid.scale[1], size, theme.muted))
    return drawn
