"""The dialog of a fault: what happened, what is safe, what to press, and the report to copy."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dealbuilder.ui.widgets.appearance import Caption

WIDTH, HEIGHT = 80, 26
"""Size in letters and lines of text."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What became of unsaved work: put aside at `where`, none was there, or it could not be put aside."""

    state: Literal["aside", "none", "failed"]
    where: str = ""


class ReportBox(QPlainTextEdit):
    """A report to read and to copy, in letters of one width, never wider than its dialog."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFont(_even())

    def copy_all(self) -> None:
        """Put the whole report on the clipboard."""
        QGuiApplication.clipboard().setText(self.toPlainText())


def _even():  # noqa: ANN202 (a QFont)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(QGuiApplication.font().pointSizeF())
    return font


def fitted(dialog: QDialog) -> None:
    """Give a dialog its size, never more than its screen has."""
    metrics, room = dialog.fontMetrics(), dialog.screen().availableGeometry()
    wide = min(metrics.averageCharWidth() * WIDTH, room.width() * 9 // 10)
    tall = min(metrics.height() * HEIGHT, room.height() * 9 // 10)
    dialog.resize(wide, tall)


class CrashDialog(QDialog):
    """Rejected means quit; accepted means go on."""

    def __init__(self, text: str, rescue: Rescue, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in dealbuilder"))
        said = Caption(self.tr("This is a fault of the program, not of your deal."), factor=1.25, bold=True)
        safe = QLabel(self._safe(rescue))
        press = QLabel(
            self.tr(
                "Go on if the window still answers; otherwise quit and start again. Please pass on the report below: "
                "it holds nothing of your deal."
            )
        )
        self._more = QLabel()
        self._more.hide()
        self.box = ReportBox(text, self.tr("Report of the fault"))
        where = QLabel(
            self.tr("The report is also in {file}.").format(file=path)
            if path
            else self.tr("The report could not be written to a file; copy it from here.")
        )
        where.setProperty("muted", True)
        for label in (said, safe, press, self._more, where):
            label.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._copy = self.buttons.addButton(self.tr("Copy report"), role.ActionRole)
        self._copy.clicked.connect(self.box.copy_all)
        self._go_on = self.buttons.addButton(self.tr("Go on"), role.AcceptRole)
        self._go_on.setDefault(True)
        self.buttons.addButton(self.tr("Quit"), role.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, safe, press, self._more, self.box, where, self.buttons):
            column.addWidget(widget, 1 if widget is self.box else 0)
        fitted(self)

    def _safe(self, rescue: Rescue) -> str:
        if rescue.state == "aside":
            return self.tr("Your work was put aside. It is offered when dealbuilder starts again: {file}").format(
                file=rescue.where
            )
        if rescue.state == "failed":
            return self.tr("Your work could not be put aside. Go on and save it, if the window still answers.")
        return self.tr("There was no unsaved work.")

    def add(self, count: int, text: str) -> None:
        """Tell that more faults came while this one is on screen; add the report of another kind."""
        self._more.setText(self.tr("%n more fault(s) since.", "", count))
        self._more.show()
        if text:
            self.box.appendPlainText(f"\n{text}")
