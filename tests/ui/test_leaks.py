"""What the window tells while values are sealed, opened and put away: titles, accessibility, clipboard, every file."""

import io
import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication

from dealbuilder.document import recovery
from dealbuilder.document.edits import AddClause, WriteNote
from dealbuilder.document.envelope import Sealer
from dealbuilder.document.own_values import sealing
from dealbuilder.model.package import Clause
from dealbuilder.report.care import fault
from dealbuilder.settings import save
from dealbuilder.ui.dialogs.unsealing import UnsealingDialog
from dealbuilder.ui.intents import Do
from tests.leaks import PRIVATE, SEALED, found_in, leaks
from tests.test_leaks import OWN, PHRASE, ROLE
from tests.ui.conftest import Desk

SHOWN = ("6.54", "zyxwaltz")
"""What of the sealed values a screen would show."""


@pytest.fixture
def secret(program: Desk, tmp_path):
    """A deal on the desk with a clause, private notes and sealed values, saved once."""
    program.new()
    workbench = program.commands.studio.workbench
    measure = program.state.catalogue.measure_by_id["cn_whitelist"]
    active = program.state.document.active
    edits = [
        AddClause(package=active, clause=Clause(measure=measure.id, level=measure.levels[1].id)),
        WriteNote(text=PRIVATE[0], private=True),
        WriteNote(package=active, text=PRIVATE[1], private=True),
        WriteNote(package=active, measure=measure.id, text=PRIVATE[2], private=True),
        sealing(program.state.document, ROLE, OWN, Sealer.under(PHRASE)),
    ]
    for edit in edits:
        workbench.handle(Do(edit))
    program.scored()
    program.commands.studio.papers.save(tmp_path / "secret.deal")
    program.wait(lambda: not program.state.unsaved)
    return program


def told(interface: QAccessible | None, depth: int = 40) -> Iterator[str]:
    """Yield every name, description and value of an accessibility tree."""
    if interface is None or depth == 0:
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield interface.text(kind)
    for place in range(min(interface.childCount(), 400)):
        yield from told(interface.child(place), depth - 1)


def spoken() -> str:
    """Return all that every window says to those who cannot see it, and what the clipboard holds."""
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    texts = [text for window in windows for text in told(QAccessible.queryAccessibleInterface(window))]
    return "\n".join((*texts, *(window.windowTitle() for window in windows), QGuiApplication.clipboard().text()))


def pixels(program: Desk) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    program.window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_a_saved_and_a_recovered_deal_hold_nothing_sealed_and_no_other_file_anything_private(secret: Desk, tmp_path):
    workbench = secret.commands.studio.workbench
    workbench.handle(Do(WriteNote(text="another", private=False)))
    secret.wait(lambda: any(recovery.folder().glob("*.deal")))
    secret.commands.do("copy_score")
    save(tmp_path / "config", secret.preferences.settings.with_recent(str(tmp_path / "secret.deal")))
    assert found_in(tmp_path, SEALED) == {}
    holders = set(found_in(tmp_path, PRIVATE))
    assert "secret.deal" in holders
    assert all(name == "secret.deal" or name.startswith(os.path.join("state", "recovery")) for name in holders)
    assert leaks(spoken().encode(), SEALED) == []
    assert leaks(QGuiApplication.clipboard().text().encode(), PRIVATE) == []
    assert leaks(pixels(secret), SEALED) == []


def test_opened_values_are_told_by_their_panel_alone_and_by_nothing_once_put_away(secret: Desk, tmp_path):
    studying, runner = secret.commands.studying, secret.commands.studio.around.runner
    studying.open("accepts")
    secret.wait(lambda: not runner.busy("study"))
    panel = studying.window.front()
    card = panel.board.card(ROLE)
    card.own.click()
    dialog = next(one for one in panel.findChildren(UnsealingDialog) if one.isVisible())
    dialog.passphrase.line.setText(PHRASE)
    assert PHRASE not in spoken()
    dialog.yes.click()
    secret.wait(panel.private)
    secret.wait(lambda: not runner.busy("study"))
    assert "6.54" in card.worth.text()
    assert PHRASE not in spoken()
    assert "6.54" not in "\n".join(told(QAccessible.queryAccessibleInterface(secret.window)))
    assert found_in(tmp_path, (*SEALED, PHRASE)) == {}
    panel.put_away()
    secret.wait(lambda: not runner.busy("study"))
    assert not [word for word in SHOWN if word in spoken()]


def test_the_report_of_a_fault_with_opened_values_at_hand_quotes_none_of_them():
    held, stream = {ROLE: OWN}, io.StringIO()
    try:
        raise RuntimeError(f"made to fail with {held!r}")
    except RuntimeError as error:
        stream.write(fault.told(error))
    assert "made to fail" in stream.getvalue()
    assert leaks(stream.getvalue().encode(), SEALED) == []
