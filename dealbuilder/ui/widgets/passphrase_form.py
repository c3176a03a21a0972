"""A new passphrase, typed twice, with a word on how hard it is to guess."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from dealbuilder.document.passphrases import ADVICE, agreed, strength
from dealbuilder.ui.language import spoken
from dealbuilder.ui.widgets.secret_edit import SecretEdit


class PassphraseForm(QWidget):
    """Two lines and advice below. `keep` says that both may stay empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.advice = QLabel(), QLabel()
        for label in (self.head, self.advice):
            label.setWordWrap(True)
        self.advice.setProperty("muted", True)
        self.first = SecretEdit(self.tr("Passphrase"))
        self.again = SecretEdit(self.tr("The same again"))
        self._keep = False
        for line in (self.first, self.again):
            line.edited.connect(self._advise)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.head, 0, 0, 1, 2)
        for row, line in enumerate((self.first, self.again), 1):
            grid.addWidget(line.label, row, 0)
            grid.addWidget(line, row, 1)
        grid.addWidget(self.advice, 3, 0, 1, 2)
        self.ask(keep=False)

    def ask(self, *, keep: bool) -> None:
        """Ask for a passphrase; `keep`: the one that opened what was sealed stays if none is given."""
        self._keep = keep
        self.wipe()
        self.head.setText(
            self.tr("To change the passphrase, type the new one twice; left empty, the old one stays.")
            if keep
            else self.tr("Passphrase of this delegation, typed twice. Forgotten, nobody can open the values again.")
        )

    def passphrase(self) -> str | None:
        """Return the passphrase, None if the old one is kept; raise DealError if the two differ or are too short."""
        if self._keep and not self.first.text() and not self.again.text():
            return None
        return agreed(self.first.text(), self.again.text())

    def wipe(self) -> None:
        """Forget what was typed."""
        self.first.wipe()
        self.again.wipe()
        self._advise()

    def _advise(self) -> None:
        said = ADVICE["none" if self._keep and not self.first.text() else strength(self.first.text())]
        self.advice.setText(said.get(spoken()))
