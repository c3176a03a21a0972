"""The bytes of a file, with a sentence for everything that may be wrong with it."""

import errno
from pathlib import Path

from dealbuilder.document.limits import FILE_BYTES
from dealbuilder.errors import FileProblem, reason


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Return the bytes of a file, at most so many from its beginning; raise FileProblem if it cannot be read."""
    try:
        # Opening a pipe or a device would wait for ever.
        if path.exists() and not path.is_file():
            raise FileProblem(
                str(path),
                "this is not a file but a folder or a device.",
                "Choose a deal file or a PDF.",
                zh="这不是文件，而是文件夹或设备。",
                zh_hint="请选择协议文件或PDF。",
            )
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1 if most is None else most)
    except OSError as error:
        raise _problem(path, error) from error
    except ValueError as error:
        raise FileProblem(
            repr(str(path)),
            "this is not a name a file can have.",
            "Choose another name.",
            zh="这不是有效的文件名。",
            zh_hint="请选择其他名称。",
        ) from error
    if len(data) > FILE_BYTES:
        raise FileProblem(
            str(path),
            "the file is far larger than any deal. It was not changed.",
            "Choose another file.",
            zh="文件远大于任何协议，没有被改动。",
            zh_hint="请选择其他文件。",
        )
    return data


def _problem(path: Path, error: OSError) -> FileProblem:
    if error.errno == errno.ENOENT:
        return FileProblem(
            str(path),
            "there is no such file.",
            "Check the name, or whether the drive is connected.",
            zh="没有这个文件。",
            zh_hint="请检查名称，或检查磁盘是否已连接。",
        )
    if error.errno in (errno.EACCES, errno.EPERM):
        return FileProblem(
            str(path),
            "you may not read this file.",
            "Ask its owner, or copy it to your own folder.",
            zh="您没有读取此文件的权限。",
            zh_hint="请联系其所有者，或复制到您自己的文件夹。",
        )
    return FileProblem(
        str(path),
        f"it cannot be read ({error.strerror or error}).",
        "Try again, or copy it elsewhere.",
        zh=f"无法读取（{reason(error).zh}）。",
        zh_hint="请再试一次，或复制到别处。",
    )
