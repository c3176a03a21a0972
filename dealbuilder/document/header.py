"""The first hundred bytes of a SQLite file: what kind it is, which format, and whether it is all there."""

import struct

from dealbuilder.document.limits import FILE_BYTES
from dealbuilder.document.schema import APPLICATION_ID, MAJOR
from dealbuilder.errors import FileProblem

MAGIC = b"SQLite format 3\0"
SIZE = 100
WRITER = 3_040_001
"""The SQLite version written into every file, whichever wrote it, so that equal deals are equal bytes."""

ANOTHER = "Choose a file that dealbuilder saved (.deal), or a PDF it made."
ANOTHER_ZH = "请选择由 dealbuilder 保存的文件（.deal）或由它制作的PDF。"


def check_header(data: bytes, name: str) -> tuple[int, int]:
    """Return the format (major, minor) of the bytes; raise FileProblem unless they can be a whole deal file we know."""
    if not data:
        raise FileProblem(
            name,
            "the file is empty. It was not changed.",
            "Open an older copy of the deal.",
            zh="文件是空的，没有被改动。",
            zh_hint="请打开此协议较早的副本。",
        )
    if not data.startswith(MAGIC[: len(data)]):
        raise FileProblem(
            name,
            "this is not a deal file. It was not changed.",
            ANOTHER,
            zh="这不是协议文件，没有被改动。",
            zh_hint=ANOTHER_ZH,
        )
    if len(data) > FILE_BYTES:
        raise FileProblem(
            name,
            "the file is far larger than any deal. It was not changed.",
            ANOTHER,
            zh="文件远大于任何协议，没有被改动。",
            zh_hint=ANOTHER_ZH,
        )
    if len(data) < SIZE:
        raise _cut(name, len(data), None)
    page = struct.unpack_from(">H", data, 16)[0]
    page = 65_536 if page == 1 else page
    pages, _, _, _, _, _, _, encoding, version, _, application = struct.unpack_from(">11I", data, 28)
    if application != APPLICATION_ID:
        raise FileProblem(
            name,
            "this is a database of another program, not a deal. It was not changed.",
            ANOTHER,
            zh="这是其他程序的数据库，不是协议，没有被改动。",
            zh_hint=ANOTHER_ZH,
        )
    if page * pages > len(data):
        raise _cut(name, len(data), page * pages)
    if encoding not in (0, 1):
        raise FileProblem(
            name,
            "its text is not in UTF-8, as a deal's is. It was not changed.",
            ANOTHER,
            zh="其文本不是协议所用的UTF-8编码，没有被改动。",
            zh_hint=ANOTHER_ZH,
        )
    major, minor = divmod(version, 1000)
    if major < 1:
        raise FileProblem(
            name,
            f"it gives the format {version}, which never was one. It was not changed.",
            ANOTHER,
            zh=f"其格式标为 {version}，而这种格式从未有过；文件没有被改动。",
            zh_hint=ANOTHER_ZH,
        )
    if major > MAJOR:
        raise FileProblem(
            name,
            f"it was saved by a newer dealbuilder (format {major}; this one reads up to {MAJOR}). It was not changed.",
            "Install the newer dealbuilder, or ask for the deal's PDF.",
            zh=f"此文件由较新的 dealbuilder 保存（格式 {major}；本程序最高可读 {MAJOR}），没有被改动。",
            zh_hint="请安装较新的 dealbuilder，或索取此协议的PDF。",
        )
    return major, minor


def _cut(name: str, there: int, wanted: int | None) -> FileProblem:
    of = "" if wanted is None else f" of {wanted:,}"
    of_zh = "" if wanted is None else f"（应有 {wanted:,} 字节）"
    return FileProblem(
        name,
        f"the file is cut short: {there:,}{of} bytes are there. What is left was not changed.",
        "Copy it again from where it came, or open the copy that recovery or your backup holds.",
        zh=f"文件不完整：只有 {there:,} 字节{of_zh}，剩余部分没有被改动。",
        zh_hint="请从原处重新复制，或打开恢复功能或备份所保留的副本。",
    )


def settled(data: bytes) -> bytes:
    """Return the bytes with journal mode delete, change counter 1 and a fixed writer's version."""
    changed = bytearray(data)
    changed[18:20] = b"\x01\x01"
    changed[24:28] = changed[92:96] = (1).to_bytes(4, "big")
    changed[96:100] = WRITER.to_bytes(4, "big")
    return bytes(changed)


def needs_log(data: bytes) -> bool:
    """Return whether part of the file may stand in a write-ahead log beside it."""
    return data[18:20] == b"\x02\x02"
