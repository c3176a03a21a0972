"""Presenting: the show joined with console, audience window, keys, workbench and clock, from F5 to Esc."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from dealbuilder.document.describe import namer
from dealbuilder.document.plan import Plan
from dealbuilder.document.session import Happened, Session, latest, running
from dealbuilder.settings import Settings
from dealbuilder.ui.open_deal import OpenDeal
from dealbuilder.ui.stage.audience import Audience
from dealbuilder.ui.stage.comparing import Comparing
from dealbuilder.ui.stage.console import Console
from dealbuilder.ui.stage.crediting import Crediting
from dealbuilder.ui.stage.deeds import Deed, deed
from dealbuilder.ui.stage.keyboard import Keyboard
from dealbuilder.ui.stage.performing import perform
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.state import State
from dealbuilder.ui.studio import Studio

BEAT = 250
"""Milliseconds between two looks at the clock."""
FRAME = 17
"""Milliseconds between two pictures of a replay: at most sixty a second."""


class Presenter(QObject):
    """`asked` carries every Deed that needs more than the show; whoever answers calls `refresh` if it changed the show.

    `round_over` carries the number of a round as soon as another one, or none, has begun.
    """

    asked = Signal(object)
    round_over = Signal(object)

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._workbench = studio.workbench
        self.show: Show | None = None
        self.console: Console | None = None
        self.audience: Audience | None = None
        self._keyboard: Keyboard | None = None
        self._comparing: Comparing | None = None
        self._crediting: Crediting | None = None
        self._plan: Plan | None = None
        self._presented = ""
        self._round = 0
        self._since = 0.0
        self._beats = QTimer(self)
        self._beats.setInterval(BEAT)
        self._beats.timeout.connect(self._beat)
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME)
        self._frames.timeout.connect(self._frame)
        studio.workbench.changed.connect(self._see)
        studio.left.connect(self.stop)
        studio.around.preferences.changed.connect(self._follow)

    @property
    def session(self) -> Session:
        """Return the record of the deal on the desk."""
        deal = self._workbench.deal
        return deal.session if deal is not None else ()

    @property
    def recording(self) -> bool:
        """Return whether a session runs and is kept."""
        deal = self._workbench.deal
        return deal is not None and not deal.read_only and running(deal.session)

    @property
    def presented(self) -> str:
        """Return the id of the deal that is presented, empty if none is."""
        return self._presented if self.console is not None else ""

    def start(self) -> None:
        """Open console and audience window on the deal, or bring the console to the front."""
        state = self._workbench.state
        if state is None:
            return
        if self.console is not None:
            self._front(self.console)
            return
        around = self._studio.around
        self._presented = state.document.id
        self.audience, self.console = Audience(self._studio.window), Console(state.catalogue)
        self._comparing = Comparing(around.runner, around.answerer, self.refresh)
        self._crediting = Crediting(around.runner, around.answerer, self.refresh)
        self.stage(state.document.plan)
        self.console.asked.connect(self.do)
        self.console.closed.connect(self.stop)
        self.audience.pressed.connect(self._pressed)
        self.audience.placed.connect(self._placed)
        self.audience.closed.connect(self._window_closed)
        self._workbench.refused.connect(self.console.notices.say_error)
        self._place(self.console)
        self.console.show()
        self.audience.present()
        self._front(self.console)
        self._keyboard = Keyboard(self.console, self._studio.window, self)
        self._keyboard.asked.connect(self.do)
        self._beats.start()
        if state.read_only:
            self.say(self.tr("This deal is open read-only: you can present it, but nothing of a session is recorded."))
        self.refresh()

    def stage(self, plan: Plan | None) -> None:
        """Begin a new show by a plan; a session that is running goes on at the stage that began last."""
        kept = latest(self.session) if self.recording else ()
        policy = plan.visibility if plan else "public"
        began = kept[0] if kept else None
        if began is not None and began.kind == "began" and began.visibility in ("public", "after_reveal", "chair"):
            policy = began.visibility
        self._plan, self._round = plan, 0
        self.show = Show(self._record, policy, plan.stages if plan else ())
        self._follow(self._studio.around.preferences.settings)
        stages = [entry.stage for entry in kept if entry.kind == "stage"]
        if stages:
            self.show.resume(stages[-1])
            self._round = self.show.stage.round if self.show.stage else 0
        if self._workbench.state is not None:
            self.show.see(self._workbench.state)

    def stop(self) -> None:
        """Close both windows; the deal, its record and a running session stay as they are."""
        console, audience, keyboard = self.console, self.audience, self._keyboard
        self.console = self.audience = self._keyboard = self.show = None
        if console is None or audience is None:
            return
        self._beats.stop()
        self._frames.stop()
        for asking in (self._comparing, self._crediting):
            if asking is not None:
                asking.stop()
        self._workbench.refused.disconnect(console.notices.say_error)
        if keyboard is not None:
            keyboard.release()
            keyboard.deleteLater()
        for window in (audience, console):
            window.blockSignals(True)
            window.close()
            window.deleteLater()
        if self.recording:
            self._studio.pass_message(self.tr("The session goes on being recorded. F5 presents again."))

    def do(self, wanted: Deed) -> None:
        """Do what a key or a button asks for."""
        show = self.show
        if show is None:
            return
        if not perform(show, wanted):
            self.asked.emit(wanted)
        if self.show is show:
            self._look_at_round(show)
            self.refresh()

    def say(self, text: str) -> None:
        """Tell the chair something: on the console, or on the desk if there is none."""
        place = self._studio.window if self.console is None else self.console
        place.notices.say(text)

    def replay(self) -> bool:
        """Show the last change again; return whether there is one to show."""
        if self.show is None or not self.show.replay():
            return False
        self._since = monotonic()
        self._frames.start()
        return True

    def refresh(self) -> None:
        """Show everything anew, in the room and on the console."""
        show, state, deal = self.show, self._workbench.state, self._workbench.deal
        if show is None or state is None or deal is None or self.console is None or self.audience is None:
            return
        if self._comparing is not None and self._crediting is not None:
            show.shown.compared = self._comparing.compared(show, state)
            show.shown.earned = self._crediting.earned(show, state)
        self._push()
        if not show.frozen:
            show.pages = self.audience.pages
            if show.shown.page >= show.pages:
                show.shown.page = max(show.pages - 1, 0)
                self._push()
        self.console.show_show(show, state, running=self.recording)
        self.console.covers.show_show(show, *self._steps(deal, state))
        self.console.show_time(show, self._workbench.recorder.elapsed(deal.session))

    def _steps(self, deal: OpenDeal, state: State) -> tuple[str, str]:
        """Return what undo and redo would do, in words; empty if nothing."""
        names, history = namer(state.catalogue, state.document, state.language), deal.history
        undo = history.undo_label(state.language, names) if history.can_undo and not deal.read_only else ""
        redo = history.redo_label(state.language, names) if history.can_redo and not deal.read_only else ""
        return undo, redo

    def _push(self) -> None:
        if self.show is not None and self.audience is not None:
            self.audience.show_staging(*self.show.sight())

    def _record(self, entry: Happened) -> None:
        if self.recording and not self._workbench.record(entry):
            self.say(self.tr("The record of this deal is full; what happens now is not recorded."))

    def _see(self, state: State) -> None:
        if self.show is None:
            return
        if state.document.plan is not self._plan and state.document.plan != self._plan:
            self._replan(state.document.plan)
        self.show.see(state)
        self.refresh()

    def _replan(self, plan: Plan | None) -> None:
        """Follow a plan that was changed: before the start altogether, in a session only its stages."""
        if self.recording and self.show is not None:
            self._plan = plan
            self.show.stages = plan.stages if plan else self.show.stages
        else:
            self.stage(plan)

    def _look_at_round(self, show: Show) -> None:
        before, self._round = self._round, show.stage.round if show.stage else 0
        if before and before != self._round and self.recording:
            self.round_over.emit(before)

    def _follow(self, settings: Settings) -> None:
        """Follow preferences: reduced motion. A dark desk makes no dark room: weak projectors need light."""
        if self.show is not None:
            self.show.shown.still = not settings.motion
            self.refresh()

    def _beat(self) -> None:
        show = self.show
        if show is None or self.console is None:
            return
        before = show.timer.read()
        gap = show.timer.beat()
        if gap:
            told = self.tr(
                "The computer stood still for %n second(s), as if asleep; the timer waits for you.", "", int(gap)
            )
            self.say(told)
        after = show.timer.read()
        if gap or (before and after and int(before.left // 1) != int(after.left // 1)):
            self._push()
            self.console.sights.show_show(show)
        self.console.show_time(show, self._workbench.recorder.elapsed(self.session))

    def _frame(self) -> None:
        show = self.show
        if show is None or not show.replay_at(monotonic() - self._since):
            self._frames.stop()
            self.refresh()
            return
        self._push()

    def _pressed(self, pressed: object) -> None:
        wanted = deed(pressed)  # pyright: ignore[reportArgumentType]
        if wanted is not None:
            self.do(wanted)

    def _placed(self, placement: object) -> None:
        how = getattr(placement, "how", "screen")
        gone = self.tr("The room's screen is gone. Its window waits for it and shows nothing meanwhile.")
        if how == "window":
            self.say(self.tr("There is one screen only: the room's window stands on it as a window you can move."))
        elif how == "away":
            self.say(gone)
        if how != "away" and self.console is not None:
            self.console.notices.unsay(gone)
        self.refresh()

    def _window_closed(self) -> None:
        self.say(self.tr("The room's window was closed. “Room's window” opens it again."))

    def _place(self, console: Console) -> None:
        """Put the console on the desk's screen, never on the room's."""
        screen = self._studio.window.screen()
        room = screen.availableGeometry()
        console.setScreen(screen)
        console.resize(console.size().boundedTo(room.size()))
        console.move(room.center() - console.rect().center())

    def _front(self, console: Console) -> None:
        console.raise_()
        console.activateWindow()
