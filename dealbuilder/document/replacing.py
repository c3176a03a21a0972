"""Writing a file whole: beside the old one, synced, then put in its place; the old one stays until that moment."""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO

from dealbuilder.document import litter
from dealbuilder.errors import FileProblem, reason

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_UNKNOWN = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a drive answers that does not know a call at all, as some network drives do not know fsync."""


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
    private: Path | None = None
    try:
        target = path.resolve()
        private = target.with_name(litter.name(target.name, secrets.token_hex(litter.MARK // 2)))
        there = target.stat() if target.exists() else None
        if there is not None and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "the file is write-protected")
        write(private, 0o666 if there is None else 0o600)
        if there is not None:
            _give_rights(private, there)
        os.replace(private, target)
    except BaseException as error:
        if private is not None:
            with contextlib.suppress(OSError):
                private.unlink()
        if isinstance(error, OSError):
            raise _problem(path, error) from error
        if isinstance(error, RuntimeError) and private is None:
            raise _problem(path, OSError(errno.ELOOP, os.strerror(errno.ELOOP))) from error
        raise
    _sync_folder(target.parent)
    litter.sweep(target)


def _write(private: Path, data: bytes, mode: int) -> None:
    _pour(private, lambda file: file.write(data), mode)
    if private.read_bytes() != data:
        raise OSError(errno.EIO, "what was written does not read back the same")


def _pour(private: Path, write: Callable[[BinaryIO], object], mode: int) -> None:
    handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    litter.mark(handle)
    with os.fdopen(handle, "wb") as file:
        write(file)
        file.flush()
        try:
            os.fsync(file.fileno())
        except OSError as error:
            # Such a drive cannot promise more than that the bytes read back.
            if error.errno not in _UNKNOWN:
                raise


def _give_rights(private: Path, there: os.stat_result) -> None:
    """Give the new file the old one's owner and group as far as the system lets us, and its rights."""
    chown = getattr(os, "chown", None)
    if chown is not None:
        own = private.stat()
        for user, group in ((there.st_uid, there.st_gid), (-1, there.st_gid)):
            if (own.st_uid, own.st_gid) == (there.st_uid, there.st_gid):
                break
            with contextlib.suppress(OSError):
                chown(private, user, group)
                break
    try:
        private.chmod(there.st_mode & 0o777)
    except OSError as error:
        # A drive without rights of its own, as FAT or a share, refuses to change them; there is nothing to keep then.
        if error.errno not in {*_UNKNOWN, errno.EPERM}:
            raise


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
    zh_elsewhere = "请换一个名称，保存到另一文件夹。"
    before = " Nothing was written; a file that was there is as it was, and your deal is untouched."
    before_zh = "未写入任何内容；原有文件保持原样，协议未受影响。"

    def problem(en: str, zh: str, hint: str = elsewhere, zh_hint: str = zh_elsewhere) -> FileProblem:
        return FileProblem(str(path), f"{en}{before}", hint, zh=f"{zh}{before_zh}", zh_hint=zh_hint)

    if error.errno in _FULL:
        return problem(
            "the disk is full.",
            "磁盘已满。",
            "Free some space and save again, or save elsewhere.",
            "请腾出空间后再保存，或保存到别处。",
        )
    if error.errno in _FORBIDDEN:
        return problem("this folder or file must not be written to.", "不允许写入该文件夹或文件。")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return problem("its folder is not there.", "所在文件夹不存在。")
    if error.errno == errno.EISDIR:
        return problem("this is a folder.", "这是一个文件夹。")
    if error.errno == errno.EEXIST:
        return problem("this drive does not let a file be replaced.", "该磁盘不允许替换已有文件。")
    if error.errno == errno.ESTALE:
        return problem("the connection to its drive was lost.", "与所在磁盘的连接已中断。")
    if error.errno == errno.ENAMETOOLONG:
        return problem("the name is too long.", "名称过长。", "Choose a shorter name.", "请换一个较短的名称。")
    return problem(f"it could not be written ({error.strerror or error}).", f"无法写入（{reason(error).zh}）。")
