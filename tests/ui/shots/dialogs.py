"""Pictures of the dialogs that the desk opens."""

from collections.abc import Iterator

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog

from dealbuilder.document.versions import keep
from dealbuilder.ui.dialogs.manual import ManualDialog
from dealbuilder.ui.dialogs.source_card import SourceDialog
from dealbuilder.ui.intents import ShowSource
from tests.ui.shots.held import Held, grabbed

Shots = Iterator[tuple[str, QImage]]
PLAIN = ("report", "settings", "keys", "notes", "off_menu", "injects", "assumptions")
KEPT = (("2026-11-23T09:30:00+00:00", "A. Lee"), ("2026-11-24T16:05:00+00:00", "B. Chen"))
NOTES = {"en": ("opening position", "after the first round"), "zh": ("开场立场", "第一轮之后")}


def shot(program: Held, kind: type[QDialog] = QDialog) -> QImage:
    """Return the picture of the dialog that is open, and close it."""
    program.idle()
    dialog = program.dialog(kind)
    if dialog.height() > HIGHEST:
        dialog.resize(dialog.width(), HIGHEST)
    if dialog.width() > WIDEST:
        dialog.resize(WIDEST, dialog.height())
    program.rest()
    image = grabbed(dialog)
    dialog.close()
    program.rest()
    return image


HIGHEST, WIDEST = 760, 1180
"""Pixels; a dialog that is larger is made smaller for its picture."""


def dialogs(program: Held) -> Shots:
    """Every dialog that needs no more than a deal."""
    program.open("essay_minimal")
    for id in PLAIN:
        program.commands.do(id)
        yield id.replace("_", "-"), shot(program)
    program.bench.handle(ShowSource("indicator", "supply_restored"))
    yield "source-card", shot(program, SourceDialog)
    program.commands.do("manual")
    program.dialog(ManualDialog).turn("30-scores")
    yield "manual", shot(program, ManualDialog)
    deal = program.bench.deal
    versions = deal.versions
    for (at, who), note in zip(KEPT, NOTES[program.language], strict=True):
        versions = keep(versions, deal.document, at=at, who=who, note=note)
    program.bench.keep(deal.with_versions(versions))
    program.commands.do("versions")
    yield "versions", shot(program)
