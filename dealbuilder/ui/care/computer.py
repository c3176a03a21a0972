"""Help > About this computer: what the program stands on here, line by line, to copy and to pass on."""

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.care.checkup.examine import examine
from dealbuilder.report.care.checkup.lines import as_text
from dealbuilder.report.rehearsal.finding import Finding, ready
from dealbuilder.ui.care.dialog import fitted
from dealbuilder.ui.dialogs.rehearsal import ICONS, state_words
from dealbuilder.ui.icons import icon
from dealbuilder.ui.jobs import Runner, Tick

LANE = "computer"
"""Lane of the check-up; closing the dialog cancels it."""


class ComputerDialog(QDialog):
    """Shows the lines once they are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this computer"))
        self._lines: tuple[Finding, ...] = ()
        self.said = QLabel(self.tr("Looking at this computer…"))
        self.said.setWordWrap(True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([self.tr("What"), self.tr("State"), self.tr("Found, and what to do")])
        self.table.setAccessibleName(self.tr("What the program stands on"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self.table.resizeRowsToContents)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(self.tr("Copy as text"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        fitted(self)

    def show_lines(self, lines: tuple[Finding, ...]) -> None:
        """Show what was found."""
        self._lines = lines
        self.said.setText(
            self.tr("Everything works here. The copied text names neither you nor your folders.")
            if ready(lines)
            else self.tr("Something does not work here. The copied text names neither you nor your folders.")
        )
        inks = (self.palette().color(QPalette.ColorRole.Text), self.palette().color(QPalette.ColorRole.PlaceholderText))
        self.table.setRowCount(len(lines))
        for row, one in enumerate(lines):
            found = f"{one.found}\n{one.remedy}".strip()
            state = QTableWidgetItem(icon(ICONS[one.state], *inks), state_words()[one.state])
            for column, item in enumerate((QTableWidgetItem(one.title), state, QTableWidgetItem(found))):
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        self.copy.setEnabled(True)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._lines))


def open_computer(
    runner: Runner, known: Callable[[], Catalogue], language: Language, parent: QWidget | None
) -> ComputerDialog:
    """Open the dialog and look in a thread."""
    dialog = ComputerDialog(parent)

    def look(tick: Tick) -> tuple[Finding, ...]:
        return examine(known, language, tick)

    def found(lines: object) -> None:
        if isinstance(lines, tuple):
            dialog.show_lines(lines)

    def closed(_result: int) -> None:
        runner.cancel(LANE)
        dialog.deleteLater()

    dialog.finished.connect(closed)
    runner.start(LANE, look, found)
    dialog.open()
    return dialog
