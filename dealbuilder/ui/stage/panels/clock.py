"""The timer: what is left of the stage, and the buttons that change it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dealbuilder.report.stage.staging import Clock
from dealbuilder.report.wording import MINUS
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.panels.buttons import DeedButton, Row
from dealbuilder.ui.widgets.appearance import Caption


def clock_text(left: float) -> str:
    """Return seconds as minutes and seconds; overtime has a minus sign: 12:05, −0:30."""
    whole = int(-left) if left < 0 else -int(-left // 1)
    return f"{MINUS if left <= -1 else ''}{whole // 60}:{whole % 60:02d}"


class ClockPanel(QWidget):
    """`asked` carries a Deed."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock: Clock | None = None
        self.face = Caption(factor=2.4, bold=True)
        self.less = DeedButton(Deed("minutes", -1))
        self.pause = DeedButton(Deed("timer"))
        self.more = DeedButton(Deed("minutes", 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.face)
        row.addWidget(Row(self.less, self.pause, self.more), 1)
        for button in (self.less, self.pause, self.more):
            button.asked.connect(self.asked)
        self._write()

    def show_clock(self, clock: Clock | None) -> None:
        """Show the timer."""
        self._clock = clock
        self._write()

    def _write(self) -> None:
        clock = self._clock
        over = clock is not None and clock.left <= -1
        self.face.setText(clock_text(clock.left) if clock else "–:––")
        self.face.set_role("warn" if over else "text" if clock is not None and clock.running else "muted")
        word = self.tr("over time") if over else self.tr("left") if clock and clock.running else self.tr("paused")
        self.face.setAccessibleName(self.tr("Timer: {face}, {word}").format(face=self.face.text(), word=word))
        self.face.setToolTip(word)
        self.less.say(self.tr("−1 min"), "[")
        self.more.say(self.tr("+1 min"), "]")
        self.pause.say(self.tr("Pause") if clock and clock.running else self.tr("Go on"), "T")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()
