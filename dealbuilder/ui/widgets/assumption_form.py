"""The form below the table: value, range, why and who of one assumption, judged as they are typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dealbuilder.model.assumptions import Change
from dealbuilder.model.in_force import in_force
from dealbuilder.model.text import Language
from dealbuilder.report import wording
from dealbuilder.ui.models import typed_number
from dealbuilder.ui.models.assumption_rows import AssumptionRow, problem, whole
from dealbuilder.ui.widgets.appearance import Caption, redress

FIGURES = ("value", "low", "high")
WORDS = ("reason", "who")
LONGEST = {"value": 60, "low": 60, "high": 60, "reason": 5_000, "who": 500}
SHARES = {"value": 9, "low": 9, "high": 9, "reason": 30, "who": 16}
"""Widths of the fields against each other; of the figures, in average characters."""
KEPT = 12
"""Significant digits of a figure after it was turned into the catalogue's unit."""


class AssumptionForm(QFrame):
    """Emits `changed` with a Change, `restored` and `asked` (where from?) with an id; `left` when Escape goes back."""

    changed = Signal(object)
    restored = Signal(object)
    asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self._row: AssumptionRow | None = None
        self._language: Language = "en"
        self._read_only = False
        self._loaded: dict[str, str] = {}
        self.who = ""
        """Who signed last, offered for the next change."""
        self._name = Caption(bold=True)
        self._facts, self._said = Caption(factor=0.92, role="muted"), Caption(factor=0.92)
        for caption in (self._facts, self._said):
            caption.setWordWrap(True)
        self._labels = {id: QLabel() for id in (*FIGURES, *WORDS)}
        self.fields = {id: QLineEdit() for id in self._labels}
        self.apply, self.restore, self.source = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        for id, field in self.fields.items():
            field.setMaxLength(LONGEST[id])
            field.textChanged.connect(self._judge)
            field.returnPressed.connect(self._apply)
        self.apply.clicked.connect(self._apply)
        self.restore.clicked.connect(self._restore)
        self.source.clicked.connect(self._ask)
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for place, (id, field) in enumerate(self.fields.items()):
            self._labels[id].setBuddy(field)
            self._labels[id].setProperty("muted", True)
            grid.addWidget(self._labels[id], 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, SHARES[id])
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        for button in (self.apply, self.restore, self.source):
            button.setAutoDefault(False)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.apply.setProperty("primary", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._name, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._facts, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addLayout(grid)
        column.addLayout(row)

    def controls(self) -> tuple[QWidget, ...]:
        """Return what the keyboard visits, in order."""
        return (*self.fields.values(), self.apply, self.restore, self.source)

    def show_row(self, row: AssumptionRow | None, language: Language, read_only: bool) -> None:
        """Show an assumption; what is being typed stays unless its assumption was changed from elsewhere."""
        old = (self._row.id, self._row.now, self._row.change, self._language) if self._row else None
        self._row, self._language, self._read_only = row, language, read_only
        if row is None or old != (row.id, row.now, row.change, language):
            self._load()
        self._describe()
        self._judge()

    def enter(self) -> None:
        """Move the keyboard into the value."""
        field = self.fields["value"]
        if field.isEnabled():
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def edited(self) -> bool:
        """Say whether something is typed that is not yet in the deal."""
        return any(self.fields[id].text() != text for id, text in self._loaded.items())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with Escape what was typed; with nothing typed, Escape is the dialog's."""
        if event.key() == Qt.Key.Key_Escape and self.edited():
            self._load()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            redress(self)

    def _load(self) -> None:
        row = self._row
        self._loaded = dict.fromkeys(self.fields, "")
        if row is not None and row.now is not None:
            scale = wording.in_unit(1.0, row.unit, self._language)
            ends = (None, None) if row.now.certain else (row.now.low, row.now.high)
            for id, figure in zip(FIGURES, (row.now.value, *ends), strict=True):
                self._loaded[id] = "" if figure is None else typed_number.write(figure * scale)
            self._loaded["who"] = row.change.who if row.change else self.who
            self._loaded["reason"] = row.change.reason if row.change else ""
        for id, text in self._loaded.items():
            self.fields[id].setText(text)
            self.fields[id].setCursorPosition(0)

    def _describe(self) -> None:
        row, language = self._row, self._language
        self._name.setText(row.label if row else self.tr("No assumption is chosen"))
        facts: list[str] = []
        if row is not None and row.parameter is not None and row.rest is not None:
            shipped = row.parameter
            unit = wording.unit(row.unit, language)
            own = self.tr("Catalogue: {value}").format(value=whole(in_force(shipped, {}, None), row.unit, language))
            facts = [
                f"{own}{'' if language == 'zh' else ' '}{unit}".rstrip(),
                self.tr("grade {0}").format(shipped.grade),
            ]
            if row.view:
                facts.append(
                    self.tr("World {name}: {value}").format(name=row.view, value=whole(row.rest, row.unit, language))
                )
            elif row.rest.origin == "pack":
                facts.append(self.tr("Starting point: {value}").format(value=whole(row.rest, row.unit, language)))
        elif row is not None:
            facts = [self.tr("This catalogue does not know it: it is kept in the deal and no run uses it.")]
        self._facts.setText(" · ".join(facts))
        on = row is not None and row.parameter is not None and not self._read_only
        for field in self.fields.values():
            field.setEnabled(on)
        self.source.setEnabled(row is not None and row.parameter is not None)
        self.restore.setEnabled(row is not None and row.change is not None and not self._read_only)

    def _judge(self) -> None:
        """Say at once what is wrong with what is typed."""
        change, said = self._typed()
        wrong = bool(said)
        row = self._row
        if self._read_only and row is not None:
            said = self.tr("This deal is open read-only: save it under another name to change assumptions.")
        elif not said and row is not None and row.parameter is not None and not self.edited():
            said = row.wrong or self.tr("Empty both ends to make the value certain.")
            wrong = bool(row.wrong)
        self._said.set_role("warn" if wrong else "muted")
        self._said.setText(said)
        self.fields["value"].setAccessibleDescription(said)
        self.apply.setEnabled(change is not None and self.edited() and not self._read_only)

    def _typed(self) -> tuple[Change | None, str]:
        """Return the change that is typed, or None and why it is none."""
        row = self._row
        if row is None or row.parameter is None:
            return None, ""
        scale = wording.in_unit(1.0, row.unit, self._language)
        figures: dict[str, float | None] = {}
        for id in FIGURES:
            number, said = typed_number.read(self.fields[id].text())
            if said:
                return None, f"{self._labels[id].text()}{'：' if self._language == 'zh' else ': '}{said}"
            figures[id] = None if number is None else float(f"{number / scale:.{KEPT}g}")
        value = figures["value"]
        if value is None:
            return None, self.tr("A value is needed, or restore the catalogue's.")
        reason, who = (" ".join(self.fields[id].text().split()) for id in WORDS)
        change = Change(parameter=row.id, value=value, low=figures["low"], high=figures["high"], reason=reason, who=who)
        said = problem(row.parameter, change, self._language)
        return (None, said) if said else (change, "")

    def _apply(self) -> None:
        change, _ = self._typed()
        if change is not None and self.apply.isEnabled():
            self.who = change.who
            self.changed.emit(change)

    def _restore(self) -> None:
        if self._row is not None:
            self.restored.emit(self._row.id)

    def _ask(self) -> None:
        if self._row is not None:
            self.asked.emit(self._row.id)

    def retranslate(self) -> None:
        """Write every text anew in the language on screen."""
        names = {
            "value": self.tr("Value"),
            "low": self.tr("Low"),
            "high": self.tr("High"),
            "reason": self.tr("Why"),
            "who": self.tr("Who (name or role)"),
        }
        for id, name in names.items():
            self._labels[id].setText(name)
            self.fields[id].setAccessibleName(name)
        self.fields["reason"].setPlaceholderText(self.tr("One sentence; it is printed with the deal"))
        self.fields["who"].setPlaceholderText(self.tr("Delegation or desk"))
        self.apply.setText(self.tr("Apply"))
        self.restore.setText(self.tr("Restore"))
        self.source.setText(self.tr("Where from…"))
        self.restore.setToolTip(self.tr("Return to the catalogue's value"))
        self.source.setToolTip(self.tr("Where the catalogue's value comes from"))
        self._describe()
        self._judge()
