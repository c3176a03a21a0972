"""Pictures of the real window, for the manual, tests and looking."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from dealbuilder.ui.commands import Commands
from dealbuilder.ui.state import State

SETTLE = 300
"""Milliseconds between the final score and the picture, so that layouts and icons are done."""
PATIENCE = 120_000
"""Milliseconds after which a picture is given up."""


class Shot(QObject):
    """Waits for the final answer, grabs the window, quits; without a deal it takes the start screen."""

    def __init__(self, commands: Commands, app: QApplication, path: Path, size: str) -> None:
        super().__init__(commands)
        self._app = app
        self._path = path
        self._studio = commands.studio
        width, _, height = size.partition("x")
        self._studio.window.resize(int(width), int(height))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(self._give_up)
        self._limit.start(PATIENCE)
        self._studio.workbench.changed.connect(self._look)
        if not self._studio.around.runner.busy("open"):
            self._timer.start(SETTLE)

    def _look(self, state: State) -> None:
        if state.evaluation is not None and state.evaluation.final and not state.busy:
            self._timer.start(SETTLE)
        else:
            self._timer.stop()

    def _take(self) -> None:
        done = self._studio.window.grab().save(str(self._path), "PNG")
        if not done:
            sys.stderr.write(f"{self._path}: the picture could not be written.\n")
        self._app.exit(0 if done else 1)

    def _give_up(self) -> None:
        sys.stderr.write(f"No final score came within {PATIENCE // 1000} seconds; no picture was taken.\n")
        self._app.exit(1)
