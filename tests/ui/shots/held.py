"""The real program held still for pictures: fixed size, theme, language and seed; no preference is read or written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document.edits import AddClause
from dealbuilder.document.examples import example, examples
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause
from dealbuilder.settings import Settings
from dealbuilder.ui import fonts, icons
from dealbuilder.ui.commands import Commands
from dealbuilder.ui.intents import Do
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.language import Interpreter
from dealbuilder.ui.preferences import Preferences
from dealbuilder.ui.question import Answerer
from dealbuilder.ui.studio import Surroundings
from dealbuilder.ui.window import Window

SIZE = (1280, 800)
DRAWS = 1000
"""As in the settings of somebody who never changed them, so that a reader sees the figures of the pictures."""
PLAIN = {"motion": False, "last_folder": "/home/user/Documents"}
PATIENCE, LOOK = 240.0, 20
"""Seconds until a picture is given up; milliseconds between two looks."""
SETTLE = 350
"""Milliseconds after the last answer until a picture is taken: layouts, fades and icons are done."""


def application() -> QApplication:
    """Return the application in the program's dress."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["dealbuilder"])
    app.setStyle("Fusion")
    fonts.load()
    icons.register()
    return app


class Held:
    """One window in one language and theme, and how to wait for it."""

    def __init__(self, answerer: Answerer, language: str, theme: str = "light", draws: int = DRAWS) -> None:
        app = application()
        self.app, self.language = app, language
        self._interpreter = Interpreter(app, paths.resources() / "i18n")
        chosen = Settings.model_validate({**PLAIN, "language": language, "theme": theme, "draws": draws})
        self.preferences = Preferences(app, self._interpreter, chosen, _forget)
        self.runner = Runner()
        self.window = Window()
        self.commands = Commands(Surroundings(self.window, self.runner, answerer, self.preferences))
        self.window.enable(frozenset())
        self.window.resize(*SIZE)
        self.window.start.speak(self.preferences.language)
        self.window.start.show_examples(examples(paths.resources() / "examples"))
        self.window.show()
        self.rest()

    @property
    def bench(self):
        """The workbench."""
        return self.commands.studio.workbench

    def rest(self, milliseconds: int = SETTLE) -> None:
        """Let the event loop run."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait(self, reached: Callable[[], object]) -> None:
        """Wait until something is so."""
        until = monotonic() + PATIENCE
        while not reached():
            if monotonic() > until:
                raise TimeoutError("waited in vain")
            self.rest(LOOK)

    def idle(self) -> None:
        """Wait until the score is final and no job runs."""
        self.wait(lambda: self.bench.state is not None and self.bench.state.evaluation is not None)
        self.rest()
        while self.bench.state.busy or self.runner.busy():
            self.wait(lambda: not self.bench.state.busy and not self.runner.busy())
            self.rest()

    def open(self, id: str) -> None:
        """Open a shipped deal and wait for its score."""
        self.commands.open_example(example(paths.resources() / "examples", id))
        self.wait(lambda: self.window.on_desk())
        self.idle()

    def new(self) -> None:
        """Start a new deal."""
        self.commands.new()
        self.idle()

    def add(self, measure: str, level: str = "") -> None:
        """Add a clause, at its last level if none is named, and wait for the score."""
        catalogue, document = self.bench.state.catalogue, self.bench.state.document
        chosen = level or catalogue.measure_by_id[measure].levels[-1].id
        self.bench.handle(Do(AddClause(package=document.active, clause=Clause(measure=measure, level=chosen))))
        self.idle()

    def dialog(self, kind: type[QWidget] = QDialog) -> QWidget:
        """Return the dialog that is open."""
        self.rest()
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())

    def close(self) -> None:
        """Take the window apart."""
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.reject()
        self.commands.studying.close()
        self.commands.studio.papers.close()
        self.window.close()
        self.runner.stop()
        self.window.deleteLater()
        self.preferences.set(language="en", text_scale=1.0, theme="light")
        self.preferences.deleteLater()
        self._interpreter.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _forget(chosen: Settings) -> None:
    """Keep nothing: a picture is no preference."""


def grabbed(widget: QWidget) -> QImage:
    """Return what a widget looks like, without a caret that blinks or a focus that wanders."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@contextmanager
def held(answerer: Answerer, language: str, theme: str = "light") -> Iterator[Held]:
    """Hold the program for as long as the pictures take."""
    program = Held(answerer, language, theme)
    try:
        yield program
    finally:
        program.close()


def answering() -> Answerer:
    """Return the model of the shipped catalogue."""
    return Answerer(Evaluator(load_catalogue(paths.resources())))


def own_folders(folder: Path) -> None:
    """Keep recovery files and preferences of this machine out of the pictures."""
    paths.config_folder = lambda: folder / "config"
    paths.state_folder = lambda: folder / "state"
