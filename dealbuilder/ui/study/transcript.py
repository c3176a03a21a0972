"""The transcript of a rehearsal: a row an offer, what was left on the table, both sides' values as a figure."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHeaderView, QVBoxLayout, QWidget

from dealbuilder.model.text import Language
from dealbuilder.report.study import counterpart
from dealbuilder.report.study.rounds import Rehearsal, Row, debriefed, rows
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.figure_table import FigureTable
from dealbuilder.ui.widgets.figure_view import FigureView
from dealbuilder.ui.widgets.plain_table import PlainTable

WIDE = (2,)
"""The column of the transcript that takes what the others leave; folded, its last one does."""
NARROW = 52
"""Lines of text across below which the table is folded."""
LINES = 11.0
TABLE_LINES = 16


class Transcript(QWidget):
    """Shows a rehearsal; `least` asks for what the script carries at least, which is hidden at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = PlainTable("", WIDE)
        self.left = Caption()
        self.least = QCheckBox()
        self.figure, self.twin = FigureView(LINES), FigureTable()
        self._rows: tuple[Row, ...] = ()
        self._language: Language = "en"
        self._folded = False
        self.left.setWordWrap(True)
        self.table.setMinimumHeight(TABLE_LINES * em(self))
        self.twin.setMinimumHeight(round(LINES / 2 * em(self)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 1)
        for part in (self.left, self.least, self.figure, self.twin):
            column.addWidget(part)
        self.retranslate()

    def show_rehearsal(self, told: Rehearsal, language: Language) -> None:
        """Show a rehearsal as it stands."""
        self._rows, self._language = rows(told, language), language
        self._fill()
        self.table.setVisible(bool(self._rows))
        lead, *items = (*debriefed(told, language), "")
        self.left.setText("\n".join([lead, *(f"• {item}" for item in items if item)]))
        self.left.setVisible(bool(lead))
        figure = counterpart.chart(told, language)
        self.figure.show_figure(figure)
        self.twin.show_figure(figure, language)
        for part in (self.least, self.figure, self.twin):
            part.setVisible(figure is not None)

    def _fill(self) -> None:
        """Fill the table, in two columns where the text is large for the window."""
        head, language = counterpart.header(self._language), self._language
        self._folded = self._narrow
        if self._folded:
            self.table.fill((head[1], head[2]), tuple(counterpart.folded(row, language) for row in self._rows))
            self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
            self.table.resizeRowsToContents()
        else:
            self.table.fill(head, tuple(counterpart.cells(row, language) for row in self._rows))
        self.table.scrollToBottom()

    @property
    def _narrow(self) -> bool:
        return self.width() < NARROW * em(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the table where it does not fit."""
        super().resizeEvent(event)
        if self._folded != self._narrow:
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text of its own anew."""
        self.least.setText(self.tr("Show what it carries at least (a rehearsal hides that)"))
        self.table.setAccessibleName(self.tr("Transcript of the rehearsal"))
