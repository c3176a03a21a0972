"""A map as SVG: points by two scores with their ranges as crosses, targets as lines, names beside the points."""

from dealbuilder.report import axes, wording
from dealbuilder.report.drawing import pen
from dealbuilder.report.drawing.chart import Plot
from dealbuilder.report.drawing.places import Box, beside
from dealbuilder.report.figure import Ellipse, Mark, Scatter
from dealbuilder.report.theme import Theme

RADIUS = 3.2
"""Of a point's mark, in points of paper at a stroke of 1.6."""
NAMED = ("package", "text")
"""Roles whose names are set in the colour of text; others step back."""


def marks(figure: Scatter, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a map."""
    top = style.title * 1.5 if heading else 0.0
    across = axes.ticks(*figure.x_range, most=max(2, int(width / 80)))
    down = axes.ticks(*figure.y_range, most=max(2, int(height / 40)))
    names = [wording.plain(value, axes.digits(down)) for value in down]
    left = max((pen.text_width(name, style.small) for name in names), default=0.0) + 6
    plot = Plot(
        left=left,
        top=top + style.small * 2.1,
        right=width - style.small,
        bottom=height - style.small * 3.1,
        x_range=figure.x_range,
        y_range=figure.y_range,
    )
    drawn = [pen.text(0, style.title, figure.title, style.title, theme.text, weight=600)] if heading else []
    drawn.append(pen.text(0, top + style.small, figure.y_title, style.small, theme.muted))
    drawn.append(pen.text(plot.right, height - 2, figure.x_title, style.small, theme.muted, anchor="end"))
    for value, name in zip(down, names, strict=True):
        y = plot.y(value)
        drawn.append(pen.line(plot.left, y, plot.right, y, theme.border if value == 0 else theme.grid, 0.7))
        drawn.append(pen.text(plot.left - 4, y + style.small * 0.35, name, style.small, theme.muted, anchor="end"))
    for value in across:
        x = plot.x(value)
        drawn.append(pen.line(x, plot.top, x, plot.bottom, theme.border if value == 0 else theme.grid, 0.7))
        name = wording.plain(value, axes.digits(across))
        drawn.append(pen.text(x, plot.bottom + style.small * 1.35, name, style.small, theme.muted, anchor="middle"))
    for ellipse in figure.ellipses:
        drawn.append(_ellipse(ellipse, theme, plot, style))
    drawn += _rules(figure, theme, plot, style)
    for mark in () if figure.ellipses else figure.marks:
        drawn += _ranges(mark, theme, plot, style, figure.faint)
    for mark in figure.marks:
        drawn.append(_mark(mark, theme, plot, style))
    return drawn + _names(figure, theme, plot, style)


def _rules(figure: Scatter, theme: Theme, plot: Plot, style: pen.Style) -> list[str]:
    drawn: list[str] = []
    for rule in figure.rules:
        if rule.axis == "x":
            x = plot.x(rule.value)
            drawn.append(pen.line(x, plot.top, x, plot.bottom, theme.target, 1.0, theme.dashed))
            # To the left of its line, unless the words would run out of the picture there.
            fits = x - 3 - pen.text_width(rule.label, style.small) > 0
            place, anchor = (x - 3, "end") if fits else (x + 3, "start")
            drawn.append(pen.text(place, plot.top + style.small, rule.label, style.small, theme.target, anchor=anchor))
        else:
            y = plot.y(rule.value)
            drawn.append(pen.line(plot.left, y, plot.right, y, theme.target, 1.0, theme.dashed))
            drawn.append(pen.text(plot.right, y - 3, rule.label, style.small, theme.target, anchor="end"))
    return drawn


def _ellipse(ellipse: Ellipse, theme: Theme, plot: Plot, style: pen.Style) -> str:
    points = [(plot.x(x), plot.y(y)) for x, y in zip(*ellipse.outline(), strict=True)]
    return pen.polyline(
        points, theme.colour(ellipse.role), style.stroke * 0.6 * ellipse.thick, theme.dash(ellipse.style)
    )


def _ranges(mark: Mark, theme: Theme, plot: Plot, style: pen.Style, faint: bool) -> list[str]:
    colour = theme.band if faint and mark.role == "package" else theme.colour(mark.role)
    x, y, thick = plot.x(mark.x), plot.y(mark.y), style.stroke * 0.5
    return [
        pen.line(plot.x(mark.x_span[0]), y, plot.x(mark.x_span[1]), y, colour, thick),
        pen.line(x, plot.y(mark.y_span[0]), x, plot.y(mark.y_span[1]), colour, thick),
    ]


def _mark(mark: Mark, theme: Theme, plot: Plot, style: pen.Style) -> str:
    x, y, colour = plot.x(mark.x), plot.y(mark.y), theme.colour(mark.role)
    reach = RADIUS * style.stroke / 1.6
    if mark.shape == "cross":
        return "".join(
            pen.line(x - reach, y + slope * reach, x + reach, y - slope * reach, colour, style.stroke)
            for slope in (-1.0, 1.0)
        )
    if mark.shape == "diamond":
        return pen.area(
            [(x, y - reach * 1.4), (x + reach * 1.4, y), (x, y + reach * 1.4), (x - reach * 1.4, y)], colour
        )
    return pen.dot(x, y, reach, colour, theme.background)


def _names(figure: Scatter, theme: Theme, plot: Plot, style: pen.Style) -> list[str]:
    points = [(plot.x(mark.x), plot.y(mark.y)) for mark in figure.marks]
    sizes = [(pen.text_width(mark.key, style.small), style.small * 1.15) for mark in figure.marks]
    frame = (plot.left, plot.top, plot.right, plot.bottom)
    arms: list[Box] = []
    for mark, (x, y) in () if figure.ellipses else zip(figure.marks, points, strict=True):
        ends, heights = sorted(map(plot.x, mark.x_span)), sorted(map(plot.y, mark.y_span))
        arms += [(ends[0], y, ends[1], y), (x, heights[0], x, heights[1])]
    corners = beside(points, sizes, frame, RADIUS * style.stroke / 1.6, arms)
    drawn: list[str] = []
    for mark, (x, y), (width, height) in zip(figure.marks, corners, sizes, strict=True):
        # What lies behind a name is kept from running through it.
        drawn.append(pen.rect(x, y + 1.0, width, height - 1.5, theme.background))
        colour = theme.text if mark.role in NAMED else theme.muted
        drawn.append(pen.text(x, y + style.small * 0.9, mark.key, style.small, colour))
    return drawn
