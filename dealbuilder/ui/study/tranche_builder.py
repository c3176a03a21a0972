"""The tranche and snapback builder: choices on the left of a preview, and one button that makes one edit."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dealbuilder.analysis.staging import Effect
from dealbuilder.analysis.tranches import PRESETS, SNAPBACK, TRANCHES, Plan, Staged, stageable, staged, step_level
from dealbuilder.document.clause_edits import SetClauses
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Package
from dealbuilder.model.text import Language
from dealbuilder.report.phrases import say
from dealbuilder.report.study import holds_staging
from dealbuilder.ui.study.tranche_table import TrancheTable
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.plain_table import PlainTable
from dealbuilder.ui.widgets.whole_choice import tell_whole

SHORTEST = 14
"""Letters of a choice that can always be read."""


class TrancheBuilder(QWidget):
    """`changed` when another plan is to be previewed, `applied` with the edit that carries the plan out."""

    changed = Signal()
    applied = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue: Catalogue | None = None
        self._package: Package | None = None
        self._language: Language = "en"
        self._placed: dict[str, int] = {}
        self._effect: Effect | None = None
        self.heading, self.lead = Caption(bold=True, factor=1.1), Caption(role="muted")
        self.preset, self.snapback = QComboBox(), QComboBox()
        self.tied, self.in_terms = QCheckBox(), QCheckBox()
        self._preset_label, self._snapback_label = QLabel(), QLabel()
        self.terms_told = Caption(role="muted")
        self.table, self.preview = TrancheTable(), PlainTable("", (0, 1, 2, 3))
        self.told, self.apply = Caption(), QPushButton()
        self._lay_out()
        for box in (self.preset, self.snapback):
            box.activated.connect(self._choose)
        for tick in (self.tied, self.in_terms):
            tick.setChecked(True)
            tick.clicked.connect(self._choose)
        self.table.ticked.connect(self._choose)
        self.table.placed.connect(self._place)
        self.apply.clicked.connect(self._apply)
        self.retranslate()

    def _lay_out(self) -> None:
        for caption in (self.heading, self.lead, self.told, self.terms_told):
            caption.setWordWrap(True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for label, field in ((self._preset_label, self.preset), (self._snapback_label, self.snapback)):
            label.setBuddy(field)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(SHORTEST)
            tell_whole(field)
            form.addRow(label, field)
        form.addRow(self.tied)
        form.addRow(self.in_terms)
        form.addRow(self.terms_told)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.lead):
            column.addWidget(widget)
        column.addLayout(form)
        for widget in (self.table, self.preview):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.told)

    def show_package(self, catalogue: Catalogue, package: Package, language: Language) -> None:
        """Show the clauses that can be staged; choices made before stay."""
        other = self._package is None or self._package.id != package.id
        self._catalogue, self._package, self._language = catalogue, package, language
        if other:
            self._rest()
        self._fill()
        known = stageable(catalogue, package)
        self.table.show_clauses(known, language)
        for widget in (self.preset, self.snapback, self.table):
            widget.setEnabled(bool(known))
        self._show_plan()

    def plan(self) -> Plan | None:
        """Return the chosen plan; None if it would change nothing."""
        made = self._staged()
        return self._plan() if made is not None and made.changed else None

    def _plan(self) -> Plan:
        months = PRESETS[self.preset.currentData() or "as_is"]
        chosen = self.table.chosen
        placed = tuple(sorted((id, at) for id, at in self._placed.items() if id in chosen and at < len(months)))
        tied, in_terms = self.tied.isChecked(), self.in_terms.isChecked()
        return Plan(chosen, months, tied, in_terms, self.snapback.currentData() or "", placed)

    def _staged(self) -> Staged | None:
        if self._catalogue is None or self._package is None:
            return None
        return staged(self._catalogue, self._package, self._plan())

    def show_effect(self, effect: Effect | None, signing: str) -> None:
        """Show what the plan does; None: no plan is chosen."""
        self._effect = effect
        self.preview.setVisible(effect is not None)
        if effect is None or self._catalogue is None:
            self._show_plan()
            return
        header, rows = holds_staging.table(self._catalogue, effect, self._language)
        self.preview.fill(header, rows)
        tall = sum(self.preview.rowHeight(row) for row in range(len(rows)))
        self.preview.setFixedHeight(tall + self.preview.horizontalHeader().sizeHint().height() + 4)
        told = holds_staging.sentences(self._catalogue, effect, signing, self._language)
        self.told.setText("\n".join(told))
        self.apply.setEnabled(effect.plan == self._plan() and bool(effect.staged.changed))

    def _show_plan(self) -> None:
        made = self._staged()
        if made is None or self._catalogue is None:
            return
        several = len(PRESETS[self.preset.currentData() or "as_is"]) > 1
        self.tied.setEnabled(several)
        self.in_terms.setEnabled(several)
        self.table.show_plan(made, PRESETS[self.preset.currentData() or "as_is"])
        self.apply.setEnabled(False)
        if not made.changed:
            self.preview.hide()
            remarks = holds_staging.remarks(self._catalogue, made, self._language)
            empty = say("holds.stage_nothing", self._language)
            if not self.table.rowCount():
                empty = self.tr("There is no clause of either side to stage.")
            self.told.setText("\n".join([empty, *remarks]))
        self._word_terms()

    def _choose(self) -> None:
        self._placed = {id: at for id, at in self._placed.items() if id in self.table.chosen}
        self._show_plan()
        self.changed.emit()

    def _place(self, asked: object) -> None:
        if isinstance(asked, tuple):
            self._placed[str(asked[0])] = int(asked[1])
            self._choose()

    def _apply(self) -> None:
        effect, package = self._effect, self._package
        if effect is None or package is None or not effect.staged.changed or effect.plan != self._plan():
            return
        self._rest()
        self.applied.emit(SetClauses(package=package.id, clauses=effect.staged.changed))

    def _rest(self) -> None:
        """Go back to no plan: what was chosen is done, or belongs to another package."""
        self._placed = {}
        self._effect = None
        for box in (self.preset, self.snapback):
            with QSignalBlocker(box):
                box.setCurrentIndex(0)

    def _fill(self) -> None:
        """Fill both lists with the words of the language, keeping what is chosen."""
        keys = [(holds_staging.rhythm(key, self._language), key) for key in PRESETS]
        levels = [(self.tr("Leave marks and terms as they are"), "")]
        measure = self._catalogue.measure_by_id.get(SNAPBACK) if self._catalogue else None
        if measure is not None:
            levels += [(level.label.get(self._language), level.id) for level in measure.levels[1:]]
        for box, entries in ((self.preset, keys), (self.snapback, levels)):
            chosen = box.currentData()
            with QSignalBlocker(box):
                box.clear()
                for text, key in entries:
                    box.addItem(text, key)
                box.setCurrentIndex(max(box.findData(chosen), 0))

    def _word_terms(self) -> None:
        """Say below the tick which level of the terms the plan would set."""
        measure = self._catalogue.measure_by_id.get(TRANCHES) if self._catalogue else None
        level = step_level(len(PRESETS[self.preset.currentData() or "as_is"]))
        found = measure.level(level) if measure and level else None
        self.terms_told.setVisible(found is not None)
        if found is not None and measure is not None:
            self.terms_told.setText(
                self.tr("The model counts tranches through this term: {term}, {level}.").format(
                    term=measure.title.get(self._language), level=found.label.get(self._language)
                )
            )

    def retranslate(self) -> None:
        """Write every text of its own anew."""
        self.heading.setText(self.tr("Tranches and snapback"))
        self.lead.setText(
            self.tr(
                "Choose clauses and a rhythm. Each clause starts with its tranche; the preview shows what that does, "
                "and one step of undo takes it back."
            )
        )
        self._preset_label.setText(self.tr("&Rhythm"))
        self._snapback_label.setText(self.tr("&Snapback of these clauses"))
        self.tied.setText(self.tr("Wait for the other side's earlier tranche"))
        self.in_terms.setText(self.tr("Say so in the terms of the deal"))
        self.apply.setText(self.tr("&Apply to the package"))
        self.preview.setAccessibleName(self.tr("What the plan does"))
        self.table.head()
        self._fill()
        self._word_terms()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
