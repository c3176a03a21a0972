"""What is asked of the coach: whose values count, what stays as it is, and what somebody would like."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.analysis.coaching import Wish
from dealbuilder.analysis.space import Bounds
from dealbuilder.model.lens import Lens
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.widgets.appearance import RESTYLING, Caption, em
from dealbuilder.ui.widgets.flow import FlowLayout

NO_SUPPLY, NO_COST = -1.0, -20.1
"""Places of the number fields that stand for no wish."""
LINES = 5
"""Clauses that the list shows at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything the coach is asked, beside the deal: two equal ones have one answer."""

    lenses: tuple[Lens, ...]
    bounds: Bounds
    wish: Wish


def _flowing(groups: Sequence[Sequence[QWidget]], gap: int) -> FlowLayout:
    """Return groups of widgets that stay together, one after the other, on as many lines as they need."""
    flowing = FlowLayout(gap=gap)
    for widgets in groups:
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            row.addWidget(widget)
        flowing.addWidget(together)
    return flowing


class AskingBox(QWidget):
    """The choices; `changed` says that another answer is due."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.us, self.china = QComboBox(), QComboBox()
        self.us_label, self.china_label = QLabel(), QLabel()
        self.lines, self.home = QCheckBox(), QCheckBox()
        self.supply, self.cost = QDoubleSpinBox(), QDoubleSpinBox()
        self.supply_label, self.cost_label, self.wish_label = QLabel(), QLabel(), Caption(bold=True)
        self.open, self.locks = QToolButton(), QListWidget()
        self._subject: Subject | None = None
        self._locked: set[str] = set()
        self._lay_out()
        for box in (self.us, self.china):
            box.activated.connect(self.changed)
        for check in (self.lines, self.home):
            check.clicked.connect(self.changed)
        for field in (self.supply, self.cost):
            field.valueChanged.connect(self.changed)
        self.open.toggled.connect(self._unfold)
        self.locks.itemChanged.connect(self._lock)

    def _lay_out(self) -> None:
        self.lines.setChecked(True)
        self.home.setChecked(True)
        for field, low, high in ((self.supply, NO_SUPPLY, 100.0), (self.cost, NO_COST, 50.0)):
            field.setRange(low, high)
            field.setDecimals(1)
            field.setSingleStep(1.0)
            field.setKeyboardTracking(False)
            field.setValue(low)
        for label, field in ((self.us_label, self.us), (self.china_label, self.china)):
            label.setBuddy(field)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(22)
            # Large text may leave less room than the box would like; it then shrinks, and nothing is cut off.
            field.setMinimumWidth(1)
        self.supply_label.setBuddy(self.supply)
        self.cost_label.setBuddy(self.cost)
        self.open.setCheckable(True)
        self.open.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.locks.hide()
        values = _flowing(((self.us_label, self.us), (self.china_label, self.china)), em(self))
        wishes = _flowing(
            ((self.wish_label,), (self.supply_label, self.supply), (self.cost_label, self.cost)), em(self) // 2
        )
        checks = _flowing(((self.lines,), (self.home,), (self.open,)), em(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (values, wishes, checks):
            column.addLayout(part)
        column.addWidget(self.locks)

    def show_subject(self, subject: Subject) -> None:
        """Offer the roles and the clauses of a deal; what was chosen stays where it still can."""
        self._subject = subject
        for box, side in ((self.us, "us"), (self.china, "china")):
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                box.addItem(self.tr("mean of all its roles"), "")
                for lens in subject.lenses:
                    if lens.side == side:
                        box.addItem(lens.name.get(subject.language), lens.id)
                box.setCurrentIndex(max(0, box.findData(chosen)))
        there = {clause.measure for clause in subject.package.clauses}
        self._locked &= there
        with QSignalBlocker(self.locks):
            self.locks.clear()
            for clause in subject.package.clauses:
                measure = subject.catalogue.measure_by_id.get(clause.measure)
                level = measure.level(clause.level) if measure else None
                title = measure.title.get(subject.language) if measure else clause.measure
                words = f"{title} → {level.label.get(subject.language) if level else clause.level}"
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, clause.measure)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
                )
                locked = clause.measure in self._locked
                item.setCheckState(Qt.CheckState.Checked if locked else Qt.CheckState.Unchecked)
                self.locks.addItem(item)
        self._fit()
        self._name_locks()

    def asked(self) -> Asked | None:
        """Return what is asked; None before there is a deal."""
        if self._subject is None:
            return None
        lenses = tuple(
            lens
            for lens in self._subject.lenses
            if (lens.side == "us" and self.us.currentData() in ("", lens.id))
            or (lens.side == "china" and self.china.currentData() in ("", lens.id))
        )
        lines = lenses if self.lines.isChecked() else ()
        return Asked(lenses, Bounds(frozenset(self._locked), lines, self.home.isChecked()), self.wish())

    def wish(self) -> Wish:
        """Return what somebody would like; a field at its least stands for nothing."""
        supply = self.supply.value() if self.supply.value() > self.supply.minimum() else None
        cost = self.cost.value() if self.cost.value() > self.cost.minimum() else None
        return Wish(supply, cost)

    def choices(self) -> Hashable:
        """Return what the answer depends on."""
        return self.asked()

    def _lock(self, item: QListWidgetItem) -> None:
        measure = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() is Qt.CheckState.Checked:
            self._locked.add(measure)
        else:
            self._locked.discard(measure)
        self._name_locks()
        self.changed.emit()

    def _unfold(self, opened: bool) -> None:
        self.locks.setVisible(opened)
        self.open.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)

    def _name_locks(self) -> None:
        self.open.setText(self.tr("Locked clauses: {count}").format(count=len(self._locked)))

    def _fit(self) -> None:
        for check in (self.lines, self.home):
            check.setMinimumHeight(self.open.sizeHint().height())
        self.wish_label.setMinimumHeight(self.supply.sizeHint().height())
        rows = max(1, min(LINES, self.locks.count()))
        self.locks.setFixedHeight(round(rows * 1.6 * em(self)) + 2 * self.locks.frameWidth())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in RESTYLING:
            self._fit()

    def retranslate(self) -> None:
        """Write every text anew."""
        self.us_label.setText(self.tr("Value to the United States:"))
        self.china_label.setText(self.tr("Value to China:"))
        self.lines.setText(self.tr("Respect the red lines of these roles"))
        self.home.setText(self.tr("The programme at home may change"))
        self.wish_label.setText(self.tr("I would like:"))
        self.supply_label.setText(self.tr("supply restored of at least"))
        self.cost_label.setText(self.tr("leadership cost of at most"))
        for field in (self.supply, self.cost):
            field.setSpecialValueText(self.tr("no wish"))
        self.supply.setSuffix(" %")
        self.cost.setSuffix(" " + self.tr("points"))
        self.supply.setAccessibleName(self.tr("Wish: supply restored of at least, %"))
        self.cost.setAccessibleName(self.tr("Wish: leadership cost of at most, index points"))
        self.locks.setAccessibleName(self.tr("Clauses that stay as they are; a tick locks one"))
        self._unfold(self.open.isChecked())
        self._name_locks()
        if self._subject is not None:
            self.show_subject(self._subject)
