"""Values a party sealed: their names only; what they say is opened on request, here and nowhere else."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from dealbuilder.document.envelope import is_envelope
from dealbuilder.document.own_values import lens_of
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.panels.buttons import DeedButton
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import em


class SealedPanel(QWidget):
    """`asked` carries Deed("open_sealed", key)."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self._keys: tuple[str, ...] = ()
        self.list = QListWidget()
        self.list.setMinimumHeight(2 * em(self))
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._activate)
        self.open = DeedButton(Deed("open_sealed"))
        self.open.asked.connect(self._ask)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._retranslate()

    def show_state(self, state: State) -> None:
        """List the keys under which something is sealed."""
        sealed = state.document.sealed
        keys = tuple(sorted(sealed))
        bare = tuple(key for key in keys if not is_envelope(sealed[key]))
        if (keys, bare, state.language) == self._shown:
            return
        self._shown, self._keys = (keys, bare, state.language), keys
        self.list.clear()
        for key in keys:
            lens = state.catalogue.lens_by_id.get(lens_of(key))
            name = lens.name.get(state.language) if lens else key
            said = self.tr("NOT ENCRYPTED: {name}") if key in bare else self.tr("Sealed: {name}")
            self.list.addItem(said.format(name=name))
        if not keys:
            empty = QListWidgetItem(self.tr("Nothing is sealed in this deal."))
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(empty)
        self.open.setEnabled(bool(keys))
        self.list.setCurrentRow(0 if keys else -1)

    def _activate(self, item: QListWidgetItem) -> None:
        self._ask()

    def _ask(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._keys):
            self.asked.emit(Deed("open_sealed", self._keys[row]))

    def _retranslate(self) -> None:
        self._shown = ()
        self.list.setAccessibleName(self.tr("Sealed values"))
        self.open.say(self.tr("Open…"), hint=self.tr("Opens it on this screen only; the room never sees it"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
