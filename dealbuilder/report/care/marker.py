"""The mark of a program that runs: what is left of it after the end says that the end was none.

Python's fault handler writes into it when the program dies in a library; after a kill or a power cut it is just there.
"""

import contextlib
import faulthandler
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dealbuilder.document.lock import Lock, take
from dealbuilder.report.care import shelf
from dealbuilder.report.care.scrubbing import short

RULE = "--- what the fault handler wrote ---\n"
LONGEST = 200_000
"""Bytes of a mark that are read."""
CALL = 'File "'


@dataclass(frozen=True, slots=True)
class Left:
    """A program that never ended: when it began (ISO), and what the fault handler wrote, "" after a kill."""

    at: str
    about: str
    fault: str

    def text(self) -> str:
        """Return the report."""
        return f"dealbuilder ended without an end; it was started at {self.at}\n{self.about}\n\n{self.fault}"


class Marker:
    """Lies there from `begin` to `end`; held by a lock, so that another window does not take it for left over."""

    def __init__(self) -> None:
        self._path = shelf.folder() / f"run-{os.getpid()}-{secrets.token_hex(4)}.txt"
        self._file: IO[str] | None = None
        self._lock: Lock | None = None
        self._before = faulthandler.is_enabled()

    def begin(self) -> bool:
        """Lay the mark down and let the fault handler write into it; say whether that could be done."""
        head = "\n".join((shelf.now(), *shelf.about(), RULE))
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = take(self._path, shelf.now())
            if not isinstance(lock, Lock):
                # Nobody could tell it from one that was left over.
                return False
            self._lock = lock
            file = self._path.open("w", encoding="utf-8")
            self._file = file
            file.write(head)
            file.flush()
            faulthandler.enable(file)
        except (OSError, RuntimeError, ValueError):
            self.end()
            return False
        return True

    def note(self, text: str) -> None:
        """Write something that must be there even if this is the last thing the program does."""
        if self._file is not None:
            with contextlib.suppress(OSError, ValueError):
                self._file.write(text)
                self._file.flush()

    def end(self) -> None:
        """Take the mark away: this was an end."""
        if self._file is not None:
            faulthandler.disable()
            if self._before:
                with contextlib.suppress(OSError, ValueError, AttributeError, RuntimeError):
                    faulthandler.enable()
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def left_over() -> tuple[Left, ...]:
    """Return what programs left that never ended, and take it away: it is told once."""
    found: list[Left] = []
    try:
        marks = sorted(shelf.folder().glob("run-*.txt"))
    except OSError:
        return ()
    for path in marks:
        lock = take(path)
        if not isinstance(lock, Lock):
            continue
        try:
            if path.exists():
                found.append(_read(path))
                path.unlink()
        except OSError:
            continue
        finally:
            lock.release()
    return tuple(found)


def _read(path: Path) -> Left:
    with path.open("rb") as file:
        text = file.read(LONGEST).decode("utf-8", "replace")
    head, _, fault = text.partition(RULE)
    at, _, about = head.partition("\n")
    return Left(at.strip(), about.strip(), "\n".join(_line(line) for line in fault.splitlines()).strip())


def _line(line: str) -> str:
    """Return a line of the fault handler with the path in it shortened."""
    before, mark, rest = line.partition(CALL)
    path, quote, after = rest.partition('"')
    return f"{before}{mark}{short(path)}{quote}{after}" if mark else line
