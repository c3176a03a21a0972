"""The one loop: an intent becomes an edit, the edit a document, the document a state and a question to the model."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.analysis.moved import moved
from dealbuilder.document.describe import describe, namer
from dealbuilder.document.document import Document
from dealbuilder.document.edits import Edit, apply
from dealbuilder.document.session import Happened
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.text import Language
from dealbuilder.ui.desk import Desk
from dealbuilder.ui.intents import (
    Copy,
    Do,
    Encrypt,
    FocusClause,
    FocusMeasure,
    Intent,
    Preview,
    ShowAssumptions,
    ShowChart,
    ShowInjects,
    ShowMethod,
    ShowSource,
    ShowStudy,
    ToggleCompare,
)
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.open_deal import OpenDeal
from dealbuilder.ui.question import Answerer, Question, question
from dealbuilder.ui.recording import How, Recorder
from dealbuilder.ui.state import State

QUICK_DRAWS = 256
"""Draws of the first answer, which arrives within a frame where the machine allows."""
PREVIEW_DRAWS = 2000
"""Most draws spent on what the pointer only rests on."""


def now() -> str:
    """Return the time as ISO text, in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Workbench(QObject):
    """Holds the open deal and the state on screen.

    Signals go up: `changed` after every new state, `refused` a DealError, `source` a ShowSource, `method` a ShowMethod,
    `assumptions` a ShowAssumptions, `injects` a ShowInjects and `study` a ShowStudy to open, `committed` after each
    edit, undo or redo.
    """

    changed = Signal(object)
    refused = Signal(object)
    source = Signal(object)
    method = Signal(object)
    assumptions = Signal(object)
    injects = Signal(object)
    study = Signal(object)
    committed = Signal()

    def __init__(self, answerer: Answerer, runner: Runner, desk: Desk, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._answerer = answerer
        self._runner = runner
        self._desk = desk
        self._language: Language = language
        self._compare = "commit"
        self.deal: OpenDeal | None = None
        self.state: State | None = None
        self._asked: Question | None = None
        self._answers: dict[bool, Evaluation] = {}
        self._earlier: dict[bool, Evaluation] = {}
        self._gesture: str | None = None
        self._cause = ""
        self.recorder = Recorder(now)
        self._opens = {ShowSource: self.source, ShowMethod: self.method, ShowStudy: self.study}
        self._opens |= {ShowAssumptions: self.assumptions, ShowInjects: self.injects}
        desk.intent.connect(self.handle)

    @property
    def catalogue(self) -> Catalogue:
        """Return the shipped catalogue."""
        return self._answerer.shipped

    @property
    def language(self) -> Language:
        """Return the language on screen."""
        return self._language

    def open(self, deal: OpenDeal) -> None:
        """Put another deal on the desk."""
        self.close()
        self.deal = deal
        self._refresh()

    def close(self) -> None:
        """Take the deal off the desk; nobody waits for its scores any more."""
        for lane in ("score", "preview"):
            self._runner.cancel(lane)
        self.deal = self.state = self._asked = self._gesture = None
        self._answers, self._earlier, self._cause = {}, {}, ""
        self.recorder.forget()

    def keep(self, deal: OpenDeal) -> None:
        """Take the same deal after it was saved or a version was kept."""
        self.deal = deal
        self._refresh()

    def record(self, entry: Happened) -> bool:
        """Add to the record of the deal's workshops what is no edit; return whether it is kept."""
        deal = self.deal
        if deal is None:
            return False
        self.deal = self.recorder.added(deal, entry)
        if self.deal is deal:
            return False
        self._refresh()
        self.committed.emit()
        return True

    def speak(self, language: Language) -> None:
        """Show the deal in another language."""
        self._language = language
        if self.state is not None:
            self._show(replace(self.state, language=language))

    def compare_with(self, what: str) -> None:
        """Show deltas against the last change ("commit") or the baseline ("baseline")."""
        self._compare = what
        if self.state is not None:
            self._show(replace(self.state, compare=what))

    def handle(self, intent: Intent) -> None:
        """Do what a pane, a menu or a dialog asks for."""
        match intent:
            case Do(edit=edit, gesture=gesture):
                self._do(edit, gesture)
            case Encrypt(key=key, sealer=sealer) if self.deal is not None:
                self.keep(self.deal.encrypted(key, sealer))
                self.committed.emit()
            case Preview(edit=edit):
                self._preview(edit)
            case ShowSource() | ShowMethod() | ShowAssumptions() | ShowInjects() | ShowStudy():
                self._opens[type(intent)].emit(intent)
            case FocusMeasure(measure=measure):
                self._desk.reveal(self._desk.catalogue)
                self._desk.catalogue.focus_measure(measure)
            case FocusClause(measure=measure):
                self._desk.reveal(self._desk.package)
                self._desk.package.focus_clause(measure)
            case ShowChart(id=id):
                self._desk.reveal(self._desk.charts)
                self._desk.charts.show_chart(id)
            case ToggleCompare():
                self.compare_with("baseline" if self._compare == "commit" else "commit")
            case Copy(text=text):
                QGuiApplication.clipboard().setText(text)

    def undo(self) -> None:
        """Take the last step back."""
        if self.deal is not None and self.deal.history.can_undo:
            edit = self.deal.history.undo_edit
            self._commit(self.deal.with_history(self.deal.history.undo()), edit, None, "undo")

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if self.deal is not None and self.deal.history.can_redo:
            edit = self.deal.history.redo_edit
            self._commit(self.deal.with_history(self.deal.history.redo()), edit, None, "redo")

    def _do(self, edit: Edit, gesture: str | None) -> None:
        deal = self.deal
        if deal is None:
            return
        try:
            if deal.read_only:
                raise DealError(
                    self.tr("This deal is open read-only; nothing was changed."),
                    self.tr("Save it under another name to work on it."),
                )
            history = deal.history.do(edit, gesture, now())
        except DealError as error:
            self.refused.emit(error)
            if self.state is not None:
                self._desk.show_state(None, self.state)
            return
        if history is not deal.history:
            self._commit(deal.with_history(history), edit, gesture)

    def _commit(self, deal: OpenDeal, edit: Edit | None, gesture: str | None, how: How = "do") -> None:
        same_step = gesture is not None and gesture == self._gesture
        self._gesture = gesture
        self.deal = self.recorder.changed(deal, how, edit, same_step=same_step)
        asked = question(deal.document)
        if asked != self._asked:
            if not same_step and self._answers:
                self._earlier = self._answers
            self._cause = self._cause_of(edit)
        self._refresh()
        self.committed.emit()

    def _cause_of(self, edit: Edit | None) -> str:
        """Return the measure an edit is about, or the edit in words."""
        deal = self.deal
        if edit is None or deal is None:
            return ""
        clause = getattr(edit, "clause", None)
        measure = clause.measure if clause is not None else getattr(edit, "measure", None)
        if isinstance(measure, str):
            return measure
        return describe(edit, self._language, namer(self.catalogue, deal.document, self._language))

    def _refresh(self) -> None:
        """Show the deal as it is now and ask the model if its score may have changed."""
        deal = self.deal
        if deal is None:
            return
        document, old = deal.document, self.state
        asked = question(document)
        changed = asked != self._asked
        self._runner.cancel("preview")
        state = State(
            document=document,
            catalogue=self._answerer.catalogue(document.measures),
            language=self._language,
            evaluation=old.evaluation if old else None,
            before=old.before if old else None,
            moves=old.moves if old else (),
            compare=self._compare,
            busy=changed or (old.busy if old else False),
            read_only=deal.read_only,
            path=deal.path,
            unsaved=deal.unsaved,
        )
        if changed:
            # Asked first and shown afterwards: the model works while the window follows.
            self._asked, self._answers = asked, {}
            self._ask(asked, full=False)
        self._show(state)

    def _show(self, state: State) -> None:
        old, self.state = self.state, state
        self._desk.show_state(old, state)
        self.changed.emit(state)

    def _ask(self, asked: Question, *, full: bool) -> None:
        work = self._answerer.work(asked, asked.setting.draws if full else QUICK_DRAWS, full=full)
        self._runner.start("score", work, self._answered, self._unanswered)

    def _answered(self, value: object) -> None:
        if self.state is None or self._asked is None or not isinstance(value, Evaluation):
            return
        self._answers[value.final] = value
        before = self._earlier.get(value.final) or next(iter(self._earlier.values()), None)
        moves = moved(before, value, self._cause) if before is not None else ()
        old, new = self.state, replace(self.state, evaluation=value, before=before, moves=moves, busy=not value.final)
        self.state = new
        self._desk.show_answer(old, new)
        self.changed.emit(new)
        if not value.final:
            self._ask(self._asked, full=True)

    def _unanswered(self, error: DealError) -> None:
        if self.state is not None:
            self._show(replace(self.state, busy=False))
        self.refused.emit(error)

    def _preview(self, edit: Edit | None) -> None:
        state = self.state
        if state is None:
            return
        self._runner.cancel("preview")
        asked = None if edit is None else self._supposed(state.document, edit)
        if asked is None or asked == self._asked:
            if state.preview is not None:
                self._show(replace(state, preview=None))
            return
        work = self._answerer.work(asked, PREVIEW_DRAWS, full=False)
        self._runner.start("preview", work, self._previewed, self._no_preview)

    def _supposed(self, document: Document, edit: Edit) -> Question | None:
        try:
            return question(apply(document, edit))
        except DealError:
            return None

    def _previewed(self, value: object) -> None:
        if self.state is not None and isinstance(value, Evaluation):
            self._show(replace(self.state, preview=value))

    def _no_preview(self, error: DealError) -> None:
        """Stay quiet: what the pointer only rests on need not work."""
