"""What the Room menu asks for: one method an entry, each opening what its owner built."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QCloseEvent

from dealbuilder.document.session import Ended, running
from dealbuilder.model.workshop import SceneKind
from dealbuilder.ui.debriefing import open_debrief
from dealbuilder.ui.dialogues import Dialogues
from dealbuilder.ui.room_paper import RoomPaper
from dealbuilder.ui.stage.chair import Chair
from dealbuilder.ui.stage.presenter import Presenter
from dealbuilder.ui.stage.room_dialogs import RoomDialogs
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.studio import Studio
from dealbuilder.ui.tabling import open_tables


class RoomCommands(QObject):
    """Turns ids of the Room menu into dialogs and windows; an entry that is not in `steps` is not shown."""

    def __init__(self, studio: Studio, dialogues: Dialogues) -> None:
        super().__init__(studio)
        self._studio = studio
        self._dialogues = dialogues
        self._before_silence: tuple[Show, int, SceneKind, int] | None = None
        self.paper = RoomPaper(studio)
        self.presenter = Presenter(studio)
        self.dialogs = RoomDialogs(studio, dialogues, self.presenter.say)
        self.chair = Chair(studio, self.presenter, self.dialogs)
        studio.papers.opened.connect(self._opened)
        studio.window.closing.connect(self._closing)

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what each id does."""
        return {
            "present": self.presenter.start,
            "session": self._set_up,
            "seal": self._seal,
            "propose": self._propose,
            "agree": self._agree,
            "injects": self._dialogues.injects,
            "tables": self._tables,
            "debrief": self._debrief,
            "kit": self.paper.kit,
            "rehearse": self.paper.rehearse,
        }

    def _tables(self) -> None:
        open_tables(self._studio)

    def _debrief(self) -> None:
        open_debrief(self._studio, self._be_silent, self._speak)

    def _be_silent(self) -> None:
        """Darken what the room looks at, if anything is presented."""
        show = self.presenter.show
        if show is not None and show.shown.scene != "dark":
            self._before_silence = (show, show.at, show.shown.scene, show.shown.page)
            show.choose("dark")
            self.presenter.refresh()

    def _speak(self) -> None:
        """Give the room back the scene it had, unless the chair has chosen another meanwhile."""
        before, self._before_silence = self._before_silence, None
        if before is None:
            return
        show, at, scene, page = before
        if show is not self.presenter.show or show.at != at or show.shown.scene != "dark":
            return
        show.choose(scene)
        show.shown.page = page
        self.presenter.refresh()

    def _set_up(self) -> None:
        self.dialogs.set_up(self._studio.window)

    def _seal(self) -> None:
        self.dialogs.seal(self._studio.window)

    def _propose(self) -> None:
        self.dialogs.propose(self._studio.window)

    def _agree(self) -> None:
        self.dialogs.agree(self._studio.window)

    def _opened(self) -> None:
        """Stop what was presented before, and ask about a session that was left running."""
        deal = self._studio.workbench.deal
        if deal is not None and deal.document.id == self.presenter.presented:
            return
        self.presenter.stop()
        if deal is not None and not deal.read_only:
            self.dialogs.ask_unencrypted()
        if deal is not None and not deal.read_only and running(deal.session):
            self.dialogs.ask_left_running(self.presenter.start, self._end)

    def _end(self) -> None:
        self._studio.workbench.record(Ended(at=""))

    def _closing(self, event: QCloseEvent) -> None:
        if event.isAccepted():
            self.presenter.stop()
