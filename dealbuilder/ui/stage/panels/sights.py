"""What the room sees now, and what it would see next."""

from dataclasses import fields

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dealbuilder.report.stage.staging import Clock, Staging
from dealbuilder.ui.stage.preview import Preview
from dealbuilder.ui.stage.show import Show, Sight
from dealbuilder.ui.widgets.appearance import Caption, em


class SightsPanel(QWidget):
    """Two small pictures with a line on what covers the room; `asked` carries Deed("point")."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show: Show | None = None
        self._last: dict[str, Sight] = {}
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
        self._retranslate()

    def show_show(self, show: Show) -> None:
        """Show both pictures anew where they have changed."""
        self._show = show
        second = show.beneath() if show.frozen or show.curtain or show.black else show.upcoming()
        for name, preview, sight in (("now", self.now, show.sight()), ("next", self.next, second)):
            # What was shown is held, so that a new object never passes for an old one.
            if name not in self._last or not _same(self._last[name], sight):
                self._last[name] = sight
                preview.show_sight(sight)
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


def _same(old: Sight, new: Sight) -> bool:
    """Return whether two sights look the same; answers are compared by identity, for they hold arrays."""
    pairs = ((getattr(old[1], field.name), getattr(new[1], field.name)) for field in fields(Staging))
    return old[0] is new[0] and all(_alike(*pair) for pair in pairs)


def _alike(old: object, new: object) -> bool:
    if isinstance(old, Clock) and isinstance(new, Clock):
        return (int(old.left // 1), old.running) == (int(new.left // 1), new.running)
    return old is new or (isinstance(old, str | int | float) and old == new)
