"""One round of estimates: the table people type into, a cover over what is done, and all of them as a picture."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from dealbuilder.ui.models.estimates import WHO, EstimateModel
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.estimate_plot import EstimatePlot

SHARES = (3, 2)
"""Widths of the table and the picture."""
ROW = 1.6
"""Height of a row, in lines of text."""
_edit = QAbstractItemView.EditTrigger
AS_WANTED = _edit.DoubleClicked | _edit.SelectedClicked | _edit.EditKeyPressed | _edit.AnyKeyPressed
"""What begins an estimate: never coming to a cell alone, else Tab would go from cell to cell for ever."""


class EstimateRound(QWidget):
    """Emits `changed` after every figure."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EstimateModel()
        self.model.setParent(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setEditTriggers(AS_WANTED)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.covers = QCheckBox()
        self.covers.setChecked(True)
        self.unit = Caption(role="muted", factor=0.92)
        self.plot = EstimatePlot()
        left = QVBoxLayout()
        left.addWidget(self.unit)
        left.addWidget(self.table, 1)
        left.addWidget(self.covers)
        row = QHBoxLayout(self)
        row.addLayout(left, SHARES[0])
        row.addWidget(self.plot, SHARES[1])
        self.covers.toggled.connect(self._refresh)
        self.model.dataChanged.connect(self._told)
        self.model.modelReset.connect(self._told)
        self._retranslate()
        self._space()
        self._refresh()

    def cover(self, on: bool) -> None:
        """Cover or uncover the figures."""
        self.covers.setChecked(on)

    def judge_by(self, scale: float, bounds: tuple[float, float], unit: str) -> None:
        """Read figures in a unit, between bounds (in the channel's unit)."""
        self.unit.setText(self.tr("Figures in {unit}").format(unit=unit) if unit else "")
        if (self.model.scale, self.model.bounds) != (scale, bounds):
            self.model.judge_by(scale, bounds)

    def _told(self) -> None:
        self._picture()
        self.changed.emit()

    def _refresh(self) -> None:
        self.model.cover(self.covers.isChecked())
        self._picture()

    def _picture(self) -> None:
        self.plot.show_estimates(
            self.model.estimates(),
            self.model.bounds,
            self.model.scale,
            covered=self.covers.isChecked(),
            mean=self.tr("Mean"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a person out with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.table.currentIndex().column() == WHO:
            self.model.remove(self.table.currentIndex().row())
            self.changed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(round(ROW * em(self)))

    def _retranslate(self) -> None:
        self.covers.setText(self.tr("Cover what is done, so that nobody is led by it"))
        self.table.setAccessibleName(self.tr("Estimates: who, lowest, likely, highest"))
        self.plot.setAccessibleName(self.tr("All estimates and their mean"))
