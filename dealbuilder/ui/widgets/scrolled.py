"""Frameless areas that scroll up and down, for what must not be squeezed where a window is low or its text large."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from dealbuilder.ui.widgets.appearance import em

LOWEST = 4
"""Least height of the body of a dialog, in lines of text."""


class Body(QScrollArea):
    """The body of a dialog: as large as what stands in it where there is room, as wide as that needs in any case."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = inside
        self.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another size when what stands in it does."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """Return the size of what stands in it."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return its least width beside the bar, and a few lines."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._inside.minimumSizeHint().width() + bar, LOWEST * em(self))


def scrolled(inside: QWidget) -> QScrollArea:
    """Return an area that gives a widget its whole height; the keyboard goes to what stands in it, not to the area."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
