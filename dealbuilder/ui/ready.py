"""The heavy half of the program, imported in a thread after the first paint: the model, and all that shows a deal."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dealbuilder import paths
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document.database import library
from dealbuilder.document.examples import example
from dealbuilder.model.loading import load_catalogue
from dealbuilder.ui import shots
from dealbuilder.ui.care.left_over_dialog import LeftOverDialog
from dealbuilder.ui.care.looking_back import LastTime, look_back
from dealbuilder.ui.commands import Commands
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.preferences import Preferences
from dealbuilder.ui.question import Answerer
from dealbuilder.ui.smoke import Smoke
from dealbuilder.ui.studio import Surroundings
from dealbuilder.ui.window import Window

SMOKE_EXAMPLE = "essay_minimal"


@dataclass(frozen=True, slots=True)
class Ready:
    """What was prepared in the thread; widgets are made only by `open`, on the main thread."""

    answerer: Answerer

    def open(self, window: Window, runner: Runner, preferences: Preferences) -> Commands:
        """Put the desk into the window and join it with everything that can be asked of it."""
        return Commands(Surroundings(window, runner, self.answerer, preferences))

    def look_back(self, commands: Commands, window: Window, runner: Runner) -> None:
        """Tell of a last time that was no end: its report and unsaved work in one dialog; else offer unsaved work."""

        def told(last: object) -> None:
            if last is None:
                commands.dialogues.offer_recovery()
            elif isinstance(last, LastTime):
                dialog = LeftOverDialog(last.report, last.path, last.unsaved, window)
                dialog.recovering.connect(commands.dialogues.recover)
                dialog.finished.connect(dialog.deleteLater)
                dialog.open()

        runner.start("look back", lambda tick: look_back(), told)

    def shoot(self, commands: Commands, app: QApplication, path: Path, size: str) -> None:
        """Take a picture of the window once its scores are final, then quit."""
        shots.Shot(commands, app, path, size)

    def smoke(self, commands: Commands, app: QApplication, folder: Path) -> None:
        """Walk through the window with a small example, writing into `folder`, then quit."""
        Smoke(commands, app, folder, example(paths.resources() / "examples", SMOKE_EXAMPLE))


def prepare(resources: Path) -> Ready:
    """Read the catalogue and set up the model; raise CatalogueProblems with every fault found."""
    # Loaded while no other thread imports anything: for a moment another library seems not to be installed.
    library()
    return Ready(Answerer(Evaluator(load_catalogue(resources))))
