"""The safety net: the whole deal is put aside after every commit, and found again after a crash."""

import contextlib
import hashlib
import json
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from dealbuilder import paths
from dealbuilder.document import file, litter
from dealbuilder.document.embed import from_bytes, to_bytes
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded, Stamps
from dealbuilder.document.lock import Holder, Lock, take
from dealbuilder.document.reading import read_bytes
from dealbuilder.document.replacing import replace_file
from dealbuilder.document.session import Session
from dealbuilder.document.versions import Version
from dealbuilder.errors import DealError, reason

_TAG = 8
_PLACES = 100
"""Copies of one deal in one file that may wait beside one another, each left by another crash."""


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A deal that was put aside and not discarded.

    `digest`: of its file as the work on it knew it last; saving it back is refused if the file is another by now.
    """

    file: Path
    original: Path | None
    title: str
    at: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A place for one window's recovery copy; no other window writes, offers or removes it while the lock is held."""

    file: Path
    lock: Lock | None

    def release(self) -> None:
        """Leave the place to others, with the copy in it if there is one."""
        if self.lock is not None:
            self.lock.release()


def folder() -> Path:
    """Return the folder where deals are put aside; it may not exist yet."""
    return paths.state_folder() / "recovery"


def place(history: History, original: Path | None) -> Path:
    """Return where a deal is put aside; two copies of one deal in two files do not meet."""
    id = history.document.id
    stem = id if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", id) else hashlib.sha256(id.encode()).hexdigest()[:32]
    tag = (
        hashlib.sha256(str(original.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:_TAG]
        if original
        else ""
    )
    return folder() / f"{stem}{'-' if tag else ''}{tag}.deal"


def claim(history: History, original: Path | None, at: str = "") -> Claim:
    """Take a place for a recovery copy where none lies and nobody else is about to put one."""
    first = place(history, original)
    for number in range(1, _PLACES):
        wanted = first if number == 1 else first.with_name(f"{first.stem}-{number}.deal")
        lock = take(wanted, at)
        if isinstance(lock, Holder):
            continue
        if not _lies(wanted):
            return Claim(wanted, lock)
        if lock is not None:
            lock.release()
    return Claim(first.with_name(f"{first.stem}-{secrets.token_hex(_TAG)}.deal"), None)


def put_aside(
    history: History,
    original: Path | None,
    *,
    versions: tuple[Version, ...] = (),
    session: Session = (),
    stamps: Stamps | None = None,
    at: str = "",
    aside: Path | None = None,
    labelled: bool = False,
) -> Path:
    """Put the whole deal aside and return where; raise DealError if that fails (the deal itself is not touched).

    `aside` is the place that was claimed; `labelled`: its label is there already or comes after.
    """
    aside = aside or place(history, original)
    try:
        aside.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DealError(
            f"The recovery copy could not be written to {aside.parent} ({error.strerror}).",
            "Save the deal now.",
            zh=f"恢复副本无法写入 {aside.parent}（{reason(error).zh}）。",
            zh_hint="请立即保存协议。",
        ) from error
    replace_file(aside, to_bytes(history, versions, stamps, session))
    if not labelled:
        label(aside, original, at)
    return aside


def label(aside: Path, original: Path | None, at: str = "", digest: str = "", coming: str = "") -> None:
    """Say of a copy whence it came and when; raise DealError if that cannot be written.

    `digest`: of the original as it was opened or last saved; `coming`: as a save that is under way will leave it.
    """
    where = str(original.resolve()) if original else ""
    told = {"original": where, "at": at, "digest": digest, "coming": coming}
    # Escaped to ASCII, a name that is no valid text survives too.
    replace_file(aside.with_suffix(".json"), json.dumps(told).encode())


def recoverable() -> tuple[Recoverable, ...]:
    """Return the deals put aside that nobody has open, newest first; those that cannot be read are moved away.

    What its file holds already, as after a crash just after a save, is no unsaved work and goes.
    """
    found: list[Recoverable] = []
    cut_off = {litter.wanted(rest) for rest in folder().glob(".*.deal.*.tmp")}
    for aside in sorted({*folder().glob("*.deal"), *cut_off}):
        lock = take(aside)
        if isinstance(lock, Holder):
            continue
        try:
            if lock is not None:
                _finish(aside)
            one = _looked_at(aside)
            if one is not None:
                found.append(one)
        finally:
            if lock is not None:
                lock.release()
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def adopt(one: Recoverable, at: str = "") -> Claim:
    """Take a copy over, to restore or to discard it; raise DealError if another window has done so meanwhile."""
    lock = take(one.file, at)
    if not isinstance(lock, Holder) and _lies(one.file):
        return Claim(one.file, lock)
    if isinstance(lock, Lock):
        lock.release()
    raise DealError(
        "Another window has taken this unsaved work up; it was left alone.",
        "Look for that window, or open the list again.",
        zh="另一窗口已接手这份未保存的工作，此处未作改动。",
        zh_hint="请找到该窗口，或重新打开列表。",
    )


def restore(one: Recoverable) -> Loaded:
    """Return a deal that was put aside; it stays there until it is discarded."""
    return from_bytes(read_bytes(one.file), str(one.file))


def discard(aside: Path) -> None:
    """Remove a deal that was put aside, as after a save; what is not there is no fault."""
    for path in (aside, aside.with_suffix(".json")):
        with contextlib.suppress(OSError):
            path.unlink()


def _lies(aside: Path) -> bool:
    """Say whether a copy lies there, or may: a disk that does not answer says nothing."""
    try:
        return aside.exists()
    except OSError:
        return True


def _finish(aside: Path) -> None:
    """Put in place a copy that was written whole when the program was killed, and remove what is not whole."""
    with contextlib.suppress(OSError):
        for rest in sorted(litter.rests(aside), key=lambda rest: rest.stat().st_mtime_ns):
            newer = not aside.exists() or rest.stat().st_mtime_ns > aside.stat().st_mtime_ns
            with contextlib.suppress(DealError):
                if newer and from_bytes(read_bytes(rest), str(rest)):
                    rest.replace(aside)
                    continue
            rest.unlink()
        for rest in litter.rests(aside.with_suffix(".json")):
            rest.unlink()


def _looked_at(aside: Path) -> Recoverable | None:
    try:
        data = read_bytes(aside)
    except DealError:
        # A disk that does not answer now may do so later.
        return None
    try:
        loaded = from_bytes(data, str(aside))
    except DealError:
        _move_away(aside)
        return None
    original, at, digest = _told(aside)
    if original is not None and _holds(original, loaded):
        discard(aside)
        return None
    return Recoverable(aside, original, loaded.history.document.title, at, digest)


def _holds(original: Path, aside: Loaded) -> bool:
    """Say whether a file holds all that a copy of it does."""
    try:
        kept = file.load(original)
    except DealError:
        return False
    return (kept.history.document, kept.versions, kept.session) == (
        aside.history.document,
        aside.versions,
        aside.session,
    )


def _told(aside: Path) -> tuple[Path | None, str, str]:
    """Return whence a deal came, when it was put aside and its file's digest, as far as its label can be read."""
    try:
        told = json.loads(aside.with_suffix(".json").read_bytes()[:50_000])
        original, at = (Path(told["original"]) if told["original"] else None), str(told["at"])
        digest, coming = str(told.get("digest", "")), str(told.get("coming", ""))
        # A save that was cut off may have put the file in place before it could say so.
        if original is not None and coming and file.digest_of(original) == coming:
            digest = coming
        return original, at, digest
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None, "", ""


def _move_away(aside: Path) -> None:
    with contextlib.suppress(OSError):
        broken = folder() / "broken"
        broken.mkdir(exist_ok=True)
        for path in (aside, aside.with_suffix(".json")):
            if path.exists():
                kept = broken / path.name
                path.replace(kept if not kept.exists() else kept.with_stem(f"{kept.stem}-{secrets.token_hex(4)}"))
