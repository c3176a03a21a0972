"""What is told at the start after an end that was none: the report of it and unsaved work, in one dialog."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from dealbuilder.ui.care.dialog import ReportBox, fitted
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.first_size import first_size


class LeftOverDialog(QDialog):
    """`recovering` when the user wants to see the unsaved work; `report` is "" where nothing more is known."""

    recovering = Signal()

    def __init__(self, report: str, path: str, unsaved: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The last time dealbuilder did not end in order"))
        said = Caption(
            self.tr("A fault ended dealbuilder the last time.")
            if report
            else self.tr("dealbuilder was stopped the last time before it could end."),
            factor=1.25,
            bold=True,
        )
        safe = QLabel(
            self.tr("%n deal(s) with unsaved work were kept. You can look at them now or later.", "", unsaved)
            if unsaved
            else self.tr("There is no unsaved work to recover.")
        )
        parts: list[QWidget] = [said, safe]
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        role = QDialogButtonBox.ButtonRole
        self.box: ReportBox | None = None
        if report:
            pass_on = QLabel(self.tr("Please pass on the report below: it holds nothing of your deal."))
            self.box = ReportBox(report, self.tr("Report of the fault"))
            where = QLabel(self.tr("The report is also in {file}.").format(file=path) if path else "")
            where.setProperty("muted", True)
            parts += [pass_on, self.box, where]
            copy = self.buttons.addButton(self.tr("Copy report"), role.ActionRole)
            copy.clicked.connect(self.box.copy_all)
        if unsaved:
            recover = self.buttons.addButton(self.tr("Recover unsaved work…"), role.AcceptRole)
            recover.setDefault(True)
            self.buttons.accepted.connect(self._recover)
        column = QVBoxLayout(self)
        for part in parts:
            if isinstance(part, QLabel):
                part.setWordWrap(True)
            column.addWidget(part, 1 if part is self.box else 0)
        column.addWidget(self.buttons)
        if self.box is not None:
            fitted(self)
        else:
            first_size(self, 60)

    def _recover(self) -> None:
        self.accept()
        self.recovering.emit()
