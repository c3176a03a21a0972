"""A small chart through time that opens large when chosen."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QStaticText
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.report.figure import Chart
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import RESTYLING, colour, elided, em, sized, text_width, theme_of, tip
from dealbuilder.ui.widgets.chart_painter import paint_chart

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FanChart(QWidget):
    """One Chart with its title and unit; `chosen` is emitted on click, Enter or Space."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._chart: Chart | None = None
        self._current = False
        self._stale = False
        self._set_as: tuple[str, QFont] | None = None
        self._letters = QStaticText()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Chart | None, stale: bool = False) -> None:
        """Show a chart; `stale` marks one that a newer answer will replace."""
        self._chart, self._stale = chart, stale
        if chart is not None:
            self.setAccessibleName(f"{chart.title}, {chart.unit}" if chart.unit else chart.title)
            self.setAccessibleDescription(chart.alt)
            self.setToolTip(tip(chart.alt))
        self.update()

    def set_current(self, current: bool) -> None:
        """Mark this chart as the one shown large."""
        if current != self._current:
            self._current = current
            self.update()

    def chart(self) -> Chart | None:
        """Return what is shown."""
        return self._chart

    def sizeHint(self) -> QSize:
        """Return a readable small chart."""
        return QSize(11 * em(self), 6 * em(self))

    def minimumSizeHint(self) -> QSize:
        """Return the least readable chart."""
        return QSize(8 * em(self), 5 * em(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the chart with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the chart by a click."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in new colours."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the title line and the chart below it."""
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(2, 1, -2, -1)
        if self._current or self.hasFocus():
            # Twice as wide with the keyboard: on the chart that is chosen the colour alone hardly differs.
            ring = ("focus", 4) if self.hasFocus() else ("accent", 2)
            painter.setPen(QPen(colour(self, ring[0]), ring[1]))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 3, 3)
        if self._chart is None:
            return
        painter.setOpacity(0.55 if self._stale else 1.0)
        painter.setFont(sized(0.85, bold=True))
        metrics = painter.fontMetrics()
        head = QRectF(box.left() + 5, box.top() + 2, box.width() - 10, metrics.height())
        painter.setPen(colour(self, "text"))
        title = elided(self._chart.title, int(head.width()), 0.85, bold=True)
        self._write(painter, head, title)
        used = text_width(title, 0.85, bold=True) + em(self) * 0.4
        painter.setFont(sized(0.8))
        painter.setPen(colour(self, "muted"))
        rest = head.adjusted(used, 0, 0, 0)
        unit = elided(self._chart.unit, max(int(rest.width()), 0), 0.8)
        painter.drawText(rest, LEFT, unit)
        plot = box.adjusted(3, metrics.height(), -3, -1)
        paint_chart(painter, self._chart, plot, theme_of(self), small=True)

    def _write(self, painter: QPainter, head: QRectF, title: str) -> None:
        """Write the title; its letters are set once and not with every answer."""
        font = painter.font()
        if (title, font) != self._set_as:
            self._set_as = (title, font)
            self._letters = QStaticText(title)
            self._letters.setTextFormat(Qt.TextFormat.PlainText)
            self._letters.prepare(font=font)
        down = head.top() + (head.height() - self._letters.size().height()) / 2
        painter.drawStaticText(QPointF(head.left(), math.floor(down + 0.5)), self._letters)
