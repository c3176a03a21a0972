"""Looking for what must not be there: every file of a folder, unpacked, searched for a secret in every form."""

import base64
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pikepdf

SEALED = ("zyxwaltz quorum 密谋", "6.54321987", "0.371937193", "7.125125")
"""A sealed note, a reservation, a weight and its scale."""
PRIVATE = ("vexilla private 私语", "vexilla package", "vexilla clause")
"""Private notes of a deal, a package and a clause."""
PNG = b"\x89PNG\r\n\x1a\n"


def forms(secret: str) -> set[bytes]:
    """Return the bytes in which a secret may stand: encodings, escapes, base64 at each place of its three."""
    plain = secret.encode()
    found = {plain, secret.encode("utf-16-le"), secret.encode("utf-16-be"), plain.hex().encode()}
    escaped = json.dumps(secret)[1:-1]
    found |= {escaped.encode(), json.dumps(escaped)[1:-1].encode(), quote(secret).encode()}
    for lead in range(3):
        coded = base64.b64encode(b"\0" * lead + plain)
        # What depends on the neighbours of the secret is cut off at either end.
        found.add(coded[-(-lead * 8 // 6) : len(coded) - 4])
    # A number that is a part of a longer one says nothing; short pieces are no proof either.
    return {form for form in found if len(form) >= 6}


def leaks(data: bytes, secrets: tuple[str, ...]) -> list[str]:
    """Return the secrets that stand in bytes, packed or plain."""
    parts = list(unpacked(data))
    return [secret for secret in secrets if any(form in part for form in forms(secret) for part in parts)]


def unpacked(data: bytes, depth: int = 4) -> Iterator[bytes]:
    """Yield bytes and all that is packed in them: members of a ZIP, streams of a PDF, texts of a PNG."""
    yield data
    if depth == 0:
        return
    if data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            for name in book.namelist():
                yield from unpacked(book.read(name), depth - 1)
    elif data.startswith(b"%PDF-"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    yield from unpacked(_read(thing), depth - 1)
    elif data.startswith(PNG):
        yield from _chunks(data)
    elif data[:2] == b"\x1f\x8b":
        yield zlib.decompress(data, wbits=31)


def _read(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return stream.read_raw_bytes()


def _chunks(data: bytes) -> Iterator[bytes]:
    place = len(PNG)
    while place + 8 <= len(data):
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        body = data[place + 8 : place + 8 + size]
        if kind in (b"zTXt", b"iTXt"):
            name, _, rest = body.partition(b"\0")
            packed = rest[1:] if kind == b"zTXt" else rest
            yield name
            try:
                yield zlib.decompress(packed)
            except zlib.error:
                yield packed
        place += 12 + size


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def found_in(folder: Path, secrets: tuple[str, ...]) -> dict[str, list[str]]:
    """Return which files below a folder hold which secrets, in their bytes or in their names."""
    told = {
        name: leaks(name.encode() + b"\n" + data, secrets) or leaks(data, secrets)
        for name, data in files(folder).items()
    }
    return {name: secrets for name, secrets in told.items() if secrets}
