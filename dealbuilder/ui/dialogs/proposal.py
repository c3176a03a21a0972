"""A proposal written down: which side, who speaks, what it gives and asks, and the measures it is about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.session import Proposed
from dealbuilder.model.parties import SIDES
from dealbuilder.report.kit.codes import codes
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.first_size import first_size

LONGEST = 2_000
MOST_MEASURES = 50


class ProposalDialog(QDialog):
    """`proposed` carries a Proposed without its times."""

    proposed = Signal(object)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write down a proposal"))
        self.side, self.who = QComboBox(), QComboBox()
        self.side.addItem(self.tr("United States"), "us")
        self.side.addItem(self.tr("China"), "china")
        self.who.setEditable(True)
        self.who.addItem("")
        for seat in state.document.plan.seats if state.document.plan else ():
            if seat.name:
                self.who.addItem(seat.name)
        line = self.who.lineEdit()
        if isinstance(line, QLineEdit):
            line.setMaxLength(200)
        self.gives, self.asks = QPlainTextEdit(), QPlainTextEdit()
        self.measures = QListWidget()
        self.measures.setWordWrap(True)
        named = codes(state.catalogue, state.language)
        for measure in sorted(state.catalogue.measures, key=lambda one: SIDES.index(one.side)):
            item = QListWidgetItem(f"{named[measure.id]} · {measure.title.get(state.language)}")
            item.setData(Qt.ItemDataRole.UserRole, measure.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.measures.addItem(item)
        form = QFormLayout()
        for label, field in (
            (self.tr("Side"), self.side),
            (self.tr("Who speaks"), self.who),
            (self.tr("Gives"), self.gives),
            (self.tr("Asks for"), self.asks),
            (self.tr("About these measures"), self.measures),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        typed = self.who.lineEdit()
        if typed is not None:
            typed.setAccessibleName(self.who.accessibleName())
        for box in (self.gives, self.asks):
            box.setTabChangesFocus(True)
            box.textChanged.connect(self._look)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.buttons)
        first_size(self, 80, 30)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self.side.setFocus()
        self._look()

    def _look(self) -> None:
        said = bool(self.gives.toPlainText().strip() or self.asks.toPlainText().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(said)

    def _accept(self) -> None:
        items = [self.measures.item(row) for row in range(self.measures.count())]
        chosen = [one.data(Qt.ItemDataRole.UserRole) for one in items if one.checkState() == Qt.CheckState.Checked]
        entry = Proposed(
            at="",
            side=self.side.currentData(),
            who=self.who.currentText().strip()[:200],
            gives=self.gives.toPlainText().strip()[:LONGEST],
            asks=self.asks.toPlainText().strip()[:LONGEST],
            measures=tuple(chosen[:MOST_MEASURES]),
        )
        self.accept()
        self.proposed.emit(entry)
