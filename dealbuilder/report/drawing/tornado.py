"""A tornado as SVG: two halves a bar that differ in more than colour, the flip at the bar's end, centre and line."""

from dealbuilder.report import axes, wording
from dealbuilder.report.drawing import pen
from dealbuilder.report.theme import Theme
from dealbuilder.report.tornado import Tornado

NAMES, SAID = 0.4, 0.24
"""Most of the width that names, and what is said at the end of a bar, may take."""
THICK = 13.0


def marks(figure: Tornado, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a tornado."""
    top = (style.title * 1.5 if heading else 0.0) + style.small * 3.2
    bottom = height - style.small * 1.6
    step = (bottom - top) / max(len(figure.labels), 1)
    named = max((pen.text_width(text, style.text) for text in figure.labels), default=0.0)
    ranged = max((pen.text_width(text, style.small) for text in figure.ranges), default=0.0)
    left = min(max(named, ranged) + 8, width * NAMES)
    said = max((pen.text_width(text, style.small) for text in figure.flips), default=0.0)
    right = width - max(min(said + 8, width * SAID), style.small * 2)
    low, high = figure.x_range

    def place(value: float) -> float:
        return left + (min(max(value, low), high) - low) / (high - low) * (right - left)

    drawn = [pen.text(0, style.title, figure.title, style.title, theme.text, weight=600)] if heading else []
    drawn += _key(figure, theme, style, top - style.small * 2.1)
    values = axes.ticks(low, high, most=max(2, int((right - left) / 55)))
    for value in values:
        x = place(value)
        drawn.append(pen.line(x, top, x, bottom, theme.grid, style.rule))
        name = wording.plain(value, axes.digits(values))
        drawn.append(pen.text(x, bottom + style.small * 1.3, name, style.small, theme.muted, anchor="middle"))
    thick = min(step * 0.56, THICK * style.text / 8.0)
    for i, label in enumerate(figure.labels):
        y = top + (i + 0.5) * step
        drawn += _label(label, figure.ranges[i], theme, style, left, y, step)
        drawn += _bar(place(figure.centre), place(figure.low[i]), place(figure.high[i]), y, thick, theme)
        end = max(place(figure.low[i]), place(figure.high[i]), place(figure.centre))
        drawn += _said(figure.flips[i], theme, style, end + 5, width - end - 5, y)
    return drawn + _lines(figure, theme, style, place, top, bottom)


def _bar(centre: float, low: float, high: float, y: float, thick: float, theme: Theme) -> list[str]:
    """Return a bar: hollow towards the low figure, filled towards the high one; the longer half lies behind."""
    halves = sorted(((low, False), (high, True)), key=lambda half: -abs(half[0] - centre))
    drawn: list[str] = []
    for end, filled in halves:
        start, stop = sorted((centre, end))
        fill = theme.package if filled else theme.background
        drawn.append(pen.rect(start, y - thick / 2, stop - start, thick, fill, theme.package, 1.1))
    return drawn


def _label(label: str, figures: str, theme: Theme, style: pen.Style, left: float, y: float, step: float) -> list[str]:
    room = step > style.text * 1.16 + style.small * 1.3
    lines = pen.wrapped(label, style.text, left - 8)
    most = max(1, int((step - (style.small * 1.2 if room else 0.0)) / (style.text * 1.16)))
    shown = lines[:most]
    if len(lines) > most:
        shown[-1] = shown[-1].rstrip() + "…"
    tall = len(shown) * style.text * 1.16 + (style.small * 1.2 if room else 0.0)
    start = y - tall / 2 + style.text * 0.95
    drawn = [
        pen.text(left - 6, start + k * style.text * 1.16, part, style.text, theme.text, anchor="end")
        for k, part in enumerate(shown)
    ]
    if room:
        below = start + len(shown) * style.text * 1.16
        drawn.append(pen.text(left - 6, below, figures, style.small, theme.muted, anchor="end"))
    return drawn


def _said(words: str, theme: Theme, style: pen.Style, x: float, width: float, y: float) -> list[str]:
    if not words:
        return []
    parts = pen.wrapped(words, style.small, width)[:2]
    start = y + style.small * 0.35 - (len(parts) - 1) * style.small * 0.58
    return [
        pen.text(x, start + k * style.small * 1.16, part, style.small, theme.text, weight=600)
        for k, part in enumerate(parts)
    ]


def _lines(figure: Tornado, theme: Theme, style: pen.Style, place, top: float, bottom: float) -> list[str]:  # noqa: ANN001
    size, x = style.small, place(figure.centre)
    drawn = [pen.line(x, top - 2, x, bottom, theme.text, style.stroke * 0.7)]
    words = [(x, figure.centre_text, theme.text)]
    if figure.lined() and figure.x_range[0] <= figure.line <= figure.x_range[1]:
        at = place(figure.line)
        drawn.append(pen.line(at, top - 2, at, bottom, theme.target, style.stroke * 0.8, theme.dashed))
        words.append((at, figure.line_text, theme.target))
    words.sort()
    for number, (at, text, colour) in enumerate(words):
        # Two words over neighbouring lines turn away from one another.
        anchor = "middle" if len(words) == 1 else ("end" if number == 0 else "start")
        drawn.append(pen.text(at, top - size * 0.6, text, size, colour, anchor=anchor, weight=600))
    return drawn


def _key(figure: Tornado, theme: Theme, style: pen.Style, y: float) -> list[str]:
    size, x = style.small, 0.0
    drawn: list[str] = []
    for text, filled in zip(figure.key, (False, True), strict=True):
        fill = theme.package if filled else theme.background
        drawn.append(pen.rect(x, y - size * 0.75, size * 1.3, size * 0.8, fill, theme.package, 1.1))
        drawn.append(pen.text(x + size * 1.8, y, text, size, theme.muted))
        x += size * 1.8 + pen.text_width(text, size) + size * 1.5
    drawn.append(pen.text(x, y, figure.unit, size, theme.muted))
    return drawn
