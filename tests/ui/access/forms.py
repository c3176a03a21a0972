"""Dialogs that need more than their menu entry to be worth looking at."""

import shutil
from pathlib import Path

from dealbuilder.ui.crash import CrashDialog
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from dealbuilder import paths
from dealbuilder.document.edits import Rename
from dealbuilder.document.recovery import Recoverable
from dealbuilder.document.versions import keep
from dealbuilder.ui.dialogs.inject_editor import InjectEditor
from dealbuilder.ui.dialogs.recover import RecoverDialog
from dealbuilder.ui.dialogs.role import RoleDialog
from dealbuilder.ui.intents import Do, ShowSource
from dealbuilder.ui.study.panels.accepts import AcceptsPanel
from dealbuilder.ui.tabling import Tabling
from tests.ui.access.world import World


def shown(world: World, dialog: QWidget) -> QWidget:
    """Show a dialog of our own making, and see that it goes when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    world.settle()
    return dialog


def versions(world: World) -> QWidget:
    """Two versions were kept."""
    deal = world.bench.deal
    kept = keep(deal.versions, deal.document, at="2026-11-26T10:00:00+00:00", who="A", note="第一稿 1")
    world.bench.keep(deal.with_versions(kept))
    return world.ask("versions")


def source_card(world: World) -> QWidget:
    """The card of a headline score, which leads to the method and to the study."""
    world.bench.handle(ShowSource("indicator", "supply_restored"))
    world.settle()
    return world.dialogs()[-1]


def recover(world: World) -> QWidget:
    """One deal was put aside."""
    one = Recoverable(world.folder / "x.deal", None, "桥 1", "2025-07-15T10:00:00+00:00")
    return shown(world, RecoverDialog((one,), world.window))


def unsaved(world: World) -> QWidget:
    """The question before unsaved work leaves the desk."""
    world.bench.handle(Do(Rename(title="甲")))
    world.commands.leaving.leave(lambda: None)
    world.settle()
    return world.commands.leaving.box


def clean(world: World) -> QWidget:
    """What a clean copy left out."""
    world.commands.dialogues._cleaned((world.folder / "x.deal", ("1",), ("2",)))
    world.settle()
    return world.dialogs()[-1]


def inject_editor(world: World) -> QWidget:
    """An inject written in the room, with one effect of each kind."""
    dialog = InjectEditor(world.state, (), None, world.window)
    dialog.add_channel.click()
    dialog.add_parameter.click()
    for place, row in enumerate(dialog.rows):
        row.what.setCurrentIndex(place)
    return shown(world, dialog)


def role(world: World) -> QWidget:
    """A role's weights and red lines."""
    return shown(world, RoleDialog(world.state, world.catalogue.lenses[0].id, world.window))


def caution(world: World) -> QWidget:
    """The caution before sealed values are used on screen; built by the panel, caught as it begins to wait."""
    caught: list[QMessageBox] = []
    before, panel = QMessageBox.exec, AcceptsPanel()

    def show(box: QMessageBox) -> int:
        caught.append(box)
        box.clickedButton = lambda: None
        box.deleteLater = lambda: None
        return 0

    QMessageBox.exec = show
    try:
        panel.ask_caution()
    finally:
        QMessageBox.exec = before
    (box,) = caught
    del box.deleteLater
    world.caution = panel
    box.setParent(world.window, box.windowFlags())
    return shown(world, box)


def crash(world: World) -> QWidget:
    """A fault of ours."""
    return shown(world, CrashDialog("…", str(world.folder / "aside.deal"), str(world.folder / "crash.txt")))


def silence(world: World) -> QWidget:
    """The empty slide of the debrief."""
    dialog = world.ask("debrief")
    world.rest()
    dialog.silence.click()
    world.settle()
    return dialog


def tables(world: World) -> QWidget:
    """Two tables and a file that is none."""
    dialog = world.ask("tables")
    found = []
    for name, table in (("essay_minimal", "甲"), ("london", "乙")):
        shipped = paths.resources() / "examples" / "zh" / f"{name}.deal"
        found.append(Path(shutil.copy(shipped, world.folder / f"{table}.deal")))
    bad = world.folder / "photo.deal"
    bad.write_bytes(b"no deal")
    world.commands.studio.findChild(Tabling).add((*found, bad))
    world.rest()
    QApplication.processEvents()
    return dialog
