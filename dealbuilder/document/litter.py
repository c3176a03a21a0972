"""Rests of writings that were cut off: named so that they are known again, and swept up by the next one that succeeds.

Who writes a file holds a lock on it, which the system drops with the process; so what can be locked nobody writes.
"""

import contextlib
import os
import re
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows lets nobody remove a file that somebody has open: no lock is needed there.
    fcntl = None  # ty: ignore

MARK = 8
"""Hexadecimal digits that tell two writings of one name apart."""
LONGEST = 60
"""Characters of the file's own name in it."""
YOUNG = 5.0
"""Seconds, by the drive's own clock, within which a rest may be one whose writer is only about to lock it."""
OLD = 86_400.0
"""Seconds after which nobody writes any more, where the drive knows no locks."""
MANY = 1_000
"""Rests that one sweep removes at most."""


def name(wanted: str, mark: str) -> str:
    """Return the name under which a file is written before it takes the place of the one that is wanted."""
    return f".{wanted[:LONGEST]}.{mark}.tmp"


def mark(handle: int) -> None:
    """Show that a file is being written, as long as it is open; where locks are unknown it goes without."""
    if fcntl is not None:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def rests(target: Path) -> list[Path]:
    """Return what writings of this file left that were cut off or are under way; raise OSError if nobody can look."""
    ours = re.compile(re.escape(f".{target.name[:LONGEST]}.") + rf"[0-9a-f]{{{MARK}}}\.tmp")
    with os.scandir(target.parent) as entries:
        return [Path(entry.path) for entry in entries if ours.fullmatch(entry.name)]


def wanted(rest: Path) -> Path:
    """Return the file that was being written."""
    return rest.with_name(rest.name[1 : -len(name("", "")) - MARK + 1])


def sweep(target: Path) -> int:
    """Remove what writings of this file left that were cut off; return how many. Nothing that goes wrong matters."""
    swept = 0
    with contextlib.suppress(OSError):
        # Both times are the drive's own, whatever the clock of this machine says.
        written = target.stat().st_mtime
        for rest in rests(target)[:MANY]:
            with contextlib.suppress(OSError):
                age = abs(written - rest.stat().st_mtime)
                if age > YOUNG and not _written_now(rest, age):
                    rest.unlink()
                    swept += 1
    return swept


def _written_now(rest: Path, age: float) -> bool:
    """Say whether another process has a rest open for writing."""
    if fcntl is None:
        return False
    handle = os.open(rest, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return age < OLD
    finally:
        os.close(handle)
    return False
