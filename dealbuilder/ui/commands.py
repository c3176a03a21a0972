"""What menus, keys, buttons and the start screen ask for, by the ids of the table of actions."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication

from dealbuilder.document.examples import Example
from dealbuilder.document.recovery import Recoverable
from dealbuilder.settings import Settings
from dealbuilder.ui import outlets
from dealbuilder.ui.care.computer import open_computer
from dealbuilder.ui.dialogs.files import ask_open
from dealbuilder.ui.dialogues import Dialogues
from dealbuilder.ui.helping import Helping
from dealbuilder.ui.leaving import Leaving
from dealbuilder.ui.package_commands import PackageCommands
from dealbuilder.ui.respeaking import Respeaking
from dealbuilder.ui.room_commands import RoomCommands
from dealbuilder.ui.studio import Studio, Surroundings
from dealbuilder.ui.study.studying import Studying
from dealbuilder.ui.tour import Tour


class Commands(QObject):
    """Joins the studio with everything that can be asked of it."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self.studio = Studio(around)
        self.leaving = Leaving(self.studio)
        self.dialogues = Dialogues(self.studio)
        Respeaking(self.studio)
        self._packages = PackageCommands(self.studio, self.dialogues)
        self._preferences = around.preferences
        self._window = around.window
        self.helping = Helping(around.preferences.app, self.dialogues.method, self)
        self._touring: Tour | None = None
        self._room = RoomCommands(self.studio, self.dialogues)
        self.studying = Studying(self.studio)
        self._steps = self._table() | self._packages.steps() | self._room.steps() | self.studying.steps()
        self._steps["present"] = self._present
        self._window.actions_table.show_only(frozenset(self._steps))
        self._window.asked.connect(self.do)
        self._window.start.asked.connect(self.do)
        self._window.start.begun.connect(self._begin_from)
        self._window.start.show_packs(around.answerer.shipped.packs, around.preferences.settings.pack)
        self._window.dropped.connect(self.open_path)
        self._window.start.opened.connect(self.open_path)
        self._window.start.example.connect(self.open_example)
        self.dialogues.restored.connect(self.restore)
        self._window.actions_table.recent.triggered.connect(self._open_recent)
        self.studio.papers.opened.connect(self._note_recent)
        self.studio.left.connect(self._end_tour)
        around.preferences.changed.connect(self._show_recent)
        self._show_recent(around.preferences.settings)

    def _present(self) -> None:
        """Present, once nothing that only one party may see is open on the desk any more."""
        self.studying.put_away()
        self._room.presenter.start()

    def _table(self) -> dict[str, Callable[[], object]]:
        desk, ask = self.studio.desk, self.dialogues
        return {
            "new": self.new,
            "open": self._open,
            "start": self._to_start,
            "recover": ask.recover,
            "save": self.leaving.save,
            "save_as": self.leaving.save_as,
            "versions": ask.versions,
            "report": ask.report,
            "export": ask.export,
            "clean": ask.clean,
            "close": self._to_start,
            "quit": self._window.close,
            "undo": self.studio.workbench.undo,
            "redo": self.studio.workbench.redo,
            "copy_score": self._copy_score,
            "notes": ask.notes,
            "rename": ask.rename,
            "off_menu": ask.off_menu,
            "settings": ask.settings,
            "focus_catalogue": desk.focus_catalogue,
            "focus_package": desk.focus_package,
            "focus_scoreboard": desk.focus_scoreboard,
            "focus_charts": desk.focus_charts,
            "compare": self._compare,
            "charts": self._charts,
            "assumptions": ask.assumptions,
            "larger": self._larger,
            "smaller": self._smaller,
            "normal": self._normal,
            "theme": self._theme,
            "language": self._language,
            "full_screen": self._full_screen,
            "keys": ask.keys,
            "manual": ask.manual,
            "help_here": self.helping.here,
            "tour": self._show_around,
            "computer": self._computer,
            "about": ask.about,
        }

    def do(self, id: str) -> None:
        """Do what an action asks for."""
        self._steps[id]()

    def new(self) -> None:
        """Start a new deal, with the goals that are chosen if the start screen is in front."""
        targets = () if self._window.on_desk() else self._window.start.targets()

        def then() -> None:
            self.studio.papers.new(targets)

        self.leaving.leave(then)

    def open_path(self, path: str | Path) -> None:
        """Open a file, after what is open was dealt with."""

        def then() -> None:
            self.studio.papers.open_path(Path(path))

        self.leaving.leave(then)

    def open_example(self, example: Example) -> None:
        """Open a copy of a shipped deal with the goals that are chosen."""
        targets = self._window.start.targets()

        def then() -> None:
            self.studio.papers.open_example(example, targets)

        self.leaving.leave(then)

    def restore(self, one: Recoverable) -> None:
        """Put unsaved work of an earlier window back on the desk, after what is open was dealt with."""

        def then() -> None:
            self.studio.papers.restore(one)

        self.leaving.leave(then)

    def _begin_from(self, pack: str) -> None:
        self._preferences.set(pack=pack)
        self.studio.papers.begin_from(pack)

    def _open(self) -> None:
        ask_open(self._window, self._preferences.settings.last_folder, self.open_path)

    def _open_recent(self, action: QAction) -> None:
        self.open_path(action.data())

    def _to_start(self) -> None:
        self.leaving.leave(self.studio.leave_desk)

    def _note_recent(self) -> None:
        deal = self.studio.workbench.deal
        if deal is not None and deal.path:
            self._preferences.take(self._preferences.settings.with_recent(deal.path))

    def _show_recent(self, settings: Settings) -> None:
        menu = self._window.actions_table.recent
        menu.clear()
        for path in settings.recent:
            menu.addAction(path.replace("&", "&&")).setData(path)
        menu.setEnabled(bool(settings.recent))
        self._window.start.show_recent(settings.recent)

    def _copy_score(self) -> None:
        state = self.studio.workbench.state
        if state is not None:
            QGuiApplication.clipboard().setText(outlets.score_text(state, state.language))
            self.studio.pass_message(self.tr("The score is on the clipboard."))

    def _compare(self) -> None:
        on = self._window.actions_table["compare"].isChecked()
        self.studio.workbench.compare_with("baseline" if on else "commit")

    def _charts(self) -> None:
        self.studio.desk.show_charts(self._window.actions_table["charts"].isChecked())

    def _computer(self) -> None:
        studio = self.studio
        known, language = studio.workbench.catalogue, self._preferences.language
        open_computer(studio.around.runner, lambda: known, language, self._window)

    def _larger(self) -> None:
        self._preferences.scale_by(1)

    def _smaller(self) -> None:
        self._preferences.scale_by(-1)

    def _normal(self) -> None:
        self._preferences.scale_by(0)

    def _theme(self) -> None:
        self._preferences.set(theme="light" if self._preferences.dark else "dark")

    def _language(self) -> None:
        self._preferences.set(language="en" if self._preferences.language == "zh" else "zh")

    def _show_around(self) -> None:
        """Begin the tour; with no deal on the desk it begins on a new one."""
        if self._touring is not None:
            self._touring.end()
        if not self._window.on_desk():
            self.new()
        if self._window.on_desk():
            self._touring = tour = Tour(self._window, self.studio.desk)
            tour.ended.connect(self._shown_around)

    def _end_tour(self) -> None:
        if self._touring is not None:
            self._touring.end()

    def _shown_around(self) -> None:
        self._touring = None

    def _full_screen(self) -> None:
        on = self._window.actions_table["full_screen"].isChecked()
        self._window.showFullScreen() if on else self._window.showNormal()
