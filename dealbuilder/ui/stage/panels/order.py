"""The running order: stages with their minutes, where we are, and whether we are late."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.widgets.appearance import Caption, em, tip

MINUTE = 60.0


class OrderPanel(QWidget):
    """`asked` carries Deed("go", place) when a stage is chosen with Enter or two clicks."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.list = QListWidget()
        self.list.setMinimumHeight(5 * em(self))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._go)
        self.where = Caption(role="muted")
        self.where.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.where)
        column.addWidget(self.list, 1)
        self._retranslate()

    def show_show(self, show: Show) -> None:
        """Show the order, with the present stage marked."""
        language = show.state.language if show.state else "en"
        wanted = (show.stages, show.at, language)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.list.clear()
        for place, stage in enumerate(show.stages):
            mark = "▶" if place == show.at else "✓" if place < show.at else "·"
            minutes = self.tr("%n min", "", stage.minutes)
            item = QListWidgetItem(f"{mark}  {stage.title.get(language)} · {minutes}")
            item.setToolTip(tip(stage.brief.get(language)))
            if place == show.at:
                font = QFont(item.font())
                font.setBold(True)
                item.setFont(font)
            self.list.addItem(item)
        if not show.stages:
            empty = QListWidgetItem(self.tr("No session is set up. Room > Set up a session gives you a running order."))
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(empty)
        if 0 <= show.at < self.list.count():
            self.list.setCurrentRow(show.at)
            self.list.scrollToItem(self.list.item(show.at), QListWidget.ScrollHint.PositionAtCenter)

    def show_time(self, show: Show, seconds: float | None) -> None:
        """Say how far in the session is and how that compares with the plan; None: it has not begun."""
        whole = sum(stage.minutes for stage in show.stages)
        if not show.stages:
            self.where.setText("")
        elif seconds is None:
            self.where.setText(self.tr("Not begun: nothing is recorded. The plan takes %n minute(s).", "", whole))
        else:
            clock = show.timer.read()
            spent = clock.total - clock.left if clock else 0.0
            planned = sum(stage.minutes for stage in show.stages[: max(show.at, 0)]) * MINUTE + min(
                spent, clock.total if clock else 0.0
            )
            late = round((seconds - planned) / MINUTE)
            told = self.tr("{done} of {whole} min").format(done=int(seconds // MINUTE), whole=whole)
            if late > 0:
                told += " · " + self.tr("%n min behind the plan", "", late)
            elif late < 0:
                told += " · " + self.tr("%n min ahead of the plan", "", -late)
            self.where.setText(told)

    def _go(self, item: QListWidgetItem) -> None:
        self.asked.emit(Deed("go", self.list.row(item)))

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Running order"))
        self._shown = ()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
