"""The deal as a file: opened, saved, locked, put aside after every commit and found again, all in a thread."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from dealbuilder import __version__
from dealbuilder.document import file, recovery
from dealbuilder.document.document import Document, Target
from dealbuilder.document.examples import Example
from dealbuilder.document.loaded import Loaded, Stamps
from dealbuilder.document.lock import Holder, Lock, take
from dealbuilder.document.new import new_document
from dealbuilder.document.recovery import Recoverable
from dealbuilder.errors import DealError
from dealbuilder.report import befallen
from dealbuilder.ui.jobs import Runner, Tick
from dealbuilder.ui.open_deal import OpenDeal, from_document, from_file
from dealbuilder.ui.workbench import Workbench, now

ASIDE_DELAY = 400
"""Milliseconds between a commit and its recovery copy, so that a drag is put aside once."""

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
        self._aside: Path | None = None
        self._aside_lock: Lock | None = None
        self._found: Recoverable | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASIDE_DELAY)
        self._timer.timeout.connect(self._put_aside)
        workbench.committed.connect(self._timer.start)

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
        self._runner.start("open", lambda tick: file.load(path), done, self.refused.emit)

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
        self._runner.start("open", work, done, self.refused.emit)

    def restore(self, one: Recoverable) -> None:
        """Put a deal that was put aside back on the desk; its file is written only when the user saves."""

        def done(loaded: object) -> None:
            if not isinstance(loaded, Loaded):
                return
            path = str(one.original) if one.original else ""
            lock = take(one.original, now()) if one.original else None
            if isinstance(lock, Holder):
                self.noticed.emit(lock.sentence(self._workbench.language))
                path, lock = "", None
            self._take(replace(from_file(loaded, path), kept=None, digest=""), lock)
            self._found = one
            self.noticed.emit(self.tr("This is unsaved work from {time}; save it to keep it.").format(time=one.at))

        self._runner.start("open", lambda tick: recovery.restore(one), done, self.refused.emit)

    def save(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Write the deal to a file, then do what waits for it."""
        deal = self._workbench.deal
        if deal is None:
            return
        stamps = self._stamps(deal.document)
        other = str(path.resolve()) != deal.path

        def work(tick: Tick) -> tuple[Lock | None, str]:
            lock = take(path, now()) if other else None
            if isinstance(lock, Holder):
                raise DealError(lock.sentence("en"), zh=lock.sentence("zh"))
            expected = "" if other else deal.digest
            return lock, file.save(path, deal.history, deal.versions, stamps, session=deal.session, expected=expected)

        def done(value: object) -> None:
            lock, digest = value  # pyright: ignore[reportGeneralTypeIssues]
            now_open = self._workbench.deal
            if now_open is None:
                return
            self._discard()
            if other:
                self._free()
                self._lock = lock if isinstance(lock, Lock) else None
            self._workbench.keep(now_open.saved(str(path.resolve()), deal, digest))
            self.saved.emit(str(path.resolve()))
            if then is not None:
                then()

        self._runner.start("save", work, done, self.refused.emit)

    def close(self) -> None:
        """Take the deal off the desk and forget what was put aside of it."""
        self._timer.stop()
        self._discard()
        self._free()
        self._workbench.close()

    def rescue(self) -> str:
        """Put unsaved work aside at once and return where; empty if there is none."""
        deal = self._workbench.deal
        if deal is None or not deal.unsaved:
            return ""
        original = Path(deal.path) if deal.path else None
        return str(recovery.put_aside(deal.history, original, versions=deal.versions, session=deal.session, at=now()))

    def _take(self, deal: OpenDeal, lock: Lock | None = None) -> None:
        self.close()
        self._lock = lock
        self._workbench.open(deal)
        self.opened.emit()

    def _open_here(self, path: Path) -> bool:
        deal = self._workbench.deal
        return deal is not None and deal.path == str(path.resolve())

    def _put_aside(self) -> None:
        deal = self._workbench.deal
        if deal is None or not deal.unsaved:
            return
        if self._runner.busy("aside") or self._runner.busy("save"):
            self._timer.start()
            return
        original = Path(deal.path) if deal.path else None

        def work(tick: Tick) -> Path:
            return recovery.put_aside(deal.history, original, versions=deal.versions, session=deal.session, at=now())

        def done(aside: object) -> None:
            if isinstance(aside, Path) and aside != self._aside and self._workbench.deal is not None:
                lock = recovery.guard(aside, now())
                self._aside, self._aside_lock = aside, lock if isinstance(lock, Lock) else None

        self._runner.start("aside", work, done, self.refused.emit)

    def _discard(self) -> None:
        """Remove the recovery copy; the deal is saved or given up."""
        self._runner.cancel("aside")
        if self._aside is not None:
            recovery.discard(self._aside)
        if self._aside_lock is not None:
            self._aside_lock.release()
        if self._found is not None:
            recovery.discard(self._found.file)
        self._aside = self._aside_lock = self._found = None

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
