"""Drawing a figure as SVG: deterministic, text as text, light, dark or print."""

from collections.abc import Callable

from dealbuilder.report.cloud import Cloud
from dealbuilder.report.drawing import bars, chart, cloud, film, grid, pen, scatter, spans, stacks, tornado, waterfall
from dealbuilder.report.figure import Bars, Chart, Figure, Grid, Scatter, Waterfall
from dealbuilder.report.spans import Spans
from dealbuilder.report.stacks import Stacks
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


_MARKS: dict[type, Callable[..., list[str]]] = {
    Chart: chart.marks,
    Grid: grid.marks,
    Bars: bars.marks,
    Scatter: scatter.marks,
    Strip: film.marks,
    Waterfall: waterfall.marks,
    Stacks: stacks.marks,
    Spans: spans.marks,
    Tornado: tornado.marks,
    Cloud: cloud.marks,
}
"""Who draws which kind of figure."""


def _marks(figure: Figure, theme: Theme, width: float, height: float, style: pen.Style, heading: bool) -> list[str]:
    return _MARKS[type(figure)](figure, theme, width, height, style, heading)
