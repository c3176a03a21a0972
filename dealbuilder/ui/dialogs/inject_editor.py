"""The editor of a user's own inject: a card of forty words, when, and what it shifts; always a judgement (grade D)."""

import uuid
from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.model.inject import CARD_WORDS, ChannelShift, Inject, ParameterShift, card_words
from dealbuilder.model.package import HORIZON
from dealbuilder.model.text import Language, Text
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import Caption, em
from dealbuilder.ui.widgets.first_size import first_size
from dealbuilder.ui.widgets.scrolled import Body
from dealbuilder.ui.widgets.shift_row import ShiftRow
from dealbuilder.ui.widgets.tab_order import OrderedDialog

ORIGINS = ("us", "china", "both", "others")
LONGEST = 200
MOST = 50
"""Shifts of one kind."""


class InjectEditor(OrderedDialog):
    """`written` carries the Inject when the user accepts; nothing unsound can be accepted."""

    written = Signal(object)

    def __init__(
        self, state: State, taken: Collection[str], inject: Inject | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._state, self._old = state, inject
        self._id = inject.id if inject else _free(taken)
        self.title, self.card, self.reason = QLineEdit(), QPlainTextEdit(), QLineEdit()
        self.counter, self.said = Caption(factor=0.92, role="muted"), Caption(role="warn")
        self.origin, self.month, self.months = QComboBox(), QSpinBox(), QSpinBox()
        self.expires = QCheckBox(self.tr("The truce or the deal runs out in that month"))
        self.add_channel = QPushButton(self.tr("Add a channel"))
        self.add_parameter = QPushButton(self.tr("Add an assumption"))
        self.rows: list[ShiftRow] = []
        self._lines = QVBoxLayout()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._lay_out()
        self.title.setFocus()
        self._connect()
        self._load()
        self._judge()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Own inject"))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self.title.setMaxLength(LONGEST)
        self.reason.setMaxLength(2_000)
        self.card.setTabChangesFocus(True)
        self.card.setFixedHeight(5 * em(self))
        names = (
            self.tr("United States"),
            self.tr("China"),
            self.tr("Both sides"),
            self.tr("Neither: accident, court, ally, market"),
        )
        for id, name in zip(ORIGINS, names, strict=True):
            self.origin.addItem(name, id)
        self.month.setRange(0, HORIZON)
        self.months.setRange(0, HORIZON)
        self.months.setSpecialValueText(self.tr("to the end"))
        form = QFormLayout()
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Card, what the room reads"), self.card)
        form.addRow("", self.counter)
        form.addRow(self.tr("Whose act"), self.origin)
        form.addRow(self.tr("Month after signing"), self.month)
        form.addRow(self.tr("Lasts, months"), self.months)
        form.addRow("", self.expires)
        form.addRow(self.tr("Why these figures (grade D)"), self.reason)
        for field in (self.title, self.card, self.origin, self.month, self.months, self.reason):
            label = form.labelForField(field)
            field.setAccessibleName(label.property("text") if label else "")
        self._lines.setSpacing(6)
        add = QHBoxLayout()
        for button in (self.add_channel, self.add_parameter):
            button.setAutoDefault(False)
            add.addWidget(button)
        add.addStretch(1)
        self.said.setWordWrap(True)
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(form)
        outer.addLayout(add)
        outer.addLayout(self._lines)
        outer.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(Body(inside), 1)
        column.addWidget(self.said)
        column.addWidget(self.buttons)
        first_size(self, 110, 42)

    def _connect(self) -> None:
        for signal in (self.title.textChanged, self.card.textChanged, self.reason.textChanged):
            signal.connect(self._judge)
        self.expires.toggled.connect(self._judge)
        self.add_channel.clicked.connect(self._new_channel)
        self.add_parameter.clicked.connect(self._new_parameter)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)

    def _load(self) -> None:
        old, language = self._old, self._state.language
        if old is None:
            self.month.setValue(6)
            self.months.setValue(6)
            self._add(parameter=False)
            return
        self.title.setText(old.title.get(language))
        self.card.setPlainText(old.card.get(language))
        self.reason.setText(old.reason.get(language) if old.reason else "")
        self.origin.setCurrentIndex(ORIGINS.index(old.origin))
        self.month.setValue(old.month)
        self.months.setValue(old.months or 0)
        self.expires.setChecked(old.expires)
        for shift in old.channels:
            self._add(parameter=False).load(shift)
        for shift in old.parameters:
            self._add(parameter=True).load(shift)

    def _new_channel(self) -> None:
        self._add(parameter=False).what.setFocus()

    def _new_parameter(self) -> None:
        self._add(parameter=True).what.setFocus()

    def _add(self, *, parameter: bool) -> ShiftRow:
        row = ShiftRow(self._state.catalogue, self._state.language, parameter, self)
        row.changed.connect(self._judge)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._lines.addWidget(row)
        self._judge()
        return row

    def _remove(self, row: ShiftRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.deleteLater()
        self._judge()

    def typed(self) -> tuple[Inject | None, str]:
        """Return the inject that is typed, or None and the first thing that is wrong with it."""
        title, reason = (" ".join(field.text().split()) for field in (self.title, self.reason))
        card = " ".join(self.card.toPlainText().split())
        shifts, said = self._shifts()
        wrong = (
            (not title, self.tr("A title is needed.")),
            (not card, self.tr("A card is needed: what the room reads.")),
            (card_words(card) > CARD_WORDS, self.tr("The card is too long: at most {0} words.").format(CARD_WORDS)),
            (bool(said), said),
            (
                not shifts and not self.expires.isChecked(),
                self.tr("It shifts nothing: add a channel or an assumption."),
            ),
            (not reason, self.tr("Say why these figures: a judgement (grade D) needs its reason.")),
        )
        for fails, words in wrong:
            if fails:
                return None, words
        old, language = self._old, self._state.language
        return Inject(
            id=self._id,
            origin=self.origin.currentData(),
            title=_text(title, old.title if old else None, language),
            card=_text(card, old.card if old else None, language),
            month=self.month.value(),
            months=self.months.value() or None,
            channels=tuple(shift for shift in shifts if isinstance(shift, ChannelShift)),
            parameters=tuple(shift for shift in shifts if isinstance(shift, ParameterShift)),
            expires=self.expires.isChecked(),
            reason=_text(reason, old.reason if old else None, language),
        ), ""

    def _shifts(self) -> tuple[list[ChannelShift | ParameterShift], str]:
        found: list[ChannelShift | ParameterShift] = []
        ids: set[tuple[bool, str]] = set()
        for row in self.rows:
            shift, said = row.typed()
            if shift is None:
                return [], said
            id = shift.channel if isinstance(shift, ChannelShift) else shift.parameter
            if (row.parameter, id) in ids:
                return [], self.tr("{0} is shifted twice.").format(row.what.currentText())
            ids.add((row.parameter, id))
            found.append(shift)
        return found, ""

    def _judge(self) -> None:
        """Count the card and say at once what is missing."""
        inject, said = self.typed()
        words = card_words(self.card.toPlainText())
        self.counter.setText(self.tr("{0} of {1} words").format(words, CARD_WORDS))
        self.counter.set_role("warn" if words > CARD_WORDS else "muted")
        self.said.setText(said)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(inject is not None)
        self.add_channel.setEnabled(sum(not row.parameter for row in self.rows) < MOST)
        self.add_parameter.setEnabled(sum(row.parameter for row in self.rows) < MOST)

    def _accept(self) -> None:
        inject, _ = self.typed()
        if inject is not None:
            self.accept()
            self.written.emit(inject)


def _free(taken: Collection[str]) -> str:
    """Return an id that no inject has yet."""
    id = f"own_{uuid.uuid4().hex[:8]}"
    return _free(taken) if id in taken else id


def _text(new: str, old: Text | None, language: Language) -> Text:
    """Return a text with one language replaced; the other says the same unless it was written on its own."""
    if old is None or old.en == old.zh:
        return Text(en=new, zh=new)
    return Text(en=old.en, zh=new) if language == "zh" else Text(en=new, zh=old.zh)
