"""The real window off screen, with a shipped deal on the desk."""

from collections.abc import Callable
from time import perf_counter, sleep

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document.examples import examples
from dealbuilder.model.loading import load_catalogue
from dealbuilder.settings import Settings
from dealbuilder.ui import fonts, icons
from dealbuilder.ui.commands import Commands
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.language import Interpreter
from dealbuilder.ui.preferences import Preferences
from dealbuilder.ui.question import Answerer
from dealbuilder.ui.state import State
from dealbuilder.ui.studio import Surroundings
from dealbuilder.ui.tidy import Tidy
from dealbuilder.ui.window import Window

EXAMPLE = "essay_full"
REST, SHORT = 0.15, 0.002
"""Seconds after which a window has settled, and between two looks."""
PULSE = 200
"""Milliseconds after which a loop that waits looks again."""


class Stage:
    """The program as a measurement holds it."""

    def __init__(self) -> None:
        self.app = QApplication(["dealbuilder"])
        self.app.setStyle("Fusion")
        fonts.load()
        icons.register()
        interpreter = Interpreter(self.app, paths.resources() / "i18n")
        chosen = Settings(language="en", theme="light")
        self.preferences = Preferences(self.app, interpreter, chosen, lambda kept: None)
        self.runner = Runner()
        self.window = Window()
        answerer = Answerer(Evaluator(load_catalogue(paths.resources())))
        self.commands = Commands(Surroundings(self.window, self.runner, answerer, self.preferences))
        self.tidy = Tidy(self.window)
        self.tidy.start()
        self.pulse = QTimer()
        self.pulse.start(PULSE)
        self.window.enable(frozenset())
        self.window.show()
        shipped = {one.id: one for one in examples(paths.resources() / "examples")}
        self.commands.open_example(shipped[EXAMPLE])
        self.wait(lambda: self.state is not None and self.state.evaluation is not None and not self.state.busy)

    @property
    def state(self) -> State | None:
        """Return what is on screen."""
        return self.commands.studio.workbench.state

    def wait(self, reached: Callable[[], bool]) -> None:
        """Let the window live until something is reached, then paint what is due."""
        while not reached():
            # Sleeping in the loop, as the program does, and not spinning: that would take the work's turn to run.
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.app.processEvents()

    def rest(self) -> None:
        """Let the window finish what follows an answer, as it does before a person changes the next thing."""
        end = perf_counter() + REST
        while perf_counter() < end:
            self.app.processEvents()
            sleep(SHORT)

    def close(self) -> None:
        """Take everything apart in order."""
        self.tidy.stop()
        self.commands.studio.papers.close()
        self.window.close()
        self.runner.stop()
