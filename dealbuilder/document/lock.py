"""One writer a file: a lock in the program's own folder, held by the system and gone with the process that took it."""

import contextlib
import errno
import getpass
import hashlib
import os
import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dealbuilder import paths
from dealbuilder.model.text import Language

try:
    import fcntl
except ImportError:  # Windows has its own way.
    fcntl = None  # ty: ignore
try:
    import msvcrt
except ImportError:
    msvcrt = None  # ty: ignore

_FAR = 1 << 20
"""The byte that Windows locks, far behind the text so that others can still read who holds the file."""


_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
"""What the system answers if another holds the lock; all else means that no lock can be made there."""


class Holder(BaseModel):
    """Who has a deal open: user, process, machine, since when (ISO)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    who: str = Field(default="", max_length=500)
    pid: int = 0
    host: str = Field(default="", max_length=500)
    at: str = Field(default="", max_length=100)

    def since(self) -> str:
        """Return when the file was opened, on this machine's clock; as it stands where it is no date."""
        try:
            return f"{datetime.fromisoformat(self.at).astimezone():%Y-%m-%d %H:%M}"
        except ValueError:
            return self.at

    def sentence(self, language: Language = "en") -> str:
        """Return what to tell the second one who opens the file."""
        if language == "zh":
            since = f"（{self.since()} 起）" if self.at else ""
            return (
                f"{self.who or '另一窗口'}已在 {self.host or '本机'} 打开此协议{since}，因此以只读方式打开；"
                "另存为其他文件即可修改。"
            )
        since = f" since {self.since()}" if self.at else ""
        return (
            f"{self.who or 'Another window'} has this deal open on {self.host or 'this machine'}{since}, "
            "so it opens for reading; save it as another file to change it."
        )


@dataclass(frozen=True, slots=True)
class Lock:
    """A held lock; release it when the deal is closed. It also goes when the process ends, however it ends."""

    path: Path
    file: IO[str]

    def release(self) -> None:
        """Give the deal free; a second call does nothing."""
        if self.file.closed:
            return
        # Windows cannot remove an open file; elsewhere it must go before the lock does, or another's would be removed.
        if fcntl is not None:
            with contextlib.suppress(OSError):
                self.path.unlink()
        self.file.close()


def take(path: Path, at: str = "") -> Lock | Holder | None:
    """Return the lock on a deal file, or who else holds it, or None where no lock can be made (open it anyway)."""
    try:
        place = _place(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(10):
            file = place.open("a+", encoding="utf-8")
            try:
                seized = _seize(file)
            except OSError:
                file.close()
                return None
            if not seized:
                file.close()
                return holder(path)
            # The one who held it may have removed the name between our opening and our locking it.
            if _same(file, place):
                _write(file, at)
                return Lock(place, file)
            file.close()
    except (OSError, RuntimeError):
        return None
    return None


def holder(path: Path) -> Holder:
    """Return who holds a deal file, as far as the lock says."""
    try:
        return Holder.model_validate_json(_place(path).read_text(encoding="utf-8")[:5_000])
    except (OSError, ValueError, ValidationError, RuntimeError):
        return Holder()


def _place(path: Path) -> Path:
    key = hashlib.sha256(os.path.normcase(str(path.resolve())).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return paths.state_folder() / "locks" / f"{key}.lock"


def _seize(file: IO[str]) -> bool:
    """Lock an open file, or say that another holds it; raise OSError where this drive knows no locks."""
    try:
        if fcntl is not None:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        elif msvcrt is not None:
            os.lseek(file.fileno(), _FAR, os.SEEK_SET)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # pyright: ignore
    except OSError as error:
        if error.errno in _HELD:
            return False
        raise
    return True


def _same(file: IO[str], place: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), place.stat())
    except OSError:
        return False


def _write(file: IO[str], at: str) -> None:
    """Say who holds it; a lock that finds no room for that holds all the same."""
    told = Holder(who=_user(), pid=os.getpid(), host=platform.node()[:500], at=at).model_dump_json()
    with contextlib.suppress(OSError):
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), told.encode("utf-8", "replace"))


def _user() -> str:
    try:
        return getpass.getuser()[:500]
    except (OSError, KeyError, ImportError):
        return ""
