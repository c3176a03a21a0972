"""Dialogs on what is private: a clean copy, sealed values under their passphrase."""

from PySide6.QtWidgets import QWidget

from dealbuilder.document.deal_edits import SealValue
from dealbuilder.document.envelope import Sealer
from dealbuilder.document.own_values import key, of_lens, sealing
from dealbuilder.ui.dialogs.cleaned import Cleaned
from dealbuilder.ui.dialogs.unsealing import UnsealingDialog
from dealbuilder.ui.intents import Do
from tests.ui.access.world import World

PHRASE = "seven wooden bridges"


def clean(world: World) -> QWidget:
    """What a clean copy left out, what it still tells, and what should not be in it."""
    told = Cleaned(world.folder / "x.deal", ("1。",), ("2。",), ("3。",))
    world.commands.dialogues._cleaned(told)
    world.settle()
    return world.dialogs()[-1]


def closed(world: World) -> QWidget:
    """The dialog of sealing where a role's values are sealed under a passphrase."""
    one = world.catalogue.lenses[0]
    world.bench.handle(Do(sealing(world.state.document, one.id, of_lens(one), Sealer.under(PHRASE))))
    world.commands._room.dialogs.seal(world.window, one.id)
    world.settle()
    return world.dialogs()[-1]


def unsealing(world: World) -> QWidget:
    """The question for a passphrase, before an own copy of the kit is printed."""
    one = world.catalogue.lenses[0]
    world.bench.handle(Do(sealing(world.state.document, one.id, of_lens(one), Sealer.under(PHRASE))))
    kit = world.ask("kit")
    kit.sealed[one.id].setChecked(True)
    world.settle()
    return kit.findChild(UnsealingDialog)


def bare(world: World) -> QWidget:
    """The warning that a file holds sealed values that are not encrypted."""
    one = world.catalogue.lenses[0]
    world.bench.handle(Do(SealValue(key=key(one.id), value=of_lens(one).model_dump_json())))
    world.commands._room.dialogs.ask_unencrypted()
    world.settle()
    return world.dialogs()[-1]
