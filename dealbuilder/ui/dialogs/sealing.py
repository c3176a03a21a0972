"""Room > Seal a party's own values: what a role really weighs, and the least it carries, kept from everybody else."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.deal_edits import SealValue
from dealbuilder.document.envelope import Sealer, from_elsewhere, is_envelope
from dealbuilder.document.own_values import key, of_lens, opened, opened_text
from dealbuilder.errors import DealError
from dealbuilder.ui.dialogs.own_values_form import OwnValuesForm
from dealbuilder.ui.dialogs.sealing_words import SealingWords, Standing
from dealbuilder.ui.intents import Do, Encrypt
from dealbuilder.ui.jobs import Runner, Tick
from dealbuilder.ui.language import spoken
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import Caption
from dealbuilder.ui.widgets.first_size import first_size
from dealbuilder.ui.widgets.passphrase_form import PassphraseForm
from dealbuilder.ui.widgets.secret_edit import SecretEdit
from dealbuilder.ui.widgets.tab_order import in_order, into_view


class SealingDialog(QDialog):
    """Emits Encrypt and Do(SealValue). What is sealed is shown only once its passphrase has opened it, and only here.

    `unencrypted` are the keys under which deal, history or kept versions hold plain text. `lens` is a role, or a key
    that is none's.
    """

    intent = Signal(object)

    def __init__(
        self, state: State, lens: str = "", parent: QWidget | None = None, *, unencrypted: Collection[str] = ()
    ) -> None:
        super().__init__(parent)
        self._words = SealingWords(self)
        self.setWindowTitle(self._words.title())
        self._state, self._unencrypted = state, frozenset(unencrypted)
        self._runner = Runner(self, workers=1)
        self._open, self._phrase, self._text = False, "", ""
        self.role = QComboBox()
        self.role.setAccessibleName(self._words.role())
        self._fill(lens)
        self.status = Caption()
        self.open_phrase = SecretEdit(self._words.passphrase())
        self.open_phrase.entered.connect(self._open_sealed)
        self.open_button = QPushButton(self._words.open())
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(self._open_sealed)
        self.form = OwnValuesForm(state.catalogue, state.language)
        self.weights, self.given, self.reservation = self.form.weights, self.form.given, self.form.reservation
        self.note = self.form.note
        self.phrase, self._room = PassphraseForm(), QWidget()
        self._room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.seal = self.buttons.addButton(self._words.seal(), QDialogButtonBox.ButtonRole.AcceptRole)
        self.remove = self.buttons.addButton(self._words.remove(), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.remove.clicked.connect(self._remove)
        self.finished.connect(self._leave)
        self._lay_out()
        self.role.currentIndexChanged.connect(self._load)
        self._load()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go as things stand on screen."""
        in_order(self)
        return super().focusNextPrevChild(next) and into_view(self)

    def _fill(self, wanted: str) -> None:
        """Offer the seated roles first, then the others, then what is sealed under none of them."""
        state = self._state
        seated = tuple(seat.lens for seat in state.document.plan.seats) if state.document.plan else ()
        for one in sorted(state.catalogue.lenses, key=lambda one: one.id not in seated):
            self.role.addItem(one.name.get(state.language), one.id)
        known = {key(one.id) for one in state.catalogue.lenses}
        for other in sorted({*state.document.sealed, *self._unencrypted} - known):
            self.role.addItem(other, other)
        if wanted:
            self.role.setCurrentIndex(max(self.role.findData(wanted), 0))

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self.form)
        said = Caption(self._words.what_it_is())
        for caption in (said, self.status):
            caption.setWordWrap(True)
        above = QVBoxLayout(self)
        opening = QHBoxLayout()
        opening.addWidget(self.open_phrase.label)
        opening.addWidget(self.open_phrase, 1)
        opening.addWidget(self.open_button)
        for widget in (said, self.role, self.status):
            above.addWidget(widget)
        above.addLayout(opening)
        above.addWidget(self._area, 1)
        above.addWidget(self.phrase)
        above.addWidget(self._room)
        above.addWidget(self.buttons)
        self.role.setFocus()
        first_size(self, 96, 38)

    @property
    def key(self) -> str:
        """Return the key of what is chosen."""
        data = str(self.role.currentData())
        return key(data) if data in self._state.catalogue.lens_by_id else data

    def _of_role(self) -> bool:
        return self.key != self.role.currentData()

    def _standing(self) -> Standing:
        text = self._state.document.sealed.get(self.key)
        if text is None:
            return "history" if self.key in self._unencrypted else "nothing"
        return "sealed" if is_envelope(text) else "plain"

    def _load(self) -> None:
        """Start from the catalogue; what is sealed stays closed until it is opened."""
        self._open, self._phrase, self._text = False, "", ""
        lens, standing = self._state.catalogue.lens_by_id.get(self.role.currentData()), self._standing()
        self.status.setText(self._words.standing(standing))
        self.status.set_role("warn" if standing in ("plain", "history") else "text")
        self.open_phrase.wipe()
        if lens is not None:
            self.form.show_values(of_lens(lens))
        else:
            self.form.show_text("")
        self.phrase.ask(keep=False)
        self._enable()

    def _enable(self) -> None:
        standing, busy = self._standing(), self._runner.busy()
        closed = standing in ("sealed", "plain") and not self._open
        self.open_phrase.setVisible(closed and standing == "sealed")
        self.open_button.setVisible(closed)
        self.open_button.setEnabled(not busy)
        shown = not closed and (self._open or self._of_role())
        for widget in (self.form, self._area):
            widget.setVisible(shown)
        self._room.setVisible(not shown)
        may = not self._state.read_only and not busy
        self.phrase.setVisible(may and (not closed or standing == "plain"))
        self.seal.setEnabled(may and (not closed or standing == "plain"))
        self.remove.setEnabled(may and standing != "nothing")
        # A button that is the default looks as if it could be pressed.
        self.seal.setDefault(self.seal.isEnabled())
        self.open_button.setDefault(not self.seal.isEnabled() and not self.open_button.isHidden())

    def _open_sealed(self) -> None:
        if self._runner.busy() or not self.open_button.isVisible():
            return
        document, lens, phrase = self._state.document, self.role.currentData(), self.open_phrase.text()
        read = opened if self._of_role() else opened_text

        def work(tick: Tick) -> object:
            return read(document, lens, phrase)

        self.status.setText(self._words.opening())
        self._runner.start("open", work, self._opened, self._refuse)
        self._enable()

    def _opened(self, values: object) -> None:
        sealed = self._standing() == "sealed"
        self._open, self._phrase = True, self.open_phrase.text()
        self.open_phrase.wipe()
        if isinstance(values, str):
            self._text = values
            self.form.show_text(values)
        elif values is not None:
            self.form.show_values(values)  # pyright: ignore[reportArgumentType]
        elsewhere = from_elsewhere(self._state.document.sealed[self.key], self._state.document.id)
        self.status.setText(self._words.open_now(sealed=sealed, elsewhere=elsewhere))
        self.status.set_role("warn")
        self.phrase.ask(keep=sealed)
        self._enable()

    def _refuse(self, error: DealError) -> None:
        self.status.setText(error.told(spoken()))
        self.status.set_role("warn")
        self.open_phrase.wipe()
        self._enable()

    def _accept(self) -> None:
        """Seal what is in the form; plain text that was not opened is sealed as it is."""
        document, under = self._state.document, self.key
        text: str | None = self._text or None
        if self.form.isVisibleTo(self) and self._of_role():
            values = self.form.values()
            if values is None:
                self.status.setText(self._words.no_weight())
                return
            text = values.model_dump_json()
        try:
            phrase = self.phrase.passphrase()
        except DealError as error:
            self._refuse(error)
            return
        chosen = self._phrase if phrase is None else phrase

        def work(tick: Tick) -> tuple[Sealer, SealValue | None]:
            sealer = Sealer.under(chosen)
            edit = None if text is None else SealValue(key=under, value=sealer.seal(text, under, document.id))
            return sealer, edit

        self.status.setText(self._words.sealing())
        self._runner.start("seal", work, self._sealed, self._refuse)
        self._enable()

    def _sealed(self, value: object) -> None:
        sealer, edit = value  # pyright: ignore[reportGeneralTypeIssues]
        under = self.key
        self.accept()
        self.intent.emit(Encrypt(under, sealer))
        sealer.close()
        if edit is not None:
            self.intent.emit(Do(edit))

    def _remove(self) -> None:
        under, there = self.key, self.key in self._state.document.sealed
        self.accept()
        if under in self._unencrypted:
            self.intent.emit(Encrypt(under, Sealer.forgetting()))
        if there:
            self.intent.emit(Do(SealValue(key=under, value=None)))

    def _leave(self) -> None:
        """Forget what was typed and opened."""
        self._phrase = self._text = ""
        self.open_phrase.wipe()
        self.phrase.wipe()
        self.form.show_text("")
        self._runner.stop()
