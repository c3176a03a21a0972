"""The passphrase of one party's sealed values, asked for once; what it opens is handed on and kept nowhere else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dealbuilder.document.document import Document
from dealbuilder.document.own_values import needs_passphrase, opened
from dealbuilder.errors import DealError
from dealbuilder.ui.jobs import Runner, Tick
from dealbuilder.ui.language import spoken
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.first_size import first_size
from dealbuilder.ui.widgets.secret_edit import SecretEdit
from dealbuilder.ui.widgets.tab_order import in_order


class UnsealingDialog(QDialog):
    """`opened` carries the role's id and its OwnValues."""

    opened = Signal(object, object)

    def __init__(
        self, document: Document, lens: str, name: str, question: str, caution: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open sealed values"))
        self._document, self._lens = document, lens
        self._runner = Runner(self, workers=1)
        self._locked = needs_passphrase(document, lens)
        said, more, whose = Caption(question, bold=True, factor=1.1), QLabel(caution), Caption(name, bold=True)
        self.status = Caption(role="warn")
        for label in (said, more, whose, self.status):
            label.setWordWrap(True)
        self.passphrase = SecretEdit(self.tr("Passphrase"))
        self.passphrase.setVisible(self._locked)
        self.passphrase.edited.connect(self._check)
        if not self._locked:
            self.status.setText(self.tr("These values are NOT ENCRYPTED: whoever has the file can read them."))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.yes = self.buttons.addButton(self.tr("Open them here"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._open)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._leave)
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        row.addWidget(self.passphrase.label)
        row.addWidget(self.passphrase, 1)
        for widget in (said, more, whose):
            column.addWidget(widget)
        column.addLayout(row)
        for widget in (self.status, self.buttons):
            column.addWidget(widget)
        first_size(self, 72)
        (self.passphrase if self._locked else self.yes).setFocus()
        self._check()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next)

    def _check(self) -> None:
        self.yes.setEnabled(not self._runner.busy() and bool(self.passphrase.text() or not self._locked))
        self.yes.setDefault(self.yes.isEnabled())

    def _open(self) -> None:
        document, lens, phrase = self._document, self._lens, self.passphrase.text()

        def work(tick: Tick) -> object:
            return opened(document, lens, phrase)

        self.status.setText(self.tr("Opening…"))
        self._runner.start("open", work, self._done, self._refuse)
        self._check()

    def _done(self, values: object) -> None:
        self.passphrase.wipe()
        self.accept()
        if values is not None:
            self.opened.emit(self._lens, values)

    def _refuse(self, error: DealError) -> None:
        self.status.setText(error.told(spoken()))
        self.passphrase.wipe()
        self.passphrase.setFocus()
        self._check()

    def _leave(self) -> None:
        self.passphrase.wipe()
        self._runner.stop()
