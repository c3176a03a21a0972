"""The safety net under the desk: unsaved work is put aside within a second, in a thread that nothing else can hold."""

import contextlib
from pathlib import Path
from threading import Lock as Latch

from PySide6.QtCore import QObject, QTimer, Signal

from dealbuilder.document import recovery
from dealbuilder.document.recovery import Claim
from dealbuilder.errors import DealError
from dealbuilder.ui.jobs import Runner, Tick
from dealbuilder.ui.open_deal import OpenDeal
from dealbuilder.ui.workbench import Workbench, now

ASIDE_DELAY = 200
"""Milliseconds from the first commit that is not put aside yet: many of one drag go together, and none waits longer."""
MINUTE = 16
"""Characters of an ISO time up to its minute, the finest that a label tells."""
PATIENCE = 5.0
"""Seconds that a crash or the end of the session waits for a copy that is being written."""
RETRY_DELAY = 3000
"""Milliseconds until the next try where putting aside failed."""


class Safety(QObject):
    """Keeps a recovery copy of the deal on the desk; `failed` a DealError, once until it works again."""

    failed = Signal(object)

    def __init__(self, workbench: Workbench, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._runner = runner
        self._claim: Claim | None = None
        self._aside: OpenDeal | None = None
        """What the copy holds."""
        self._label: tuple[object, ...] = ()
        """What the copy's label says."""
        self._coming = ""
        """Digest of what a save that is under way puts in place."""
        self._told = False
        self._sitting = 0
        self._writing = Latch()
        """Held by who writes or removes the copy, so that none is written after it was removed."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._put_aside)
        workbench.committed.connect(self._soon)

    def adopt(self, claim: Claim) -> None:
        """Go on with the copy from which the deal on the desk was restored."""
        self._claim = claim

    def before_save(self, digest: str) -> None:
        """Bring a copy that there is up to date, in the thread that saves: it never stays older than the file.

        `digest` is the one the file will have.
        """
        with self._writing, contextlib.suppress(DealError):
            deal, self._coming = self._workbench.deal, digest
            if self._claim is not None and deal is not None:
                self._write(deal)

    def saved(self) -> None:
        """Remove the copy if the file holds all there is; else renew it: the file it belongs to is another now."""
        deal, self._coming = self._workbench.deal, ""
        if deal is not None and deal.unsaved:
            self._timer.start(0)
        else:
            self.drop()

    def drop(self) -> None:
        """Remove the copy: the deal is saved or given up."""
        claim = self._end()
        if claim is not None:
            recovery.discard(claim.file)
            claim.release()

    def leave(self) -> None:
        """Take no more care of the deal and leave its copy for the next start."""
        claim = self._end()
        if claim is not None:
            claim.release()

    def put_aside_now(self) -> str:
        """Put unsaved work aside before returning; return where, empty if there is none."""
        deal = self._workbench.deal
        if deal is None or not deal.unsaved:
            return ""
        if not self._writing.acquire(timeout=PATIENCE):
            return ""
        try:
            return str(self._write(deal))
        finally:
            self._writing.release()

    def _end(self) -> Claim | None:
        self._timer.stop()
        self._runner.cancel("aside")
        with self._writing:
            self._sitting += 1
            self._coming = ""
            claim, self._claim, self._aside, self._label = self._claim, None, None, ()
        return claim

    def _write(self, deal: OpenDeal) -> Path:
        """Write the copy, and its label where that says something else by now; whoever calls holds the latch."""
        original, at = Path(deal.path) if deal.path else None, now()
        self._claim = claim = self._claim or recovery.claim(deal.history, original, at)
        recovery.put_aside(
            deal.history, original, versions=deal.versions, session=deal.session, aside=claim.file, labelled=True
        )
        label = (original, at[:MINUTE], deal.digest, self._coming)
        if label != self._label:
            recovery.label(claim.file, original, at, deal.digest, self._coming)
            self._label = label
        return claim.file

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(ASIDE_DELAY)

    def _put_aside(self) -> None:
        deal = self._workbench.deal
        if deal is None or deal is self._aside:
            return
        if not deal.unsaved:
            # Everything was taken back: a copy of what was given up is no unsaved work.
            self.drop()
            return
        if self._runner.busy("aside"):
            self._soon()
            return
        sitting = self._sitting

        def work(tick: Tick) -> OpenDeal | None:
            with self._writing:
                # Asked only now: since this work was begun, a save may have put a later state aside.
                deal = self._workbench.deal
                if sitting != self._sitting or deal is None:
                    return None
                self._write(deal)
            return deal

        self._runner.start("aside", work, self._done, self._failed, keeping=True)

    def _done(self, deal: object) -> None:
        if isinstance(deal, OpenDeal):
            self._aside, self._told = deal, False
            if self._workbench.deal is not deal:
                self._soon()

    def _failed(self, error: DealError) -> None:
        self._timer.start(RETRY_DELAY)
        if not self._told:
            self._told = True
            self.failed.emit(
                DealError(
                    self.tr("Your work cannot be put aside at the moment, so a crash would lose it: {reason}").format(
                        reason=error.message
                    ),
                    self.tr("Save the deal now and then; this is said once."),
                )
            )
