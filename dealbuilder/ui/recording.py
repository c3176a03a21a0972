"""The record of a workshop, kept as it happens: each entry stamped with time of day, seconds in, and round."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from dealbuilder.document.edits import Edit
from dealbuilder.document.session import ENTRIES, Changed, Happened, Session, bare, latest, running, telling
from dealbuilder.ui.open_deal import OpenDeal
from dealbuilder.ui.steady import steady

How = Literal["do", "undo", "redo"]


class Recorder:
    """Adds entries to a deal. Nothing is kept of a deal that is open read-only, or once the record is full."""

    def __init__(self, now: Callable[[], str], clock: Callable[[], float] = steady) -> None:
        self._now = now
        self._clock = clock
        self._zero: float | None = None

    def forget(self) -> None:
        """Take up with another deal."""
        self._zero = None

    def elapsed(self, session: Session) -> float | None:
        """Return seconds since the running session began, None if none runs."""
        if not running(session):
            return None
        return latest(session)[-1].seconds if self._zero is None else self._clock() - self._zero

    def added(self, deal: OpenDeal, entry: Happened) -> OpenDeal:
        """Return the deal with an entry, stamped; the deal as it is if it keeps no record."""
        if deal.read_only or len(deal.session) >= ENTRIES:
            return deal
        return deal.with_entry(self._stamped(latest(deal.session), entry))

    def changed(self, deal: OpenDeal, how: How, edit: Edit | None, *, same_step: bool) -> OpenDeal:
        """Return the deal after an edit, with the entry on it if a session runs and the edit may be told.

        Of the edits of one gesture that override each other, as each pixel of a drag does, the last is kept.
        """
        told = telling(edit) if edit is not None and running(deal.session) else None
        if told is None or deal.read_only:
            return deal
        entry = Changed(at="", how=how, edit=told, package=bare(deal.document.package()))
        last = deal.session[-1]
        if same_step and isinstance(last, Changed) and last.how == how == "do" and _target(last.edit) == _target(told):
            return replace(deal, session=(*deal.session[:-1], self._stamped(latest(deal.session), entry)))
        return self.added(deal, entry)

    def _stamped(self, earlier: Session, entry: Happened) -> Happened:
        """Return an entry with its times; a round is that of the entry before, unless a stage begins."""
        if entry.kind == "began" or self._zero is None:
            # A session that was left running goes on from where its record ends.
            self._zero = self._clock() - (earlier[-1].seconds if earlier and entry.kind != "began" else 0.0)
        fresh: dict[str, object] = {"at": self._now(), "seconds": round(max(self._clock() - self._zero, 0.0), 1)}
        if entry.kind not in ("began", "stage") and earlier:
            fresh["round"] = earlier[-1].round
        return entry.model_copy(update=fresh)


def _target(edit: Edit) -> tuple[object, ...]:
    """Return what an edit is about: two of one gesture with one target override each other."""
    whats = ("package", "measure", "parameter", "indicator", "id")
    inside = (getattr(edit, name, None) for name in ("clause", "change", "target", "inject"))
    return (type(edit), *(getattr(one, what, None) for one in (edit, *inside) for what in whats))
