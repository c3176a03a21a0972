"""The deal as a file: opened, saved, locked and found again after a crash, all in a thread."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from dealbuilder import __version__
from dealbuilder.document import file, recovery
from dealbuilder.document.document import Document, Target
from dealbuilder.document.examples import Example
from dealbuilder.document.loaded import Loaded, Stamps
from dealbuilder.document.lock import Holder, Lock, take
from dealbuilder.document.new import new_document
from dealbuilder.document.recovery import Claim, Recoverable
from dealbuilder.errors import DealError
from dealbuilder.report import befallen
from dealbuilder.ui.jobs import Runner, Tick, Work
from dealbuilder.ui.open_deal import OpenDeal, from_document, from_file
from dealbuilder.ui.safety import Safety
from dealbuilder.ui.workbench import Workbench, now

DIGEST = 8
"""Characters of a catalogue's hash in a notice, for two catalogues of one version."""


class Papers(QObject):
    """Signals: `noticed` a sentence, `refused` a DealError, `opened` a deal is on the desk, `saved` its path."""

    noticed = Signal(object)
    refused = Signal(object)
    opened = Signal()
    saved = Signal(object)

    def __init__(self, workbench: Workbench, runner: Runner, pack: str, draws: int, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._runner = runner
        self._pack = pack
        self._draws = draws
        self._lock: Lock | None = None
        self._sitting = 0
        """Counts the deals on the desk: an answer about an earlier one is none about this one."""
        self._again: tuple[Path, Callable[[], None] | None] | None = None
        self._safety = Safety(workbench, runner, self)
        self._safety.failed.connect(self.refused)

    def begin_from(self, pack: str) -> None:
        """Let new deals start from another baseline pack."""
        self._pack = pack

    def new(self, targets: tuple[Target, ...] = ()) -> None:
        """Put a new deal with one empty package on the desk."""
        document = new_document(pack=self._pack).model_copy(update={"targets": targets, "draws": self._draws})
        self._take(from_document(document))

    def open_example(self, example: Example, targets: tuple[Target, ...] = ()) -> None:
        """Put a copy of a shipped deal on the desk; the shipped file is never written."""

        def done(loaded: object) -> None:
            if isinstance(loaded, Loaded):
                document = loaded.history.document
                marks = {target.indicator: target for target in (*document.targets, *targets)}
                fresh = {"id": uuid.uuid4().hex, "targets": tuple(marks.values())}
                self._take(from_document(document.model_copy(update=fresh)))

        path = example.path_in(self._workbench.language)
        self._open(lambda tick: file.load(path), done)

    def open_path(self, path: Path) -> None:
        """Open a deal file, or the deal that a PDF carries; a file someone else has open comes up read-only."""

        def work(tick: Tick) -> tuple[Loaded, Lock | Holder | None]:
            loaded = file.open_any(path)
            return loaded, None if loaded.carried else take(path, now())

        def done(value: object) -> None:
            loaded, lock = value  # pyright: ignore[reportGeneralTypeIssues]
            deal = from_file(loaded, str(path.resolve()), locked=isinstance(lock, Holder))
            self._take(deal, lock if isinstance(lock, Lock) else None)
            notices = [one.get(self._workbench.language) for one in loaded.notices]
            for notice in (*notices, *self._strange(loaded)):
                self.noticed.emit(notice)
            if isinstance(lock, Holder):
                self.noticed.emit(lock.sentence(self._workbench.language))
            self._compare_stamps(loaded.stamps)

        if self._open_here(path):
            self.opened.emit()
            return
        self._open(work, done)

    def restore(self, one: Recoverable) -> None:
        """Put a deal that was put aside back on the desk; its file is written only when the user saves."""
        here = one.original is not None and self._open_here(one.original)

        def work(tick: Tick) -> tuple[Loaded, Claim, Lock | Holder | None]:
            claim = recovery.adopt(one, now())
            try:
                return recovery.restore(one), claim, take(one.original, now()) if one.original and not here else None
            except BaseException:
                claim.release()
                raise

        def done(value: object) -> None:
            loaded, claim, lock = value  # pyright: ignore[reportGeneralTypeIssues]
            if here and one.original:
                self.close()
                lock = take(one.original, now())
            path = str(one.original) if one.original else ""
            held = isinstance(lock, Holder)
            deal = replace(from_file(loaded, "" if held else path), kept=None, digest="" if held else one.digest)
            self._take(deal, lock if isinstance(lock, Lock) else None)
            self._safety.adopt(claim)
            if isinstance(lock, Holder):
                self.noticed.emit(lock.sentence(self._workbench.language))
            self.noticed.emit(self.tr("This is unsaved work from {time}; save it to keep it.").format(time=one.at))

        self._open(work, done)

    def save(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Write the deal to a file, then do what waits for it; asked again meanwhile, it is written once more after."""
        deal = self._workbench.deal
        if deal is None:
            return
        if self._runner.busy("save"):
            self._again = (path, then)
            return
        stamps = self._stamps(deal.document)
        other = str(path.resolve()) != deal.path
        sitting = self._sitting

        def work(tick: Tick) -> tuple[Lock | None, str]:
            lock = take(path, now()) if other else None
            if isinstance(lock, Holder):
                raise DealError(lock.sentence("en"), zh=lock.sentence("zh"))
            expected = "" if other else deal.digest
            about = self._safety.before_save if sitting == self._sitting else None
            try:
                digest = file.save(
                    path,
                    deal.history,
                    deal.versions,
                    stamps,
                    session=deal.session,
                    expected=expected,
                    about=about,
                )
            except BaseException:
                if lock is not None:
                    lock.release()
                raise
            return lock, digest

        def done(value: object) -> None:
            lock, digest = value  # pyright: ignore[reportGeneralTypeIssues]
            now_open = self._workbench.deal
            if now_open is None or sitting != self._sitting:
                if lock is not None:
                    lock.release()
                return
            if other:
                self._free()
                self._lock = lock
            self._workbench.keep(now_open.saved(str(path.resolve()), deal, digest))
            self._safety.saved()
            self.saved.emit(str(path.resolve()))
            if then is not None:
                then()
            self._save_again()

        def failed(error: DealError) -> None:
            self._again = None
            self.refused.emit(error)

        self._runner.start("save", work, done, failed, keeping=True)

    def _save_again(self) -> None:
        again, self._again = self._again, None
        if again is not None:
            self.save(*again)

    def close(self, *, keeping: bool = False) -> None:
        """Take the deal off the desk and forget what was put aside of it, or leave that there for the next start."""
        self._sitting += 1
        self._again = None
        self._runner.cancel("open")
        self._safety.leave() if keeping else self._safety.drop()
        self._free()
        self._workbench.close()

    def rescue(self) -> str:
        """Put unsaved work aside at once and return where; empty if there is none."""
        return self._safety.put_aside_now()

    def _take(self, deal: OpenDeal, lock: Lock | None = None) -> None:
        self.close()
        self._lock = lock
        self._workbench.open(deal)
        self.opened.emit()

    def _open(self, work: Work, done: Callable[[object], None]) -> None:
        """Open in a thread; unless meanwhile somebody has begun to work on another deal, which stays on the desk."""
        before, sitting = self._workbench.deal, self._sitting

        def opened(value: object) -> None:
            deal = self._workbench.deal
            if deal is not None and deal.unsaved and (deal is not before or sitting != self._sitting):
                _release(value)
                self.refused.emit(
                    DealError(
                        self.tr("You went on working while another deal was being opened, so it was not opened."),
                        self.tr("Save your work, then open it again."),
                    )
                )
                return
            done(value)

        self._runner.start("open", work, opened, self.refused.emit, keeping=True)

    def _open_here(self, path: Path) -> bool:
        deal = self._workbench.deal
        return deal is not None and deal.path == str(path.resolve())

    def _free(self) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock = None

    def _strange(self, loaded: Loaded) -> list[str]:
        """Return what of a file's injects this catalogue cannot take."""
        document, catalogue, language = loaded.history.document, self._workbench.catalogue, self._workbench.language
        return befallen.unfit(catalogue, document, language)

    def _stamps(self, document: Document) -> Stamps:
        catalogue = self._workbench.catalogue
        return Stamps(
            dealbuilder=__version__, catalogue=catalogue.version, catalogue_digest=catalogue.digest, pack=document.pack
        )

    def _compare_stamps(self, stamps: Stamps) -> None:
        catalogue = self._workbench.catalogue
        if stamps.catalogue_digest and stamps.catalogue_digest != catalogue.digest:
            self.noticed.emit(
                self.tr(
                    "This deal was saved with catalogue {old}; it is scored with {new} here, so its scores may differ."
                ).format(
                    old=f"{stamps.catalogue}+{stamps.catalogue_digest[:DIGEST]}",
                    new=f"{catalogue.version}+{catalogue.digest[:DIGEST]}",
                )
            )


def _release(value: object) -> None:
    """Give free what was locked to open a deal that then was not opened."""
    for part in value if isinstance(value, tuple) else ():
        if isinstance(part, Lock | Claim):
            part.release()
