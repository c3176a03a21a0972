"""Room > Rehearsal check: one button, and line by line whether a session can be run on this machine."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.report.rehearsal.finding import Finding
from dealbuilder.ui.icons import icon
from dealbuilder.ui.widgets.appearance import plainly
from dealbuilder.ui.widgets.first_size import first_size
from dealbuilder.ui.widgets.tab_order import in_order, into_view

OWN = ""
"""What the choice of a session holds for the plan that is in the deal."""
SHARES = 100
ICONS = {"ok": "tick", "attention": "warn", "fails": "close"}


def state_words() -> dict[str, str]:
    """Return what each state is called."""
    return {
        "ok": QCoreApplication.translate("rehearsal", "ok"),
        "attention": QCoreApplication.translate("rehearsal", "attention"),
        "fails": QCoreApplication.translate("rehearsal", "fails"),
    }


class RehearsalDialog(QDialog):
    """`asked` carries the session to check (a template's id, empty for the deal's plan); `kit`: print it now."""

    asked = Signal(str)
    kit = Signal()
    cancelled = Signal()

    def __init__(
        self, catalogue: Catalogue, language: Language, *, planned: bool, deal: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rehearsal check"))
        self.session = QComboBox()
        self.session.setAccessibleName(self.tr("Session"))
        if planned:
            self.session.addItem(self.tr("The plan in this deal"), OWN)
        for one in catalogue.sessions:
            self.session.addItem(one.name.get(language), one.id)
        self.said = QLabel()
        plainly(self.said)
        self.said.setWordWrap(True)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([self.tr("What"), self.tr("State"), self.tr("Found, and what to do")])
        self.table.setAccessibleName(self.tr("Findings"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().sectionResized.connect(self.table.resizeRowsToContents)
        self.bar = QProgressBar()
        self.bar.setRange(0, SHARES)
        self.bar.setAccessibleName(self.tr("Progress"))
        self._add_buttons(deal)
        form = QFormLayout()
        form.addRow(self.tr("Session"), self.session)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addWidget(self.bar)
        column.addWidget(self.buttons)
        first_size(self, 120, 44)
        self._findings: tuple[Finding, ...] = ()
        self.finished.connect(self._leave)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next) and into_view(self)

    def _add_buttons(self, deal: bool) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.check = self.buttons.addButton(self.tr("Check"), role)
        self.print_kit = self.buttons.addButton(self.tr("Print kit…"), role)
        self.print_kit.setEnabled(deal)
        self.copy = self.buttons.addButton(self.tr("Copy"), role)
        for button in (self.print_kit, self.copy):
            button.setAutoDefault(False)
        self.check.setDefault(True)
        self.check.clicked.connect(self.begin)
        self.print_kit.clicked.connect(self.kit)
        self.copy.clicked.connect(self._copy)
        self.buttons.rejected.connect(self.reject)

    def begin(self) -> None:
        """Ask for the check."""
        self.check.setEnabled(False)
        self.copy.setEnabled(False)
        self.bar.setValue(0)
        self.bar.show()
        self.said.setText(self.tr("Checking…"))
        self.asked.emit(self.session.currentData() or OWN)

    def progress(self, done: float) -> None:
        """Show the share done."""
        self.bar.setValue(round(done * SHARES))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what was found, in the order of the check."""
        self._findings = findings
        words, ink = state_words(), self.palette().color(QPalette.ColorRole.Text)
        self.table.setRowCount(len(findings))
        for row, one in enumerate(findings):
            state = QTableWidgetItem(icon(ICONS[one.state], ink, ink), words[one.state])
            told = f"{one.found}\n{one.remedy}" if one.remedy else one.found
            for column, item in enumerate((QTableWidgetItem(one.title), state, QTableWidgetItem(told))):
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        self._rest(self._summary(findings))

    def refuse(self, message: str) -> None:
        """Say why the check could not be made."""
        self._rest(message)

    def _summary(self, findings: tuple[Finding, ...]) -> str:
        fails = sum(one.state == "fails" for one in findings)
        attention = sum(one.state == "attention" for one in findings)
        if fails:
            return self.tr("%n line(s) fail: mend them before the session.", "", fails)
        return self.tr("Nothing fails; %n line(s) need your attention.", "", attention)

    def _rest(self, said: str) -> None:
        self.said.setText(said)
        self.bar.hide()
        self.check.setEnabled(True)
        self.copy.setEnabled(bool(self._findings))

    def _copy(self) -> None:
        words = state_words()
        lines = (f"{one.title}: {words[one.state]}. {one.found} {one.remedy}".rstrip() for one in self._findings)
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def _leave(self) -> None:
        self.cancelled.emit()
