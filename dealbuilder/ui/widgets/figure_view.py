"""Any figure of a report on the desk, drawn as on paper, in the colours and the text size on screen."""

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.report import svg
from dealbuilder.report.figure import Figure
from dealbuilder.ui.widgets.accessible import play
from dealbuilder.ui.widgets.appearance import RESTYLING, em, theme_of

TEXT = 8.0
"""Text size of a figure in its own points, at scale 1."""
TO_LINE = 0.72
"""Text size as a share of a line's height."""


class FigureView(QWidget):
    """Shows one figure; `lines` is its least height in lines of text."""

    def __init__(self, lines: float = 12.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        play(self, QAccessible.Role.Chart)
        self._lines = lines
        self._figure: Figure | None = None
        self._renderer: QSvgRenderer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def figure(self) -> Figure | None:
        """Return what is shown."""
        return self._figure

    def show_figure(self, figure: Figure | None, lines: float | None = None) -> None:
        """Show a figure; None empties the view."""
        self._figure, self._renderer = figure, None
        if lines is not None and lines != self._lines:
            self._lines = lines
            self.updateGeometry()
        self.setAccessibleName(figure.title if figure else "")
        self.setAccessibleDescription(figure.alt if figure else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a readable picture."""
        return QSize(40 * em(self), round(self._lines * em(self)))

    def minimumSizeHint(self) -> QSize:
        """Return the least readable picture."""
        return QSize(20 * em(self), round(self._lines * em(self)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew: text keeps its size."""
        super().resizeEvent(event)
        self._renderer = None

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in other colours or sizes."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._renderer = None
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        if self._figure is None:
            return
        if self._renderer is None:
            scale = em(self) * TO_LINE / TEXT
            drawn = svg.draw(self._figure, theme_of(self), self.width(), self.height(), heading=False, scale=scale)
            self._renderer = QSvgRenderer(QByteArray(drawn.encode()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()
