"""The desk: header strip, the three panes side by side, charts below the first two. It knows places, not purposes."""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from dealbuilder.ui.header import Header
from dealbuilder.ui.panes.catalogue import CataloguePane
from dealbuilder.ui.panes.charts import ChartsPane
from dealbuilder.ui.panes.package import PackagePane
from dealbuilder.ui.panes.scoreboard import ScoreboardPane
from dealbuilder.ui.state import State

SHARES = (28, 36, 36)
"""Widths of catalogue, package and scoreboard, percent."""
HEIGHTS = (72, 28)
"""Heights of the panes and of the charts below them, percent."""


class Desk(QWidget):
    """Passes intents up and states down."""

    intent = Signal(object)

    def __init__(
        self, buttons: tuple[QAction, ...], add: QAction, rename: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.header = Header(buttons, add, rename)
        self.catalogue = CataloguePane()
        self.package = PackagePane()
        self.scoreboard = ScoreboardPane()
        self.charts = ChartsPane()
        self._work = _splitter(Qt.Orientation.Horizontal, (self.catalogue, self.package), SHARES[:2])
        self._down = _splitter(Qt.Orientation.Vertical, (self._work, self.charts), HEIGHTS)
        left = SHARES[0] + SHARES[1]
        self._across = _splitter(Qt.Orientation.Horizontal, (self._down, self.scoreboard), (left, SHARES[2]))
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

    def _splitters(self) -> tuple[QSplitter, ...]:
        return (self._across, self._down, self._work)

    def show_charts(self, on: bool) -> None:
        """Show or hide the charts below the panes."""
        self.charts.setVisible(on)

    def focus_package(self) -> None:
        """Move the keyboard into the package pane."""
        _enter(self.package)

    def focus_scoreboard(self) -> None:
        """Move the keyboard into the scoreboard."""
        _enter(self.scoreboard)

    def focus_charts(self) -> None:
        """Move the keyboard into the charts, shown if they were hidden."""
        self.charts.show()
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
    child = pane.nextInFocusChain()
    while child is not pane and pane.isAncestorOf(child):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        child = child.nextInFocusChain()
