"""The running order in the session's set-up: stages with title, minutes and scene, moved, added and removed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.plan import STAGES
from dealbuilder.model.text import Language, Text
from dealbuilder.model.workshop import SCENES, Stage
from dealbuilder.ui.stage.panels.scenes import scene_name

MOST_MINUTES = 600
LONGEST_TITLE = 200
LONGEST_TEXT = 5_000
FRESH_MINUTES = 10
MOST_ROUNDS = 20


class StagesEditor(QWidget):
    """A list of stages and a form on the one that is chosen; `changed` after each edit.

    What is typed stands in both languages, since it was written for this room.
    """

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._stages: list[Stage] = []
        self._loading = False
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Stages"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.currentRowChanged.connect(self._load)
        self.total = QLabel()
        self.title, self.minutes, self.round, self.scene = QLineEdit(), QSpinBox(), QSpinBox(), QComboBox()
        self.title.setMaxLength(LONGEST_TITLE)
        self.minutes.setRange(1, MOST_MINUTES)
        self.round.setRange(0, MOST_ROUNDS)
        self.round.setSpecialValueText(self.tr("outside of a round"))
        for scene in SCENES:
            self.scene.addItem(scene_name(scene), scene)
        self.brief, self.notes = QPlainTextEdit(), QPlainTextEdit()
        for box in (self.brief, self.notes):
            box.setTabChangesFocus(True)
            box.setMinimumHeight(self.fontMetrics().height() * 3)
            box.textChanged.connect(self._store)
        self.title.textEdited.connect(self._store)
        self.minutes.valueChanged.connect(self._store)
        self.round.valueChanged.connect(self._store)
        self.scene.activated.connect(self._store)
        self.up, self.down = QPushButton(self.tr("Earlier")), QPushButton(self.tr("Later"))
        self.add, self.remove = QPushButton(self.tr("Add")), QPushButton(self.tr("Remove"))
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self._lay_out()

    def _lay_out(self) -> None:
        form, buttons, row, column = QFormLayout(), QHBoxLayout(), QHBoxLayout(self), QVBoxLayout()
        for label, field in (
            (self.tr("Title"), self.title),
            (self.tr("Minutes"), self.minutes),
            (self.tr("Round"), self.round),
            (self.tr("Opens with"), self.scene),
            (self.tr("The room reads (at most forty words)"), self.brief),
            (self.tr("Notes for the chair"), self.notes),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for button in (self.up, self.down, self.add, self.remove):
            buttons.addWidget(button)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addWidget(self.total)
        row.addLayout(column, 1)
        row.addLayout(form, 1)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Return the stages in their order."""
        return tuple(self._stages)

    def take(self, stages: tuple[Stage, ...]) -> None:
        """Show other stages."""
        self._stages = list(stages)
        self._fill(0)

    def _fill(self, row: int) -> None:
        self._loading = True
        self.list.clear()
        for stage in self._stages:
            self.list.addItem(self._line(stage))
        self._loading = False
        self.list.setCurrentRow(min(row, len(self._stages) - 1))
        self._load(self.list.currentRow())
        self._tell()

    def _line(self, stage: Stage) -> str:
        minutes = self.tr("%n min", "", stage.minutes)
        return f"{stage.title.get(self._language)} · {minutes}"

    def _tell(self) -> None:
        minutes = sum(stage.minutes for stage in self._stages)
        hours = f"{minutes // 60}:{minutes % 60:02d}"
        self.total.setText(self.tr("{minutes} minutes in all ({hours} h)").format(minutes=minutes, hours=hours))
        self.add.setEnabled(len(self._stages) < STAGES)
        self.changed.emit()

    def _load(self, row: int) -> None:
        if self._loading:
            return
        there = 0 <= row < len(self._stages)
        for field in (self.title, self.minutes, self.round, self.scene, self.brief, self.notes, self.remove):
            field.setEnabled(there)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(there and row + 1 < len(self._stages))
        if not there:
            return
        stage = self._stages[row]
        self._loading = True
        self.title.setText(stage.title.get(self._language))
        self.minutes.setValue(stage.minutes)
        self.round.setValue(stage.round)
        self.scene.setCurrentIndex(self.scene.findData(stage.scene))
        self.brief.setPlainText(stage.brief.get(self._language))
        self.notes.setPlainText(stage.notes.get(self._language))
        self._loading = False

    def _store(self) -> None:
        row = self.list.currentRow()
        if self._loading or not 0 <= row < len(self._stages):
            return
        stage = self._stages[row]
        fields = {
            "title": self._text(stage.title, self.title.text()),
            "minutes": self.minutes.value(),
            "round": self.round.value(),
            "scene": self.scene.currentData(),
            "brief": self._text(stage.brief, self.brief.toPlainText()),
            "notes": self._text(stage.notes, self.notes.toPlainText()),
        }
        self._stages[row] = stage.model_copy(update=fields)
        self.list.item(row).setText(self._line(self._stages[row]))
        self._tell()

    def _text(self, old: Text, typed: str) -> Text:
        """Return a text as typed, in both languages; one that was not touched keeps both of its own."""
        fresh = typed.strip()[:LONGEST_TEXT]
        return old if fresh == old.get(self._language).strip() or not fresh else Text(en=fresh, zh=fresh)

    def _up(self) -> None:
        self._swap(-1)

    def _down(self) -> None:
        self._swap(1)

    def _swap(self, by: int) -> None:
        row = self.list.currentRow()
        self._stages.insert(row + by, self._stages.pop(row))
        self._fill(row + by)

    def _add(self) -> None:
        row = self.list.currentRow() + 1
        name = self.tr("New stage")
        word = Text(en=name, zh=name)
        fresh = Stage(kind="round", title=word, minutes=FRESH_MINUTES, brief=word, notes=word)
        self._stages.insert(row, fresh)
        self._fill(row)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def _remove(self) -> None:
        row = self.list.currentRow()
        del self._stages[row]
        self._fill(row)
