"""What the PDF report is to be like, before the file is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from dealbuilder.model.text import Language
from dealbuilder.report.content import Options
from dealbuilder.ui.language import NAMES
from dealbuilder.ui.widgets.first_size import first_size


class ReportDialog(QDialog):
    """`chosen` carries the report's Options when the user accepts."""

    chosen = Signal(object)

    def __init__(self, language: Language, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export PDF report"))
        self.language, self.paper, self.marking = QComboBox(), QComboBox(), QComboBox()
        for id, name in NAMES.items():
            self.language.addItem(name, id)
        self.language.setCurrentIndex(self.language.findData(language))
        self.paper.addItem("A4", "a4")
        self.paper.addItem(self.tr("US letter"), "letter")
        self.paper.setCurrentIndex(self.paper.findData(paper))
        self.marking.addItem(self.tr("Public"), "public")
        self.marking.addItem(self.tr("Confidential to the delegation"), "delegation")
        self.term_sheet = QCheckBox(self.tr("Term sheet only"))
        self.large_print = QCheckBox(self.tr("Large print"))
        self.study = QCheckBox(self.tr("With the study: who earned it, who accepts it, what would be better"))
        self.study.setChecked(True)
        self.term_sheet.toggled.connect(self.study.setDisabled)
        form = QFormLayout()
        for label, field in (
            (self.tr("Language"), self.language),
            (self.tr("Paper"), self.paper),
            (self.tr("For"), self.marking),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        form.addRow(self.study)
        form.addRow(self.term_sheet)
        form.addRow(self.large_print)
        said = QLabel(
            self.tr(
                "A clean copy of the printed package is attached: opening the PDF in dealbuilder restores the deal. "
                "Private notes, sealed values, other packages and the history stay here; a report for "
                "the delegation also prints how the packages of this file compare."
            )
        )
        said.setWordWrap(True)
        said.setProperty("muted", True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(said)
        column.addWidget(self.buttons)
        first_size(self, 64)

    def _accept(self) -> None:
        options = Options(
            language=self.language.currentData(),
            paper=self.paper.currentData(),
            term_sheet=self.term_sheet.isChecked(),
            large_print=self.large_print.isChecked(),
            marking=self.marking.currentData(),
            study=self.study.isChecked() and not self.term_sheet.isChecked(),
        )
        self.accept()
        self.chosen.emit(options)
