"""The values that a party seals, as a form: weights, the least value it carries, and a note."""

from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.own_values import OwnValues
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.ui.dialogs.weights import WeightsForm

LONGEST_NOTE = 5_000
REACH = 100.0


class OwnValuesForm(QWidget):
    """Shows values and returns them; what is sealed under no role is shown as text alone, to be read."""

    def __init__(self, catalogue: Catalogue, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.weights = WeightsForm(catalogue, language)
        self.given = QCheckBox(self.tr("Least value it carries (points; 0 is as in the baseline)"))
        self.reservation = QDoubleSpinBox()
        self.reservation.setRange(-REACH, REACH)
        self.reservation.setDecimals(2)
        self.reservation.setSingleStep(0.05)
        self.reservation.setAccessibleName(self.given.text())
        self.given.toggled.connect(self.reservation.setEnabled)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(self.fontMetrics().height() * 4)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("Instructions, red lines, what would make you walk away"))
        self.hint = QLabel(
            self.tr("Weights count in proportion to one another. A weight of 0 leaves the indicator out.")
        )
        self.hint.setWordWrap(True)
        self.hint.setProperty("muted", True)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.given, 1)
        row.addWidget(self.reservation)
        column.addWidget(self.weights)
        column.addLayout(row)
        column.addWidget(self.note, 1)
        column.addWidget(self.hint)

    def show_values(self, values: OwnValues) -> None:
        """Show a role's values."""
        self._of_role(True)
        self.weights.take(values.weights)
        self.given.setChecked(values.reservation is not None)
        self.reservation.setEnabled(values.reservation is not None)
        self.reservation.setValue(values.reservation or 0.0)
        self.note.setPlainText(values.note)

    def show_text(self, text: str) -> None:
        """Show what is sealed under no role of this catalogue."""
        self._of_role(False)
        self.weights.take(())
        self.note.setPlainText(text)

    def values(self) -> OwnValues | None:
        """Return what stands in the form, None if no weight is more than 0."""
        weights = self.weights.weights
        if not weights:
            return None
        reservation = self.reservation.value() if self.given.isChecked() else None
        return OwnValues(weights=weights, reservation=reservation, note=self.note.toPlainText().strip()[:LONGEST_NOTE])

    def _of_role(self, on: bool) -> None:
        for widget in (self.weights, self.given, self.reservation, self.hint):
            widget.setVisible(on)
        self.note.setReadOnly(not on)
