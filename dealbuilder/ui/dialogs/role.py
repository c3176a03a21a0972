"""A role: what it weighs, its red lines, what it asks for, and whether it must agree; with who says so and why."""

import itertools
import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.edits import RestoreLens, SetLens
from dealbuilder.model.lens import ROUNDING, Consent, Lens, LensChange, Reservation, Weight
from dealbuilder.model.lenses_in_force import lenses_in_force, standing
from dealbuilder.model.text import Text
from dealbuilder.report.phrases import say
from dealbuilder.ui.dialogs.red_lines import RedLinesForm
from dealbuilder.ui.dialogs.weights import WeightsForm
from dealbuilder.ui.intents import Do
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import Caption, tip
from dealbuilder.ui.widgets.marks import grade_words
from dealbuilder.ui.widgets.tab_order import in_order, into_view

REACH = 100.0
LONGEST_REASON, LONGEST_NAME = 5_000, 200
JUDGED = Text(en="Judgement of this deal.", zh="本协议的判断。")
WIDTH, HEIGHT = 104, 38
"""Size in average characters and lines, if the screen leaves the room."""
SHARE = 0.95
ROUNDED = 1e-3
"""What the boxes of the form may take away from a weight that nobody touched."""


class RoleDialog(QDialog):
    """Emits Do(SetLens) or Do(RestoreLens). Without an id a role of the deal's own is made."""

    intent = Signal(object)

    def __init__(self, state: State, id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        found = {lens.id: lens for lens in lenses_in_force(state.catalogue, state.document.lenses)}
        self._own = id not in state.catalogue.lens_by_id
        self._lens: Lens | None = found.get(id)
        self.setWindowTitle(self.tr("A role of this deal") if self._own else self.tr("A role's weights and red lines"))
        self.name, self.side = QLineEdit(), QComboBox()
        for side in ("us", "china", "allies"):
            self.side.addItem(say(f"kit.circle_{side}", state.language), side)
        self.about, self.status = Caption(role="muted"), Caption(role="warn")
        self.weights = WeightsForm(state.catalogue, state.language)
        self.more, self.add = QComboBox(), QPushButton(self.tr("Weigh this too"))
        self.lines = RedLinesForm(state.catalogue, state.language)
        self.reservation, self.must = QDoubleSpinBox(), QCheckBox(self.tr("A package cannot stand without it"))
        self.reason, self.who = QLineEdit(), QLineEdit()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.keep = self.buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.restore = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ResetRole)
        self._lay_out()
        self._load()
        self.add.clicked.connect(self._weigh)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.restore.clicked.connect(self._restore)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next) and into_view(self)

    def _lay_out(self) -> None:
        for caption in (self.about, self.status):
            caption.setWordWrap(True)
        self.reservation.setRange(-REACH, REACH)
        self.reservation.setDecimals(2)
        self.reservation.setSingleStep(0.05)
        self.name.setMaxLength(LONGEST_NAME)
        self.reason.setMaxLength(LONGEST_REASON)
        self.who.setMaxLength(LONGEST_NAME)
        self.add.setAutoDefault(False)
        self.restore.setAutoDefault(False)
        self.more.setAccessibleName(self.tr("Another indicator to weigh"))
        for indicator in self._state.catalogue.indicators:
            self.more.addItem(indicator.label.get(self._state.language), indicator.id)
        more = QHBoxLayout()
        more.addWidget(self.more, 1)
        more.addWidget(self.add)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Side"), self.side)
        form.addRow(self.tr("Asks for, points (0: as in the baseline)"), self.reservation)
        form.addRow(self.tr("Must agree"), self.must)
        form.addRow(self.tr("Why"), self.reason)
        form.addRow(self.tr("Who says so"), self.who)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self.about)
        column.addLayout(form)
        for head, widget in ((self.tr("Weights, in proportion"), self.weights), (self.tr("Red lines"), self.lines)):
            column.addWidget(Caption(head, bold=True))
            column.addWidget(widget)
            if widget is self.weights:
                column.addLayout(more)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.addWidget(area, 1)
        whole.addWidget(self.status)
        whole.addWidget(self.buttons)
        self.keep.setDefault(True)
        room = self.screen().availableSize() * SHARE
        metrics = self.fontMetrics()
        self.resize(
            min(metrics.averageCharWidth() * WIDTH, room.width()), min(metrics.height() * HEIGHT, room.height())
        )

    def _load(self) -> None:
        state, lens = self._state, self._lens
        changed = next((change for change in state.document.lenses if lens and change.id == lens.id), None)
        word = standing(state.catalogue, state.document.lenses, lens.id) if lens else "own"
        self.restore.setText(self.tr("Take the role away") if word == "own" else self.tr("Restore the catalogue's"))
        self.restore.setEnabled(changed is not None and not state.read_only)
        self.keep.setEnabled(not state.read_only)
        self.name.setEnabled(self._own)
        self.side.setEnabled(self._own)
        if lens is None:
            self.about.setText(self.tr("A role of this deal's own is a judgement (grade D) and marked as one."))
            return
        self.name.setText(lens.name.get(state.language))
        self.side.setCurrentIndex(self.side.findData(lens.side))
        self.weights.take(lens.weights)
        self.lines.take(lens.red_lines)
        self.reservation.setValue(lens.reservation.value)
        self.must.setChecked(lens.must_agree)
        self.must.setToolTip(tip(lens.consent.reason.get(state.language)) if lens.consent else "")
        self.reason.setText(changed.reason if changed else "")
        self.who.setText(changed.who if changed else "")
        self.about.setText("\n".join(self._evidence(lens)))

    def _evidence(self, lens: Lens) -> list[str]:
        """Return what the role stands for, the sources of its direction, and why it asks for what it asks."""
        catalogue, language = self._state.catalogue, self._state.language
        grades = grade_words()
        told = [lens.summary.get(language), grades[lens.grade]]
        for reference in lens.references:
            source = catalogue.source_by_id.get(reference.source)
            told += [f"{source.title}, {reference.locator}, {reference.date}"] if source else []
        reason = lens.reservation.reason.get(language)
        told.append(
            self.tr("What it asks for: {reason} ({grade})").format(reason=reason, grade=grades[lens.reservation.grade])
        )
        return told

    def _weigh(self) -> None:
        self.weights.add(self.more.currentData() or "")

    def _accept(self) -> None:
        lens = self._made()
        if lens is None:
            return
        change = LensChange(lens=lens, reason=self.reason.text().strip(), who=self.who.text().strip())
        self.accept()
        self.intent.emit(Do(SetLens(change=change)))

    def _made(self) -> Lens | None:
        """Return the role as written, or None with the reason on screen if it is none."""
        weights, name = self.weights.weights, self.name.text().strip()
        if not weights or not name:
            wrong = self.tr("Give it a name.") if not name else self.tr("At least one weight must be more than 0.")
            self.status.setText(f"{wrong} {self.tr('Nothing was changed.')}")
            return None
        old, why = self._lens, self.reason.text().strip()
        reason = Text(en=why, zh=why) if why else JUDGED
        least = Reservation(value=self.reservation.value(), reason=reason, grade="D")
        if old is not None and old.reservation.value == least.value:
            least = old.reservation
        consent = None
        if self.must.isChecked():
            consent = old.consent if old is not None and old.consent else Consent(reason=reason, grade="D")
        fields = {"weights": weights, "red_lines": self.lines.lines, "reservation": least, "consent": consent}
        if old is not None and not self._own:
            # Weights that nobody touched stay as they were, to the last digit.
            fields["weights"] = old.weights if _alike(weights, old) else weights
            return old.model_copy(update=fields)
        named = Text(en=name, zh=name)
        if old is not None and old.name.get(self._state.language) == name:
            named = old.name
        return Lens(
            id=old.id if old else self._new_id(),
            side=self.side.currentData(),
            name=named,
            summary=old.summary if old else JUDGED,
            grade="D",
            **fields,  # type: ignore[arg-type]
        )

    def _new_id(self) -> str:
        taken = {*self._state.catalogue.lens_by_id, *(change.id for change in self._state.document.lenses)}
        return next(id for n in itertools.count(1) if (id := f"own_role_{n}") not in taken)

    def _restore(self) -> None:
        lens = self._lens
        if lens is not None:
            self.accept()
            self.intent.emit(Do(RestoreLens(id=lens.id)))


def _alike(weights: tuple[Weight, ...], old: Lens) -> bool:
    """Return whether a form gives a role's weights back, whole, but for the rounding of its boxes."""
    whole = abs(math.fsum(weight.weight for weight in old.weights) - 1.0) <= ROUNDING
    return (
        whole
        and len(weights) == len(old.weights)
        and all(
            (new.indicator, new.sense) == (was.indicator, was.sense)
            and abs(new.weight - was.weight) < ROUNDED
            and abs(new.scale - was.scale) < ROUNDED
            for new, was in zip(weights, old.weights, strict=True)
        )
    )
