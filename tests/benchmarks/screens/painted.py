"""Seconds from a change of a clause to both scores and the large chart painted with the first answer."""

import json
import sys
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from dealbuilder.document.edits import RemoveClause, SetDraws
from dealbuilder.ui.desk import Desk
from dealbuilder.ui.intents import Do
from dealbuilder.ui.workbench import QUICK_DRAWS
from tests.benchmarks.screens.stage import Stage


class Watch(QObject):
    """Takes the time once every part was painted and the loop of events is free again: the picture is out by then."""

    def __init__(self, parts: tuple[QWidget, ...], answered: Callable[[], bool]) -> None:
        super().__init__()
        self._parts = parts
        self._answered = answered
        self._missing: set[QWidget] = set()
        self.at: float | None = None
        for part in parts:
            part.installEventFilter(self)

    def start(self) -> None:
        """Wait for every part to be painted again."""
        self._missing, self.at = set(self._parts), None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._missing and self._answered():
            self._missing.discard(watched)
            if not self._missing:
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.at = perf_counter()
            return True
        return super().event(event)


def parts_of(desk: Desk) -> tuple[QWidget, ...]:
    """Return what is waited for: what each headline card draws of its score anew with every answer, and the chart."""
    return (
        *(part for card in desk.scoreboard.cards for part in (card.bar, card.spark)),
        desk.charts.detail.plot.viewport(),
    )


def main(times: int) -> None:
    """Take clauses out one after the other, each from the whole package, and print the seconds of each."""
    stage = Stage()
    workbench = stage.commands.studio.workbench
    # The final answers, which nobody waits for here, take fewer draws; the first answers have theirs anyway.
    workbench.handle(Do(SetDraws(draws=QUICK_DRAWS)))
    stage.wait(lambda: not stage.state.busy)
    package = stage.state.document.package()
    pairs = [(one, other) for one in package.clauses for other in package.clauses if one is not other]
    seconds = []
    known = stage.state.evaluation
    watch = Watch(parts_of(stage.commands.studio.desk), lambda: stage.state.evaluation is not known)
    for one, other in pairs[:times]:
        # The first goes unmeasured, so that the package of the second was never asked for.
        workbench.handle(Do(RemoveClause(package=package.id, measure=one.measure)))
        stage.wait(lambda: not stage.state.busy)
        stage.rest()
        known = stage.state.evaluation
        watch.start()
        begin = perf_counter()
        workbench.handle(Do(RemoveClause(package=package.id, measure=other.measure)))
        stage.wait(lambda: watch.at is not None)
        assert watch.at is not None
        seconds.append(watch.at - begin)
        stage.wait(lambda: not stage.state.busy)
        workbench.undo()
        workbench.undo()
        stage.wait(lambda: not stage.state.busy)
    stage.close()
    sys.stdout.write(json.dumps(seconds))


if __name__ == "__main__":
    main(int(sys.argv[1]))
