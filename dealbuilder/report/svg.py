"""Drawing a figure as SVG: deterministic, text as text, light, dark or print."""

from dealbuilder.report.cloud import Cloud
from dealbuilder.report.drawing import bars, chart, cloud, film, grid, pen, scatter, tornado
from dealbuilder.report.figure import Chart, Figure, Grid, Scatter
from dealbuilder.report.strip import Strip
from dealbuilder.report.theme import Theme
from dealbuilder.report.tornado import Tornado

LINE = 1.45
"""Height of a line of the words below a picture, in its text size."""


def draw(
    figure: Figure,
    theme: Theme,
    width: float,
    height: float,
    *,
    heading: bool = True,
    scale: float = 1.0,
    margin: float = 0.0,
    below: tuple[str, ...] = (),
    rule: float = 0.7,
) -> str:
    """Return a figure as an SVG picture of width x height points.

    `scale` enlarges text and strokes; `margin` is left free all round; `below` are words set under the figure;
    `rule` is the thickness of its grid in points.
    """
    style = pen.Style(8.0 * scale, 7.5 * scale, 10.0 * scale, 1.6 * scale, rule)
    wide = width - 2 * margin
    words = [line for text in below for line in pen.wrapped(text, style.small, wide)]
    foot = len(words) * style.small * LINE + (style.small * 0.6 if words else 0.0)
    tall = height - 2 * margin - foot
    drawn = _marks(figure, theme, wide, tall, style, heading)
    for i, line in enumerate(words):
        y = tall + style.small * (0.6 + LINE * i + 1.0)
        drawn.append(pen.text(0, y, line, style.small, theme.muted))
    return pen.picture(width, height, theme.background, figure.alt, pen.shifted(drawn, margin))


def _marks(figure: Figure, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    if isinstance(figure, Chart):
        return chart.marks(figure, theme, width, height, style, heading)
    if isinstance(figure, Grid):
        return grid.marks(figure, theme, width, height, style, heading)
    if isinstance(figure, Scatter):
        return scatter.marks(figure, theme, width, height, style, heading)
    if isinstance(figure, Strip):
        return film.marks(figure, theme, width, height, style, heading)
    if isinstance(figure, Tornado):
        return tornado.marks(figure, theme, width, height, style, heading)
    if isinstance(figure, Cloud):
        return cloud.marks(figure, theme, width, height, style, heading)
    return bars.marks(figure, theme, width, height, style, heading)
