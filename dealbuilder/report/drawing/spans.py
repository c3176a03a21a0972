"""A time line as SVG: a lane a thing, its name on the left, its span as a bar, dates marked by shape."""

from dealbuilder.report.drawing import pen
from dealbuilder.report.drawing.film import shape
from dealbuilder.report.spans import Spans
from dealbuilder.report.theme import Theme

NAMES = 0.44
"""Share of the width that names may take."""
ELLIPSIS = "…"


def marks(spans: Spans, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a time line."""
    top = style.title * 1.7 if heading else 0.0
    drawn = [pen.text(0, style.title, spans.title, style.title, theme.text, weight=600)] if heading else []
    left = min(NAMES * width, max((pen.text_width(lane.label, style.text) for lane in spans.lanes), default=0.0) + 10)
    right, foot = width - style.small * 1.2, height - style.small * 2.0
    tall = (foot - top) / max(1, len(spans.lanes))
    low, high = spans.x_range

    def x(month: float) -> float:
        return left + (min(max(month, low), high) - low) / ((high - low) or 1.0) * (right - left)

    for at, _ in spans.ticks:
        drawn.append(pen.line(x(at), top, x(at), foot, theme.grid, style.rule))
    half = style.text * 0.42
    for row, lane in enumerate(spans.lanes):
        y = top + tall * (row + 0.5)
        words = shortened(lane.label, style.text, left - 8)
        drawn.append(pen.text(0, y + style.text * 0.35, words, style.text, theme.text))
        colour = theme.colour(lane.role)
        drawn.append(pen.line(x(lane.begin), y, x(lane.end), y, colour, style.stroke))
        drawn += [shape(lane.shape, x(moment), y, half, colour) for moment in lane.moments]
    drawn.append(pen.line(left, foot, right, foot, theme.border, style.rule))
    free = left - 20
    for at, words in spans.ticks:
        wide = pen.text_width(words, style.small) / 2
        if x(at) - wide > free and x(at) + wide <= width:
            y = foot + style.small * 1.45
            drawn.append(pen.text(x(at), y, words, style.small, theme.muted, anchor="middle"))
            free = x(at) + wide + 4
    return drawn


def shortened(words: str, size: float, width: float) -> str:
    """Return words, or as many of their letters as fit a width, with an ellipsis; the table has them whole."""
    if pen.text_width(words, size) <= width:
        return words
    kept = words
    while kept and pen.text_width(kept + ELLIPSIS, size) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS
