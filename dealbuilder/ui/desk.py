"""The desk: header strip, the three panes side by side, charts below the first two. It knows places, not purposes."""

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from dealbuilder.ui.header import Header
from dealbuilder.ui.panes.catalogue import CataloguePane
from dealbuilder.ui.panes.charts import ChartsPane
from dealbuilder.ui.panes.package import PackagePane
from dealbuilder.ui.panes.scoreboard import ScoreboardPane
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import em
from dealbuilder.ui.widgets.tab_order import reading

SHARES = (28, 36, 36)
"""Widths of catalogue, package and scoreboard, percent."""
HEIGHTS = (72, 28)
"""Heights of the panes and of the charts below them, percent."""
NARROW = 60
"""Width of the desk, in lines of text, below which three panes side by side are too many."""
LEAST = 13
"""Least width of the tabs and of the scoreboard, in lines of text."""
HALVES = (50, 50)
"""Widths of the tabs and the scoreboard then, percent."""
CHARTS = 2
"""Place of the charts among the tabs."""


class Desk(QWidget):
    """Passes intents up and states down."""

    intent = Signal(object)

    def __init__(
        self,
        buttons: tuple[QAction, ...],
        add: QAction,
        renames: tuple[QAction, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.header = Header(buttons, add, renames)
        self.catalogue = CataloguePane()
        self.package = PackagePane()
        self.scoreboard = ScoreboardPane()
        self.charts = ChartsPane()
        self._work = _splitter(Qt.Orientation.Horizontal, (self.catalogue, self.package), SHARES[:2])
        self._down = _splitter(Qt.Orientation.Vertical, (self._work, self.charts), HEIGHTS)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.hide()
        left = QWidget()
        both = QVBoxLayout(left)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self._down)
        both.addWidget(self._tabs)
        self._across = _splitter(Qt.Orientation.Horizontal, (left, self.scoreboard), (SHARES[0] + SHARES[1], SHARES[2]))
        self._narrow = False
        self._wide: tuple[list[int], ...] = ()
        self._charts_on = True
        # Not at once: Qt walks over all widgets while it restyles them, and crashes if some are moved meanwhile.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._across, 1)
        for part in self._parts():
            part.intent.connect(self.intent)

    def _parts(self) -> tuple[Header | CataloguePane | PackagePane | ScoreboardPane | ChartsPane, ...]:
        return (self.header, self.catalogue, self.package, self.scoreboard, self.charts)

    def show_state(self, old: State | None, new: State) -> None:
        """Let every part show what changed."""
        for part in self._parts():
            part.show_state(old, new)

    def show_answer(self, old: State | None, new: State) -> None:
        """Show another answer: headline scores and large chart are painted before any other part takes it in."""
        self.charts.show_state(old, new)
        self.scoreboard.show_state(old, new)
        if new.evaluation is not None and not new.evaluation.final:
            self.charts.settle()
            self.scoreboard.paint_now()
        for part in (self.header, self.catalogue, self.package):
            part.show_state(old, new)

    def _splitters(self) -> tuple[QSplitter, ...]:
        return (self._across, self._down, self._work)

    def show_charts(self, on: bool) -> None:
        """Show or hide the charts below the panes."""
        self._charts_on = on
        if self._narrow:
            self._tabs.setTabVisible(CHARTS, on)
        else:
            self.charts.setVisible(on)

    def charts_on(self) -> bool:
        """Say whether the charts have a place on the desk."""
        return self._charts_on

    def _arrange(self) -> None:
        """Turn catalogue, package and charts into tabs where the text is large for the window, and back."""
        narrow = self.width() < NARROW * em(self)
        # A tab that nobody sees is never laid out, so what it would need at another width must not push the rest aside.
        for part in (self._tabs, self.scoreboard):
            part.setMinimumWidth(LEAST * em(self))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self._wide = tuple(splitter.sizes() for splitter in (self._work, self._down))
        places = ((self._work, self.catalogue), (self._work, self.package), (self._down, self.charts))
        for splitter, pane in places:
            if narrow:
                self._tabs.addTab(pane, "")
            else:
                splitter.addWidget(pane)
                pane.show()
        self._down.setVisible(not narrow)
        self._tabs.setVisible(narrow)
        if not narrow:
            # What was taken out comes back as wide and as high as it was.
            for splitter, sizes in zip((self._work, self._down), self._wide, strict=False):
                splitter.setSizes(sizes)
        self._across.setSizes([share * 100 for share in (HALVES if narrow else (SHARES[0] + SHARES[1], SHARES[2]))])
        self._name_tabs()
        self.show_charts(self._charts_on)

    def _name_tabs(self) -> None:
        for place, name in enumerate((self.tr("Catalogue"), self.tr("Package"), self.tr("Charts"))):
            if place < self._tabs.count():
                self._tabs.setTabText(place, name)

    def reveal(self, pane: QWidget) -> None:
        """Bring a pane to the front, if it stands behind another."""
        if self._narrow and self._tabs.indexOf(pane) >= 0:
            self._tabs.setCurrentWidget(pane)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_tabs()
        elif event.type() == QEvent.Type.FontChange:
            self._later.start()

    def focus_catalogue(self) -> None:
        """Move the keyboard into the search of the catalogue."""
        self.reveal(self.catalogue)
        self.catalogue.focus_search()

    def focus_package(self) -> None:
        """Move the keyboard to the current clause of the package, or into an empty package pane."""
        self.reveal(self.package)
        if not self.package.focus_current():
            _enter(self.package)

    def focus_scoreboard(self) -> None:
        """Move the keyboard into the scoreboard."""
        _enter(self.scoreboard)

    def focus_charts(self) -> None:
        """Move the keyboard into the charts, shown if they were hidden."""
        self.show_charts(True)
        self.reveal(self.charts)
        _enter(self.charts)

    def layout_text(self) -> str:
        """Return the places of the splitters as text."""
        parts = (
            bytes(splitter.saveState().toBase64().data()).decode("ascii") for splitter in (self._across, self._down)
        )
        return " ".join(parts)

    def restore_layout(self, text: str) -> None:
        """Put the splitters back; a text that is not one of ours changes nothing."""
        for splitter, part in zip(self._splitters(), text.split(), strict=False):
            splitter.restoreState(QByteArray.fromBase64(part.encode("ascii", "ignore")))


def _splitter(orientation: Qt.Orientation, widgets: tuple[QWidget, ...], shares: tuple[int, ...]) -> QSplitter:
    """Return a splitter that gives its widgets shares of the room and lets none vanish."""
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    for place, (widget, share) in enumerate(zip(widgets, shares, strict=True)):
        splitter.addWidget(widget)
        splitter.setStretchFactor(place, share)
    splitter.setSizes([share * 100 for share in shares])
    return splitter


def _enter(pane: QWidget) -> None:
    """Give the keyboard to the first control of a pane in tab order."""
    first = next((one for one in reading(pane) if one.isEnabled()), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
