"""Dialogs that need more than their menu entry to be worth looking at."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from dealbuilder import paths
from dealbuilder.document.edits import Rename
from dealbuilder.document.recovery import Recoverable
from dealbuilder.document.versions import keep
from dealbuilder.ui.dialogs.inject_editor import InjectEditor
from dealbuilder.ui.dialogs.recover import RecoverDialog
from dealbuilder.ui.dialogs.role import RoleDialog
from dealbuilder.ui.intents import Do, ShowSource
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
