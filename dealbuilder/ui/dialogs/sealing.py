"""Room > Seal a party's own values: what a role really weighs, and the least it carries, kept from everybody else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.own_values import OwnValues, key, of_lens, opened, sealing
from dealbuilder.errors import DealError
from dealbuilder.ui.dialogs.weights import WeightsForm
from dealbuilder.ui.intents import Do
from dealbuilder.ui.language import spoken
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.tab_order import in_order, into_view

LONGEST_NOTE = 5_000
REACH = 100.0


class SealingDialog(QDialog):
    """Emits Do(SealValue). What is sealed is shown only once it is opened with a button, and only here."""

    intent = Signal(object)

    def __init__(self, state: State, lens: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Seal a party's own values"))
        self._state = state
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Role"))
        seated = tuple(seat.lens for seat in state.document.plan.seats) if state.document.plan else ()
        lenses = sorted(state.catalogue.lenses, key=lambda one: one.id not in seated)
        for one in lenses:
            self.role.addItem(one.name.get(state.language), one.id)
        if lens:
            self.role.setCurrentIndex(max(self.role.findData(lens), 0))
        said = QLabel(
            self.tr(
                "What you seal stays in this file and out of every shared view: the room's window, the record, "
                "reports, clean copies and other tables. It is not encrypted yet: whoever has the file can read it."
            )
        )
        said.setWordWrap(True)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.open_button = QPushButton(self.tr("Open it on this screen"))
        self.open_button.clicked.connect(self._open_sealed)
        self.weights = WeightsForm(state.catalogue, state.language)
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
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.seal = self.buttons.addButton(self.tr("Seal"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.remove = self.buttons.addButton(self.tr("Remove"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.remove.clicked.connect(self._remove)
        self._lay_out(said)
        self.role.currentIndexChanged.connect(self._load)
        self._load()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next) and into_view(self)

    def _lay_out(self, said: QLabel) -> None:
        self.form = QWidget()
        inside = QVBoxLayout(self.form)
        inside.addWidget(self.weights)
        row = QHBoxLayout()
        row.addWidget(self.given, 1)
        row.addWidget(self.reservation)
        inside.addLayout(row)
        inside.addWidget(self.note, 1)
        hint = QLabel(self.tr("Weights count in proportion to one another. A weight of 0 leaves the indicator out."))
        hint.setWordWrap(True)
        hint.setProperty("muted", True)
        inside.addWidget(hint)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.form)
        column = QVBoxLayout(self)
        for widget in (said, self.role, self.status, self.open_button):
            column.addWidget(widget)
        column.addWidget(area, 1)
        column.addWidget(self.buttons)
        self.seal.setDefault(True)
        self.role.setFocus()
        self.resize(self.fontMetrics().averageCharWidth() * 96, self.fontMetrics().height() * 34)

    def _load(self) -> None:
        """Start from the catalogue; what is sealed stays closed until it is opened."""
        lens = self._state.catalogue.lens_by_id[self.role.currentData()]
        sealed = key(lens.id) in self._state.document.sealed
        self.status.setText(
            self.tr("This role has sealed values. They stay closed until you open them.")
            if sealed
            else self.tr("Nothing is sealed for this role. The form starts from the catalogue's judgement.")
        )
        self.open_button.setVisible(sealed)
        self.remove.setEnabled(sealed and not self._state.read_only)
        self._show_values(of_lens(lens))
        self._enable(not sealed)

    def _open_sealed(self) -> None:
        lens = self.role.currentData()
        try:
            values = opened(self._state.document, lens)
        except DealError as error:
            self.status.setText(error.told(spoken()))
            values = of_lens(self._state.catalogue.lens_by_id[lens])
        else:
            self.status.setText(self.tr("Open: whoever looks at this screen can read it."))
        if values is not None:
            self._show_values(values)
        self.open_button.hide()
        self._enable(True)

    def _show_values(self, values: OwnValues) -> None:
        self.weights.take(values.weights)
        self.given.setChecked(values.reservation is not None)
        self.reservation.setEnabled(values.reservation is not None)
        self.reservation.setValue(values.reservation or 0.0)
        self.note.setPlainText(values.note)

    def _enable(self, on: bool) -> None:
        self.form.setVisible(on)
        self.seal.setEnabled(on and not self._state.read_only)

    def _accept(self) -> None:
        weights = self.weights.weights
        if not weights:
            self.status.setText(self.tr("At least one weight must be more than 0; nothing was sealed."))
            return
        reservation = self.reservation.value() if self.given.isChecked() else None
        note = self.note.toPlainText().strip()[:LONGEST_NOTE]
        lens = self.role.currentData()
        self.accept()
        self.intent.emit(Do(sealing(lens, OwnValues(weights=weights, reservation=reservation, note=note))))

    def _remove(self) -> None:
        lens = self.role.currentData()
        self.accept()
        self.intent.emit(Do(sealing(lens, None)))
