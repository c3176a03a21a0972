"""A chart through time as SVG: band, lines named at their ends, dots for observed months, the month of signing."""

import itertools
import math
from dataclasses import dataclass

from dealbuilder.report import axes, wording
from dealbuilder.report.drawing import pen
from dealbuilder.report.figure import Chart, Line
from dealbuilder.report.theme import Theme


@dataclass(frozen=True, slots=True)
class Plot:
    """The plotting area in points and the data ranges it shows."""

    left: float
    top: float
    right: float
    bottom: float
    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def x(self, value: float) -> float:
        """Return the horizontal place of a value."""
        low, high = self.x_range
        return self.left + (value - low) / (high - low) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Return the vertical place of a value; values beyond the range end at its edge."""
        low, high = self.y_range
        share = min(max((value - low) / (high - low), 0.0), 1.0)
        return self.bottom - share * (self.bottom - self.top)


@dataclass(frozen=True, slots=True)
class Label:
    """A text at the end of a line: its words, the colour, and where it would like to stand."""

    words: str
    colour: str
    y: float
    strong: bool


def marks(chart: Chart, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    """Return the marks of a chart."""
    values = axes.ticks(*chart.y_range, most=max(2, min(5, int(height / 34))))
    names = [wording.plain(value, axes.digits(values)) for value in values]
    labels = end_labels(chart, theme)
    room = max((pen.text_width(label.words, style.text) for label in labels), default=0.0)
    top = style.title * 1.5 if heading else 0.0
    left = max((pen.text_width(name, style.small) for name in names), default=0.0) + 6
    right = width - room - 6
    low, high = chart.x_range
    sign = left + (chart.signing - low) / (high - low) * (right - left)
    crowded = sign - pen.text_width(chart.signing_label, style.small) / 2 < pen.text_width(chart.unit, style.small) + 4
    plot = Plot(
        left=left,
        top=top + style.small * (3.2 if crowded else 2.1),
        right=right,
        bottom=height - style.small * 1.7,
        x_range=chart.x_range,
        y_range=chart.y_range,
    )
    drawn = _frame(chart, theme, plot, style, values, names, width)
    if heading:
        drawn.append(pen.text(0, style.title, chart.title, style.title, theme.text, weight=600))
    drawn.append(pen.text(0, top + style.small, chart.unit, style.small, theme.muted))
    drawn += _data(chart, theme, plot, style)
    drawn += _ends(labels, theme, plot, style, width)
    return drawn


def end_labels(chart: Chart, theme: Theme) -> list[Label]:
    """Return what each line is called at its end, with its last value; `y` is still in the chart's unit."""
    labels: list[Label] = []
    for line in chart.lines:
        if line.style == "none" or not len(line.y) or not math.isfinite(line.y[-1]):
            continue
        span = chart.y_range[1] - chart.y_range[0]
        value = wording.plain(float(line.y[-1]), 0 if span >= 20 else 1 if span >= 2 else 2)
        labels.append(
            Label(f"{line.label} {value}", theme.colour(line.role), float(line.y[-1]), line.style != "dashed")
        )
    return labels


def _frame(
    chart: Chart, theme: Theme, plot: Plot, style: pen.Style, values: tuple[float, ...], names: list[str], width: float
) -> list[str]:
    drawn: list[str] = []
    for value, name in zip(values, names, strict=True):
        y = plot.y(value)
        drawn.append(pen.line(plot.left, y, plot.right, y, theme.border if value == 0 else theme.grid, style.rule))
        drawn.append(pen.text(plot.left - 4, y + style.small * 0.35, name, style.small, theme.muted, anchor="end"))
    free = plot.left - 10
    for at, words in chart.ticks:
        x, half = plot.x(at), pen.text_width(words, style.small) / 2
        drawn.append(pen.line(x, plot.bottom, x, plot.bottom + 2.5, theme.border, style.rule))
        if x - half > free and x + half <= width:
            drawn.append(
                pen.text(x, plot.bottom + style.small * 1.45, words, style.small, theme.muted, anchor="middle")
            )
            free = x + half + 4
    return drawn


def _data(chart: Chart, theme: Theme, plot: Plot, style: pen.Style) -> list[str]:
    drawn: list[str] = []
    for band in chart.bands:
        upper = [(plot.x(x), plot.y(y)) for x, y in zip(band.x, band.high, strict=True) if math.isfinite(y)]
        lower = [(plot.x(x), plot.y(y)) for x, y in zip(band.x, band.low, strict=True) if math.isfinite(y)]
        drawn.append(pen.area([*upper, *reversed(lower)], theme.colour(band.role), band.opacity))
    if chart.x_range[0] <= chart.signing <= chart.x_range[1]:
        x = plot.x(chart.signing)
        drawn.append(pen.line(x, plot.top - 3, x, plot.bottom, theme.muted, style.rule * 8 / 7, theme.dotted))
        drawn.append(pen.text(x, plot.top - 5, chart.signing_label, style.small, theme.muted, anchor="middle"))
    # What was observed goes last, on top: nothing the model says may hide it.
    for line in sorted(chart.lines, key=lambda line: (bool(line.marker), line.role != "baseline")):
        drawn += _line(line, theme, plot, style)
    return drawn


def _line(line: Line, theme: Theme, plot: Plot, style: pen.Style) -> list[str]:
    colour = theme.colour(line.role)
    points = [(plot.x(x), plot.y(y) if math.isfinite(y) else math.nan) for x, y in zip(line.x, line.y, strict=True)]
    drawn: list[str] = []
    if line.style != "none":
        thick = style.stroke if line.style == "solid" else style.stroke * 0.75
        drawn.append(pen.polyline(points, colour, thick, theme.dash(line.style)))
    if line.marker:
        drawn += [pen.dot(x, y, 2.1, colour, theme.background) for x, y in points if math.isfinite(y)]
        x, y = min((point for point in points if math.isfinite(point[1])), key=lambda point: point[1])
        drawn.append(pen.text(x, y - 5, line.label, style.small, colour, anchor="middle"))
    return drawn


def _ends(labels: list[Label], theme: Theme, plot: Plot, style: pen.Style, width: float) -> list[str]:
    drawn: list[str] = []
    gap = style.text * 1.25
    places = spread([plot.y(label.y) for label in labels], gap, plot.top, plot.bottom)
    for label, y in zip(labels, places, strict=True):
        words = pen.text(
            plot.right + 4,
            y + style.text * 0.35,
            label.words,
            style.text,
            label.colour,
            weight=600 if label.strong else 400,
        )
        drawn.append(words)
    return drawn


def spread(wanted: list[float], gap: float, top: float, bottom: float) -> list[float]:
    """Return places near the wanted ones, at least `gap` apart and inside top to bottom as far as there is room."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    places = list(wanted)
    for before, after in itertools.pairwise(order):
        if places[after] - places[before] < gap:
            middle = (places[after] + places[before]) / 2
            places[before], places[after] = middle - gap / 2, middle + gap / 2
    for i, index in enumerate(order):
        floor = places[order[i - 1]] + gap if i else top
        places[index] = max(places[index], floor)
    for i, index in enumerate(reversed(order)):
        roof = places[order[len(order) - i]] - gap if i else bottom
        places[index] = min(places[index], roof)
    return places
