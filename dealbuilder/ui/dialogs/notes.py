"""Notes: on the deal, on a package, on a clause; a public note is printed, a private one never leaves this file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dealbuilder.document.edits import WriteNote
from dealbuilder.ui.intents import Do
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.first_size import first_size


class NotesDialog(QDialog):
    """Emits Do(WriteNote) for every note that was changed, when the user accepts."""

    intent = Signal(object)

    def __init__(self, state: State, measure: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._drafts: dict[tuple[str | None, str | None, bool], str] = {}
        self.setWindowTitle(self.tr("Notes"))
        package = state.document.package()
        self.subject = QComboBox()
        self.subject.addItem(self.tr("The whole deal"), (None, None))
        self.subject.addItem(self.tr("Package: {name}").format(name=package.name or package.id), (package.id, None))
        for clause in package.clauses:
            known = state.catalogue.measure_by_id.get(clause.measure)
            title = known.title.get(state.language) if known else clause.measure
            self.subject.addItem(self.tr("Clause: {name}").format(name=title), (package.id, clause.measure))
            if clause.measure == measure:
                self.subject.setCurrentIndex(self.subject.count() - 1)
        self.subject.setAccessibleName(self.tr("What the note is on"))
        self.public, self.private = QPlainTextEdit(), QPlainTextEdit()
        public = QLabel(self.tr("Note (printed and exported)"))
        private = QLabel(self.tr("Private note (stays in this file: never printed, never in a clean copy)"))
        for label, box in ((public, self.public), (private, self.private)):
            label.setBuddy(box)
            label.setWordWrap(True)
            box.setAccessibleName(label.text())
            box.setTabChangesFocus(True)
            box.setReadOnly(state.read_only)
        self._where: tuple[str | None, str | None] = (None, None)
        self._load()
        self.subject.currentIndexChanged.connect(self._turn)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.subject, public, self.public, private, self.private, self.buttons):
            column.addWidget(widget)
        first_size(self, 80, 24)

    def _stored(self, where: tuple[str | None, str | None], private: bool) -> str:
        document = self._state.document
        package, measure = where
        holder = document if package is None else document.package(package)
        if package is not None and measure is not None:
            holder = document.package(package).clause(measure)
        return str(getattr(holder, "private_note" if private else "note", ""))

    def _load(self) -> None:
        self._where = self.subject.currentData()
        for private, box in ((False, self.public), (True, self.private)):
            key = (*self._where, private)
            box.setPlainText(self._drafts.get(key, self._stored(self._where, private)))

    def _keep_drafts(self) -> None:
        for private, box in ((False, self.public), (True, self.private)):
            self._drafts[*self._where, private] = box.toPlainText()

    def _turn(self) -> None:
        self._keep_drafts()
        self._load()

    def _accept(self) -> None:
        self._keep_drafts()
        self.accept()
        for (package, measure, private), text in self._drafts.items():
            if text != self._stored((package, measure), private):
                self.intent.emit(Do(WriteNote(package=package, measure=measure, text=text, private=private)))
