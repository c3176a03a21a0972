"""A walk through the real window by its own commands, to prove an installed program: `dealbuilder --smoke FOLDER`.

Open an example, change a level, save, export the PDF, open the PDF, compare, quit. The buttons and dialogs are those
that a person presses. Ends with exit code 0, or with 1 and a sentence.
"""

import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox

from dealbuilder.analysis.evaluation import Evaluation
from dealbuilder.document.edits import SetLevel
from dealbuilder.document.examples import Example
from dealbuilder.errors import DealError
from dealbuilder.model.package import Clause
from dealbuilder.ui.commands import Commands
from dealbuilder.ui.dialogs.report import ReportDialog
from dealbuilder.ui.first_paint import told
from dealbuilder.ui.intents import Do
from dealbuilder.ui.state import State

EVERY = 20
"""Milliseconds between two looks at whether a step is done."""
PATIENCE = 240_000
"""Milliseconds for one step, on a slow and busy machine."""
DEAL, PDF = "smoke.deal", "smoke.pdf"

Done = Callable[[], object]
Step = tuple[str, Done]
"""What is waited for, and whether it has come."""


class Smoke(QObject):
    """Walks from step to step as the program answers."""

    def __init__(self, commands: Commands, app: QApplication, folder: Path, example: Example) -> None:
        super().__init__(commands)
        self._commands, self._studio, self._app = commands, commands.studio, app
        self._window = commands.studio.window
        self._folder, self._example = folder, example
        self._step: Step = ("the start", bool)
        self._walk = self._steps()
        self._waited = 0
        sys.excepthook = self._fault
        self._studio.papers.refused.connect(self._refused)
        self._studio.workbench.refused.connect(self._refused)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look)
        self._advance()
        self._timer.start()

    def _steps(self) -> Iterator[Step]:
        yield "the start screen", lambda: not self._window.on_desk()
        self._window.start.example.emit(self._example)
        yield "answered", lambda: self._answer() is not None
        first = self._answer()
        edit = self._another_level()
        self._studio.desk.intent.emit(Do(edit))
        yield "answered a change", lambda: self._new_answer(first) and self._level(edit) == edit.level
        changed, clauses = self._answer(), self._clauses()
        self._trigger("save")
        yield "asked where to save", lambda: self._file_dialog() is not None
        self._choose(self._folder / DEAL)
        yield "saved", lambda: (self._folder / DEAL).is_file() and not self._state().unsaved
        self._trigger("report")
        yield "asked for the report", lambda: self._report_dialog() is not None
        self._press_report()
        yield "asked where to export", lambda: self._file_dialog() is not None
        self._choose(self._folder / PDF)
        yield "exported", lambda: (self._folder / PDF).is_file() and not self._studio.around.runner.busy("write")
        self._trigger("open")
        yield "asked what to open", lambda: self._file_dialog() is not None
        self._choose(self._folder / PDF)
        yield "answered the PDF", lambda: self._new_answer(changed) and self._clauses() is not clauses
        self._compare(changed, clauses)
        told("compared")
        self._trigger("quit")
        yield "quit", self._gone

    def _state(self) -> State:
        state = self._studio.workbench.state
        assert state is not None, "no deal is open"
        return state

    def _answer(self) -> Evaluation | None:
        """Return the final answer for the deal on the desk, None while there is none."""
        state = self._studio.workbench.state
        found = state.evaluation if state is not None and not state.busy else None
        return found if found is not None and found.final else None

    def _new_answer(self, before: Evaluation | None) -> bool:
        return self._answer() is not None and self._answer() is not before

    def _clauses(self) -> tuple[Clause, ...]:
        return self._state().document.package().clauses

    def _level(self, edit: SetLevel) -> str:
        return next(clause.level for clause in self._clauses() if clause.measure == edit.measure)

    def _another_level(self) -> SetLevel:
        document, known = self._state().document, self._state().catalogue.measure_by_id
        for clause in document.package().clauses:
            for level in known[clause.measure].levels if clause.measure in known else ():
                if level.id != clause.level:
                    return SetLevel(package=document.active, measure=clause.measure, level=level.id)
        raise AssertionError("no clause of the example has a second level")

    def _trigger(self, action: str) -> None:
        asked = self._window.actions_table[action]
        assert asked.isEnabled(), f"the action {action} is not on"
        asked.trigger()

    def _file_dialog(self) -> QFileDialog | None:
        return next((one for one in self._window.findChildren(QFileDialog) if one.isVisible()), None)

    def _report_dialog(self) -> ReportDialog | None:
        return next((one for one in self._window.findChildren(ReportDialog) if one.isVisible()), None)

    def _choose(self, path: Path) -> None:
        dialog = self._file_dialog()
        assert dialog is not None
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(path))
        dialog.accept()

    def _press_report(self) -> None:
        dialog = self._report_dialog()
        assert dialog is not None
        dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()

    def _compare(self, before: Evaluation | None, clauses: tuple[Clause, ...]) -> None:
        """Hold the deal that came out of the PDF against the one that went in: clauses, and scores to the last bit."""
        after = self._answer()
        assert before is not None
        assert after is not None
        assert self._clauses() == clauses, "the PDF gave back other clauses"
        ids = ("supply_restored", "leadership_cost")
        assert [after.score(id) for id in ids] == [before.score(id) for id in ids], "the PDF gave back other scores"

    def _gone(self) -> bool:
        """Give up what is unsaved, if that is asked, and wait for the window to close."""
        box = self._commands.leaving.box
        if box is not None:
            box.button(QMessageBox.StandardButton.Discard).click()
        return not self._window.isVisible()

    def _look(self) -> None:
        try:
            done = self._step[1]()
        except Exception:
            self._fault(*sys.exc_info())
            return
        if done:
            told(self._step[0])
            self._advance()
            return
        self._waited += EVERY
        if self._waited > PATIENCE:
            self._fail(f"nothing came of “{self._step[0]}” in {PATIENCE // 1000} seconds")

    def _advance(self) -> None:
        self._waited = 0
        try:
            self._step = next(self._walk)
        except StopIteration:
            self._timer.stop()
            told("smoke test passed")
            self._app.exit(0)
        except Exception:
            self._fault(*sys.exc_info())

    def _refused(self, error: DealError) -> None:
        self._fail(f"the program refused at “{self._step[0]}”: {error}")

    def _fault(self, kind: object, error: BaseException | None, trace: TracebackType | None) -> None:
        traceback.print_exception(error)
        self._fail(f"a fault at “{self._step[0]}”: {error}")

    def _fail(self, sentence: str) -> None:
        self._timer.stop()
        sys.stderr.write(f"The smoke test failed: {sentence}.\n")
        self._app.exit(1)
