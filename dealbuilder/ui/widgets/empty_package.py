"""What a package without clauses says: start with what you need most, and three ways to."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.scrolled import scrolled

SUGGESTED = ("cn_whitelist", "cn_review_clock", "cn_access_dual_use", "rescind_ai_letters", "term_verification")
SHOWN = 3


class EmptyPackage(QWidget):
    """Three suggestions; `chosen` carries the measure's id."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyPackage")
        self._head = Caption(factor=1.25, bold=True)
        self._text = Caption(role="muted")
        for caption in (self._head, self._text):
            caption.setWordWrap(True)
        self._buttons = [QPushButton() for _ in range(SHOWN)]
        self._offers: tuple[tuple[str, str], ...] = ()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._head)
        column.addWidget(self._text)
        for button in self._buttons:
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAutoDefault(False)
            button.clicked.connect(self._choose)
            column.addWidget(button)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(page))
        self._retranslate()

    def show_offers(self, offers: tuple[tuple[str, str], ...], editable: bool) -> None:
        """Offer (measure id, title) pairs, at most three."""
        self._offers = offers[:SHOWN]
        for i, button in enumerate(self._buttons):
            button.setVisible(i < len(self._offers))
            button.setEnabled(editable)
            if i < len(self._offers):
                button.setObjectName(self._offers[i][0])
                button.setText(self._offers[i][1])
                button.setAccessibleName(self.tr("Add: {0}").format(self._offers[i][1]))

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._head.setText(self.tr("Start with what you need most"))
        self._text.setText(
            self.tr("Pick one of these, or add any measure of the catalogue: Enter, double-click, or drag it here.")
        )

    def _choose(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton | QAction):
            self.chosen.emit(sender.objectName())
