"""The study at work: follows the deal, asks what the panel in front needs, keeps what was answered."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path

from PySide6.QtCore import QObject

from dealbuilder.document.session import running
from dealbuilder.errors import DealError
from dealbuilder.report import wording
from dealbuilder.ui.dialogs.files import ask_save
from dealbuilder.ui.intents import ShowStudy
from dealbuilder.ui.jobs import Tick
from dealbuilder.ui.language import spoken
from dealbuilder.ui.question import question
from dealbuilder.ui.state import State
from dealbuilder.ui.studio import Studio
from dealbuilder.ui.study.panel import Filing, Panel
from dealbuilder.ui.study.panels.accepts import AcceptsPanel
from dealbuilder.ui.study.panels.better import BetterPanel
from dealbuilder.ui.study.panels.compare import ComparePanel
from dealbuilder.ui.study.panels.counterpart import CounterpartPanel
from dealbuilder.ui.study.panels.fails import FailsPanel
from dealbuilder.ui.study.panels.hangs import HangsPanel
from dealbuilder.ui.study.panels.holds import HoldsPanel
from dealbuilder.ui.study.panels.why import WhyPanel
from dealbuilder.ui.study.subject import Subject
from dealbuilder.ui.study.window import StudyWindow

LANE, WRITING = "study", "study file"
KEPT = 32
"""Answers that are kept; the oldest go first."""
PANELS: tuple[type[Panel], ...] = (
    *(WhyPanel, HangsPanel, FailsPanel, AcceptsPanel, HoldsPanel, ComparePanel, BetterPanel, CounterpartPanel),
)
"""The questions in the order of the list."""

Key = tuple[str, Hashable, Hashable]


class Studying(QObject):
    """Holds the window while it is open; an answer that was given once is shown again at once."""

    def __init__(self, studio: Studio, panels: tuple[type[Panel], ...] = PANELS) -> None:
        super().__init__(studio)
        self._studio = studio
        self._runner = studio.around.runner
        self._panels = panels
        self.window: StudyWindow | None = None
        self._subject: Subject | None = None
        self._answers: OrderedDict[Key, object] = OrderedDict()
        self._asked: Key | None = None
        studio.workbench.changed.connect(self._follow)
        studio.workbench.study.connect(self._open_at)
        studio.left.connect(self.close)
        studio.window.closing.connect(self._closing)

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what each entry of the Study menu does."""
        return {f"study_{panel.id}": self._opener(panel.id) for panel in self._panels}

    def _opener(self, id: str) -> Callable[[], None]:
        def open() -> None:
            self.open(id)

        return open

    def open(self, panel: str = "", to: str = "") -> None:
        """Open the window at a panel, or bring it to the front; `to` names what the panel turns to."""
        state = self._studio.workbench.state
        if state is None:
            return
        if self.window is None:
            self.window = window = StudyWindow([make() for make in self._panels], self._studio.window)
            window.turned.connect(self._turned)
            window.stopped.connect(self._stop)
            window.again.connect(self._ask)
            window.closed.connect(self._closed)
            for each in window.panels:
                each.intent.connect(self._studio.workbench.handle)
                each.wanted.connect(self._ask)
                each.filing.connect(self._file)
            window.show()
        self._follow(state)
        self.window.show_panel(panel)
        if to:
            self.window.front().turn(to)
        self.window.raise_()
        self.window.activateWindow()

    def close(self) -> None:
        """Close the window, if it is open."""
        if self.window is not None:
            self.window.close()

    def put_away(self) -> None:
        """Close what only one party may see, in every panel."""
        if self.window is not None:
            for panel in self.window.panels:
                panel.put_away()

    def _open_at(self, show: ShowStudy) -> None:
        self.open(show.panel, show.to)

    def _closing(self, event: object) -> None:
        if getattr(event, "isAccepted", bool)():
            self.close()

    def _closed(self) -> None:
        self._runner.cancel(LANE)
        if self.window is not None:
            self.window.deleteLater()
        self.window = self._asked = self._subject = None

    def _turned(self, place: int) -> None:
        if self._subject is not None and self.window is not None:
            self.window.front().show_subject(self._subject)
            self._ask()

    def _follow(self, state: State) -> None:
        """Take in the deal as it is now; the answer waits for its score, which uses the same threads."""
        if self.window is None:
            return
        asked = question(state.document)
        answerer, deal = self._studio.around.answerer, self._studio.workbench.deal
        session = deal is not None and running(deal.session)
        old = self._subject
        self._subject = Subject(state, asked, answerer.evaluator(asked.measures), session)
        self.window.tell_about(self._about(self._subject))
        if session and (old is None or not old.session):
            self.put_away()
        if old is None or old.language != state.language or old.session != session:
            self.window.front().show_subject(self._subject)
            self._ask()
            return
        if old.state.document is not state.document:
            self.window.front().show_subject(self._subject)
        if old.question != asked or old.state.busy != state.busy or _beside(old.state) != _beside(state):
            self._ask()

    def _about(self, subject: Subject) -> str:
        setting, language = subject.question.setting, subject.language
        view = subject.catalogue.worldview_by_id.get(setting.worldview)
        baseline = setting.baseline
        return self.tr(
            "{package}, against {baseline} · worldview {view} · pack {pack} · {draws} · model result"
        ).format(
            package=subject.package.name or subject.package.id,
            baseline=(baseline.name or baseline.id) if baseline else self.tr("no new deal"),
            view=view.label.get(language) if view else setting.worldview,
            pack=setting.pack,
            draws=wording.number(setting.draws, "draw", language, 0),
        )

    def _key(self, panel: Panel, subject: Subject) -> Key:
        asked = subject.question
        # A measure holds a table of channels and has no hash; its text has.
        own = tuple(measure.model_dump_json() for measure in asked.measures)
        deal = (asked.package, asked.setting, own, *_beside(subject.state), subject.session)
        return panel.id, deal, panel.choices()

    def _ask(self) -> None:
        """Show the answer of the panel in front if it is known, else have it worked out."""
        window, subject = self.window, self._subject
        if window is None or subject is None:
            return
        panel = window.front()
        key = self._key(panel, subject)
        if key == self._asked and self._runner.busy(LANE):
            return
        self._runner.cancel(LANE)
        self._asked = None
        missing = panel.missing(subject)
        if missing:
            panel.clear()
            window.lack(missing)
        elif key in self._answers:
            self._answers.move_to_end(key)
            panel.show_answer(self._answers[key], subject)
            window.rest()
        elif subject.state.busy:
            window.work(self.tr("Waiting for the score; anything shown is for the deal before the last change."))
        else:
            self._asked = key
            window.work(self.tr("Working it out; anything shown is for the deal or choice before the last change."))
            self._runner.start(LANE, panel.work(subject), self._answered, self._refused, self._advance)

    def _advance(self, share: float) -> None:
        if self.window is not None:
            self.window.advance(share)

    def _answered(self, answer: object) -> None:
        window, subject, key = self.window, self._subject, self._asked
        if window is None or subject is None or key is None:
            return
        self._asked = None
        if not any(panel.private() for panel in window.panels if panel.id == key[0]):
            self._answers[key] = answer
        while len(self._answers) > KEPT:
            self._answers.popitem(last=False)
        window.rest()
        if self._key(window.front(), subject) == key:
            window.front().show_answer(answer, subject)

    def _file(self, filing: Filing) -> None:
        """Ask where, then write what a panel shows."""
        if self.window is None:
            return

        def chosen(path: Path) -> None:
            def work(tick: Tick) -> Path:
                filing.write(path)
                return path

            self._runner.start(WRITING, work, self._written, self._studio.refuse)

        ask_save(self.window, self._studio.around.preferences.settings.last_folder, filing.name, filing.kinds, chosen)

    def _written(self, path: object) -> None:
        self._studio.pass_message(self.tr("Written to {file}").format(file=path))

    def _refused(self, error: DealError) -> None:
        self._asked = None
        if self.window is not None:
            self.window.rest(error.told(spoken()), again=True, role="warn")

    def _stop(self) -> None:
        self._runner.cancel(LANE)
        self._asked = None
        if self.window is not None:
            self.window.rest(self.tr("Stopped before the answer came; anything shown is the last one."), again=True)


def _beside(state: State) -> tuple[Hashable, Hashable]:
    """Return what answers rest on though no score does: the lines to reach, and the roles as the deal sees them."""
    return state.document.targets, state.document.lenses
