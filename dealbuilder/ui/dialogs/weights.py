"""What a role weighs, as a form: an indicator a row with its weight, its sense, and what counts as one point."""

import math
from typing import Literal

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QSizePolicy, QWidget

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Weight
from dealbuilder.model.text import Language
from dealbuilder.ui.widgets.appearance import plainly

LARGEST_SCALE = 1e6
DIGITS = 3
STRETCH = {0: 3, 3: 1, 4: 1}
"""How what is left of the width is shared by the columns that can take it: names, scales, units."""
LINES, UNIT = 2, 11
"""Lines of a name or a unit, and letters of a unit, that there is always room for."""
LEAST = 0.1
"""Weight of an indicator that is added."""


class WeightsForm(QWidget):
    """Shows weights as they were, and returns them as the party wrote them, in proportion so that they sum to 1."""

    def __init__(self, catalogue: Catalogue, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._language: Language = language
        self._rows: list[tuple[Weight, QDoubleSpinBox, QComboBox, QDoubleSpinBox]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, share in STRETCH.items():
            self._grid.setColumnStretch(column, share)

    def take(self, weights: tuple[Weight, ...]) -> None:
        """Show other weights."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        heads = (self.tr("Indicator"), self.tr("Weight"), self.tr("Wants"), self.tr("One point for"), self.tr("Unit"))
        for column, head in enumerate(heads):
            label = QLabel(head)
            label.setProperty("muted", True)
            self._grid.addWidget(label, 0, column)
        for weight in weights:
            self._add(weight)

    def add(self, indicator: str) -> None:
        """Add an indicator at a small weight, in the direction that its own sense has; one that is there stays."""
        known = self._catalogue.indicator_by_id.get(indicator)
        if known is not None and indicator not in self.indicators:
            sense: Literal["more", "less"] = "less" if known.sense == "less" else "more"
            self._add(Weight(indicator=indicator, weight=LEAST, sense=sense, scale=1.0, unit=known.unit))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give names and units as many lines as their columns ask for."""
        super().resizeEvent(event)
        for label in self.findChildren(QLabel):
            if label.wordWrap():
                label.setMinimumHeight(max(label.heightForWidth(label.width()), label.minimumHeight()))

    @property
    def indicators(self) -> tuple[str, ...]:
        """Return what stands in the form."""
        return tuple(weight.indicator for weight, _, _, _ in self._rows)

    def _add(self, weight: Weight) -> None:
        row = len(self._rows) + 1
        known = self._catalogue.indicator_by_id.get(weight.indicator)
        name = known.label.get(self._language) if known else weight.indicator
        share, sense, scale = QDoubleSpinBox(), QComboBox(), QDoubleSpinBox()
        share.setRange(0.0, 1.0)
        share.setSingleStep(0.05)
        share.setDecimals(DIGITS)
        share.setValue(weight.weight)
        sense.addItem(self.tr("more"), "more")
        sense.addItem(self.tr("less"), "less")
        sense.setCurrentIndex(sense.findData(weight.sense))
        scale.setRange(10.0**-DIGITS, LARGEST_SCALE)
        scale.setDecimals(DIGITS)
        scale.setValue(weight.scale)
        # Room for the largest number that is allowed would push the names off a narrow dialog.
        scale.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        scale.setMinimumWidth(share.sizeHint().width())
        share.setAccessibleName(self.tr("Weight of {name}").format(name=name))
        sense.setAccessibleName(self.tr("More or less of {name}").format(name=name))
        scale.setAccessibleName(self.tr("Change of {name} that counts as one point").format(name=name))
        label = QLabel(name)
        unit = QLabel(known.unit_label.get(self._language) if known else weight.unit)
        for told in (label, unit):
            told.setWordWrap(True)
            line = told.fontMetrics().boundingRect(QRect(0, 0, 10_000, 10_000), 0, told.text())
            told.setMinimumHeight(LINES * line.height())  # Chinese stands higher than the font's own line
            plainly(told)
        unit.setMinimumWidth(UNIT * unit.fontMetrics().averageCharWidth())
        for column, widget in enumerate((label, share, sense, scale, unit)):
            self._grid.addWidget(widget, row, column)
        self._rows.append((weight, share, sense, scale))

    @property
    def weights(self) -> tuple[Weight, ...]:
        """Return the weights, in proportion; those of nought are left out. Empty if all are nought."""
        total = math.fsum(share.value() for _, share, _, _ in self._rows)
        if total <= 0.0:
            return ()
        return tuple(
            weight.model_copy(
                update={"weight": share.value() / total, "sense": sense.currentData(), "scale": scale.value()}
            )
            for weight, share, sense, scale in self._rows
            if share.value() > 0.0
        )
