"""A deal file, read and written whole."""

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from dealbuilder.document import attached, carrier
from dealbuilder.document.embed import from_bytes, to_bytes
from dealbuilder.document.header import needs_log
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded, Stamps
from dealbuilder.document.reading import read_bytes
from dealbuilder.document.replacing import replace_file
from dealbuilder.document.session import Session
from dealbuilder.document.versions import Version
from dealbuilder.errors import DealError, FileProblem, Words

PROTECTED = Words(
    "The file or its folder is write-protected, so the deal opens for reading; save it as another file.",
    "文件或其文件夹设有写保护，因此以只读方式打开；请另存为其他文件。",
)


def load(path: Path) -> Loaded:
    """Read a deal file, which is closed again and never changed; raise FileProblem if it is not one or is damaged."""
    data = read_bytes(path)
    if needs_log(data) and _unfinished(path):
        raise FileProblem(
            str(path),
            "another program has it open and has not finished writing. It was not changed.",
            "Close that program and open the deal again.",
            zh="另一程序正打开此文件，且尚未写完；文件没有被改动。",
            zh_hint="请关闭该程序，再重新打开协议。",
        )
    loaded = replace(from_bytes(data, str(path)), digest=_digest(data))
    try:
        target = path.resolve()
        free = os.access(target, os.W_OK) and os.access(target.parent, os.W_OK)
    except OSError:
        # What cannot even be asked cannot be written either.
        free = False
    if free:
        return loaded
    return replace(loaded, read_only=True, notices=(*loaded.notices, PROTECTED))


def open_any(path: Path) -> Loaded:
    """Read a deal from a deal file or from a PDF that carries one, told apart by their first bytes."""
    if attached.is_pdf(read_bytes(path, 1024)):
        return carrier.load(path)
    return load(path)


def save(
    path: Path,
    history: History,
    versions: tuple[Version, ...] = (),
    stamps: Stamps | None = None,
    *,
    session: Session = (),
    expected: str = "",
    about: Callable[[str], object] | None = None,
) -> str:
    """Write a deal file whole in place of the old one and return its digest.

    Raise DealError, with the old file as it was, if that fails. `expected` is the digest the file had when it was
    opened or last saved: if somebody else has changed the file since, nothing is written. `about` is told the digest
    just before the file is put in place.
    """
    data = to_bytes(history, versions, stamps, session)
    if from_bytes(data, str(path)).history.document != history.document:
        raise AssertionError("the file would not open as the deal that is saved")
    if expected and not _gone(path) and _digest(read_bytes(path)) != expected:
        raise FileProblem(
            str(path),
            "the file has been changed by somebody else since you opened it, so it was not overwritten.",
            "Save under another name, then open both and compare.",
            zh="打开之后，此文件已被他人更改，因此没有覆盖。",
            zh_hint="请以其他名称保存，再同时打开两者加以比较。",
        )
    digest = _digest(data)
    if about is not None:
        about(digest)
    replace_file(path, data)
    return digest


def digest_of(path: Path) -> str:
    """Return the digest of a file as it is now, empty if it cannot be read."""
    try:
        return _digest(read_bytes(path))
    except DealError:
        return ""


def _unfinished(path: Path) -> bool:
    """Say whether a write-ahead log beside the file holds something, or may."""
    log = path.with_name(path.name + "-wal")
    try:
        return log.exists() and log.stat().st_size > 0
    except OSError:
        return True


def _gone(path: Path) -> bool:
    """Say whether a file was removed; one that does not answer is there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
