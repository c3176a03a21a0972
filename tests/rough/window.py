"""The window as a child: the real program on a screen that nobody sees, worked on by a timer until it is killed."""

import random
import sys
import time
import traceback
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from dealbuilder import paths, settings
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.document import recovery
from dealbuilder.document.edits import AddClause, Edit, RemoveClause, Rename, SetLevel, SetTiming, WriteNote
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Clause
from dealbuilder.report.content import Options
from dealbuilder.settings import Settings
from dealbuilder.ui import fonts, icons, outlets
from dealbuilder.ui.commands import Commands
from dealbuilder.ui.intents import Do
from dealbuilder.ui.jobs import Runner
from dealbuilder.ui.language import Interpreter
from dealbuilder.ui.preferences import Preferences
from dealbuilder.ui.question import Answerer
from dealbuilder.ui.studio import Surroundings
from dealbuilder.ui.tidy import Tidy
from dealbuilder.ui.window import Window
from tests.rough.truth import Teller, digest

DRAWS = 32
EXPORTS = (".csv", ".xlsx", ".pdf")


def prepared() -> Answerer:
    """Return what every window needs and none changes, made once before any is forked."""
    return Answerer(Evaluator(load_catalogue(paths.resources())))


class Hand(QObject):
    """Works on the deal as a hasty person would: bursts of edits, drags, undo, saves and exports, without an end."""

    def __init__(self, commands: Commands, teller: Teller, deal: Path, seed: int) -> None:
        super().__init__()
        self._commands = commands
        self._bench = commands.studio.workbench
        self._teller = teller
        self._deal = deal
        self._rng = random.Random(seed)
        self._number = 0
        self._drag = 0
        papers = commands.studio.papers
        papers.saved.connect(lambda path: teller.tell("end", "save"))
        papers.refused.connect(lambda error: teller.tell("fault", str(error)))
        self._timers = [self._timer(step) for step in (self._edit, self._save, self._export)]

    def begin(self) -> None:
        """Take up what is there: unsaved work first, then the file, else a new deal."""
        papers = self._commands.studio.papers
        papers.opened.connect(self._opened)
        found = recovery.recoverable()
        self._restoring = bool(found)
        if found:
            papers.restore(found[0])
        elif self._deal.exists():
            papers.open_path(self._deal)
        else:
            papers.new()

    def _opened(self) -> None:
        QTimer.singleShot(0, self._start)

    def _start(self) -> None:
        document = self._bench.deal.document
        self._teller.tell("restored" if self._restoring else "found", digest(document))
        self._teller.tell("first", digest(document))
        self._teller.tell("ready")
        for timer, wait in zip(self._timers, (20, 300, 700), strict=True):
            timer.start(wait)

    def _timer(self, step) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(step)
        return timer

    def _edit(self) -> None:
        before, began = self._bench.deal.history, time.monotonic()
        chance = self._rng.random()
        self._teller.tell("begin", "edit")
        if chance < 0.06:
            self._bench.undo()
        elif chance < 0.09:
            self._bench.redo()
        else:
            self._bench.handle(self._asked(chance))
        if self._bench.deal.history is not before:
            self._teller.tell("edit", digest(self._bench.deal.document), began)
        self._teller.tell("end", "edit")
        # Mostly the steps of a drag, now and then a thought.
        self._timers[0].start(self._rng.choice((5, 10, 16, 16, 30, 120, 400)))

    def _asked(self, chance: float) -> Do:
        self._number += 1
        document, rng = self._bench.deal.document, self._rng
        package = document.package()
        there = [clause.measure for clause in package.clauses]
        if chance < 0.15:
            return Do(Rename(title=f"deal {self._number}"))
        if chance < 0.22:
            return Do(WriteNote(text=f"note {self._number} " + "x" * rng.randrange(2_000)))
        measures = self._bench.catalogue.measures
        if len(there) < 3 or chance < 0.4:
            measure = rng.choice([one for one in measures if one.id not in there] or measures)
            if measure.id in there:
                return Do(RemoveClause(package=package.id, measure=measure.id))
            return Do(AddClause(package=package.id, clause=Clause(measure=measure.id, level=measure.levels[-1].id)))
        return self._moved(package.id, rng.choice(there))

    def _moved(self, package: str, measure: str) -> Do:
        rng = self._rng
        if rng.random() < 0.2:
            self._drag += 1
        levels = self._bench.catalogue.measure_by_id[measure].levels
        edit: Edit = SetTiming(package=package, measure=measure, start=rng.randrange(0, 36))
        if rng.random() < 0.3:
            edit = SetLevel(package=package, measure=measure, level=rng.choice(levels).id)
        return Do(edit, gesture=f"drag {self._drag}" if rng.random() < 0.7 else None)

    def _save(self) -> None:
        self._teller.tell("begin", "save")
        self._commands.studio.papers.save(self._deal)
        self._timers[1].start(self._rng.randrange(150, 2_500))

    def _export(self) -> None:
        around, state, runner = self._commands.studio.around, self._bench.state, self._commands.studio.around.runner
        self._timers[2].start(self._rng.randrange(500, 3_500))
        if runner.busy("write"):
            return
        path = self._deal.with_suffix(self._rng.choice(EXPORTS))
        if path.suffix == ".pdf":
            work = outlets.report(around.answerer, state, Options(language="en", study=False), path)
        else:
            work = outlets.export(around.answerer, state, path, "", "light")

        def refused(error: object) -> None:
            self._teller.tell("fault", str(error))

        self._teller.tell("begin", f"export {path.suffix}")
        runner.start("write", work, lambda _: self._teller.tell("end", f"export {path.suffix}"), refused)


def run(answerer: Answerer, deal: Path, truth: Path, seed: int) -> None:
    """Open the window and work in it until somebody ends this process."""
    teller = Teller(truth)

    def fault(kind, error, trace) -> None:
        teller.tell("fault", "".join(traceback.format_exception(kind, error, trace)).replace("\n", " | "))

    sys.excepthook = fault
    app = QApplication(["dealbuilder", "-platform", "offscreen"])
    app.setStyle("Fusion")
    fonts.load()
    icons.register()
    interpreter = Interpreter(app, paths.resources() / "i18n")
    chosen = Settings(language="en", theme="light", draws=DRAWS)
    preferences = Preferences(app, interpreter, chosen, lambda kept: settings.save(paths.config_folder(), kept))
    window = Window()
    commands = Commands(Surroundings(window, Runner(app), answerer, preferences))
    window.enable(frozenset())
    window.show()
    tidy = Tidy(app)
    tidy.start()
    hand = Hand(commands, teller, deal, seed)
    QTimer.singleShot(0, hand.begin)
    app.exec()
