"""The PDF as carrier: taking out the deal that dealbuilder attached to it.

What reads the PDF is a process of its own (pdf_reader): a PDF that means harm ends that process, not the program.
"""

import dataclasses
import subprocess
import sys
from pathlib import Path

from dealbuilder import paths
from dealbuilder.document.attached import TAKE, Verdict
from dealbuilder.document.embed import from_bytes
from dealbuilder.document.limits import FILE_BYTES
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.reading import read_bytes
from dealbuilder.errors import FileProblem, Words, reason

PATIENCE = 60.0
"""Seconds that the reader has, on a machine that is busy with other things."""

AGAIN = Words("Ask for it again.", "请向对方重新索取。")
SAID: dict[int, tuple[Words, Words]] = {
    Verdict.none: (
        Words("this PDF carries no deal. It was not changed.", "此PDF不含协议，没有被改动。"),
        Words(
            "Open a PDF that dealbuilder made, not a print or a copy that a PDF program saved anew.",
            "请打开由 dealbuilder 制作的PDF，而不是打印件或由其他PDF程序另存的副本。",
        ),
    ),
    Verdict.locked: (
        Words("the PDF is locked with a password.", "此PDF设有密码。"),
        Words("Ask for one without, or the deal.", "请索取未设密码的PDF，或索取协议文件。"),
    ),
    Verdict.damaged: (
        Words(
            "the PDF is damaged, so no deal can be taken out. It was not changed.",
            "此PDF已损坏，无法取出协议，没有被改动。",
        ),
        AGAIN,
    ),
    Verdict.strange: (
        Words(
            "its attachment is packed as no PDF of ours is. It was not changed.",
            "其附件的打包方式与本程序制作的PDF不同，没有被改动。",
        ),
        AGAIN,
    ),
    Verdict.swollen: (
        Words(
            "its attachment is far larger than any deal. It was not changed.",
            "其附件远大于任何协议，没有被改动。",
        ),
        Words("", ""),
    ),
}
"""What is told of each verdict, and what to do."""
HARMFUL = (
    Words(
        "reading it takes more memory or time than any PDF of ours, so it was not read on. It was not changed.",
        "读取此PDF所需的内存或时间超过本程序制作的任何PDF，因此已停止读取；文件没有被改动。",
    ),
    Words(
        "Do not trust where it came from; ask the sender for the deal file.",
        "请勿信任其来源；请向发送者索取协议文件。",
    ),
)


def load(path: Path) -> Loaded:
    """Read the deal that a PDF carries; it is a new deal, with no file of its own yet."""
    loaded = from_bytes(extract_from_pdf(path), str(path))
    return dataclasses.replace(loaded, carried=True)


def extract_from_pdf(path: Path) -> bytes:
    """Return the bytes of the deal attached to a PDF; raise FileProblem if it carries none. Nothing in it is run."""
    read_bytes(path, 1)
    if path.stat().st_size > FILE_BYTES:
        raise FileProblem(
            str(path),
            "the PDF is far larger than any of ours. It was not changed.",
            zh="此PDF远大于本程序制作的任何PDF，没有被改动。",
        )
    try:
        ran = subprocess.run(
            [*_reader(), TAKE, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # From Python, so that the reader is of this program and not of another that is installed.
            cwd=None if paths.bundle() else Path(__file__).resolve().parents[2],
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _problem(path, HARMFUL) from error
    except OSError as error:
        why = reason(error)
        raise FileProblem(
            str(path),
            f"what reads a PDF could not be started ({why.en}). It was not changed.",
            "Close other programs and try again.",
            zh=f"读取PDF的程序无法启动（{why.zh}）；文件没有被改动。",
            zh_hint="请关闭其他程序后重试。",
        ) from error
    return judged(path, ran.returncode, ran.stdout)


def judged(path: Path, code: int, data: bytes) -> bytes:
    """Return what the reader found if its exit code says that it is a deal; raise FileProblem otherwise."""
    if code != Verdict.deal:
        raise _problem(path, SAID.get(code, HARMFUL))
    return data


def _reader() -> list[str]:
    return [sys.executable] if paths.bundle() else [sys.executable, "-m", "dealbuilder"]


def _problem(path: Path, said: tuple[Words, Words]) -> FileProblem:
    message, hint = said
    return FileProblem(str(path), message.en, hint.en, zh=message.zh, zh_hint=hint.zh)
