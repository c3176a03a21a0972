"""The assumptions dialog at work: opened once, kept up with the deal, given the importance that a job finds."""

from PySide6.QtCore import QObject

from dealbuilder.analysis.importance import Importance
from dealbuilder.document.edits import ChangeAssumption
from dealbuilder.errors import DealError
from dealbuilder.ui.dialogs.assumptions import AssumptionsDialog
from dealbuilder.ui.intents import Do, Intent, ShowAssumptions
from dealbuilder.ui.question import Question, question
from dealbuilder.ui.state import State
from dealbuilder.ui.studio import Studio

LANE = "importance"


class Assuming(QObject):
    """Holds the dialog while it is open; remembers who signed the last change."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._workbench = studio.workbench
        self._dialog: AssumptionsDialog | None = None
        self._who = ""
        self._asked: Question | None = None
        self._workbench.changed.connect(self._follow)
        self._workbench.assumptions.connect(self._open_at)
        studio.left.connect(self.close)

    def open(self, parameter: str = "") -> None:
        """Open the dialog, or bring it to the front; on one assumption if it is named."""
        state = self._workbench.state
        if state is None:
            return
        if self._dialog is None:
            self._dialog = dialog = AssumptionsDialog(state, self._studio.window)
            dialog.form.who = self._who or self._studio.around.preferences.settings.author
            dialog.intent.connect(self._pass)
            dialog.finished.connect(self._closed)
            dialog.show()
            self._asked = None
            self._follow(state)
        if parameter:
            self._dialog.edit(parameter)
        self._dialog.raise_()
        self._dialog.activateWindow()

    def close(self) -> None:
        """Close the dialog, if it is open."""
        if self._dialog is not None:
            self._dialog.reject()

    def _open_at(self, show: ShowAssumptions) -> None:
        self.open(show.parameter)

    def _closed(self) -> None:
        self._studio.around.runner.cancel(LANE)
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    def _pass(self, intent: Intent) -> None:
        if isinstance(intent, Do) and isinstance(intent.edit, ChangeAssumption):
            self._remember(intent.edit.change.who)
        self._workbench.handle(intent)

    def _remember(self, who: str) -> None:
        """Offer the name again; with no author in the preferences it becomes that."""
        self._who = who
        preferences = self._studio.around.preferences
        if who and not preferences.settings.author:
            preferences.set(author=who[:200])

    def _follow(self, state: State) -> None:
        """Show a new state; once its score is final, ask how much each assumption matters for it."""
        dialog = self._dialog
        if dialog is None:
            return
        dialog.show_state(state)
        asked = question(state.document)
        if asked == self._asked:
            if not self._studio.around.runner.busy(LANE):
                dialog.await_importance(None)
            return
        answer = state.evaluation
        if state.busy or answer is None or not answer.final or answer.setting != asked.setting:
            dialog.await_importance(state.busy)
            return
        self._asked = asked
        work = self._studio.around.answerer.weigh(asked)
        self._studio.around.runner.start(LANE, work, self._weighed, self._not_weighed)

    def _weighed(self, value: object) -> None:
        if self._dialog is not None and isinstance(value, Importance):
            self._dialog.show_importance(value)

    def _not_weighed(self, error: DealError) -> None:
        """Stay quiet: the score itself has already said what is wrong."""
