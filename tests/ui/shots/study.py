"""Pictures of the study's eight panels."""

from collections.abc import Iterator

from PySide6.QtGui import QImage

from dealbuilder.ui.study.panels.counterpart import CounterpartPanel
from dealbuilder.ui.study.studying import PANELS
from tests.ui.shots.held import SIZE, Held, grabbed

Shots = Iterator[tuple[str, QImage]]


def answered(program: Held, panel: CounterpartPanel) -> None:
    """Propose the package in front and wait for the answer."""
    panel.propose.click()
    program.wait(lambda: panel.transcript.table.rowCount() == 2)
    program.idle()


def study(program: Held) -> Shots:
    """Each panel with its answer."""
    program.open("truce_framework")
    program.commands.do("package_duplicate")
    program.idle()
    program.add("cn_access_dual_use", "most")
    studying = program.commands.studying
    for panel in PANELS:
        studying.open(panel.id)
        window = studying.window
        window.resize(*SIZE)
        program.idle()
        if isinstance(window.front(), CounterpartPanel):
            answered(program, window.front())
        yield f"study-{panel.id}", grabbed(window)
