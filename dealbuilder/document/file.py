"""A deal file, read and written whole."""

from pathlib import Path

from dealbuilder.document import carrier
from dealbuilder.document.embed import from_bytes, to_bytes
from dealbuilder.document.header import needs_log
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Loaded, Stamps
from dealbuilder.document.reading import read_bytes
from dealbuilder.document.replacing import replace_file
from dealbuilder.document.versions import Version
from dealbuilder.errors import FileProblem


def load(path: Path) -> Loaded:
    """Read a deal file, which is closed again and never changed; raise FileProblem if it is not one or is damaged."""
    data = read_bytes(path)
    log = path.with_name(path.name + "-wal")
    if needs_log(data) and log.exists() and log.stat().st_size > 0:
        raise FileProblem(
            str(path),
            "another program has it open and has not finished writing. It was not changed.",
            "Close that program and open the deal again.",
        )
    return from_bytes(data, str(path))


def open_any(path: Path) -> Loaded:
    """Read a deal from a deal file or from a PDF that carries one, told apart by their first bytes."""
    if read_bytes(path, 1024).lstrip().startswith(carrier.MAGIC):
        return carrier.load(path)
    return load(path)


def save(path: Path, history: History, versions: tuple[Version, ...] = (), stamps: Stamps | None = None) -> None:
    """Write a deal file whole in place of the old one; raise DealError, with the old one as it was, if that fails."""
    data = to_bytes(history, versions, stamps)
    if from_bytes(data, str(path)).history.document != history.document:
        raise AssertionError("the file would not open as the deal that is saved")
    replace_file(path, data)
