"""What can be done with a clause besides picking its level."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dealbuilder.ui.models.clauses import ClauseView


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing chosen from the menu of a clause; `what` is the id of an entry."""

    measure: str
    what: str


class ClauseMenu(QMenu):
    """The menu of one clause; `chosen` carries a `Deed`. `triggers`: the other side has a clause to wait for."""

    chosen = Signal(object)

    def __init__(self, view: ClauseView, read_only: bool, triggers: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measure = view.clause.measure
        self._locked = read_only
        self.triggered.connect(self._choose)
        self._entry("detail", self.tr("&Detail, condition and notes"), always=True)
        self._entry("why", self.tr("&Why this? Sources and legal basis"), always=True, able=view.known)
        self._entry("earned", self.tr("What it &earned"), always=True, able=view.known)
        self._entry("mirror", self.tr("&Its mirror on the other side"), always=True, able=bool(view.partners))
        self._entry("catalogue", self.tr("Show in the &catalogue"), always=True, able=view.known)
        self.addSeparator()
        self._entry("baseline", self.tr("&Back to baseline"), able=view.known and view.current != 0)
        snapback = self._entry("snapback", self.tr("&Snapback on breach"), able=view.known)
        snapback.setCheckable(True)
        snapback.setChecked(view.clause.snapback)
        timing = self.addMenu(self.tr("&Timing"))
        timing.setEnabled(view.known)
        self._entry("at_signature", self.tr("At &signature"), menu=timing)
        self._entry("after_90_days", self.tr("After &90 days"), menu=timing)
        self._entry(
            "on_trigger", self.tr("&Tranche on trigger: once the other side has delivered"), menu=timing, able=triggers
        )
        self._entry("own_ramp", self.tr("The instrument's own &ramp"), menu=timing)
        self._entry("same_for_group", self.tr("Same timing for all of its &group"), menu=timing)
        if view.guardrail:
            words = (
                self.tr("&Lock the guardrail again")
                if view.clause.unlocked
                else self.tr("&Unlock this guardrail on purpose")
            )
            self._entry("unlock", words)
        self.addSeparator()
        self._entry("up", self.tr("Move u&p"))
        self._entry("down", self.tr("Move do&wn"))
        self.addSeparator()
        self._entry("remove", self.tr("&Remove"))

    def _entry(
        self, what: str, text: str, *, able: bool = True, always: bool = False, menu: QMenu | None = None
    ) -> QAction:
        action = (menu or self).addAction(text)
        action.setObjectName(what)
        action.setEnabled(able and (always or not self._locked))
        return action

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(Deed(self._measure, action.objectName()))
