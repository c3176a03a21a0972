"""Buttons that ask for a deed and show the key that does the same, and rows of them that fold where it is narrow."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.widgets.appearance import tip


class DeedButton(QPushButton):
    """`asked` carries its deed when it is pressed. `cover`: it can be on, and then nobody can overlook it."""

    asked = Signal(object)

    def __init__(self, deed: Deed, parent: QWidget | None = None, *, cover: bool = False) -> None:
        super().__init__(parent)
        self._deed = deed
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if cover:
            self.setCheckable(True)
            self.setProperty("cover", True)
        self.clicked.connect(self._press)

    def say(self, text: str, key: str = "", hint: str = "") -> None:
        """Name the button; the key stands behind the name."""
        self.setText(f"{text}  ({key})" if key else text)
        self.setAccessibleName(text)
        self.setToolTip(tip(hint or self.text()))

    def _press(self) -> None:
        self.asked.emit(self._deed)


class Row(QWidget):
    """Widgets of one width side by side; as many in a line as have room."""

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = widgets
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(len(widgets))

    def minimumSizeHint(self) -> QSize:
        """Return the room that the widest of them needs."""
        width = max(widget.minimumSizeHint().width() for widget in self._widgets)
        return QSize(width, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold into as many lines as it takes."""
        super().resizeEvent(event)
        there = [widget for widget in self._widgets if not widget.isHidden()] or self._widgets
        widest = max(widget.sizeHint().width() for widget in there) + self._grid.horizontalSpacing()
        fit = max(min(self.width() // max(widest, 1), len(there)), 1)
        # As even as the lines allow: four in two and two, not in three and one.
        lines = -(-len(there) // fit)
        self._arrange(-(-len(there) // lines))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, place // columns, place % columns)
        for column in range(len(self._widgets)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self.updateGeometry()
