"""One chart large: live, with a read-out of the month under the pointer; its items are made once and only fed."""

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsPathItem, QSizePolicy, QVBoxLayout, QWidget

from dealbuilder.report.figure import Band, Chart
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import RESTYLING, colour, sized, text_width, theme_of
from dealbuilder.ui.widgets.chart_painter import line_pen, nice_ticks, tick_text

LINES, BANDS, DOTS = 6, 2, 3
"""How many items of each kind are kept ready; a chart with more shows the first ones."""


class DetailChart(QWidget):
    """Shows one Chart with fixed ranges. `pointed` carries a month from signing, or None when the pointer leaves."""

    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._chart: Chart | None = None
        self._month: int | None = None
        self._ranges: tuple[tuple[float, float], ...] = ()
        self._ticks: list[tuple[float, str]] = []
        self._inked: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot = pg.PlotWidget(enableMenu=False)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setAntialiasing(True)
        self.plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.viewport().setMouseTracking(True)
        self.plot.viewport().installEventFilter(self)
        # pyqtgraph declares its accessors as optional; a PlotWidget always has its item.
        self._item: Any = self.plot.getPlotItem()
        item = self._item
        item.getViewBox().setDefaultPadding(0)
        item.layout.setContentsMargins(2, 8, 12, 2)
        self.plot.setMinimumSize(1, 1)
        self.plot.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._fills = [_fill() for _ in range(BANDS)]
        self._lines = [pg.PlotCurveItem(antialias=True) for _ in range(LINES)]
        self._dots = [pg.ScatterPlotItem(size=8) for _ in range(DOTS)]
        self._signing = pg.InfiniteLine(angle=90, movable=False)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        for piece in (*self._fills, self._signing):
            item.addItem(piece, ignoreBounds=True)
        for piece in (*self._lines, *self._dots, self._cursor):
            item.addItem(piece, ignoreBounds=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(self.plot)
        self.restyle()

    def chart(self) -> Chart | None:
        """Return what is shown."""
        return self._chart

    def month(self) -> int | None:
        """Return the month under the cursor, from signing, or None."""
        return self._month

    def show_chart(self, chart: Chart | None) -> None:
        """Show a chart; the same items take the new data."""
        self._chart = chart
        self.plot.setVisible(chart is not None)
        if chart is None:
            return
        self.setAccessibleName(f"{chart.title}, {chart.unit}" if chart.unit else chart.title)
        self.setAccessibleDescription(chart.alt)
        self._feed(chart)
        self._ink(chart)
        item, ranges = self._item, (chart.x_range, chart.y_range)
        # Axes are drawn anew only where they say something else: that is most of what a chart costs.
        if ranges != self._ranges:
            self._ranges = ranges
            item.setRange(xRange=chart.x_range, yRange=chart.y_range, padding=0, disableAutoRange=True)
            item.getAxis("left").setTicks([[(value, tick_text(value)) for value in nice_ticks(*chart.y_range, 5)], []])
        self._show_ticks()
        if item.getAxis("left").labelText != chart.unit:
            item.setLabel("left", chart.unit)
        self.point(self._month)

    def settle(self) -> None:
        """Give the axes their room at once, and have the plot painted whole with whatever is painted next."""
        self._item.layout.activate()
        self.plot.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Label as many months as fit."""
        super().resizeEvent(event)
        self._show_ticks()

    def _show_ticks(self) -> None:
        if self._chart is None or not self._chart.ticks:
            return
        line = QFontMetrics(sized(0.85)).height()
        widest = max(text_width(label, 0.85) for _, label in self._chart.ticks) + line
        first, last = self._chart.x_range
        inner = max(self.width() - 5 * line, widest)
        months = widest / inner * (last - first)
        ticks = self._chart.ticks
        apart = ticks[1][0] - ticks[0][0] if len(ticks) > 1 else months
        stride = max(1, math.ceil(months / apart))
        labelled = {place for place, _ in ticks[::stride]}
        shown = [(place, label if place in labelled else "") for place, label in ticks]
        if shown != self._ticks:
            self._ticks = shown
            self._item.getAxis("bottom").setTicks([shown, []])

    def point(self, month: int | None) -> None:
        """Put the cursor on a month; None takes it away."""
        chart = self._chart
        if chart is not None and month is not None:
            month = round(min(max(month, chart.x_range[0]), chart.x_range[1]))
        changed = month != self._month
        self._month = month
        self._cursor.setVisible(chart is not None and month is not None)
        if month is not None:
            self._cursor.setValue(month)
        if changed:
            self.pointed.emit(month)

    def restyle(self) -> None:
        """Take colours and sizes from the theme; pyqtgraph ignores palettes."""
        theme = theme_of(self)
        self.plot.setBackground(theme.background)
        item = self._item
        font = sized(0.85)
        for name in ("left", "bottom"):
            axis = item.getAxis(name)
            axis.setPen(pg.mkPen(theme.border))
            axis.setTextPen(pg.mkPen(theme.muted))
            axis.setTickFont(font)
            # The ticks are ours: a prefix of pyqtgraph's would say that they are thousandths.
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-4)
            axis.label.setFont(font)
        self._signing.setPen(pg.mkPen(theme.muted, style=Qt.PenStyle.DotLine))
        self._cursor.setPen(pg.mkPen(theme.focus))
        if self._chart is not None:
            self._ink(self._chart)

    def _ink(self, chart: Chart) -> None:
        """Give the items the colours of what they show."""
        theme = theme_of(self)
        roles = (theme.name, *((part.role, getattr(part, "style", "")) for part in (*chart.bands, *chart.lines)))
        if roles == self._inked:
            return
        self._inked = roles
        for fill, band in zip(self._fills, chart.bands, strict=False):
            fill.setBrush(QColor(theme.band if band.role in ("band", "package") else theme.colour(band.role)))
        drawn = [line for line in chart.lines if not line.marker]
        for curve, line in zip(self._lines, drawn, strict=False):
            curve.setPen(line_pen(line, theme, 2.0))
        dotted = [line for line in chart.lines if line.marker]
        for dots, line in zip(self._dots, dotted, strict=False):
            dots.setBrush(QColor(theme.colour(line.role)))
            dots.setPen(pg.mkPen(theme.background))

    def _feed(self, chart: Chart) -> None:
        drawn = [line for line in chart.lines if not line.marker]
        dotted = [line for line in chart.lines if line.marker]
        for place, curve in enumerate(self._lines):
            curve.setVisible(place < len(drawn))
            if place < len(drawn):
                curve.setData(drawn[place].x, drawn[place].y, connect="finite")
        for place, dots in enumerate(self._dots):
            dots.setVisible(place < len(dotted))
            if place < len(dotted):
                dots.setData(x=dotted[place].x, y=dotted[place].y)
        for place, fill in enumerate(self._fills):
            fill.setVisible(place < len(chart.bands))
            if place < len(chart.bands):
                fill.setPath(_outline(chart.bands[place]))
        self._signing.setValue(chart.signing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer over the plot."""
        if self._chart is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            place = self._item.getViewBox().mapSceneToView(self.plot.mapToScene(event.position().toPoint()))
            self.point(round(place.x()))
        elif event.type() == QEvent.Type.Leave and not self.hasFocus():
            self.point(None)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the months."""
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_PageDown: -12,
            Qt.Key.Key_PageUp: 12,
        }
        if event.key() in steps:
            self.point((self._month or 0) + steps[event.key()])
        elif event.key() == Qt.Key.Key_Home and self._chart is not None:
            self.point(round(self._chart.x_range[0]))
        elif event.key() == Qt.Key.Key_End and self._chart is not None:
            self.point(round(self._chart.x_range[1]))
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a frame around the plot while the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(colour(self, "focus"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's palette and font."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.restyle()


def _fill() -> QGraphicsPathItem:
    """Return the item of a band, below all lines."""
    made = QGraphicsPathItem()
    made.setPen(QPen(Qt.PenStyle.NoPen))
    made.setZValue(-1)
    return made


def _outline(band: Band) -> QPainterPath:
    """Return the area of a band in data units; a month without a range lies at nought."""
    low, high = np.nan_to_num(band.low), np.nan_to_num(band.high)
    x, y = np.concatenate([band.x, band.x[::-1]]), np.concatenate([low, high[::-1]])
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]))
    return path
