"""What the room sees now, and what it would see next."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dealbuilder.ui.stage.preview import Preview
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.widgets.appearance import Caption, em


class SightsPanel(QWidget):
    """Two small pictures with a line on what covers the room; `asked` carries Deed("point")."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show: Show | None = None
        self._last: dict[str, object] = {}
        self.now_title, self.next_title = Caption(bold=True), Caption(bold=True)
        for title in (self.now_title, self.next_title):
            title.setWordWrap(True)
        self.now, self.next = Preview(points=True), Preview(points=False)
        self.now.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.now_title)
        column.addWidget(self.now)
        column.addSpacing(em(self) // 2)
        column.addWidget(self.next_title)
        column.addWidget(self.next)
        column.addStretch(1)
        self._retranslate()

    def show_show(self, show: Show) -> None:
        """Show both pictures anew where they have changed."""
        self._show = show
        second = show.beneath() if show.frozen or show.curtain or show.black else show.upcoming()
        for name, preview, sight in (("now", self.now, show.sight()), ("next", self.next, second)):
            if self._last.get(name) != (id(sight[0]), sight[1]):
                preview.show_sight(sight)
            self._last[name] = (id(sight[0]), sight[1])
        self._write()

    def _write(self) -> None:
        show = self._show
        on = []
        if show is not None:
            on += [self.tr("CURTAIN")] if show.curtain else []
            on += [self.tr("FROZEN")] if show.frozen else []
            on += [self.tr("BLACK")] if show.black else []
        self.now_title.setText(" · ".join((self.tr("The room sees now"), *on)))
        self.now_title.set_role("warn" if on else "text")
        self.next_title.setText(self.tr("Beneath, unseen") if on else self.tr("Next"))

    def _retranslate(self) -> None:
        self.now.setAccessibleName(self.tr("Picture of what the room sees now"))
        self.now.setToolTip(self.tr("Hold the mouse down on the picture to point for the room"))
        self.next.setAccessibleName(self.tr("Picture of what comes next"))
        self._last = {}
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
