"""What must hold whatever a file says: a sentence or a result, in time, and nothing done beside reading."""

import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dealbuilder.document.attached import TAKE
from dealbuilder.errors import DealError

SECONDS = 20.0
"""Longest that one hostile file may take, with the tracer of coverage on a busy machine."""
MEMORY = 1_500_000
"""Most by which one file may raise the highest memory of the process, kB."""

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.startfile", "ctypes.",
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown",
    "os.utime", "shutil.", "tempfile.", "sqlite3.enable_load_extension", "sqlite3.load_extension", "webbrowser.",
    "pickle.",
)  # fmt: skip
"""What reading a file never does."""
STRANGERS = ("socket", "ssl", "http", "urllib.request", "ftplib", "subprocess", "pickle", "webbrowser")
"""Modules that reading a file never needs."""


class Fault(AssertionError):
    """What a hostile file must never bring about."""


class _Guard:
    """Watches what the interpreter is asked to do while a file is being read; hooks cannot be taken off again."""

    def __init__(self) -> None:
        self.folder: str | None = None
        self.found: list[str] = []
        self.open: tuple[str, ...] = ()

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.folder is None:
            return
        if event == "open":
            self._opened(*arguments)
        elif event == "sqlite3.connect" and arguments[0] != ":memory:":
            self.found.append(f"SQLite opened {arguments[0]!r}")
        elif event == "import":
            if arguments[0] in STRANGERS:
                self.found.append(f"imported {arguments[0]}")
        elif event == "subprocess.Popen" and self._reads_a_pdf(arguments[1]):
            return
        elif event.startswith(FORBIDDEN):
            self.found.append(f"{event} {str(arguments)[:200]}")

    def _reads_a_pdf(self, words: object) -> bool:
        """Return whether the process that is begun is our own reader of PDFs, for a file in the folder."""
        asked = list(words) if isinstance(words, list | tuple) else []
        return asked[:-1] == [sys.executable, "-m", "dealbuilder", TAKE] and asked[-1].startswith(str(self.folder))

    def _opened(self, path: object, mode: object, flags: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        name = os.fsdecode(path)
        if isinstance(flags, int) and flags & WRITES and not name.startswith("/dev/"):
            self.found.append(f"opened {name} for writing")
        elif not name.startswith((str(self.folder), *self.open, "/proc/self/", "/dev/", "<")):
            self.found.append(f"read {name}")


_guard = _Guard()
_hooked: list[bool] = []


def _roots() -> tuple[str, ...]:
    here = Path(__file__).resolve().parent.parent.parent
    shared = ("/usr/share/zoneinfo", "/etc/localtime")
    return tuple({str(here), sys.prefix, sys.base_prefix, *(entry for entry in sys.path if entry), *shared})


@contextmanager
def watched(folder: Path) -> Iterator[None]:
    """Raise Fault if what is done within reads or writes anything beside the folder, or reaches out of the process."""
    if not _hooked:
        sys.addaudithook(_guard)
        _hooked.append(True)
        _guard.open = _roots()
    _guard.folder, _guard.found = str(folder), []
    try:
        yield
    finally:
        _guard.folder = None
    if _guard.found:
        raise Fault("; ".join(_guard.found[:5]))


def told(read: Callable[[], Any], folder: Path) -> Any:
    """Return what reading gives, None where it was refused with a sentence; raise Fault if anything else came of it."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    highest, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    found = None
    try:
        with watched(folder):
            found = read()
    except DealError as error:
        _sentence(error)
    took, grown = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - highest
    if took > SECONDS:
        raise Fault(f"it took {took:.1f} s")
    if grown > MEMORY:
        raise Fault(f"it took {grown:,} kB of memory")
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    if after != before:
        raise Fault(f"files were changed: {sorted(str(path) for path in {*before, *after})[:5]}")
    return found


def _sentence(error: DealError) -> None:
    for text in (error.message, error.told("zh"), str(error)):
        if not text.strip():
            raise Fault("the refusal says nothing") from error
        if "Traceback" in text or "<dealbuilder." in text or " object at 0x" in text:
            raise Fault(f"the refusal shows our insides: {text[:200]}") from error
        if len(text) > 100_000:
            raise Fault(f"the refusal has {len(text):,} characters") from error
