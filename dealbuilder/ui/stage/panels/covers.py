"""Freeze, curtain and blackout, and undo: what the chair reaches for in a hurry."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.panels.buttons import DeedButton, Row
from dealbuilder.ui.stage.show import Show


class Covers(QWidget):
    """`asked` carries a Deed. A button that is on says so in its word, its colour and to a screen reader."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.freeze = DeedButton(Deed("freeze"), cover=True)
        self.curtain = DeedButton(Deed("curtain"), cover=True)
        self.black = DeedButton(Deed("black"), cover=True)
        self.undo = DeedButton(Deed("undo"))
        self.redo = DeedButton(Deed("redo"))
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Row(self.freeze, self.curtain, self.black, self.undo, self.redo))
        for button in (self.freeze, self.curtain, self.black, self.undo, self.redo):
            button.asked.connect(self.asked)
        self._show: Show | None = None
        self._steps = ("", "")
        self._write(None)

    def show_show(self, show: Show, undo: str, redo: str) -> None:
        """Show which covers are on, and what undo and redo would do; empty: nothing."""
        self._show, self._steps = show, (undo, redo)
        self._write(show)

    def _write(self, show: Show | None) -> None:
        frozen, curtain, black = (show.frozen, show.curtain, show.black) if show else (False, False, False)
        self.freeze.setChecked(frozen)
        self.freeze.say(self.tr("FROZEN: unfreeze") if frozen else self.tr("Freeze"), "F")
        self.curtain.setChecked(curtain)
        self.curtain.say(self.tr("CURTAIN: lift") if curtain else self.tr("Curtain"), "C")
        self.black.setChecked(black)
        self.black.say(self.tr("BLACK: light") if black else self.tr("Blackout"), "B")
        for button, told in zip((self.undo, self.redo), self._steps, strict=True):
            button.setEnabled(bool(told))
        self.undo.say(self.tr("Undo"), "U", self._steps[0])
        self.redo.say(self.tr("Redo"), self.tr("Shift+U"), self._steps[1])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write(self._show)
