"""Writing a file whole: beside the old one, synced, then put in its place; the old one stays until that moment."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from dealbuilder.errors import FileProblem

_ROOM = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}


def replace_file(path: Path, data: bytes) -> None:
    """Put the bytes at the path; raise FileProblem, with the old file as it was and no rest left, if that fails."""
    target = path.resolve()
    private: Path | None = None
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        handle, made = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=".tmp", dir=target.parent)
        private = Path(made)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        private.chmod(0o666 & ~_umask() if mode is None else mode)
        if private.read_bytes() != data:
            raise OSError(errno.EIO, "what was written does not read back the same")
        os.replace(private, target)
    except OSError as error:
        if private is not None:
            with contextlib.suppress(OSError):
                private.unlink()
        raise _problem(path, error) from error
    _sync_folder(target.parent)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    # Windows cannot open a folder, and some network drives cannot sync one; the file itself is already safe there.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _problem(path: Path, error: OSError) -> FileProblem:
    elsewhere = "Save it under another name, in another folder."
    before = " The file that was there is as it was, and the deal is still open here."
    if error.errno in _ROOM:
        return FileProblem(
            str(path), f"the disk is full.{before}", "Free some space and save again, or save elsewhere."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FileProblem(str(path), f"this folder or file must not be written to.{before}", elsewhere)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return FileProblem(str(path), f"its folder is not there.{before}", elsewhere)
    if error.errno == errno.EISDIR:
        return FileProblem(str(path), f"this is a folder.{before}", elsewhere)
    if error.errno == errno.ENAMETOOLONG:
        return FileProblem(str(path), f"the name is too long.{before}", "Choose a shorter name.")
    return FileProblem(str(path), f"it could not be written ({error.strerror or error}).{before}", elsewhere)
