"""File > Clean copy: what the copy left out, what it still tells, and that it was read again and found clean."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from dealbuilder.document.replacing import replace_file
from dealbuilder.errors import DealError
from dealbuilder.ui.dialogs.files import ask_save
from dealbuilder.ui.language import spoken
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.first_size import first_size
from dealbuilder.ui.widgets.tab_order import in_order


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean copy that was written: where, and sentences; `private` is what reading it again found in it."""

    path: Path
    left_out: tuple[str, ...]
    kept: tuple[str, ...]
    private: tuple[str, ...] = ()


class CleanedDialog(QDialog):
    """Shows the report, which can be copied or saved beside the copy."""

    def __init__(self, made: Cleaned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Clean copy"))
        self._made = made
        self.head = Caption(self.tr("The clean copy is in {file}.").format(file=made.path), bold=True)
        self.verdict = Caption(role="warn" if made.private else "text")
        self.verdict.setText(
            self.tr("Do NOT hand it over: private things were found in it.")
            if made.private
            else self.tr("It was read again byte by byte: nothing private is in it.")
        )
        self.status = Caption(role="muted")
        for caption in (self.head, self.verdict, self.status):
            caption.setWordWrap(True)
        self.report = QPlainTextEdit(self.text())
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(self.tr("Report on the clean copy"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.copy = self.buttons.addButton(self.tr("Copy report"), role)
        self.save = self.buttons.addButton(self.tr("Save report…"), role)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.head, self.verdict):
            column.addWidget(widget)
        column.addWidget(self.report, 1)
        column.addWidget(self.status)
        column.addWidget(self.buttons)
        first_size(self, 84, 24)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next)

    def text(self) -> str:
        """Return the report."""
        made = self._made
        parts = [
            (self.tr("Private, and still in it:"), made.private),
            (self.tr("Left out:"), made.left_out),
            (self.tr("Still in it, for you to read before you hand it over:"), made.kept),
        ]
        lines = [f"{made.path.name}: {self.verdict.text()}"]
        for head, sentences in parts:
            lines += ["", head, *(f"- {sentence}" for sentence in sentences)] if sentences else []
        return "\n".join(lines) + "\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.status.setText(self.tr("The report is on the clipboard."))

    def _save(self) -> None:
        name = f"{self._made.path.stem}-{self.tr('report')}.txt"
        ask_save(self, str(self._made.path.parent), name, self.tr("Text (*.txt)"), self._write)

    def _write(self, path: Path) -> None:
        try:
            replace_file(path, self.text().encode())
        except DealError as error:
            self.status.setText(error.told(spoken()))
        else:
            self.status.setText(self.tr("The report is in {file}.").format(file=path))
