"""Drawing a figure as SVG: deterministic, text as text, light, dark or print."""

from dealbuilder.report.drawing import bars, chart, grid, pen
from dealbuilder.report.figure import Chart, Figure, Grid
from dealbuilder.report.theme import Theme


def draw(figure: Figure, theme: Theme, width: float, height: float, *, heading: bool = True, scale: float = 1.0) -> str:
    """Return a figure as an SVG picture of width x height points; `scale` enlarges text and strokes."""
    style = pen.Style(8.0 * scale, 7.5 * scale, 10.0 * scale, 1.6 * scale)
    if isinstance(figure, Chart):
        drawn = chart.marks(figure, theme, width, height, style, heading)
    elif isinstance(figure, Grid):
        drawn = grid.marks(figure, theme, width, height, style, heading)
    else:
        drawn = bars.marks(figure, theme, width, height, style, heading)
    return pen.picture(width, height, theme.background, figure.alt, drawn)
