"""A whole session of ninety minutes through the real windows on two screens: run by test_whole_session.py.

Every stage is played with the keys a chair has. Pictures of both windows go to the folder DEALBUILDER_PICTURES names.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QMessageBox, QWidget

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document import file
from dealbuilder.document.edits import AddClause
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
from tests.ui.stage.monitors import Monitors

DESK, HALL = (0, 0, 1280, 720), (1280, 0, 1024, 768)
SECRET = "we would settle for half"
PATIENCE = 400_000
Key = Qt.Key


class Play:
    """The program, two hands, and an eye on what the room gets."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.folder = folder
        language, theme = os.environ.get("DEALBUILDER_TONGUE", "en"), os.environ.get("DEALBUILDER_DRESS", "light")
        chosen = Settings.model_validate({"language": language, "theme": theme, "draws": 64})
        interpreter = Interpreter(app, paths.resources() / "i18n")
        self.preferences = Preferences(app, interpreter, chosen, lambda _: None)
        self.runner = Runner()
        self.window = Window()
        answerer = Answerer(Evaluator(load_catalogue(paths.resources())))
        self.commands = Commands(Surroundings(self.window, self.runner, answerer, self.preferences))
        self.bench = self.commands.studio.workbench
        self.presenter = self.commands._room.presenter
        self.leaks: list[str] = []
        self.window.setGeometry(40, 30, 1200, 660)
        self.window.show()

    def wait(self, reached: Callable[[], object]) -> None:
        loop, timer = QEventLoop(), QTimer()
        timer.setInterval(10)
        timer.timeout.connect(lambda: loop.quit() if reached() else None)
        timer.start()
        QTimer.singleShot(PATIENCE, loop.quit)
        loop.exec()
        assert reached(), "waited in vain"

    def rest(self, milliseconds: int = 60) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def scored(self) -> None:
        self.wait(lambda: self.bench.state is not None and self.bench.state.evaluation and not self.bench.state.busy)

    def press(
        self, *keys: Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, at: str = "console"
    ) -> None:
        window: QWidget = self.presenter.console if at == "console" else self.window
        window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is window)
        for key in keys:
            QTest.keyClick(window.windowHandle(), key, held)
        self.look()

    def dialog(self) -> QDialog:
        self.rest()
        return next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible())

    def accept(self, dialog: QDialog) -> None:
        box = dialog.findChild(QDialogButtonBox)
        button = QDialogButtonBox.StandardButton
        (box.button(button.Ok) or box.buttons()[0]).click()
        self.rest()

    def look(self) -> None:
        """Search what the room gets for what was sealed."""
        audience, show = self.presenter.audience, self.presenter.show
        if audience is not None and SECRET in audience.spoken + repr(show.sight()[0].document):
            self.leaks.append(show.sight()[1].scene)

    def add(self, measure: str) -> None:
        state = self.bench.state
        level = state.catalogue.measure_by_id[measure].levels[-1].id
        self.bench.handle(Do(AddClause(package=state.document.active, clause=Clause(measure=measure, level=level))))
        self.look()

    def tell(self, step: str) -> None:
        """Say where we are, on standard output, and take pictures."""
        self.rest()
        self.look()
        show, audience = self.presenter.show, self.presenter.audience
        staging = show.sight()[1]
        there = "hidden" if staging.hidden else "shown"
        print(step, show.at, staging.scene, there, audience.placement.screen, audience.isVisible(), flush=True)  # noqa: T201
        pictures = os.environ.get("DEALBUILDER_PICTURES")
        if pictures:
            self.rest(350)
            for name, widget in (("room", audience), ("console", self.presenter.console)):
                widget.grab().save(str(Path(pictures) / f"{step}-{name}.png"))


