"""A program that presents a session, and hands for its keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from dealbuilder.document.edits import AddClause, SetPlan
from dealbuilder.document.plan import Plan, Seat
from dealbuilder.model.package import Clause
from dealbuilder.ui.intents import Do
from dealbuilder.ui.stage.deeds import Deed

Key = Qt.Key


class Room:
    """The presenting program as a test holds it."""

    def __init__(self, program) -> None:
        self.program = program
        self.commands = program.commands
        self.workbench = program.commands.studio.workbench
        self.presenter = program.commands._room.presenter

    @property
    def console(self):
        return self.presenter.console

    @property
    def audience(self):
        return self.presenter.audience

    @property
    def show(self):
        return self.presenter.show

    @property
    def staging(self):
        return self.show.sight()[1]

    @property
    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.workbench.deal.session]

    def plan(self, visibility: str = "after_reveal", template: int = 0, **more) -> Plan:
        one = self.workbench.catalogue.sessions[template]
        seats = tuple(Seat(name=f"Table {n}", lens=role) for n, role in enumerate(one.roles, 1))
        fields = {"template": one.id, "stages": one.stages, "seats": seats, "deck": one.deck}
        return Plan(visibility=visibility, **fields | more)

    def set_up(self, visibility: str = "after_reveal", **more) -> None:
        self.workbench.handle(Do(SetPlan(plan=self.plan(visibility, **more))))

    def start(self) -> None:
        self.commands.do("present")
        self.program.qtbot.waitExposed(self.console)

    def do(self, name: str, value: object = None) -> None:
        self.presenter.do(Deed(name, value))

    def press(self, key: Key, held=Qt.KeyboardModifier.NoModifier, *, at: QWidget | None = None) -> None:
        """Press a key as the platform does: at the native window, before any control gets it."""
        window = at or self.console
        if QApplication.activeWindow() is not window:
            window.activateWindow()
            self.program.wait(lambda: QApplication.activeWindow() is window)
        QTest.keyClick(window.windowHandle(), key, held)

    def press_on(self, focus: QWidget, key: Key) -> None:
        """Press a key while a control of the console has the keyboard."""
        self.console.activateWindow()
        focus.setFocus()
        self.program.wait(lambda: QApplication.focusWidget() is focus)
        self.press(key)

    def press_in_room(self, key: Key) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.audience, event)

    def add(self, measure: str, place: int = -1) -> None:
        levels = self.program.state.catalogue.measure_by_id[measure].levels
        clause = Clause(measure=measure, level=levels[place].id)
        self.workbench.handle(Do(AddClause(package=self.program.state.document.active, clause=clause)))

    def dialogs(self) -> list[QDialog]:
        return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]

    def dialog(self) -> QDialog:
        (one,) = self.dialogs()
        return one


@pytest.fixture
def room(program) -> Iterator[Room]:
    """A new deal with an answer, ready to be presented."""
    program.new()
    made = Room(program)
    yield made
    for dialog in made.dialogs():
        dialog.close()
    made.presenter.stop()
