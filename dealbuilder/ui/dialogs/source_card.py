"""The source card: what stands behind a number or a clause, to read and to copy."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from dealbuilder.ui.cards import SourceCard
from dealbuilder.ui.intents import ShowMethod, ShowSource, ShowStudy
from dealbuilder.ui.theme import shown
from dealbuilder.ui.widgets.first_size import first_size

WIDTH = 80
HEIGHT = 30
"""Size in average characters and lines."""


class SourceDialog(QDialog):
    """Shows one card; stays open beside the work, so that cards can be compared.

    `intent` carries a ShowMethod when asked how the subject is computed, a ShowStudy when asked who earned it.
    """

    intent = Signal(object)

    def __init__(
        self,
        card: SourceCard,
        method: ShowMethod | None = None,
        parent: QWidget | None = None,
        study: ShowStudy | None = None,
        subject: ShowSource | None = None,
    ) -> None:
        super().__init__(parent)
        self.subject = subject
        self._card = card
        self._method, self._study = method, study
        self.browser = QTextBrowser()
        self.browser.setOpenLinks(False)
        self.browser.document().setDocumentMargin(16)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._copy)
        self.explain = buttons.addButton("", QDialogButtonBox.ButtonRole.HelpRole)
        self.explain.setVisible(method is not None)
        self.explain.clicked.connect(self._explain)
        self.earned = buttons.addButton("", QDialogButtonBox.ButtonRole.HelpRole)
        self.earned.setVisible(study is not None)
        self.earned.clicked.connect(self._ask)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.browser, 1)
        column.addWidget(buttons)
        self._write()
        first_size(self, WIDTH, HEIGHT)

    def show_card(self, card: SourceCard) -> None:
        """Show the card in another language."""
        self._card = card
        self._write()

    def _write(self) -> None:
        self.setWindowTitle(self._card.title)
        self.browser.setAccessibleName(self._card.title)
        self.copy.setText(self.tr("Copy"))
        self.explain.setText(self.tr("How is this computed?"))
        self.earned.setText(self.tr("Who earned it?"))
        theme = shown()
        self.browser.setHtml(self._card.html(theme.muted, theme.warn))

    def _explain(self) -> None:
        self.intent.emit(self._method)

    def _ask(self) -> None:
        self.intent.emit(self._study)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._card.text())

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._write()
        super().changeEvent(event)
