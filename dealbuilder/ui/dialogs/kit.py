"""Room > Print kit: what to print, for which session, on which paper, into which folder."""

from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from dealbuilder.document.own_values import OwnValues, lens_of
from dealbuilder.report.kit.kit import PARTS, Options, PartName
from dealbuilder.report.kit.making import Request
from dealbuilder.report.phrases import say
from dealbuilder.ui.dialogs.unsealing import UnsealingDialog
from dealbuilder.ui.language import NAMES
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.appearance import plainly
from dealbuilder.ui.widgets.first_size import first_size
from dealbuilder.ui.widgets.scrolled import Body
from dealbuilder.ui.widgets.tab_order import OrderedDialog

OWN = ""
"""What the choice of a session holds for the plan that is in the deal."""
CLOCK = "HH:mm"
COLUMNS = 2
SHARES = 100


class KitDialog(OrderedDialog):
    """`asked` carries a Request and the folder; `cancelled`: what is being printed is no longer wanted."""

    asked = Signal(object, object)
    cancelled = Signal()

    def __init__(self, state: State, paper: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print kit"))
        self._state = state
        self.session, self.language, self.paper = QComboBox(), QComboBox(), QComboBox()
        self.start = QTimeEdit(QTime(9, 0))
        self.start.setDisplayFormat(CLOCK)
        self.folder = QLineEdit(str(folder))
        self.choose = QPushButton(self.tr("Choose…"))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.parts: dict[PartName, QCheckBox] = {}
        self.sealed: dict[str, QCheckBox] = {}
        self._opened: dict[str, OwnValues] = {}
        self.said = QLabel()
        plainly(self.said)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(self.said.textInteractionFlags().TextSelectableByMouse)
        self.bar = QProgressBar()
        self.bar.setRange(0, SHARES)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        self.make = self.buttons.addButton(self.tr("Make the kit"), QDialogButtonBox.ButtonRole.ActionRole)
        self.make.setDefault(True)
        self.stop = self.buttons.addButton(self.tr("Stop"), QDialogButtonBox.ButtonRole.ActionRole)
        self.make.clicked.connect(self._ask)
        self.stop.clicked.connect(self._stop)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._leave)
        self._fill(paper)
        self._lay_out()
        self._busy(False)

    def _fill(self, paper: str) -> None:
        state = self._state
        if state.document.plan is not None:
            self.session.addItem(self.tr("The plan in this deal"), OWN)
        for one in state.catalogue.sessions:
            self.session.addItem(one.name.get(state.language), one.id)
        for id, name in NAMES.items():
            self.language.addItem(name, id)
        self.language.setCurrentIndex(self.language.findData(state.language))
        self.paper.addItem("A4", "a4")
        self.paper.addItem(self.tr("US letter"), "letter")
        planned = state.document.plan.paper if state.document.plan is not None else paper
        self.paper.setCurrentIndex(self.paper.findData(planned))

    def _lay_out(self) -> None:
        form = QFormLayout()
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.choose)
        self.folder.setAccessibleName(self.tr("Folder"))
        for label, field in (
            (self.tr("Session"), self.session),
            (self.tr("Language"), self.language),
            (self.tr("Paper"), self.paper),
            (self.tr("Begins at"), self.start),
        ):
            field.setAccessibleName(label)
            form.addRow(label, field)
        form.addRow(self.tr("Folder"), place)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(form)
        inner.addWidget(self._what())
        own = self._own()
        if own is not None:
            inner.addWidget(own)
        column = QVBoxLayout(self)
        column.addWidget(Body(inside), 1)
        column.addWidget(self.said)
        column.addWidget(self.bar)
        column.addWidget(self.buttons)
        first_size(self, 84)

    def _what(self) -> QGroupBox:
        box = QGroupBox(self.tr("What to print"))
        grid = QGridLayout(box)
        for place, part in enumerate(PARTS):
            check = QCheckBox(say(f"kit.part_{part}", self._state.language))
            check.setChecked(True)
            check.toggled.connect(self._check)
            self.parts[part] = check
            grid.addWidget(check, place // COLUMNS, place % COLUMNS)
        return box

    def _own(self) -> QGroupBox | None:
        """Return the choice of own copies for parties that sealed values, None if nobody did; none is chosen."""
        known = self._state.catalogue.lens_by_id
        lenses = [lens for key in self._state.document.sealed if (lens := lens_of(key))]
        if not lenses:
            return None
        box = QGroupBox(self.tr("Own copies with sealed values"))
        column = QVBoxLayout(box)
        said = QLabel(
            self.tr(
                "Each is a file of its own, to be handed to the party that sealed the values alone. "
                "It takes the party's passphrase."
            )
        )
        said.setWordWrap(True)
        said.setProperty("muted", True)
        column.addWidget(said)
        for lens in lenses:
            name = known[lens].name.get(self._state.language) if lens in known else lens
            self.sealed[lens] = QCheckBox(name)
            self.sealed[lens].toggled.connect(partial(self._want, lens))
            column.addWidget(self.sealed[lens])
        return box

    def _want(self, lens: str, on: bool) -> None:
        """Ask for the passphrase of a role whose own copy is wanted; it is not chosen until it is opened."""
        if on and lens not in self._opened:
            self.sealed[lens].setChecked(False)
            dialog = UnsealingDialog(
                self._state.document,
                lens,
                self.sealed[lens].text(),
                self.tr("Print an own copy with sealed values?"),
                self.tr("The copy is not encrypted: whoever has the paper or its file can read it."),
                self,
            )
            dialog.opened.connect(self._take)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        self._check()

    def _take(self, lens: str, values: OwnValues) -> None:
        self._opened[lens] = values
        self.sealed[lens].setChecked(True)

    def request(self) -> Request:
        """Return what the fields ask for."""
        options = Options(
            language=self.language.currentData(),
            paper=self.paper.currentData(),
            parts=tuple(cast("PartName", part) for part, check in self.parts.items() if check.isChecked()),
            start=self.start.time().toString(CLOCK),
            own=tuple((lens, self._opened[lens]) for lens, check in self.sealed.items() if check.isChecked()),
        )
        return Request(options, self.session.currentData() or None)

    def progress(self, done: float) -> None:
        """Show the share done."""
        self.bar.setValue(round(done * SHARES))

    def done_with(self, folder: Path, count: int) -> None:
        """Say what was made and where."""
        self._busy(False)
        self.said.setText(self.tr("%n file(s) are in {folder}. Begin with the index.", "", count).format(folder=folder))

    def refuse(self, message: str) -> None:
        """Say why nothing was made."""
        self._busy(False)
        self.said.setText(message)

    def _ask(self) -> None:
        if not self.folder.text().strip():
            self.said.setText(self.tr("Choose a folder first."))
            return
        self._busy(True)
        self.said.setText(self.tr("Scoring and printing…"))
        self.asked.emit(self.request(), Path(self.folder.text().strip()).expanduser())

    def _stop(self) -> None:
        self.cancelled.emit()
        self.refuse(self.tr("Stopped; nothing was written."))

    def _leave(self) -> None:
        self._opened.clear()
        self.cancelled.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the kit"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _check(self) -> None:
        wanted = any(check.isChecked() for check in (*self.parts.values(), *self.sealed.values()))
        self.make.setEnabled(wanted and self.session.count() > 0)

    def _busy(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.bar.setValue(0)
        self.stop.setVisible(busy)
        self.make.setEnabled(not busy)
        if not busy:
            self._check()
