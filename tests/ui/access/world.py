"""The real program in one process, dressed and fed as a look at its screens needs it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dealbuilder import paths
from dealbuilder.document.document import Document
from dealbuilder.document.examples import example, examples
from dealbuilder.document.file import load
from dealbuilder.document.history import History
from dealbuilder.document.new import new_document
from dealbuilder.document.plan import Plan, Seat
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause
from dealbuilder.model.text import Language
from dealbuilder.settings import Settings
from dealbuilder.ui.commands import Commands
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.language import Interpreter
from dealbuilder.ui.open_deal import from_document
from dealbuilder.ui.preferences import Preferences
from dealbuilder.ui.question import Answerer
from dealbuilder.ui.stage.audience import Audience
from dealbuilder.ui.studio import Surroundings
from dealbuilder.ui.window import Window
from tests.document.rooms import Room, played

DRAWS = 8
FILLS = 0.85
"""Share of a screen from which a dialog is held back by it."""
PATIENCE = 120.0
"""Seconds that a screen may take to have its answer."""


@dataclass(frozen=True, slots=True)
class Dress:
    """One way the program is worn."""

    language: Language = "en"
    theme: str = "light"
    scale: float = 1.0
    size: tuple[int, int] = (1440, 900)

    @property
    def name(self) -> str:
        """Return a short name for tables and files."""
        return f"{self.language}-{self.theme}-{self.scale:.0%}-{self.size[0]}".replace("%", "")


class World:
    """Window, commands and preferences; `folder` takes what tests write."""

    def __init__(self, app: QApplication, answerer: Answerer, folder: Path) -> None:
        self.app, self.folder, self.dress = app, folder, Dress()
        self.interpreter = Interpreter(app, paths.resources() / "i18n")
        settings = Settings(language="en", theme="light", draws=DRAWS, last_folder=str(folder))
        self.preferences = Preferences(app, self.interpreter, settings, lambda _: None)
        self.runner = Runner()
        self.window = Window()
        self.commands = Commands(Surroundings(self.window, self.runner, answerer, self.preferences))
        self.window.enable(frozenset())
        # As the roof does (app.py): the start screen speaks the chosen language and knows the shipped deals.
        self.preferences.changed.connect(self._follow)
        self.window.start.speak("en")
        self.window.start.show_examples(examples(paths.resources() / "examples"))
        self.window.show()
        self._deal = ""

    def _follow(self, settings: Settings) -> None:
        self.window.start.speak(self.preferences.language)

    @property
    def bench(self):
        """The workbench."""
        return self.commands.studio.workbench

    @property
    def state(self):
        """What is on the desk."""
        return self.bench.state

    @property
    def catalogue(self) -> Catalogue:
        """The shipped catalogue."""
        return self.bench.catalogue

    @property
    def presenter(self):
        """The presenter of the Room menu."""
        return self.commands._room.presenter

    def document(self) -> Document | None:
        """Return the document on the desk."""
        return self.state.document if self.state is not None else None

    def wait(self, reached: Callable[[], object]) -> None:
        """Let the program run until something is so."""
        end = monotonic() + PATIENCE
        while not reached():
            assert monotonic() < end, "waited in vain"
            QTest.qWait(3)

    def settle(self, milliseconds: int = 12) -> None:
        """Let layouts, timers of the next turn and deleted widgets have their way."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.app.processEvents()
        QTest.qWait(milliseconds)
        self.app.processEvents()

    def rest(self) -> None:
        """Wait until nothing is being worked out any more, then settle."""

        def idle() -> bool:
            busy = self.state is not None and (self.state.busy or self.state.evaluation is None)
            return not busy and not self.runner.busy()

        self.wait(idle)
        self.settle()

    def wear(self, dress: Dress) -> None:
        """Put on a language, a theme, a text size and a window size."""
        self.dress = dress
        self.preferences.set(language=dress.language, theme=dress.theme, text_scale=dress.scale)
        self.window.resize(*dress.size)
        self.settle(30)

    def open(self, deal: str) -> None:
        """Put a deal on the desk: none, empty, small, pair (of packages), large, or session (planned and played)."""
        if deal == self._deal:
            return
        self._deal = deal
        self.commands.studio.papers.close()
        if deal == "none":
            self.commands.studio.leave_desk()
            self.settle()
            return
        made = from_document(document(deal, self.catalogue, self.dress.language))
        if deal == "session":
            made = replace(made, session=tuple(session().entries))
        self.commands.studio.papers._take(made)
        self.rest()
        for box in self.dialogs():  # what is asked as a deal opens has screens of its own
            box.close()
            box.deleteLater()
        self.settle(0)

    def forget(self) -> None:
        """Take the next deal anew, even if it is the one that is open."""
        self._deal = ""

    def dialogs(self) -> list[QDialog]:
        """Return every dialog on screen, the newest last."""
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]

    def ask(self, id: str) -> QWidget:
        """Do what a menu entry asks for and return the dialog it opens."""
        before = set(self.dialogs())
        self.commands.do(id)
        self.wait(lambda: set(self.dialogs()) - before)
        (made,) = set(self.dialogs()) - before
        return made

    def unfold(self, shown: QWidget) -> None:
        """Give a dialog that its screen holds back the size it would take on the screen of the dress."""
        room, wanted = shown.screen().availableSize(), QSize(*self.dress.size)
        if isinstance(shown, QDialog):
            wide, high = (shown.width(), room.width(), wanted.width()), (shown.height(), room.height(), wanted.height())
            width, height = (
                round(FILLS * screen) if now >= FILLS * min(here, screen) else now for now, here, screen in (wide, high)
            )
            if (width, height) != (shown.width(), shown.height()):
                shown.resize(width, height)
                self.settle()

    def tidy(self) -> None:
        """Close everything but the main window."""
        for window in (*self.dialogs(), *(one for one in QApplication.topLevelWidgets() if isinstance(one, Audience))):
            window.close()
            window.deleteLater()
        self.commands._end_tour()
        self.commands.studying.close()
        self.presenter.stop()
        self.window.notices.clear()
        self.settle(0)

    def close(self) -> None:
        """Take the program apart."""
        self.tidy()
        self.commands.studio.papers.close()
        self.window.close()
        self.runner.stop()
        self.window.deleteLater()
        self.preferences.set(language="en", text_scale=1.0, theme="light")
        self.preferences.deleteLater()
        self.interpreter.deleteLater()
        self.settle()


