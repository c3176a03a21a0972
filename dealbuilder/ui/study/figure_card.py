"""A figure of the study with its title, its note, and its table twin behind a button."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dealbuilder.model.text import Language
from dealbuilder.report.figure import Figure
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.figure_table import FigureTable
from dealbuilder.ui.widgets.figure_view import FigureView


class FigureCard(QWidget):
    """Shows one figure as a picture or as a table, whichever the reader chose last."""

    def __init__(self, lines: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.title = Caption(bold=True)
        self.note = Caption(factor=0.9, role="muted")
        self.view, self.table = FigureView(), FigureTable()
        self.twin = QPushButton()
        self.twin.setCheckable(True)
        self.twin.toggled.connect(self._turn)
        self._pages = QStackedWidget()
        for page in (self.view, self.table):
            self._pages.addWidget(page)
        for caption in (self.title, self.note):
            caption.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.twin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        column.addWidget(self.note)
        self.retranslate()

    def show_figure(
        self, figure: Figure | None, language: Language, note: str = "", lines: float | None = None
    ) -> None:
        """Show a figure; None empties the card. `lines` is its height in lines of text."""
        self.title.setText(figure.title if figure else "")
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.view.show_figure(figure, lines or self._lines)
        self.table.show_figure(figure, language)
        self.twin.setEnabled(figure is not None)
        self._name()

    def _turn(self, table: bool) -> None:
        self._pages.setCurrentIndex(1 if table else 0)

    def _name(self) -> None:
        self.twin.setAccessibleName(self.tr("{title} as a table").format(title=self.title.text()))

    def retranslate(self) -> None:
        """Write the button anew."""
        self.twin.setText(self.tr("As a table"))
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
