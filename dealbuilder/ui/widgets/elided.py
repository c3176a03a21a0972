"""A caption of one line that ends in an ellipsis where the width does."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dealbuilder.ui.widgets.appearance import Caption, colour, em, tip

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class ElidedCaption(Caption):
    """Shows as much of its text as fits, all of it as a tool tip; `clicked` is emitted on a click, `doubled` on two."""

    clicked = Signal()
    doubled = Signal()

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, factor: float = 1.0, bold: bool = False
    ) -> None:
        super().__init__(text, parent, factor=factor, bold=bold)
        self._asked: tuple[str, int, QFont] | None = None
        self._cut = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        return QSize(3 * em(self), super().minimumSizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell that the caption was clicked."""
        super().mouseReleaseEvent(event)
        self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell that the caption was clicked twice."""
        super().mouseDoubleClickEvent(event)
        self.doubled.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, elided at its end."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()) if self.isEnabled() else colour(self, "muted"))
        box = QRect(0, 0, self.width(), self.height())
        asked = (self.text(), box.width(), self.font())
        if asked != self._asked:
            cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
            self._asked, self._cut = asked, cut
        painter.drawText(box, LEFT, self._cut)