SPOKEN = ("title", "text", "question", "who", "gives", "asks", "us", "china", "name")
"""Fields that hold what somebody in the room said or wrote: no language of the program's."""


def session() -> Room:
    """Return a session that was played, its people's words without any language, so that ours can be told."""
    room = played(ended=False)
    room.entries = [type(one).model_validate(_hushed(one.model_dump())) for one in room.entries]
    document = Document.model_validate(_hushed(room.document.model_dump()))
    room.history = History.start(document)
    return room


def _hushed(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _hushed(one, name) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(f"{place}" if key == "answers" else _hushed(one) for place, one in enumerate(value))
    return "甲乙" if isinstance(value, str) and key in SPOKEN and value.strip() else value


def document(deal: str, catalogue: Catalogue, language: Language) -> Document:
    """Return a deal for a screen, with few draws."""
    if deal == "session":
        room = session()
        one = catalogue.sessions[0]
        seats = tuple(Seat(name=f"{n}", lens=role) for n, role in enumerate(one.roles, 1))
        plan = Plan(template=one.id, stages=one.stages, seats=seats, deck=one.deck, visibility="after_reveal")
        return room.document.model_copy(update={"plan": plan, "draws": DRAWS})
    if deal in ("empty", "large"):
        made = new_document(pack=catalogue.packs[0].id)
        clauses = tuple(Clause(measure=one.id, level=one.levels[-1].id) for one in catalogue.measures)
        package = made.package().model_copy(update={"clauses": clauses if deal == "large" else ()})
        made = made.model_copy(update={"packages": (package,)})
    else:
        found = example(paths.resources() / "examples", "essay_minimal")
        made = load(found.path_in("zh")).history.document
    if deal == "pair":
        package = made.package()
        fewer = package.model_copy(update={"id": "p9", "name": "B", "clauses": package.clauses[:2]})
        made = made.model_copy(update={"packages": (*made.packages, fewer)})
    return made.model_copy(update={"draws": DRAWS, "id": f"access-{deal}"})
