"""A cloud of worlds as SVG: crosses fail, small dots do not, and the box that the rule draws."""

import math

from dealbuilder.report import axes, wording
from dealbuilder.report.cloud import Cloud
from dealbuilder.report.drawing import pen
from dealbuilder.report.drawing.chart import Plot
from dealbuilder.report.theme import Theme

REACH = 2.2
"""Of a cross, in points of paper at a stroke of 1.6."""


def marks(figure: Cloud, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a cloud."""
    top = style.title * 1.5 if heading else 0.0
    across = axes.ticks(*figure.x_range, most=max(2, int(width / 80)))
    down = axes.ticks(*figure.y_range, most=max(2, int(height / 40)))
    names = [wording.plain(value, axes.digits(down)) for value in down]
    left = max((pen.text_width(name, style.small) for name in names), default=0.0) + 6
    plot = Plot(
        left=left,
        top=top + style.small * 3.6,
        right=width - style.small,
        bottom=height - style.small * 3.1,
        x_range=figure.x_range,
        y_range=figure.y_range,
    )
    drawn = [pen.text(0, style.title, figure.title, style.title, theme.text, weight=600)] if heading else []
    drawn += _key(figure, theme, style, top + style.small)
    drawn.append(pen.text(0, top + style.small * 2.6, figure.y_title, style.small, theme.muted))
    drawn.append(pen.text(plot.right, height - 2, figure.x_title, style.small, theme.muted, anchor="end"))
    drawn += _box(figure, theme, plot, style, filled=True)
    for value, name in zip(down, names, strict=True):
        y = plot.y(value)
        drawn.append(pen.line(plot.left, y, plot.right, y, theme.grid, style.rule))
        drawn.append(pen.text(plot.left - 4, y + style.small * 0.35, name, style.small, theme.muted, anchor="end"))
    for value in across:
        x = plot.x(value)
        drawn.append(pen.line(x, plot.top, x, plot.bottom, theme.grid, style.rule))
        name = wording.plain(value, axes.digits(across))
        drawn.append(pen.text(x, plot.bottom + style.small * 1.35, name, style.small, theme.muted, anchor="middle"))
    for failing in (False, True):
        for point, bad in zip(figure.points, figure.bad, strict=True):
            if bool(bad) is failing and _within(figure, float(point[0]), float(point[1])):
                drawn.append(_mark(plot.x(float(point[0])), plot.y(float(point[1])), failing, theme, style))
    return drawn + _box(figure, theme, plot, style, filled=False)


def _within(figure: Cloud, x: float, y: float) -> bool:
    return figure.x_range[0] <= x <= figure.x_range[1] and figure.y_range[0] <= y <= figure.y_range[1]


def _mark(x: float, y: float, failing: bool, theme: Theme, style: pen.Style) -> str:
    reach = REACH * style.stroke / 1.6
    if not failing:
        return pen.dot(x, y, reach * 0.6, theme.baseline, theme.background)
    return "".join(
        pen.line(x - reach, y + slope * reach, x + reach, y - slope * reach, theme.warn, style.stroke * 0.7)
        for slope in (-1.0, 1.0)
    )


def _box(figure: Cloud, theme: Theme, plot: Plot, style: pen.Style, *, filled: bool) -> list[str]:
    """Return the box, clipped to the plot: its ground behind the points, its edge before them."""
    if figure.box is None:
        return []
    left, right, low, high = figure.box
    x = sorted((plot.x(_clipped(left, figure.x_range)), plot.x(_clipped(right, figure.x_range))))
    y = sorted((plot.y(_clipped(low, figure.y_range)), plot.y(_clipped(high, figure.y_range))))
    if filled:
        return [pen.rect(x[0], y[0], x[1] - x[0], y[1] - y[0], theme.band)]
    return [pen.rect(x[0], y[0], x[1] - x[0], y[1] - y[0], "none", theme.package, style.stroke)]


def _clipped(value: float, span: tuple[float, float]) -> float:
    if math.isinf(value):
        return span[0] if value < 0 else span[1]
    return min(max(value, span[0]), span[1])


def _key(figure: Cloud, theme: Theme, style: pen.Style, y: float) -> list[str]:
    size, x = style.small, 0.0
    drawn: list[str] = []
    for number, text in enumerate(figure.key):
        if number == 2 and figure.box is None:
            continue
        middle = y - size * 0.35
        if number == 2:
            drawn.append(pen.rect(x, y - size * 0.75, size * 1.3, size * 0.8, theme.band, theme.package, 1.1))
        else:
            drawn.append(_mark(x + size * 0.6, middle, number == 0, theme, style))
        drawn.append(pen.text(x + size * 1.8, y, text, size, theme.muted))
        x += size * 1.8 + pen.text_width(text, size) + size * 1.5
    return drawn
