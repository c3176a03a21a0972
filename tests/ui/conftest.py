"""The real window for tests, and a look at what a test leaves behind."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.settings import Settings
from dealbuilder.ui import fonts, icons
from dealbuilder.ui.commands import Commands
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.language import Interpreter
from dealbuilder.ui.preferences import Preferences
from dealbuilder.ui.question import Answerer
from dealbuilder.ui.studio import Surroundings
from dealbuilder.ui.window import Window

DRAWS = 32
"""Draws of a test's deals: enough for a score, few enough to wait for."""
PATIENCE = 60_000


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    fonts.load()
    icons.register()


@pytest.fixture(scope="session", autouse=True)
def _drawn_once(qapp: QApplication) -> Iterator[None]:
    """Keep the drawings of icons: a tenth of what a window costs, and windows come and go by the hundred here."""
    draw, drawn = icons.picture, {}

    def picture(name: str, colour: QColor, size: int) -> QPixmap:
        key = (name, colour.rgba(), size)
        if key not in drawn:
            drawn[key] = draw(name, colour, size)
        return drawn[key]

    icons.picture = picture
    yield
    icons.picture = draw
    drawn.clear()


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window or a thread; look for a lambda or partial that holds a widget."""
    before = {id(widget) for widget in qapp.topLevelWidgets()}
    yield
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    left = [widget for widget in qapp.topLevelWidgets() if id(widget) not in before and widget.isVisible()]
    assert not left, f"left open: {left}"
    threads = [thread.name for thread in threading.enumerate() if thread.name.startswith("dealbuilder")]
    assert not threads, f"still running: {threads}"


@pytest.fixture(scope="session")
def answerer(catalogue: Catalogue) -> Answerer:
    """One model for all tests: what it has compiled and run once serves every window."""
    return Answerer(Evaluator(catalogue))


class Desk:
    """The program as a test holds it: window, commands, and how to wait for scores."""

    def __init__(self, window: Window, commands: Commands, preferences: Preferences, qtbot: QtBot) -> None:
        self.window = window
        self.commands = commands
        self.preferences = preferences
        self.qtbot = qtbot

    @property
    def state(self):
        return self.commands.studio.workbench.state

    def wait(self, reached: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(reached, timeout=PATIENCE)

    def scored(self) -> None:
        """Wait until the final answer for the document on screen is there."""
        self.wait(lambda: self.state is not None and self.state.evaluation is not None and not self.state.busy)

    def new(self) -> None:
        self.commands.do("new")
        self.scored()


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, answerer: Answerer) -> Iterator[Desk]:
    """The real window with the shipped catalogue; closed and taken apart afterwards."""
    interpreter = Interpreter(qapp, paths.resources() / "i18n")
    kept: list[Settings] = []
    preferences = Preferences(qapp, interpreter, Settings(language="en", theme="light", draws=DRAWS), kept.append)
    runner = Runner()
    window = Window()
    commands = Commands(Surroundings(window, runner, answerer, preferences))
    window.enable(frozenset())
    window.show()
    yield Desk(window, commands, preferences, qtbot)
    commands.studio.papers.close()
    window.close()
    runner.stop()
    window.deleteLater()
    preferences.set(language="en", text_scale=1.0, theme="light")
    preferences.deleteLater()
    interpreter.deleteLater()


@pytest.fixture
def deal_file(tmp_path: Path) -> Path:
    return tmp_path / "a deal.deal"
