"""The safety net: the whole deal is put aside after every commit, and found again after a crash."""

import contextlib
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from dealbuilder import paths
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


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A deal that was put aside and not discarded."""

    file: Path
    original: Path | None
    title: str
    at: str


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


def put_aside(
    history: History,
    original: Path | None,
    *,
    versions: tuple[Version, ...] = (),
    session: Session = (),
    stamps: Stamps | None = None,
    at: str = "",
) -> Path:
    """Put the whole deal aside and return where; raise DealError if that fails (the deal itself is not touched)."""
    aside = place(history, original)
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
    label = {"original": str(original.resolve()) if original else "", "at": at}
    # Escaped to ASCII, a name that is no valid text survives too.
    replace_file(aside.with_suffix(".json"), json.dumps(label).encode())
    return aside


def guard(aside: Path, at: str = "") -> Lock | Holder | None:
    """Take the lock of a deal put aside, so that no other window offers it while it is being worked on."""
    return take(aside, at)


def recoverable() -> tuple[Recoverable, ...]:
    """Return the deals put aside that nobody has open, newest first; those that cannot be read are moved away."""
    found: list[Recoverable] = []
    for aside in sorted(folder().glob("*.deal")):
        lock = take(aside)
        if isinstance(lock, Holder):
            continue
        try:
            loaded = from_bytes(read_bytes(aside), str(aside))
        except DealError:
            _move_away(aside)
        else:
            original, at = _label(aside)
            found.append(Recoverable(aside, original, loaded.history.document.title, at))
        finally:
            if lock is not None:
                lock.release()
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


def restore(one: Recoverable) -> Loaded:
    """Return a deal that was put aside; it stays there until it is discarded."""
    return from_bytes(read_bytes(one.file), str(one.file))


def discard(aside: Path) -> None:
    """Remove a deal that was put aside, as after a save; what is not there is no fault."""
    for path in (aside, aside.with_suffix(".json")):
        with contextlib.suppress(OSError):
            path.unlink()


def _label(aside: Path) -> tuple[Path | None, str]:
    """Return whence a deal came and when it was put aside, as far as its label can be read."""
    try:
        label = json.loads(aside.with_suffix(".json").read_bytes()[:50_000])
        original, at = label["original"], label["at"]
        return (Path(original) if original else None), str(at)
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return None, ""


def _move_away(aside: Path) -> None:
    with contextlib.suppress(OSError):
        broken = folder() / "broken"
        broken.mkdir(exist_ok=True)
        for path in (aside, aside.with_suffix(".json")):
            if path.exists():
                path.replace(broken / path.name)
