"""From nothing to the first paint of the window; with --everything-first after importing all the program has."""

import importlib
import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer

from dealbuilder import app as program


class Watch(QObject):
    """Ends the process once the window has painted for the first time."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # The event comes before the painting; the timer after it.
            QTimer.singleShot(0, self.leave)
        return False

    def leave(self) -> None:
        sys.stdout.write("true")
        sys.stdout.flush()
        os._exit(0)


class Painted(program.Program):
    """The real program, watched."""

    def run(self) -> int:
        self.watch = Watch()
        self.window.installEventFilter(self.watch)
        return super().run()


if __name__ == "__main__":
    if "--everything-first" in sys.argv:
        importlib.import_module("dealbuilder.ui.ready")
        importlib.import_module("dealbuilder.cli.root")
    program.Program = Painted
    program.main([])
