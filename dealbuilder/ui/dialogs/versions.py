"""Kept versions: keep the deal as it is now with one line why, look at the list, bring one back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.versions import Version
from dealbuilder.ui.clock import local
from dealbuilder.ui.widgets.first_size import first_size
from dealbuilder.ui.widgets.tab_order import in_order


class VersionsDialog(QDialog):
    """`kept` carries the one-line why, `restored` a Version."""

    kept = Signal(object)
    restored = Signal(object)

    def __init__(self, versions: tuple[Version, ...], read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Versions"))
        self._versions = tuple(reversed(versions))
        why = QLabel(self.tr("Keep the deal as it is now. Why?"))
        self.note = QLineEdit()
        self.note.setMaxLength(5_000)
        self.note.setPlaceholderText(self.tr("One line, for example: after the second round"))
        self.note.setAccessibleName(why.text())
        self.keep = QPushButton(self.tr("Keep version"))
        self.keep.setProperty("primary", True)
        self.keep.clicked.connect(self._keep)
        self.note.returnPressed.connect(self._keep)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Kept versions, newest first"))
        self.list.setWordWrap(True)
        for version in self._versions:
            who = f" · {version.who}" if version.who else ""
            clauses = sum(len(package.clauses) for package in version.document.packages)
            what = self.tr("%n clause(s)", "", clauses)
            note = version.note or self.tr("(no note)")
            text = f"{version.number}.  {note}\n      {local(version.at)}{who} · {what}"
            self.list.addItem(QListWidgetItem(text))
        if not versions:
            empty = QListWidgetItem(self.tr("No version is kept yet."))
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(empty)
        self.restore = QPushButton(self.tr("Bring this version back"))
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._restore)
        self.list.currentRowChanged.connect(self._choose)
        self._read_only = read_only
        for widget in (self.note, self.keep):
            widget.setEnabled(not read_only)
        safe = QLabel(self.tr("Bringing a version back loses nothing: it can be undone, and every version stays."))
        safe.setProperty("muted", True)
        safe.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.addWidget(why)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(safe)
        column.addWidget(buttons)
        first_size(self, 80, 24)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next)

    def _choose(self, row: int) -> None:
        self.restore.setEnabled(0 <= row < len(self._versions) and not self._read_only)

    def _keep(self) -> None:
        self.accept()
        self.kept.emit(self.note.text().strip())

    def _restore(self) -> None:
        version = self._versions[self.list.currentRow()]
        self.accept()
        self.restored.emit(version)
