"""Changes to bytes that know nothing of what the bytes mean."""

from random import Random

WORDS = (b"\0", b"\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\0\0\0\1", b"\0\1")


def changed(data: bytes, dice: Random) -> bytes:
    """Return bytes with a few of them set, lost, doubled or moved."""
    found = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        if not found:
            return bytes(WORDS[dice.randrange(len(WORDS))])
        place = dice.randrange(len(found))
        act = dice.randrange(6)
        if act == 0:
            found[place] ^= 1 << dice.randrange(8)
        elif act == 1:
            found[place] = dice.randrange(256)
        elif act == 2:
            word = dice.choice(WORDS)
            found[place : place + len(word)] = word
        elif act == 3:
            del found[place : place + dice.choice((1, 2, 16, 512))]
        elif act == 4:
            other = dice.randrange(len(found))
            size = dice.choice((1, 4, 64, 1_024))
            found[place : place + size] = found[other : other + size]
        else:
            found[place:place] = found[place : place + dice.choice((1, 8, 256))]
    return bytes(found)


def parted(data: bytes, most: int = 6) -> list[bytes]:
    """Return several files out of one run of bytes: each a length of four bytes and as many bytes."""
    parts: list[bytes] = []
    place = 0
    while place + 4 <= len(data) and len(parts) < most:
        size = int.from_bytes(data[place : place + 4], "big")
        parts.append(data[place + 4 : place + 4 + size])
        place += 4 + size
    return parts


def joined(parts: list[bytes]) -> bytes:
    """Return several files as one run of bytes."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)
