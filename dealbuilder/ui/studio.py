"""The desk put into the window: workbench and papers joined, what they say shown in title, status bar and notices."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.describe import namer
from dealbuilder.errors import DealError
from dealbuilder.report import wording
from dealbuilder.settings import Settings
from dealbuilder.ui.desk import Desk
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.language import listed
from dealbuilder.ui.papers import Papers
from dealbuilder.ui.preferences import Preferences
from dealbuilder.ui.question import Answerer
from dealbuilder.ui.state import State
from dealbuilder.ui.widgets.accessible import announce
from dealbuilder.ui.window import Window
from dealbuilder.ui.workbench import Workbench

BUTTONS = ("undo", "redo", "save", "report", "study_why", "study_better", "assumptions", "theme", "language", "keys")
"""Actions that stand as buttons in the header strip."""
MESSAGE_TIME = 6000
"""Milliseconds that a passing message stays in the status bar."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the roof hands to the screen."""

    window: Window
    runner: Runner
    answerer: Answerer
    preferences: Preferences


class Studio(QObject):
    """Owns desk, workbench and papers for as long as the window lives; `left` when no deal is in front any more."""

    left = Signal()

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self.around = around
        self._announced: Evaluation | None = None
        self.window = around.window
        table = self.window.actions_table
        renames = (table["rename"], table["package_rename"])
        self.desk = Desk(tuple(table[id] for id in BUTTONS), table["package_new"], renames)
        self.desk.catalogue.offer(table["off_menu"])
        self.workbench = Workbench(around.answerer, around.runner, self.desk, around.preferences.language, self)
        settings = around.preferences.settings
        packs = [pack.id for pack in around.answerer.shipped.packs]
        pack = settings.pack if settings.pack in packs else packs[0] if packs else ""
        self.papers = Papers(self.workbench, around.runner, pack, settings.draws, self)
        self.window.add_desk(self.desk)
        self.desk.restore_layout(settings.window_state)
        self.workbench.compare_with(settings.compare)
        self.workbench.changed.connect(self._show)
        self.workbench.refused.connect(self.refuse)
        self.papers.refused.connect(self.refuse)
        self.papers.noticed.connect(self.window.notices.say)
        self.papers.opened.connect(self._opened)
        self.papers.saved.connect(self._saved)
        around.preferences.changed.connect(self._follow)
        around.runner.idle.connect(self._rest)

    def refuse(self, error: DealError) -> None:
        """Show what could not be done and what to do."""
        self.window.notices.say_error(error)

    def pass_message(self, text: str) -> None:
        """Show a message that passes by itself."""
        self.window.statusBar().showMessage(text, MESSAGE_TIME)
        announce(self.window, text)

    def leave_desk(self) -> None:
        """Go back to the start screen; nothing is open any more."""
        self.papers.close()
        self.left.emit()
        self.window.show_start()
        self.window.name("", unsaved=False, read_only=False)
        self.window.enable(frozenset())
        for label in (self.window.undo_label, self.window.score_label, self.window.busy_label):
            label.clear()

    def _opened(self) -> None:
        self.window.show_desk()
        self.desk.focus_catalogue()

    def _saved(self, path: str) -> None:
        preferences = self.around.preferences
        preferences.take(preferences.settings.with_recent(path))
        self.pass_message(self.tr("Saved to {file}").format(file=path))

    def _follow(self, settings: Settings) -> None:
        """Follow the language; theme and text size reach every widget by themselves."""
        language = self.around.preferences.language
        if language != self.workbench.language:
            self.workbench.speak(language)

    def _show(self, state: State) -> None:
        window, deal = self.window, self.workbench.deal
        if deal is None:
            return
        title = state.document.title or Path(state.path).stem or self.tr("Untitled deal")
        window.name(title, unsaved=state.unsaved, read_only=state.read_only)
        has = {"deal"}
        has |= set() if state.read_only else {"edit"}
        has |= {"undo"} if deal.history.can_undo and not state.read_only else set()
        has |= {"redo"} if deal.history.can_redo and not state.read_only else set()
        has |= {"path"} if deal.path else set()
        has |= {"answer"} if state.evaluation is not None else set()
        window.enable(frozenset(has))
        self._show_undo(state)
        self._show_score(state)
        table = window.actions_table
        table["compare"].setChecked(state.compare == "baseline")
        table["charts"].setChecked(self.desk.charts_on())

    def _show_undo(self, state: State) -> None:
        deal, table = self.workbench.deal, self.window.actions_table
        if deal is None:
            return
        names = namer(state.catalogue, state.document, state.language)
        undo = deal.history.undo_label(state.language, names)
        table["undo"].setText(undo)
        table["redo"].setText(deal.history.redo_label(state.language, names))
        for id in ("undo", "redo"):
            keys = table[id].shortcut().toString()
            table[id].setToolTip(f"{table[id].text()} ({keys})")
        self.window.undo_label.setText(undo if deal.history.can_undo else self.tr("Nothing to undo"))

    def _show_score(self, state: State) -> None:
        window, answer = self.window, state.evaluation
        window.busy_label.setText(self.tr("Scoring…") if state.busy else "")
        if answer is None:
            window.score_label.clear()
            return
        error = wording.plain(max(answer.score("supply_restored").error, answer.score("leadership_cost").error), 2)
        draws = wording.number(answer.setting.draws, "draw", state.language, 0)
        window.score_label.setText(
            self.tr("{draws}, standard error ±{error} · model result, not a forecast").format(draws=draws, error=error)
        )
        if answer.final and not state.busy and answer is not self._announced:
            self._announced = answer
            announce(window, listed(card.accessibleName() for card in self.desk.scoreboard.cards))

    def _rest(self) -> None:
        if self.workbench.state is not None and not self.workbench.state.busy:
            self.window.busy_label.clear()
