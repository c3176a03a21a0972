"""PDFs that mean harm, written by hand: small, but streams in them swell, lists and chains of references never end."""

import struct
import zlib
from collections.abc import Callable, Mapping

Packer = Callable[[bytes], bytes]
Stream = tuple[bytes, bytes]
"""What stands in a stream's dictionary, and its bytes."""

ROOT = {
    1: b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>",
    2: b"<</Type/Pages/Kids[]/Count 0>>",
    3: b"<</Names[(x.deal) 4 0 R]>>",
    4: b"<</Type/Filespec/F(x.deal)/EF<</F 9 0 R>>>>",
}
"""A PDF of one attachment, which is object 9."""
SPEC = b"<</Type/Filespec/F(a)/EF<</F 9 0 R>>>>"


def attachment(content: bytes) -> Stream:
    """Return the stream of an attachment."""
    return b"/Type/EmbeddedFile/Filter/FlateDecode", zlib.compress(content)


def packed(members: Mapping[int, bytes], filters: bytes, pack: Packer, fill: bytes = b"") -> Stream:
    """Return a stream that holds objects, with so many bytes behind them."""
    places, body = [], b""
    for number, said in members.items():
        places.append(b"%d %d" % (number, len(body)))
        body += said + b" "
    head = b" ".join(places) + b" "
    said = b"/Type/ObjStm/N %d/First %d/Filter %s" % (len(members), len(head), filters)
    return said, pack(head + body + fill)


def pdf(
    plain: Mapping[int, bytes],
    streams: Mapping[int, Stream],
    inside: Mapping[int, tuple[int, int]] | None = None,
    lengths: Mapping[int, bytes] | None = None,
) -> bytes:
    """Return a PDF of plain objects and streams; `inside` says which stream holds an object, at which place.

    `lengths` says where the length of a stream stands if not in the stream itself.
    """
    out, at, inside = bytearray(b"%PDF-1.7\n"), {}, inside or {}
    for number, said in plain.items():
        at[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    for number, (said, data) in streams.items():
        at[number] = len(out)
        length = (lengths or {}).get(number, b"%d" % len(data))
        out += b"%d 0 obj\n<<%s/Length %s>>\nstream\n%s\nendstream\nendobj\n" % (number, said, length, data)
    last = max(*at, *inside, 0) + 1
    at[last] = len(out)
    rows = bytearray()
    for number in range(last + 1):
        kind = (1, at[number], 0) if number in at else (2, *inside[number]) if number in inside else (0, 0, 65535)
        rows += struct.pack(">BIH", *kind)
    table = zlib.compress(bytes(rows))
    said = b"/Type/XRef/W[1 4 2]/Size %d/Root 1 0 R/Filter/FlateDecode/Length %d" % (last + 1, len(table))
    out += b"%d 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (last, said, table)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % at[last])


def swollen(content: bytes, filters: bytes, pack: Packer, fill: bytes = b"") -> bytes:
    """Return a PDF whose structure lies in one stream, packed and filled as told."""
    places = {number: (8, place) for place, number in enumerate(ROOT)}
    return pdf({}, {8: packed(ROOT, filters, pack, fill), 9: attachment(content)}, places)


def crowded(content: bytes, count: int) -> bytes:
    """Return a PDF of very many attachments, none of them a deal."""
    names = b"".join(b"(a%07d)4 0 R " % number for number in range(count))
    return pdf({**ROOT, 3: b"<</Names[%s]>>" % names, 4: SPEC}, {9: attachment(content)})


def branching(content: bytes, depth: int) -> bytes:
    """Return a PDF whose tree of attachments doubles at every one of `depth` levels."""
    tree = {20 + level: b"<</Kids[%d 0 R %d 0 R]>>" % (21 + level, 21 + level) for level in range(depth)}
    leaf = {20 + depth: b"<</Names[(a) 4 0 R]>>"}
    return pdf({**ROOT, 3: b"<</Kids[20 0 R]>>", 4: SPEC, **tree, **leaf}, {9: attachment(content)})


def chained(content: bytes, links: int) -> bytes:
    """Return a PDF in which the length of each stream of objects stands in the next such stream."""
    streams = {8: packed(ROOT, b"/FlateDecode", zlib.compress), 9: attachment(content)}
    inside = {number: (8, place) for place, number in enumerate(ROOT)}
    first, told, before = 100, 100 + links, 8
    lengths: dict[int, bytes] = {}
    for link in range(links):
        number, value = first + link, told + link
        streams[number] = packed({value: b"%d" % len(streams[before][1])}, b"/FlateDecode", zlib.compress)
        inside[value], lengths[before], before = (number, 0), b"%d 0 R" % value, number
    return pdf({}, streams, inside, lengths)


def nested(content: bytes, depth: int) -> bytes:
    """Return a PDF with lists in lists."""
    return pdf({**ROOT, 4: b"[" * depth + b"]" * depth}, {9: attachment(content)})


def run_length(data: bytes, count: int = 0) -> bytes:
    """Return data as /RunLengthDecode reads it, followed by `count` times 128 blanks."""
    literal = b"".join(b"\x00%c" % byte for byte in data)
    return literal + b"\x81 " * count + b"\x80"


def lzw(data: bytes) -> bytes:
    """Return data as /LZWDecode reads it, without any gain: nine bits a byte, the table cleared again and again."""
    bits = (
        "".join((f"{256:09b}" if place % 200 == 0 else "") + f"{byte:09b}" for place, byte in enumerate(data))
        + f"{257:09b}"
    )
    return int(bits.ljust(-(-len(bits) // 8) * 8, "0"), 2).to_bytes(-(-len(bits) // 8), "big")
