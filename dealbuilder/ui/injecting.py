"""The deck of injects at work: opened once, kept up with the deal, given the effects that a job finds."""

from PySide6.QtCore import QObject

from dealbuilder.analysis.inject_effect import Effect
from dealbuilder.errors import DealError
from dealbuilder.model.inject import Inject
from dealbuilder.ui.dialogs.injects import InjectsDialog
from dealbuilder.ui.intents import ShowInjects
from dealbuilder.ui.language import spoken
from dealbuilder.ui.question import question
from dealbuilder.ui.state import State
from dealbuilder.ui.studio import Studio

LANE = "inject"


class Injecting(QObject):
    """Holds the dialog while it is open."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._workbench = studio.workbench
        self.dialog: InjectsDialog | None = None
        self._shown: State | None = None
        self._workbench.changed.connect(self._follow)
        self._workbench.injects.connect(self._open_at)
        studio.left.connect(self.close)

    def open(self, id: str = "") -> None:
        """Open the deck, or bring it to the front; at one card if it is named."""
        state = self._workbench.state
        if state is None:
            return
        if self.dialog is None:
            self.dialog = dialog = InjectsDialog(state, self._studio.window)
            self._shown = state
            dialog.intent.connect(self._workbench.handle)
            dialog.asked.connect(self._ask)
            dialog.finished.connect(self._closed)
            dialog.show()
            chosen = dialog.current()
            if chosen is not None:
                self._ask(chosen)
        if id:
            self.dialog.list.choose(id)
        self.dialog.raise_()
        self.dialog.activateWindow()

    def close(self) -> None:
        """Close the deck, if it is open."""
        if self.dialog is not None:
            self.dialog.reject()

    def _open_at(self, show: ShowInjects) -> None:
        self.open(show.id)

    def _closed(self) -> None:
        self._studio.around.runner.cancel(LANE)
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._shown = None

    def _follow(self, state: State) -> None:
        """Show a new state where it says something else to this dialog: scores alone do not."""
        old, self._shown = self._shown, state
        if self.dialog is None:
            return
        watched = ("document", "catalogue", "language", "read_only")
        if old is None or any(getattr(old, name) is not getattr(state, name) for name in watched):
            self.dialog.show_state(state)

    def _ask(self, inject: Inject) -> None:
        """Find the effect of a card, in a thread; what was asked before is forgotten."""
        state = self._workbench.state
        if state is not None:
            work = self._studio.around.answerer.effect(question(state.document), inject)
            self._studio.around.runner.start(LANE, work, self._found, self._not_found)

    def _found(self, value: object) -> None:
        if self.dialog is not None and isinstance(value, Effect):
            self.dialog.show_effect(value)

    def _not_found(self, error: DealError) -> None:
        if self.dialog is not None:
            self.dialog.await_effect(error.told(spoken()))
