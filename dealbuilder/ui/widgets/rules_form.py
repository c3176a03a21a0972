"""By what rules a scripted counterpart plays, as a form: side, tactic, rounds, seed, whose value, what stays."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QMenu, QSpinBox, QToolButton, QWidget

from dealbuilder.analysis.counterpart.tactic import (
    EXPONENTS,
    LEAST_EXPONENT,
    MOST_EXPONENT,
    MOST_ROUNDS,
    TACTICS,
    Rules,
)
from dealbuilder.analysis.party_value import PARTIES, roles
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Lens
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report.study.answering import other
from dealbuilder.ui.widgets.appearance import em
from dealbuilder.ui.widgets.flow import FlowLayout
from dealbuilder.ui.widgets.side_words import side_names

MOST_SEED = 999_999


class RulesForm(QWidget):
    """Asks for the rules of a rehearsal. `changed` tells that one of them was changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side, self.tactic, self.role = QComboBox(), QComboBox(), QComboBox()
        self.rounds, self.seed, self.exponent = QSpinBox(), QSpinBox(), QDoubleSpinBox()
        self.locks, self._menu = QToolButton(), QMenu(self)
        self._labels = {name: QLabel() for name in ("side", "tactic", "exponent", "rounds", "role", "seed")}
        self._lenses: tuple[Lens, ...] = ()
        self._language: Language = "en"
        self._locked: set[str] = set()
        self._prepare()
        flow = FlowLayout(self, gap=em(self) // 2)
        for name, label in self._labels.items():
            flow.addWidget(self._pair(label, getattr(self, name)))
        flow.addWidget(self.locks)
        self.retranslate()

    def _prepare(self) -> None:
        for party in PARTIES:
            self.side.addItem("", party)
        for tactic in TACTICS:
            self.tactic.addItem("", tactic)
        self.role.addItem("", "")
        self.role.setMinimumContentsLength(16)
        self.role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rounds.setRange(1, MOST_ROUNDS)
        self.rounds.setValue(Rules("us").rounds)
        self.seed.setRange(0, MOST_SEED)
        self.seed.setValue(Rules("us").seed)
        self.exponent.setRange(LEAST_EXPONENT, MOST_EXPONENT)
        self.exponent.setSingleStep(0.05)
        self.exponent.setValue(EXPONENTS["firm"])
        self.locks.setMenu(self._menu)
        self.locks.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.side.currentIndexChanged.connect(self._side_chosen)
        self.tactic.currentIndexChanged.connect(self._tactic_chosen)
        self.role.currentIndexChanged.connect(self._changed)
        for spin in (self.rounds, self.seed, self.exponent):
            spin.valueChanged.connect(self._changed)
        self._menu.triggered.connect(self._lock)

    def _pair(self, label: QLabel, field: QWidget) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(field)
        label.setBuddy(field)
        return pair

    @property
    def rules(self) -> Rules:
        """Return the rules as they stand; the script plays the side that the user does not."""
        return Rules(
            side=other(self.side.currentData()),
            tactic=self.tactic.currentData(),
            rounds=self.rounds.value(),
            seed=self.seed.value(),
            exponent=self.exponent.value() if self._by_clock else None,
            role=self.role.currentData() or "",
            locked=frozenset(self._locked),
        )

    @property
    def _by_clock(self) -> bool:
        return self.tactic.currentData() != "reciprocal"

    def offer(self, catalogue: Catalogue, package: Package, lenses: tuple[Lens, ...], language: Language) -> None:
        """Offer the roles in force and the clauses of a package that may be left as they are."""
        self._lenses, self._language = lenses, language
        self._offer_roles()
        titles = {
            clause.measure: catalogue.measure_by_id[clause.measure].title.get(language)
            for clause in package.clauses
            if clause.measure in catalogue.measure_by_id
        }
        self._locked &= set(titles)
        self._menu.clear()
        for measure, title in titles.items():
            action = self._menu.addAction(title.replace("&", "&&"))
            action.setData(measure)
            action.setCheckable(True)
            action.setChecked(measure in self._locked)
        self.locks.setEnabled(bool(titles))
        self._say_locked()

    def _offer_roles(self) -> None:
        kept = self.role.currentData()
        with QSignalBlocker(self.role):
            while self.role.count() > 1:
                self.role.removeItem(1)
            for lens in roles(self._lenses, other(self.side.currentData())):
                self.role.addItem(lens.name.get(self._language), lens.id)
            self.role.setCurrentIndex(max(self.role.findData(kept), 0))

    def _side_chosen(self) -> None:
        self._offer_roles()
        self._changed()

    def _tactic_chosen(self) -> None:
        with QSignalBlocker(self.exponent):
            self.exponent.setValue(EXPONENTS[self.tactic.currentData()])
        self.exponent.setEnabled(self._by_clock)
        self._changed()

    def _lock(self, action: QAction) -> None:
        (self._locked.add if action.isChecked() else self._locked.discard)(action.data())
        self._say_locked()
        self._changed()

    def _changed(self) -> None:
        self.changed.emit()

    def _say_locked(self) -> None:
        text = self.tr("Clauses it leaves alone…")
        if self._locked:
            text = self.tr("Leaves %n clause(s) alone", "", len(self._locked))
        self.locks.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Write every text anew."""
        names = side_names()
        words = {
            "side": (self.tr("You play"), self.tr("The side that you play; the script plays the other")),
            "tactic": (self.tr("It is"), self.tr("How the script concedes")),
            "exponent": (
                self.tr("Exponent"),
                self.tr("Below 1 it concedes late, above 1 early; a judgement, grade D"),
            ),
            "rounds": (self.tr("Rounds"), self.tr("Rounds until the deadline")),
            "role": (self.tr("It judges by"), self.tr("By whose value the script judges a package")),
            "seed": (self.tr("Seed"), self.tr("Decides between answers that are equally good")),
        }
        for name, (short, long) in words.items():
            self._labels[name].setText(short)
            field = getattr(self, name)
            field.setAccessibleName(short)
            field.setToolTip(long)
        for place, party in enumerate(PARTIES):
            self.side.setItemText(place, names[party])
        tactics = (self.tr("firm"), self.tr("reciprocal"), self.tr("conceding"))
        for place, name in enumerate(tactics):
            self.tactic.setItemText(place, name)
        self.role.setItemText(0, self.tr("the mean of its roles"))
        self.locks.setToolTip(self.tr("Clauses of the package in front that the script does not touch"))
        self._say_locked()
