"""The window of the study: the questions on the left, the answer in front, what is under way below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.ui.study.panel import Panel
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.tab_order import in_order, into_view

FIRST_SIZE = (1280, 820)
SHARE = 0.95
"""Part of the screen that the window may cover at first."""
LEAST_SIZE = (760, 480)
PER_CENT = 100
LIST_PART = 0.26
"""Part of the width that the list of questions takes at most."""


class StudyWindow(QWidget):
    """Shows panels. `turned` carries the place of the panel in front, `stopped` and `again` come from its buttons."""

    turned = Signal(object)
    stopped = Signal()
    again = Signal()
    closed = Signal()

    def __init__(self, panels: Sequence[Panel], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.panels = tuple(panels)
        self.list, self._pages = QListWidget(), QStackedWidget()
        self.about, self.said = Caption(factor=0.95, role="muted"), Caption(role="warn")
        self.missing = Caption(factor=1.2, bold=True)
        self.progress, self.stop, self.anew = QProgressBar(), QPushButton(), QPushButton()
        self._lay_out()
        self.list.currentRowChanged.connect(self._turn)
        self.stop.clicked.connect(self.stopped)
        self.anew.clicked.connect(self.again)
        self.rest()
        self.retranslate()

    def _lay_out(self) -> None:
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for panel in self.panels:
            page = QScrollArea()
            page.setWidgetResizable(True)
            page.setFrameShape(QFrame.Shape.NoFrame)
            page.setWidget(panel)
            self._pages.addWidget(page)
            self.list.addItem(panel.name())
        for caption in (self.about, self.said, self.missing):
            caption.setWordWrap(True)
        self.progress.setRange(0, PER_CENT)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.progress)
        below.addWidget(self.stop)
        below.addWidget(self.anew)
        right = QVBoxLayout()
        right.addWidget(self.about)
        right.addWidget(self.missing)
        right.addWidget(self._pages, 1)
        right.addLayout(below)
        row = QHBoxLayout(self)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        room = self.screen().availableSize() * SHARE
        self.setMinimumSize(min(LEAST_SIZE[0], room.width()), min(LEAST_SIZE[1], room.height()))
        self.resize(QSize(*FIRST_SIZE).boundedTo(room))

    def front(self) -> Panel:
        """Return the panel in front."""
        return self.panels[max(self.list.currentRow(), 0)]

    def show_panel(self, id: str) -> None:
        """Bring a panel to the front; a strange name leaves the one that is."""
        for place, panel in enumerate(self.panels):
            if panel.id == id:
                self.list.setCurrentRow(place)
                return
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _turn(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self.turned.emit(place)

    def tell_about(self, text: str) -> None:
        """Say what the answers are about: package, baseline, worldview, pack, and that a model speaks."""
        self.about.setText(text)

    def work(self, text: str) -> None:
        """Show that an answer is under way."""
        self.missing.hide()
        self.said.set_role("muted")
        self.said.setText(text)
        self.progress.setValue(0)
        for widget in (self.progress, self.stop):
            widget.show()
        self.anew.hide()

    def advance(self, share: float) -> None:
        """Show how far the work has come, 0 to 1."""
        self.progress.setValue(round(PER_CENT * share))

    def lack(self, text: str) -> None:
        """Say above the panel why there is nothing to work out, and what to do."""
        self.rest()
        self.missing.setText(text)
        self.missing.show()

    def rest(self, text: str = "", *, again: bool = False, role: str = "muted") -> None:
        """Show that nothing is under way, what is to be said, and whether the work can be started again."""
        self.missing.hide()
        self.said.set_role(role)
        self.said.setText(text)
        for widget in (self.progress, self.stop):
            widget.hide()
        self.anew.setVisible(again)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next) and into_view(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that nobody looks any more."""
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._fit_list()

    def showEvent(self, event: QShowEvent) -> None:
        """Lay the list out anew: its rows were measured before the window had its dress."""
        super().showEvent(event)
        self._fit_list()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list its part of the width."""
        super().resizeEvent(event)
        self._fit_list()

    def _fit_list(self) -> None:
        self.list.ensurePolished()
        self.list.doItemsLayout()
        # Long questions go on below where the window is narrow for the text.
        whole = self.list.fontMetrics().horizontalAdvance(max((p.name() for p in self.panels), key=len)) + 2 * em(self)
        self.list.setFixedWidth(min(whole, round(LIST_PART * self.width())))

    def retranslate(self) -> None:
        """Write every text anew."""
        self.setWindowTitle(self.tr("Study of the deal"))
        self.list.setAccessibleName(self.tr("Questions"))
        self.progress.setAccessibleName(self.tr("How far the answer is"))
        self.stop.setText(self.tr("Stop"))
        self.anew.setText(self.tr("Work it out"))
        with QSignalBlocker(self.list):
            for place, panel in enumerate(self.panels):
                self.list.item(place).setText(panel.name())
        self._fit_list()
