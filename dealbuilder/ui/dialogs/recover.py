"""Recover: deals that were put aside by a window that never closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from dealbuilder.document.recovery import Recoverable
from dealbuilder.ui.clock import local
from dealbuilder.ui.widgets.first_size import first_size


class RecoverDialog(QDialog):
    """`restored` and `discarded` carry a Recoverable."""

    restored = Signal(object)
    discarded = Signal(object)

    def __init__(self, found: tuple[Recoverable, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = list(found)
        self.setWindowTitle(self.tr("Recover unsaved work"))
        said = QLabel(
            self.tr("These deals were changed but not saved when dealbuilder ended.")
            if found
            else self.tr("There is no unsaved work to recover.")
        )
        said.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Unsaved deals, newest first"))
        for one in found:
            title = one.title or self.tr("Untitled deal")
            where = str(one.original) if one.original else self.tr("never saved")
            self.list.addItem(f"{title}\n{local(one.at)} · {where}")
        self.list.itemDoubleClicked.connect(self._restore)
        self.restore = QPushButton(self.tr("Recover"))
        self.restore.setDefault(True)
        self.discard = QPushButton(self.tr("Discard for good"))
        self.restore.clicked.connect(self._restore)
        self.discard.clicked.connect(self._discard)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.discard, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (said, self.list, buttons):
            column.addWidget(widget)
        self.list.setCurrentRow(0)
        self._enable()
        first_size(self, 70, 18)

    def _enable(self) -> None:
        for button in (self.restore, self.discard):
            button.setEnabled(bool(self._found))

    def _restore(self) -> None:
        if 0 <= self.list.currentRow() < len(self._found):
            one = self._found[self.list.currentRow()]
            self.accept()
            self.restored.emit(one)

    def _discard(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.discarded.emit(self._found.pop(row))
            self.list.takeItem(row)
            self._enable()
