"""A panel of the study: one question about the deal. It shows answers and names the work; it computes nothing."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from dealbuilder.ui.jobs import Work
from dealbuilder.ui.study.subject import Subject


@dataclass(frozen=True, slots=True)
class Filing:
    """What a panel wants written to a file: a name to begin with, kinds as "CSV (*.csv);;…", and how to write it.

    `write` is run in a thread and must touch no widget.
    """

    name: str
    kinds: str
    write: Callable[[Path], None]


class Panel(QWidget):
    """What every panel offers to the window of the study.

    `intent` carries what the panel asks of the workbench (Do, Preview, FocusClause, ShowSource …); `wanted` says that
    its own choices have changed, so that another answer is due. `filing` carries a Filing that was asked for.
    """

    intent = Signal(object)
    wanted = Signal()
    filing = Signal(object)

    id = ""
    """The panel's name in ShowStudy and in the table of actions."""

    def name(self) -> str:
        """Return the question in a few words, as the list of panels shows it."""
        raise NotImplementedError

    def choices(self) -> Hashable:
        """Return what the answer depends on beyond the deal: an indicator, a mode; equal choices have one answer."""
        return None

    def missing(self, subject: Subject) -> str:
        """Return why there is nothing to work out for this deal, in a sentence; empty if there is."""
        raise NotImplementedError

    def work(self, subject: Subject) -> Work:
        """Return the work that answers; it is run in a thread and must touch no widget."""
        raise NotImplementedError

    def show_subject(self, subject: Subject) -> None:
        """Show names, offers and language of a deal; the answer comes later."""
        raise NotImplementedError

    def show_answer(self, answer: object, subject: Subject) -> None:
        """Show what the work returned for this subject."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show no answer: there is none for this deal."""
        raise NotImplementedError

    def private(self) -> bool:
        """Return whether the answer rests on what only one party may see, so that it must not be kept."""
        return False

    def put_away(self) -> None:
        """Close what only one party may see: something is about to be presented, or a workshop begins."""

    def turn(self, to: str) -> None:
        """Bring one thing to the front, where somebody asked for it by its id: an indicator, a clause, a role."""

    def retranslate(self) -> None:
        """Write every text of its own anew."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
