"""The PDF as carrier: taking out the deal that dealbuilder attached to it."""

import dataclasses
import zlib
from pathlib import Path
from typing import Any

import pikepdf

from dealbuilder.document.attached import MIME, SUFFIX
from dealbuilder.document.embed import from_bytes
from dealbuilder.document.header import MAGIC as DEAL_MAGIC
from dealbuilder.document.limits import FILE_BYTES
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.reading import read_bytes
from dealbuilder.errors import FileProblem

ATTACHMENTS = 200
"""Attachments that are looked at."""

# For the whole process, as qpdf has it; no one else here reads PDFs.
pikepdf.settings.set_qpdf_limits(flate_max_memory=FILE_BYTES)


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
        with pikepdf.open(path, attempt_recovery=False, inherit_page_attributes=False) as pdf:
            return _deal_in(pdf, str(path))
    except pikepdf.PasswordError as error:
        raise FileProblem(
            str(path),
            "the PDF is locked with a password.",
            "Ask for one without, or the deal.",
            zh="此PDF设有密码。",
            zh_hint="请索取未设密码的PDF，或索取协议文件。",
        ) from error
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, LookupError, AttributeError, RuntimeError) as error:
        raise FileProblem(
            str(path),
            "the PDF is damaged, so no deal can be taken out. It was not changed.",
            "Ask for it again.",
            zh="此PDF已损坏，无法取出协议，没有被改动。",
            zh_hint="请向对方重新索取。",
        ) from error


def _deal_in(pdf: pikepdf.Pdf, name: str) -> bytes:
    for position, label in enumerate(pdf.attachments):
        if position >= ATTACHMENTS:
            break
        attached = pdf.attachments[label].get_file()
        if label.lower().endswith(SUFFIX) or attached.mime_type == MIME:
            data = _unpacked(attached.obj, name)
            if data.startswith(DEAL_MAGIC):
                return data
    raise FileProblem(
        name,
        "this PDF carries no deal. It was not changed.",
        "Open a PDF that dealbuilder made, not a print or a copy that a PDF program saved anew.",
        zh="此PDF不含协议，没有被改动。",
        zh_hint="请打开由 dealbuilder 制作的PDF，而不是打印件或由其他PDF程序另存的副本。",
    )


def _unpacked(stream: Any, name: str) -> bytes:
    """Return the content of a stream, without trusting the size it claims."""
    filters = stream.get("/Filter")
    kinds = [filters] if isinstance(filters, pikepdf.Name) else list(filters or ())
    raw = stream.read_raw_bytes()
    if not kinds:
        return raw
    if kinds != [pikepdf.Name.FlateDecode] or stream.get("/DecodeParms") is not None:
        raise FileProblem(
            name,
            "its attachment is packed as no PDF of ours is. It was not changed.",
            "Ask for it again.",
            zh="其附件的打包方式与本程序制作的PDF不同，没有被改动。",
            zh_hint="请向对方重新索取。",
        )
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(raw, FILE_BYTES + 1)
    if len(data) > FILE_BYTES:
        raise FileProblem(
            name,
            "its attachment is far larger than any deal. It was not changed.",
            zh="其附件远大于任何协议，没有被改动。",
        )
    return data