def set_up(play: Play) -> None:
    """Open a deal, choose the session and its policy, seal a side's values, and present."""
    play.commands.do("new")
    play.scored()
    play.commands.do("session")
    dialog = play.dialog()
    dialog.radios["after_reveal"].setChecked(True)
    play.accept(dialog)
    play.commands.do("seal")
    dialog = play.dialog()
    dialog.note.setPlainText(SECRET)
    for line in (dialog.phrase.first, dialog.phrase.again):
        line.line.setText("nine lamps under water")
    dialog.seal.click()
    play.wait(lambda: bool(play.bench.state.document.sealed))
    play.rest()
    play.press(Key.Key_F5, at="desk")
    play.wait(lambda: play.presenter.console is not None)
    play.tell("presented")


def play_session(play: Play, monitors: Monitors | None) -> None:
    """Play every stage."""
    console, shift = play.presenter.console, Qt.KeyboardModifier.ShiftModifier
    play.press(Key.Key_F5)
    play.tell("opening")
    play.press(Key.Key_PageDown, Key.Key_Space)
    play.tell("baseline")
    play.press(Key.Key_PageDown, Key.Key_C)
    play.tell("roles")
    play.press(Key.Key_C, Key.Key_PageDown)
    console.steps["propose"].click()
    dialog = play.dialog()
    dialog.gives.setPlainText("a white list")
    play.accept(dialog)
    play.press(Key.Key_P)
    play.add("cn_whitelist")
    play.press(Key.Key_2, Key.Key_2, Key.Key_4, Key.Key_5)
    play.press(Key.Key_5, held=shift)
    play.tell("round-one")
    play.scored()
    play.press(Key.Key_Space, Key.Key_R)
    play.tell("revealed")
    play.wait(lambda: not play.presenter.show.replaying)
    play.press(Key.Key_PageDown, at="desk")
    play.tell("reveal")
    play.press(Key.Key_PageDown, Key.Key_I)
    play.scored()
    play.tell("inject")
    play.press(Key.Key_PageDown, Key.Key_F)
    play.add("rescind_ai_letters")
    if monitors is not None:
        monitors.unplug("HALL")
        play.wait(lambda: not play.presenter.audience.isVisible())
        play.add("cn_customs")
        monitors.plug("HALL", HALL)
        play.wait(lambda: play.presenter.audience.isVisible())
    play.press(Key.Key_U, Key.Key_F)
    play.scored()
    play.tell("round-two")
    play.press(Key.Key_Space, Key.Key_Right)
    play.tell("scores")
    play.press(Key.Key_PageDown)
    console.steps["agree"].click()
    play.accept(play.dialog())
    play.tell("agreement")
    play.press(Key.Key_PageDown)
    play.tell("silence")
    play.press(Key.Key_PageDown)
    play.tell("debrief")
    console.steps["end"].click()
    box = play.dialog()
    assert isinstance(box, QMessageBox)
    box.button(QMessageBox.StandardButton.Ok).click()
    play.tell("ended")


def finish(play: Play) -> None:
    """Save, leave, and read the record from the file."""
    path = play.folder / "session.deal"
    play.commands.studio.papers.save(path)
    play.wait(lambda: bool(play.bench.deal.path))
    kept, versions = play.bench.deal.session, play.bench.deal.versions
    play.press(Key.Key_Escape)
    loaded = file.load(path)
    print("kinds", *(entry.kind for entry in kept), flush=True)  # noqa: T201
    print("kept", loaded.session == kept, [version.note for version in versions], flush=True)  # noqa: T201
    print("leaks", play.leaks, SECRET in repr(kept), flush=True)  # noqa: T201
    print("closed", play.presenter.console is None, flush=True)  # noqa: T201
    play.commands.studio.papers.close()
    play.window.close()
    play.runner.stop()


def main(folder: str) -> int:
    """Play it."""
    monitors = None
    if os.environ["QT_QPA_PLATFORM"] == "xcb":
        monitors = Monitors()
        monitors.plug("DESK", DESK, first=True)
        monitors.plug("HALL", HALL)
    paths.state_folder = lambda: Path(folder) / "state"
    app = QApplication([])
    app.setStyle("Fusion")
    fonts.load()
    icons.register()
    play = Play(app, Path(folder))
    set_up(play)
    play_session(play, monitors)
    finish(play)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
