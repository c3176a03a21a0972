"""Writing a file whole: beside the old one, synced, then put in its place; the old one stays until that moment."""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from dealbuilder.errors import FileProblem, reason

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def replace_file(path: Path, data: bytes) -> None:
    """Put the bytes at the path; raise FileProblem, with the old file as it was and no rest left, if that fails."""
    _replace(path, lambda private, mode: _write(private, data, mode))


def replace_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Put pieces of bytes at the path, however many, as `replace_file` does; what is written is not read back."""
    replace_by(path, lambda file: file.writelines(pieces))


def replace_by(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Put at the path what a function writes into a file, as `replace_pieces` does."""
    _replace(path, lambda private, mode: _pour(private, write, mode))


def _replace(path: Path, write: Callable[[Path, int], None]) -> None:
    target = path.resolve()
    private = target.with_name(f".{target.name[:60]}.{secrets.token_hex(4)}.tmp")
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "the file is write-protected")
        write(private, 0o666 if mode is None else 0o600)
        if mode is not None:
            private.chmod(mode)
        os.replace(private, target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            private.unlink()
        if isinstance(error, OSError):
            raise _problem(path, error) from error
        raise
    _sync_folder(target.parent)


def _write(private: Path, data: bytes, mode: int) -> None:
    _pour(private, lambda file: file.write(data), mode)
    if private.read_bytes() != data:
        raise OSError(errno.EIO, "what was written does not read back the same")


def _pour(private: Path, write: Callable[[BinaryIO], object], mode: int) -> None:
    handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())


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
    before = " Nothing was written; a file that was there is as it was, and your deal is untouched."
    elsewhere_zh = "请以其他名称保存到其他文件夹。"
    before_zh = "没有写入任何内容；原有文件保持原样，您的协议也没有受影响。"
    if error.errno in _FULL:
        return FileProblem(
            str(path),
            f"the disk is full.{before}",
            "Free some space and save again, or save elsewhere.",
            zh=f"磁盘空间已满。{before_zh}",
            zh_hint="请释放一些空间后再保存，或保存到别处。",
        )
    if error.errno in _FORBIDDEN:
        return FileProblem(
            str(path),
            f"this folder or file must not be written to.{before}",
            elsewhere,
            zh=f"不允许写入此文件夹或文件。{before_zh}",
            zh_hint=elsewhere_zh,
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return FileProblem(
            str(path),
            f"its folder is not there.{before}",
            elsewhere,
            zh=f"所在文件夹不存在。{before_zh}",
            zh_hint=elsewhere_zh,
        )
    if error.errno == errno.EISDIR:
        return FileProblem(
            str(path), f"this is a folder.{before}", elsewhere, zh=f"这是文件夹。{before_zh}", zh_hint=elsewhere_zh
        )
    if error.errno == errno.ENAMETOOLONG:
        return FileProblem(
            str(path),
            f"the name is too long.{before}",
            "Choose a shorter name.",
            zh=f"名称过长。{before_zh}",
            zh_hint="请选择较短的名称。",
        )
    return FileProblem(
        str(path),
        f"it could not be written ({error.strerror or error}).{before}",
        elsewhere,
        zh=f"无法写入（{reason(error).zh}）。{before_zh}",
        zh_hint=elsewhere_zh,
    )
