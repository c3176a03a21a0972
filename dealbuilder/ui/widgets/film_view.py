"""The film-strip on screen: the same picture as on paper, with a cursor at the state that is looked at."""

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.report import svg
from dealbuilder.report.drawing import film, pen
from dealbuilder.report.strip import Strip
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import RESTYLING, colour, em, theme_of

TEXT = 0.82
"""Size of the picture's text in that of the application."""
DRAWN = 8.0
"""Size of a picture's text at scale 1."""
LINES = 17
"""Lines of text that the picture is high."""


class FilmView(QWidget):
    """Shows a strip; `picked` carries the minute that was pointed at."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._strip: Strip | None = None
        self._minutes = 0.0
        self._picture: QSvgRenderer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_strip(self, strip: Strip) -> None:
        """Show another strip."""
        self._strip = strip
        self.setAccessibleName(strip.title)
        self.setAccessibleDescription(strip.alt)
        self._redraw()

    def show_minute(self, minutes: float) -> None:
        """Put the cursor at a moment."""
        self._minutes = minutes
        self.update()

    def minute_at(self, x: float) -> float:
        """Return the moment at a place across the widget."""
        return 0.0 if self._strip is None else self._place(self._strip).minutes(x)

    def sizeHint(self) -> QSize:
        """Return a readable picture."""
        return QSize(60 * em(self), LINES * em(self))

    def minimumSizeHint(self) -> QSize:
        """Return the least readable picture."""
        return QSize(24 * em(self), 13 * em(self))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the moment that is pointed at."""
        self._pick(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a drag."""
        self._pick(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size."""
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw in new colours."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self.updateGeometry()
            self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint picture and cursor."""
        if self._strip is None or self._picture is None:
            return
        painter = QPainter(self)
        self._picture.render(painter, QRectF(self.rect()))
        x = self._place(self._strip).x(self._minutes)
        painter.setPen(QPen(colour(self, "focus"), 2))
        painter.drawLine(int(x), em(self), int(x), self.height() - 3 * em(self))

    def _pick(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.picked.emit(self.minute_at(event.position().x()))

    def _scale(self) -> float:
        return TEXT * em(self) / 1.25 / DRAWN

    def _place(self, strip: Strip) -> film.Place:
        scale = self._scale()
        return film.place(strip, self.width(), pen.Style(8.0 * scale, 7.5 * scale, 10.0 * scale, 1.6 * scale))

    def _redraw(self) -> None:
        if self._strip is not None and self.width() > 0 and self.height() > 0:
            drawn = svg.draw(
                self._strip, theme_of(self), self.width(), self.height(), heading=False, scale=self._scale()
            )
            self._picture = QSvgRenderer(QByteArray(drawn.encode()))
            self.update()
