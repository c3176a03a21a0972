"""Small charts side by side, as many in a row as fit; one of them is shown large beside them."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from dealbuilder.report.figure import Chart
from dealbuilder.ui.widgets.appearance import em
from dealbuilder.ui.widgets.fan_chart import FanChart


class Multiples(QScrollArea):
    """A grid of FanCharts by series id; `chosen` carries the id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2)
        self.setWidget(self._inside)
        self._charts: dict[str, FanChart] = {}
        self._columns = 0
        self.setMinimumWidth(12 * em(self))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(0)
        self._late.timeout.connect(self._arrange)

    def show_charts(self, charts: dict[str, Chart], current: str, stale: bool) -> None:
        """Show charts by series id in this order."""
        if tuple(charts) != tuple(self._charts):
            self._build(tuple(charts))
        for id, chart in charts.items():
            self._charts[id].show_chart(chart, stale)
            self._charts[id].set_current(id == current)

    def chart(self, id: str) -> FanChart | None:
        """Return one small chart, or None."""
        return self._charts.get(id)

    def set_current(self, current: str) -> None:
        """Mark the chart that is shown large."""
        for id, chart in self._charts.items():
            chart.set_current(id == current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the grid with the arrows."""
        ids = list(self._charts)
        here = next((i for i, id in enumerate(ids) if self._charts[id].hasFocus()), None)
        steps: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        if here is None or event.key() not in steps or not 0 <= here + steps[event.key()] < len(ids):
            event.ignore()
            return
        chart = self._charts[ids[here + steps[event.key()]]]
        chart.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(chart)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the grid to the new width."""
        super().resizeEvent(event)
        self._late.start()

    def _build(self, ids: tuple[str, ...]) -> None:
        for chart in self._charts.values():
            self._grid.removeWidget(chart)
            chart.deleteLater()
        self._charts = {id: FanChart() for id in ids}
        for id, chart in self._charts.items():
            chart.setObjectName(id)
            chart.chosen.connect(self._choose)
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        wanted = max(1, self.viewport().width() // (11 * em(self)))
        columns = min(wanted, max(len(self._charts), 1))
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, chart in enumerate(self._charts.values()):
            self._grid.addWidget(chart, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def _choose(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(sender.objectName())
