"""Takes a deal out of a PDF, in a process of its own with little memory and time: a PDF can mean harm to who reads it.

Streams that swell, filters in filters, trees that bite their tail and chains of references end this process at worst.
"""

import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pikepdf

from dealbuilder.document.attached import MIME, SUFFIX, Verdict
from dealbuilder.document.header import MAGIC as DEAL_MAGIC
from dealbuilder.document.limits import FILE_BYTES

try:
    import resource
except ImportError:  # Windows: there the caller's patience alone ends it.
    resource = None  # ty: ignore

MEMORY = 2 * 1024**3
"""Bytes that the process may take; a deal of the largest size needs half of them."""
SECONDS = 10
"""Of the processor."""
ATTACHMENTS = 200
"""Attachments that are looked at."""
NODES = 1_000
"""Nodes of the tree of attachments that are looked at."""
SWELLING = 16 * 1024 * 1024
"""Bytes to which a stream of the PDF's own structure may swell; the deal's is unpacked here, under its own limit."""
ITEMS = 100_000
"""In one list or dictionary of the PDF."""
PLACES = ("/UF", "/F", "/Unix", "/DOS", "/Mac")
"""Where an attachment may keep its stream."""


def main(words: Sequence[str]) -> int:
    """Write the deal in the PDF that `words` names second to the standard output; return a Verdict."""
    _bounded()
    verdict, data = taken(Path(words[1]))
    with open(1, "wb", closefd=False) as out:
        out.write(data)
    return verdict


def _bounded() -> None:
    """Let the system end this process when it takes too much; another limit that holds already may be lower."""
    if resource is None:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        top = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (top, top))


def taken(path: Path) -> tuple[Verdict, bytes]:
    """Return what came of reading, and the deal's bytes if there are any. Nothing in the PDF is run."""
    # For the whole process, as qpdf has it.
    pikepdf.settings.set_qpdf_limits(
        parser_max_nesting=100,
        parser_max_container_size=ITEMS,
        parser_max_container_size_damaged=ITEMS,
        max_stream_filters=2,
        flate_max_memory=SWELLING,
        png_max_memory=SWELLING,
        tiff_max_memory=SWELLING,
        run_length_max_memory=SWELLING,
        dct_max_memory=SWELLING,
    )
    try:
        with pikepdf.open(path, attempt_recovery=False, inherit_page_attributes=False) as pdf:
            return _deal_in(pdf)
    except pikepdf.PasswordError:
        return Verdict.locked, b""
    except MemoryError:
        return Verdict.swollen, b""
    except (pikepdf.PdfError, zlib.error, ValueError, TypeError, LookupError, AttributeError, RuntimeError, OSError):
        return Verdict.damaged, b""


def _deal_in(pdf: pikepdf.Pdf) -> tuple[Verdict, bytes]:
    for label, stream in _attached(pdf):
        if label.lower().endswith(SUFFIX) or str(stream.get("/Subtype", "")) == f"/{MIME}":
            verdict, data = _unpacked(stream)
            if verdict is not Verdict.deal or data.startswith(DEAL_MAGIC):
                return verdict, data
    return Verdict.none, b""


def _attached(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Stream]]:
    """Yield the first attachments with their names, in the order of the tree that lists them."""
    names = pdf.Root.get("/Names", {})
    waiting: list[Any] = [names.get("/EmbeddedFiles", {})]
    left = ATTACHMENTS
    for _ in range(NODES):
        if not waiting or left <= 0:
            return
        node = waiting.pop()
        listed = node.get("/Names", ())
        for place in range(0, min(len(listed) - 1, 2 * left), 2):
            left -= 1
            stream = _stream(listed[place + 1])
            if stream is not None:
                yield str(listed[place]), stream
        kids = node.get("/Kids", ())
        waiting += [kids[place] for place in reversed(range(min(len(kids), NODES)))]


def _stream(spec: Any) -> pikepdf.Stream | None:
    """Return the stream that an entry of the tree attaches."""
    kept = spec.get("/EF", {}) if isinstance(spec, pikepdf.Dictionary) else {}
    found = (kept.get(place) for place in PLACES)
    return next((one for one in found if isinstance(one, pikepdf.Stream)), None)


def _unpacked(stream: pikepdf.Stream) -> tuple[Verdict, bytes]:
    """Return the content of a stream, without trusting the size it claims."""
    filters: Any = stream.get("/Filter")
    kinds = [filters] if isinstance(filters, pikepdf.Name) else list(filters or ())
    raw = stream.read_raw_bytes()
    if not kinds:
        return Verdict.deal, raw
    if kinds != [pikepdf.Name.FlateDecode] or stream.get("/DecodeParms") is not None:
        return Verdict.strange, b""
    data = zlib.decompressobj().decompress(raw, FILE_BYTES + 1)
    return (Verdict.deal, data) if len(data) <= FILE_BYTES else (Verdict.swollen, b"")


if __name__ == "__main__":
    sys.exit(main(sys.argv))
