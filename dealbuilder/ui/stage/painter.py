"""Painting a laid-out scene; charts through report/svg, as on paper."""

from dataclasses import dataclass, field

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from dealbuilder.report import svg
from dealbuilder.report import theme as themes
from dealbuilder.report.figure import Figure
from dealbuilder.report.theme import Theme
from dealbuilder.ui.stage.laying import lettering
from dealbuilder.ui.stage.laying.lettering import BASE, LINE
from dealbuilder.ui.stage.laying.marks import Box, Laid, Mark, Panel, Picture, Shape, Stroke, Words
from dealbuilder.ui.stage.signs import draw_sign

SMALL = 7.5
"""Size of the small text in a chart drawn at scale 1, in its points."""
DIM = 150
"""How dark everything but the spotlight is, 0 to 255."""
BEAM = 0.16
"""Radius of the spotlight as a share of the height."""


def theme_of(dark: bool, black: bool = False) -> Theme:
    """Return the theme of the stage; what is black is always set in light on dark."""
    return themes.load("stage_dark" if dark or black else "stage_light")


@dataclass(slots=True)
class Painter:
    """Paints pages; keeps the last drawn chart, for a page is painted far more often than its chart changes."""

    _key: tuple[int, str, Box] | None = None
    _figure: Figure | None = None
    _drawn: QSvgRenderer | None = field(default=None)

    def paint(self, painter: QPainter, laid: Laid, theme: Theme, clip: QRectF) -> None:
        """Paint the marks that reach into `clip`, in pixels."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(clip, QColor("#000000" if laid.black else theme.background))
        for mark in laid.marks:
            x, y, wide, tall = mark.box
            if clip.intersects(QRectF(x - 2, y - 2, wide + 4, tall + 4)):
                self._mark(painter, mark, theme)

    def _mark(self, painter: QPainter, mark: Mark, theme: Theme) -> None:
        if isinstance(mark, Words):
            _words(painter, mark, theme)
        elif isinstance(mark, Panel):
            _panel(painter, mark, theme)
        elif isinstance(mark, Shape):
            draw_sign(painter, QRectF(*mark.box), mark.sign, theme)
        elif isinstance(mark, Stroke):
            _stroke(painter, mark, theme)
        else:
            self._picture(painter, mark, theme)

    def _picture(self, painter: QPainter, mark: Picture, theme: Theme) -> None:
        x, y, wide, tall = mark.box
        factor = mark.px / SMALL
        key = (id(mark.figure), theme.name, mark.box)
        if key != self._key or self._drawn is None:
            size = (wide / factor, tall / factor)
            drawn = svg.draw(mark.figure, theme, *size, heading=False, rule=mark.rule / factor)
            self._drawn = QSvgRenderer(QByteArray(drawn.encode()))
            # The chart is kept with its key: an id is only good for as long as what it names.
            self._key, self._figure = key, mark.figure
        self._drawn.render(painter, QRectF(x, y, wide, tall))


def _words(painter: QPainter, mark: Words, theme: Theme) -> None:
    kind = lettering.kind("".join(mark.lines))
    font, colour = lettering.font(mark.px, mark.bold, kind), QColor(theme.colour(mark.role))
    painter.setFont(font)
    painter.setPen(colour)
    x, y, wide, tall = mark.box
    high = tall / max(1, len(mark.lines))
    for place, line in enumerate(mark.lines):
        long = lettering.width(line, mark.px, mark.bold) if mark.align != "left" else 0.0
        left = x + (wide - long) * {"left": 0.0, "centre": 0.5, "right": 1.0}[mark.align]
        base = mark.px * (BASE if high > mark.px * (LINE - 0.01) else lettering.TIGHT_BASE)
        start = QPointF(left, y + place * high + base)
        if mark.bold and kind == "han":
            path = QPainterPath()
            path.addText(start, font, line)
            # Both from the path: drawn as text, letters stand elsewhere where a line mixes fonts.
            painter.strokePath(path, QPen(colour, mark.px * lettering.THICKER))
            painter.fillPath(path, colour)
        else:
            painter.drawText(start, line)


def _panel(painter: QPainter, mark: Panel, theme: Theme) -> None:
    painter.setBrush(QColor(theme.colour(mark.fill)) if mark.fill else QBrush())
    painter.setPen(Qt.PenStyle.NoPen)
    inset = mark.thick / 2
    if mark.edge:
        pen = QPen(QColor(theme.colour(mark.edge)), mark.thick)
        if mark.dashed:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
    painter.drawRoundedRect(QRectF(*mark.box).adjusted(inset, inset, -inset, -inset), mark.round_, mark.round_)


def _stroke(painter: QPainter, mark: Stroke, theme: Theme) -> None:
    # A line of one pixel must be one pixel, not two grey ones.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, mark.thick > 1)
    pen = QPen(QColor(theme.colour(mark.role)), mark.thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if mark.role == "text" else Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    x1, y1, x2, y2 = mark.ends
    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def paint_spotlight(painter: QPainter, width: float, height: float, place: tuple[float, float], theme: Theme) -> None:
    """Dim all but a circle around a place given in shares of width and height."""
    middle = QPointF(place[0] * width, place[1] * height)
    radius = BEAM * height
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addRect(QRectF(0, 0, width, height))
    path.addEllipse(middle, radius, radius)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor(0, 0, 0, DIM))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.target), height / 180))
    painter.drawEllipse(middle, radius, radius)
