"""The current clause in full: its level in a sentence, its timing in words, condition, snapback and notes."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dealbuilder.model.package import Condition
from dealbuilder.ui.models.clauses import ClauseView
from dealbuilder.ui.widgets.appearance import Caption, tip
from dealbuilder.ui.widgets.elided import ElidedCaption
from dealbuilder.ui.widgets.icon_button import IconButton
from dealbuilder.ui.widgets.note_edit import NoteEdit


class ClauseDetail(QWidget):
    """Foot of the package pane. Signals carry only the new value; the pane knows whose it is.

    `condition_chosen` (Condition or None), `snapback_set` (bool), `note_written` (text, private).
    """

    condition_chosen = Signal(object)
    snapback_set = Signal(object)
    note_written = Signal(object)
    source_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("clauseDetail")
        self._view: ClauseView | None = None
        self._choices: tuple[tuple[str, Condition], ...] = ()
        self._timing = ""
        self._filled: tuple[object, ...] = ()
        self.title = ElidedCaption(bold=True)
        self.source = IconButton("source", role="muted")
        self.source.clicked.connect(self.source_asked)
        self.close_button = IconButton("close", role="muted")
        self.close_button.clicked.connect(self.closed)
        self.sentence, self.timing = Caption(), Caption(factor=0.88, role="muted")
        for caption in (self.sentence, self.timing):
            caption.setWordWrap(True)
        self.condition = QComboBox()
        self.condition.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.condition.activated.connect(self._choose)
        self.snapback = QCheckBox()
        self.snapback.clicked.connect(self._set_snapback)
        self.note, self.private = NoteEdit(), NoteEdit()
        self.note.written.connect(self._write)
        self.private.written.connect(self._write_private)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.source)
        head.addWidget(self.close_button)
        terms = QHBoxLayout()
        terms.addWidget(self.condition, 1)
        terms.addWidget(self.snapback)
        notes = QHBoxLayout()
        notes.addWidget(self.note)
        notes.addWidget(self.private)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.sentence)
        column.addWidget(self.timing)
        column.addLayout(terms)
        column.addLayout(notes)

    def show_view(
        self, view: ClauseView, timing: str, choices: tuple[tuple[str, Condition], ...], read_only: bool
    ) -> None:
        """Show a clause with its timing in words and the conditions that may be chosen."""
        self._view, self._choices, self._timing = view, choices, timing
        clause = view.clause
        self.title.setText(view.title)
        sentence = view.sentences[view.current] if view.current >= 0 else self.tr("This catalogue does not know it.")
        self.sentence.setText(sentence)
        self.timing.setText(timing)
        self.timing.setToolTip(tip(view.ramp_note))
        self.timing.setVisible(view.known)
        self._fill_conditions(clause.condition, view.condition)
        self.snapback.setChecked(clause.snapback)
        self.note.show_note(clause.note)
        self.private.show_note(clause.private_note)
        for part in (self.condition, self.snapback):
            part.setEnabled(not read_only and view.known)
        for field in (self.note, self.private):
            field.setReadOnly(read_only)
        self._retranslate()

    def commit(self) -> None:
        """Report notes that are still being written."""
        self.note.commit()
        self.private.commit()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self._retranslate()

    def _fill_conditions(self, current: Condition | None, words: str) -> None:
        shown = (tuple(text for text, _ in self._choices), current, words, self.tr("Without condition"))
        if shown == self._filled:
            return
        # Filling it anew would close a list that is open when an answer comes in.
        self._filled = shown
        self.condition.clear()
        self.condition.addItem(self.tr("Without condition"))
        for text, _ in self._choices:
            self.condition.addItem(self.tr("Only if delivered: {0}").format(text))
        place = next((i for i, (_, choice) in enumerate(self._choices) if choice == current), None)
        if current is not None and place is None:
            self._choices += ((words, current),)
            self.condition.addItem(self.tr("Only if delivered: {0}").format(words))
            place = len(self._choices) - 1
        self.condition.setCurrentIndex(0 if place is None else place + 1)
        self.condition.setToolTip(tip(self.condition.currentText()))

    def _retranslate(self) -> None:
        view = self._view
        assert view is not None
        self.snapback.setText(self.tr("Snapback"))
        self.snapback.setToolTip(self.tr("Withdrawn at once if the other side breaches the deal"))
        self.source.say(self.tr("Why this? Sources and legal basis"))
        self.close_button.say(self.tr("Close the detail"))
        self.condition.setAccessibleName(self.tr("Condition of {0}").format(view.title))
        self.note.setPlaceholderText(self.tr("Note, printed with the deal"))
        self.private.setPlaceholderText(self.tr("Private note, never printed"))
        self.note.setAccessibleName(self.tr("Note on {0}").format(view.title))
        self.private.setAccessibleName(self.tr("Private note on {0}").format(view.title))

    def _choose(self, row: int) -> None:
        self.condition_chosen.emit(None if row == 0 else self._choices[row - 1][1])

    def _set_snapback(self, on: bool) -> None:
        self.snapback_set.emit(on)

    def _write(self, text: str) -> None:
        self.note_written.emit((text, False))

    def _write_private(self, text: str) -> None:
        self.note_written.emit((text, True))
