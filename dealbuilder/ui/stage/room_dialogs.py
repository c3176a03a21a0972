"""The dialogs of the room, opened from the menu or from the console, and what their answers do."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QInputDialog, QMessageBox, QWidget

from dealbuilder.document.own_values import lens_of
from dealbuilder.document.session import Agreed, Marked, Proposed, bare, running
from dealbuilder.document.unencrypted import unencrypted
from dealbuilder.ui.dialogs.agreement import AgreementDialog
from dealbuilder.ui.dialogs.keys import KeysDialog
from dealbuilder.ui.dialogs.proposal import ProposalDialog
from dealbuilder.ui.dialogs.sealing import SealingDialog
from dealbuilder.ui.dialogs.session import SessionDialog
from dealbuilder.ui.dialogues import Dialogues
from dealbuilder.ui.studio import Studio

LONGEST_MARK = 1000


class RoomDialogs(QObject):
    """Opens dialogs without blocking; answers become edits or entries of the record."""

    def __init__(self, studio: Studio, dialogues: Dialogues, tell: Callable[[str], None]) -> None:
        super().__init__(studio)
        self._tell = tell
        self._studio = studio
        self._workbench = studio.workbench
        self._dialogues = dialogues

    def open(self, name: str, value: object = None, parent: QWidget | None = None) -> None:
        """Open a dialog by the name of its deed."""
        above = parent or self._studio.window
        match name:
            case "setup":
                self.set_up(above)
            case "propose":
                self.propose(above)
            case "agree":
                self.agree(above)
            case "mark":
                self.mark(above)
            case "keys":
                self._show(KeysDialog(above, presenting=True))
            case "open_sealed":
                self.open_sealed(str(value), above)

    def set_up(self, above: QWidget) -> None:
        """Open the session's set-up; the answer is one edit."""
        state, deal = self._workbench.state, self._workbench.deal
        if state is not None and deal is not None:
            dialog = SessionDialog(state, fixed=running(deal.session), parent=above)
            dialog.intent.connect(self._workbench.handle)
            self._show(dialog)

    def seal(self, above: QWidget, lens: str = "") -> None:
        """Open the form on a role's own values."""
        state, deal = self._workbench.state, self._workbench.deal
        if state is not None and deal is not None:
            bare = unencrypted(deal.history, deal.versions)
            dialog = SealingDialog(state, lens, above, unencrypted=bare)
            dialog.intent.connect(self._workbench.handle)
            self._show(dialog)

    def open_sealed(self, key: str, above: QWidget) -> None:
        """Offer to open what is sealed under a key, to whoever knows its passphrase."""
        state = self._workbench.state
        if state is not None and key in state.document.sealed:
            self.seal(above, lens_of(key) if lens_of(key) in state.catalogue.lens_by_id else key)

    def ask_unencrypted(self) -> None:
        """Say once that the deal holds sealed values that are not encrypted, and offer to seal them."""
        deal, catalogue = self._workbench.deal, self._workbench.catalogue
        bare = unencrypted(deal.history, deal.versions) if deal is not None else ()
        if not bare:
            return
        role, above = QMessageBox.ButtonRole, self._studio.window
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("Sealed values are not encrypted"), "", parent=above)
        box.setText(
            self.tr("%n sealed value(s) are not encrypted in this file: whoever has it can read them.", "", len(bare))
        )
        box.setInformativeText(
            self.tr(
                "An older dealbuilder saved them. They stay as they are until each party seals its own with a "
                "passphrase; sealing also clears them from the history and the kept versions. Copies and backups "
                "made before keep them readable."
            )
        )
        now = box.addButton(self.tr("Seal them now…"), role.AcceptRole)
        box.addButton(self.tr("Later"), role.RejectRole)
        first = lens_of(bare[0]) if lens_of(bare[0]) in catalogue.lens_by_id else bare[0]
        now.clicked.connect(partial(self.seal, above, first))
        self._show(box)

    def propose(self, above: QWidget) -> None:
        """Open the form on a proposal."""
        state = self._workbench.state
        if state is not None:
            dialog = ProposalDialog(state, above)
            dialog.proposed.connect(self._proposed)
            self._show(dialog)

    def agree(self, above: QWidget) -> None:
        """Open the form on the agreement."""
        state = self._workbench.state
        if state is not None:
            dialog = AgreementDialog(state, above)
            dialog.agreed.connect(self._agreed)
            self._show(dialog)

    def mark(self, above: QWidget) -> None:
        """Ask for a word on why this moment matters."""
        dialog = QInputDialog(above)
        dialog.setWindowTitle(self.tr("Set a mark"))
        dialog.setLabelText(self.tr("Why does this moment matter?"))
        dialog.textValueSelected.connect(self._marked)
        self._show(dialog)

    def ask_end(self, above: QWidget | None, then: Callable[[], None]) -> None:
        """Ask before a session is closed for good."""
        button = QMessageBox.StandardButton
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("End the session"), "", parent=above)
        box.setText(self.tr("End the session and close its record?"))
        box.setInformativeText(
            self.tr("Nothing is lost. What happens afterwards is not recorded; a new session can begin.")
        )
        box.setStandardButtons(button.Ok | button.Cancel)
        box.accepted.connect(then)
        self._show(box)

    def ask_left_running(self, go_on: Callable[[], None], end: Callable[[], None]) -> None:
        """Say that a session was left running, and ask whether it goes on."""
        role = QMessageBox.ButtonRole
        box = QMessageBox(QMessageBox.Icon.Question, self.tr("A session is running"), "", parent=self._studio.window)
        box.setText(self.tr("A session was left running in this deal. Does it go on?"))
        box.setInformativeText(self.tr("Until it is ended every change goes on being recorded."))
        on = box.addButton(self.tr("Go on and present"), role.AcceptRole)
        over = box.addButton(self.tr("End the session"), role.DestructiveRole)
        box.addButton(self.tr("Later"), role.RejectRole)
        on.clicked.connect(go_on)
        over.clicked.connect(end)
        self._show(box)

    def term_sheet(self) -> None:
        """Open the export of a PDF with the term sheet chosen."""
        self._studio.window.raise_()
        self._studio.window.activateWindow()
        self._dialogues.report(term_sheet=True)

    def _proposed(self, entry: Proposed) -> None:
        self._keep(entry)

    def _agreed(self, entry: Agreed) -> None:
        state = self._workbench.state
        if state is not None:
            self._keep(entry.model_copy(update={"package": bare(state.document.package())}))

    def _marked(self, text: str) -> None:
        self._keep(Marked(at="", text=text.strip()[:LONGEST_MARK] or self.tr("Mark")))

    def _keep(self, entry: Proposed | Agreed | Marked) -> None:
        """Keep an entry; say so, or why not."""
        deal = self._workbench.deal
        if deal is None or not running(deal.session):
            self._tell(self.tr("No session is running, so this was not recorded. Begin one first."))
        elif self._workbench.record(entry):
            self._studio.pass_message(self.tr("Recorded; save the deal to keep it in the file."))
        else:
            self._tell(self.tr("This could not be recorded: the deal is read-only or its record is full."))

    def _show(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
