"""The door of PDFs: attachments, their names, types, filters and streams, the tree that lists them."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf

from dealbuilder.document import attached, carrier, pdf_reader
from dealbuilder.document.embed import from_bytes
from dealbuilder.document.loaded import Loaded
from tests.fuzz import afterwards, bits, oracle, rows
from tests.fuzz.door import Door
from tests.fuzz.seeds import whole
from tests.fuzz.values import TEXTS

FILTERS = ("FlateDecode", "ASCIIHexDecode", "LZWDecode", "RunLengthDecode", "DCTDecode", "Crypt", "Nonsense")
BOMB = zlib.compress(zlib.compress(bytes(30_000_000)))


def seeds() -> Iterator[bytes]:
    """Yield PDFs with a deal, with several attachments, packed and unpacked, with and without object streams."""
    for packed in (False, True):
        for mode in (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate):
            with Pdf.new() as pdf:
                pdf.add_blank_page()
                _attach(pdf, "x.deal", whole(), attached.MIME, packed)
                if packed:
                    _attach(pdf, "note.txt", b"note", "text/plain", False)
                yield _saved(pdf, object_stream_mode=mode)
    with Pdf.new() as pdf:
        yield _saved(pdf)


def _saved(pdf: Pdf, **how: Any) -> bytes:
    target = io.BytesIO()
    pdf.save(target, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none, static_id=True, **how)
    return target.getvalue()


def _attach(pdf: Pdf, name: str, content: bytes, mime: str, packed: bool) -> Any:
    spec = AttachedFileSpec(pdf, content, filename=name, mime_type=mime)
    stream = spec.get_file().obj
    if packed:
        stream.write(zlib.compress(content), filter=Name.FlateDecode)
    pdf.attachments[name] = spec
    return stream


def mutate(data: bytes, dice: Random) -> bytes:
    """Return a PDF with its attachments or their tree changed, or its bytes."""
    if dice.random() < 0.55:
        try:
            with pikepdf.open(io.BytesIO(data)) as pdf:
                _change(pdf, dice)
                how = {"object_stream_mode": pikepdf.ObjectStreamMode.generate} if dice.random() < 0.3 else {}
                if dice.random() < 0.04:
                    how["encryption"] = pikepdf.Encryption(owner="x", user=dice.choice(("", "y")))
                return _saved(pdf, **how)
        except Exception:
            return bits.changed(data, dice)
    return bits.changed(data, dice)


def _change(pdf: Pdf, dice: Random) -> None:
    streams = [pdf.attachments[name].get_file().obj for name in list(pdf.attachments)[:20]]
    act = dice.randrange(9)
    if act == 0 or not streams:
        name = dice.choice(("x.deal", "X.DEAL", "y.txt", *TEXTS[:20]))
        kind = dice.choice((attached.MIME, "", "text/plain"))
        _attach(pdf, name, dice.choice((whole(), b"", BOMB)), kind, dice.random() < 0.5)
        return
    stream = dice.choice(streams)
    if act == 1:
        names = [Name(f"/{one}") for one in dice.choices(FILTERS, k=dice.choice((1, 1, 2, 40)))]
        stream["/Filter"] = names[0] if len(names) == 1 else Array(names)
    elif act == 2:
        columns = dice.choice((1, 2**31 - 1, 0))
        stream["/DecodeParms"] = Dictionary(Predictor=dice.choice((1, 2, 15, -1)), Columns=columns)
    elif act == 3:
        stream.write(dice.choice((BOMB, zlib.compress(BOMB))), filter=Name.FlateDecode)
    elif act == 4:
        stream.write(zlib.compress(rows.changed(whole(), dice)), filter=Name.FlateDecode)
    elif act == 5:
        stream[dice.choice(("/Subtype", "/Params", "/Filter", "/Length", "/F"))] = _odd(pdf, stream, dice)
    elif act == 6:
        tree = pdf.make_indirect(pdf.Root.Names.EmbeddedFiles)
        pdf.Root.Names["/EmbeddedFiles"] = tree
        tree["/Kids"] = Array([tree] * dice.choice((1, 3)))
        if dice.random() < 0.5 and "/Names" in tree:
            del tree["/Names"]
    elif act == 7:
        pdf.Root[dice.choice(("/Names", "/Pages", "/AF"))] = _odd(pdf, stream, dice)
    else:
        names = pdf.Root.Names.EmbeddedFiles.get("/Names")
        if names is not None:
            names[dice.randrange(len(names))] = _odd(pdf, stream, dice)


def _odd(pdf: Pdf, stream: Any, dice: Random) -> Any:
    plain = (Array([]), Dictionary(), Name("/x"), 2**31 - 1, pikepdf.String("x" * 999), None, -1)
    return dice.choice((stream, pdf.Root, *plain))


def _read(path: Path) -> Loaded:
    """Read a PDF as `carrier.load` does, but here: what would end the reader is to be seen."""
    return replace(from_bytes(carrier.judged(path, *pdf_reader.taken(path)), str(path)), carried=True)


def enter(data: bytes, folder: Path) -> bool:
    """Open a PDF and take its deal out."""
    path = folder / "x.pdf"
    path.write_bytes(data if data.startswith(attached.MAGIC) else attached.MAGIC + data)
    loaded = oracle.told(lambda: _read(path), folder)
    if loaded is None:
        return False
    if not loaded.carried:
        raise oracle.Fault("a PDF was taken for a deal file")
    afterwards.kept(loaded)
    return True


DOOR = Door("pdf", seeds, mutate, enter)
