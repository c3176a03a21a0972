"""The agreement written down: reached or not, who spoke for whom, and in what words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.session import Agreed
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import plainly
from dealbuilder.ui.widgets.first_size import first_size

LONGEST_NAME = 200
LONGEST = 5_000


class AgreementDialog(QDialog):
    """`agreed` carries an Agreed without its times; its package is the one on the desk."""

    agreed = Signal(object)

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Write down the agreement"))
        self._package = state.document.package()
        said = QLabel(
            self.tr(
                "It is about the package “{name}” as it stands now, with %n clause(s).", "", len(self._package.clauses)
            ).format(name=self._package.name or self._package.id)
        )
        plainly(said)
        said.setWordWrap(True)
        self.reached = QComboBox()
        self.reached.addItem(self.tr("The sides agreed"), True)
        self.reached.addItem(self.tr("The sides parted without an agreement"), False)
        self.us, self.china, self.text = QLineEdit(), QLineEdit(), QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        form = QFormLayout()
        for label, field in (
            (self.tr("Outcome"), self.reached),
            (self.tr("For the United States"), self.us),
            (self.tr("For China"), self.china),
            (self.tr("In their words"), self.text),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        for line in (self.us, self.china):
            line.setMaxLength(LONGEST_NAME)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self.reached.setFocus()
        first_size(self, 72, 20)

    def _accept(self) -> None:
        entry = Agreed(
            at="",
            reached=self.reached.currentData(),
            package=self._package,
            us=self.us.text().strip(),
            china=self.china.text().strip(),
            text=self.text.toPlainText().strip()[:LONGEST],
        )
        self.accept()
        self.agreed.emit(entry)
