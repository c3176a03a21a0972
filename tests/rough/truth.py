"""What really happened: a child writes a line for each thing it did, and the parent reads them after the kill."""

import hashlib
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from dealbuilder.document.document import Document


def digest(document: Document) -> str:
    """Return a mark of a state; equal documents have equal ones."""
    return hashlib.sha256(document.model_dump_json().encode()).hexdigest()[:20]


class Teller:
    """Writes lines that survive the process: they are with the system before anything else happens."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o600)

    def tell(self, kind: str, what: str = "", at: float | None = None) -> None:
        """Write one line; `at` in seconds of the clock that nobody can set."""
        moment = time.monotonic() if at is None else at
        os.write(self._handle, f"{kind}\t{moment:.4f}\t{what}\n".encode())


@dataclass
class Told:
    """The lines of one child: states in the order they came about, with their times, and what was under way."""

    states: list[tuple[float, str]] = field(default_factory=list)
    doing: set[str] = field(default_factory=set)
    ready: bool = False
    restored: str = ""
    faults: list[str] = field(default_factory=list)

    def place(self, mark: str) -> int:
        """Return the place of the last state with that mark, -1 if there was none."""
        return max((n for n, (_, state) in enumerate(self.states) if state == mark), default=-1)

    def phase(self) -> str:
        """Return what was under way at the end, in a word."""
        if not self.ready:
            return "start"
        for kind in ("save", "export"):
            if any(one.startswith(kind) for one in self.doing):
                return kind
        return "edit"


def read(path: Path) -> Told:
    """Return what a child told; a line that the kill cut off counts as not told."""
    told = Told()
    lines = path.read_bytes().decode().split("\n")[:-1] if path.exists() else []
    for line in lines:
        kind, at, what = line.split("\t", 2)
        if kind in ("first", "edit"):
            told.states.append((float(at), what))
        elif kind == "ready":
            told.ready = True
        elif kind == "restored":
            told.restored = what
        elif kind == "fault":
            told.faults.append(what)
        elif kind == "begin":
            told.doing.add(what)
        elif kind == "end":
            told.doing.discard(what)
    return told
