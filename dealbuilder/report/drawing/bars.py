"""Horizontal bars as SVG: mean, range and baseline of each, with the value printed."""

import math

from dealbuilder.report import axes, wording
from dealbuilder.report.drawing import pen
from dealbuilder.report.figure import Bars
from dealbuilder.report.theme import Theme

NAMES, CROWDED = 0.42, 0.62
"""Share of the width that names may take: two lines each, or one where bars stand too close for two."""


def marks(bars: Bars, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a bar figure."""
    texts = bars.texts or tuple(wording.plain(value) for value in bars.values)
    top = (style.title * 1.5 if heading else 0.0) + style.small * 1.6
    bottom = height - style.small * 1.6
    low, high = bars.x_range
    step = (bottom - top) / len(bars.labels)
    share = NAMES if step > style.text * 2.4 else CROWDED
    left = min(max(pen.text_width(label, style.text) for label in bars.labels) + 6, width * share)
    right = width - max(pen.text_width(words, style.text) for words in texts) - 8

    def place(value: float) -> float:
        return left + (min(max(value, low), high) - low) / (high - low) * (right - left)

    drawn = [pen.text(0, style.title, bars.title, style.title, theme.text, weight=600)] if heading else []
    drawn += _key(bars, theme, style, top - style.small * 0.75, left, width)
    values = axes.ticks(low, high, most=max(2, int((right - left) / 55)))
    for value in values:
        x = place(value)
        drawn.append(pen.line(x, top, x, bottom, theme.border if value == 0 else theme.grid, 0.7))
        name = wording.plain(value, axes.digits(values))
        drawn.append(pen.text(x, bottom + style.small * 1.3, name, style.small, theme.muted, anchor="middle"))
    thick = min(step * 0.56, 14.0)
    for i, label in enumerate(bars.labels):
        y = top + (i + 0.5) * step
        drawn += _label(label, theme, style, left, y)
        value = bars.values[i]
        if math.isfinite(value):
            start, end = sorted((place(max(low, 0.0) if high > 0 else high), place(value)))
            drawn.append(pen.rect(start, y - thick / 2, end - start, thick, theme.band))
            drawn.append(pen.rect(place(value) - 1.4, y - thick / 2, 2.8, thick, theme.package))
        if bars.low and math.isfinite(bars.low[i]) and bars.high[i] > bars.low[i]:
            drawn += _whisker(place(bars.low[i]), place(bars.high[i]), y, thick, theme)
        if bars.reference and math.isfinite(bars.reference[i]):
            x = place(bars.reference[i])
            drawn.append(pen.line(x, y - thick * 0.75, x, y + thick * 0.75, theme.text, 1.6, (2.2, 1.4)))
        drawn.append(pen.text(width, y + style.text * 0.35, texts[i], style.text, theme.text, anchor="end", weight=600))
    return drawn


def _label(label: str, theme: Theme, style: pen.Style, left: float, y: float) -> list[str]:
    parts = pen.wrapped(label, style.text, left - 6)[:2]
    start = y + style.text * 0.35 - (len(parts) - 1) * style.text * 0.58
    return [
        pen.text(left - 5, start + k * style.text * 1.16, part, style.text, theme.text, anchor="end")
        for k, part in enumerate(parts)
    ]


def _whisker(start: float, end: float, y: float, thick: float, theme: Theme) -> list[str]:
    ends = [pen.line(x, y - thick * 0.25, x, y + thick * 0.25, theme.package, 1.1) for x in (start, end)]
    return [pen.line(start, y, end, y, theme.package, 1.1), *ends]


def _key(bars: Bars, theme: Theme, style: pen.Style, y: float, left: float, width: float) -> list[str]:
    mean, span, reference = bars.key
    if not mean:
        return []
    size = style.small
    drawn = [pen.text(0, y, bars.unit, size, theme.muted)]
    x = left
    drawn.append(pen.rect(x, y - size * 0.75, 8, size * 0.8, theme.band))
    drawn.append(pen.rect(x + 6.6, y - size * 0.75, 2.8, size * 0.8, theme.package))
    drawn.append(pen.text(x + 11, y, mean, size, theme.muted))
    x += pen.text_width(mean, size) + 19
    if bars.low:
        drawn.append(pen.line(x, y - size * 0.35, x + 10, y - size * 0.35, theme.package, 1.1))
        drawn += [pen.line(end, y - size * 0.6, end, y - size * 0.1, theme.package, 1.1) for end in (x, x + 10)]
        drawn.append(pen.text(x + 13, y, span, size, theme.muted))
        x += pen.text_width(span, size) + 21
    if bars.reference and x < width - pen.text_width(reference, size):
        drawn.append(pen.line(x + 2, y - size * 0.85, x + 2, y + 1, theme.text, 1.6, (2.2, 1.4)))
        drawn.append(pen.text(x + 6, y, reference, size, theme.muted))
    return drawn
