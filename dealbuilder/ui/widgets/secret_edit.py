"""A line for a passphrase: hidden while it is typed, shown as long as a button is pressed down."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

LONGEST = 1_000
HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
    | Qt.InputMethodHint.ImhHiddenText
)


class SecretEdit(QWidget):
    """`edited` after each change of the text, `entered` when Return is pressed; whoever owns it places its `label`."""

    edited = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label, self.line, self.show_text = QLabel(), QLineEdit(), QPushButton()
        self.label.setBuddy(self.line)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(LONGEST)
        self.line.setInputMethodHints(HINTS)
        self.line.textChanged.connect(self.edited)
        self.line.returnPressed.connect(self.entered)
        self.show_text.setCheckable(True)
        self.show_text.setAutoDefault(False)
        self.show_text.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.show_text.toggled.connect(self._reveal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.call(name)
        self._retranslate()

    def call(self, name: str) -> None:
        """Give the line its name."""
        self._name = name
        self.line.setAccessibleName(name)
        self.label.setText(name)
        self._retranslate()

    def setVisible(self, visible: bool) -> None:
        """Show or hide the line with its label."""
        super().setVisible(visible)
        self.label.setVisible(visible)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the line; a proxy would be a stop of its own for Tab, out of order."""
        self.line.setFocus(reason)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def wipe(self) -> None:
        """Forget what was typed, and hide what is typed next."""
        self.line.clear()
        self.show_text.setChecked(False)

    def _reveal(self, on: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _retranslate(self) -> None:
        self.show_text.setText(self.tr("Show"))
        self.show_text.setAccessibleName(self.tr("Show what is typed: {field}").format(field=self._name))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
