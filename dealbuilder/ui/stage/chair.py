"""What the chair's deeds do to the deal, its record and the dialogs: everything that is more than the show."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from dealbuilder.document.edits import LiftInject, SetPlan, StrikeInject
from dealbuilder.document.session import Began, Ended, Struck, bare
from dealbuilder.document.versions import keep
from dealbuilder.errors import DealError
from dealbuilder.model.inject import Inject
from dealbuilder.ui.intents import Do
from dealbuilder.ui.language import spoken
from dealbuilder.ui.stage.dealing import strikeable
from dealbuilder.ui.stage.deeds import Deed
from dealbuilder.ui.stage.presenter import Presenter
from dealbuilder.ui.stage.room_dialogs import RoomDialogs
from dealbuilder.ui.stage.show import Show
from dealbuilder.ui.studio import Studio
from dealbuilder.ui.workbench import now

FEWEST_ANSWERS = 2


class Chair(QObject):
    """Answers the deeds that the presenter hands on."""

    def __init__(self, studio: Studio, presenter: Presenter, dialogs: RoomDialogs) -> None:
        super().__init__(studio)
        self._studio = studio
        self._workbench = studio.workbench
        self._presenter = presenter
        self._dialogs = dialogs
        self._round = 0
        self._steps: dict[str, Callable[[Show, object], object]] = {
            "begin": self._begin,
            "end": self._end,
            "reveal": self._reveal,
            "replay": self._replay,
            "predict": self._predict,
            "inject": self._inject,
            "strike": self._strike,
            "lift": self._lift,
            "card": self._card,
            "undo": self._undo,
            "redo": self._redo,
            "window": self._window,
            "stop": self._stop,
            "term_sheet": self._term_sheet,
        }
        presenter.asked.connect(self._do)
        presenter.round_over.connect(self.round_over)

    def _do(self, deed: Deed) -> None:
        show = self._presenter.show
        if show is None:
            return
        step = self._steps.get(deed.name)
        if step is not None:
            step(show, deed.value)
        else:
            self._dialogs.open(deed.name, deed.value, self._presenter.console)

    def _begin(self, show: Show, value: object) -> None:
        deal, state = self._workbench.deal, self._workbench.state
        if deal is None or state is None or self._presenter.recording:
            return
        plan = state.document.plan
        if plan is None:
            self._presenter.say(
                self.tr("No session is set up. Choose “Set up a session” first: it fixes who sees scores.")
            )
            return
        package = bare(state.document.package())
        kept = self._workbench.record(Began(at="", template=plan.template, visibility=plan.visibility, package=package))
        if not kept:
            self._presenter.say(self.tr("The session runs, but nothing of it is recorded: the deal is open read-only."))
        self._presenter.stage(plan)
        if self._presenter.show is not None:
            self._presenter.show.go(0)
        self._presenter.refresh()

    def _end(self, show: Show, value: object) -> None:
        self._dialogs.ask_end(self._presenter.console, self._ended)

    def _ended(self) -> None:
        show = self._presenter.show
        if show is not None:
            show.drop()
            show.timer.pause()
        if self._presenter.recording:
            self._workbench.record(Ended(at=""))
        self._presenter.refresh()

    def _reveal(self, show: Show, value: object) -> None:
        if show.frozen:
            self._presenter.say(self.tr("The room is frozen; unfreeze it (F) before you reveal scores."))
            return
        told = {
            "refused": self.tr("In this session the chair alone sees scores; that was chosen before the start."),
            "nothing": self.tr("The room sees these scores already."),
        }
        outcome = show.reveal()
        if outcome in told:
            self._presenter.say(told[outcome])

    def _replay(self, show: Show, value: object) -> None:
        if self._presenter.replay():
            return
        if show.crosses:
            told = self.tr("Another package was chosen since. A replay shows a change of one package; change a clause.")
            self._presenter.say(told)
        else:
            self._presenter.say(self.tr("There is no change to replay that the room may see."))

    def _predict(self, show: Show, value: object) -> None:
        console = self._presenter.console
        if show.asking is not None:
            show.drop()
        elif console is not None:
            draft = console.predict.draft
            if not draft.question or len(draft.answers) < FEWEST_ANSWERS:
                self._presenter.say(self.tr("A prediction needs a question and at least two answers."))
            elif not show.ask(draft):
                self._presenter.say(self.tr("The room is frozen; unfreeze it (F) before you ask."))

    def _inject(self, show: Show, value: object) -> None:
        state, wanted = self._workbench.state, show.stage.inject if show.stage else None
        if state is None:
            return
        plan, struck = state.document.plan, {one.id for one in state.document.injects}
        known = {one.id: one for one in (*state.catalogue.injects, *(plan.injects if plan else ()))}
        if wanted is None or wanted in struck:
            if self._presenter.console is not None:
                self._presenter.console.deck.enter()
        elif wanted in known:
            self._strike(show, known[wanted])
        else:
            told = self.tr("This stage names the inject “{id}”, which nobody describes. Nothing was struck.")
            self._presenter.say(told.format(id=wanted))

    def _strike(self, show: Show, value: object) -> None:
        state = self._workbench.state
        if state is None or not isinstance(value, Inject):
            return
        try:
            inject, told = strikeable(value, state.catalogue, state.language)
        except DealError as error:
            self._presenter.say(error.told(spoken()))
            return
        if told:
            self._presenter.say(told)
        self._workbench.handle(Do(StrikeInject(inject=inject)))
        if self._workbench.deal is None or inject not in self._workbench.deal.document.injects:
            return
        if self._presenter.recording:
            self._workbench.record(Struck(at="", inject=inject))
        self._card(show, inject)

    def _card(self, show: Show, value: object) -> None:
        if isinstance(value, Inject):
            show.shown.inject = value
            show.choose("inject")

    def _lift(self, show: Show, value: object) -> None:
        if isinstance(value, Inject):
            self._workbench.handle(Do(LiftInject(id=value.id)))

    def _undo(self, show: Show, value: object) -> None:
        deal = self._workbench.deal
        if deal is not None and isinstance(deal.history.undo_edit, SetPlan):
            # A key pressed before the room must not take the running order away.
            self._presenter.say(self.tr("The last step set up the session. Undo it on the desk, if you mean to."))
        elif self._may_edit():
            self._workbench.undo()

    def _redo(self, show: Show, value: object) -> None:
        if self._may_edit():
            self._workbench.redo()

    def _may_edit(self) -> bool:
        return self._workbench.deal is not None and not self._workbench.deal.read_only

    def _window(self, show: Show, value: object) -> None:
        if self._presenter.audience is not None:
            self._presenter.audience.present()

    def _stop(self, show: Show, value: object) -> None:
        self._presenter.stop()

    def round_over(self, number: int) -> None:
        """Keep the deal as a version named after the round that is over, and offer its term sheet."""
        deal, console = self._workbench.deal, self._presenter.console
        if deal is None or console is None:
            return
        author, note = self._studio.around.preferences.settings.author, self.tr("Round {number}").format(number=number)
        try:
            versions = keep(deal.versions, deal.document, at=now(), who=author, note=note)
        except DealError as error:
            self._presenter.say(error.told(spoken()))
            return
        self._workbench.keep(deal.with_versions(versions))
        self._workbench.committed.emit()
        console.offer_term_sheet(number)

    def _term_sheet(self, show: Show, value: object) -> None:
        if self._presenter.console is not None:
            self._presenter.console.offer_term_sheet(0)
        self._dialogs.term_sheet()
