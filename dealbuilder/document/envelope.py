"""A value sealed under a passphrase, as it stands in a file: ciphertext, and what opens it but for the passphrase."""

import base64
import hashlib
import importlib
import json
import os
import unicodedata
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from dealbuilder.errors import DealError

VERSION = 1
MARK = "dealbuilder_sealed"
SALT, NONCE, TAG = 16, 12, 16
"""Bytes of a salt, a nonce and an authentication tag."""
SIZES = (4_096, 16_384, 65_536)
"""Bytes to which a text is filled up before it is locked, so that its length tells little."""
LONGEST = 100_000
"""Most characters of an envelope."""
END = b"\x80"
"""Stands between a text and what fills it up."""

MEMORY, WORK = 256 * 1024, 1024 * 1024
"""Most memory (KiB) that a file may ask for, and most memory times iterations: about 2 s on the machine of 2026."""

Base64 = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=LONGEST)]


class Cost(BaseModel):
    """What one try of a passphrase costs: memory in KiB, passes over it, lanes."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    memory: int = Field(ge=8, le=MEMORY)
    iterations: int = Field(ge=1, le=16)
    lanes: int = Field(ge=1, le=16)

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if self.memory < 8 * self.lanes:
            raise ValueError("less memory than its lanes need")
        if self.memory * self.iterations > WORK:
            raise ValueError("more work than any of ours asks for")
        return self


SHIPPED = Cost(memory=64 * 1024, iterations=3, lanes=4)
"""RFC 9106's second recommended choice for Argon2id."""


class Envelope(BaseModel):
    """What is written. `deal` is a digest of the id of the deal in which it was sealed."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    dealbuilder_sealed: Literal[1] = VERSION
    kdf: Literal["argon2id"] = "argon2id"
    cost: Cost
    salt: Base64
    cipher: Literal["aes-256-gcm"] = "aes-256-gcm"
    nonce: Base64
    deal: str = Field(pattern=r"^[0-9a-f]{32}$")
    data: Base64

    @model_validator(mode="after")
    def _sized(self) -> Self:
        sizes = tuple(len(base64.b64decode(text)) for text in (self.salt, self.nonce, self.data))
        if sizes[:2] != (SALT, NONCE) or sizes[2] - TAG not in SIZES:
            raise ValueError("its parts have other lengths than ours")
        return self

    def about(self, key: str) -> bytes:
        """Return what is bound to the ciphertext: all that stands beside it, and the key it is sealed under."""
        return json.dumps({"key": key, **self.model_dump(exclude={"data"})}, sort_keys=True).encode()


class Sealer:
    """Seals texts under one passphrase, for whose key the price is paid once; `close` wipes the key."""

    def __init__(self, key: bytearray, salt: bytes, cost: Cost) -> None:
        self._key, self._salt, self._cost = key, salt, cost

    @classmethod
    def under(cls, passphrase: str, cost: Cost | None = None) -> Self:
        """Return what seals under a passphrase; the cost is the shipped one unless told."""
        salt, price = os.urandom(SALT), cost or SHIPPED
        return cls(_derived(passphrase, salt, price), salt, price)

    @classmethod
    def forgetting(cls) -> Self:
        """Return what seals under a key that nobody keeps: nobody opens again what it seals."""
        return cls(bytearray(os.urandom(_cipher().KEY)), os.urandom(SALT), SHIPPED)

    def seal(self, text: str, key: str, deal: str) -> str:
        """Return the envelope of a text under a key of a deal; raise DealError if it is too long for any."""
        plain, nonce = text.encode("utf-8", "surrogatepass"), os.urandom(NONCE)
        size = next((size for size in SIZES if len(plain) < size), None)
        if size is None:
            raise DealError(
                f"What is to be sealed takes {len(plain):,} bytes, more than fits; nothing was sealed.",
                "Shorten the note.",
                zh=f"要密封的内容有 {len(plain):,} 字节，超出上限；未密封任何内容。",
                zh_hint="请缩短备注。",
            )
        bare = Envelope.model_construct(cost=self._cost, salt=_text(self._salt), nonce=_text(nonce), deal=mark_of(deal))
        locked = _cipher().lock(self._key, nonce, (plain + END).ljust(size, b"\0"), bare.about(key))
        return bare.model_copy(update={"data": _text(locked)}).model_dump_json()

    def close(self) -> None:
        """Wipe the key, as far as Python lets one: the passphrase itself is a text that cannot be wiped."""
        self._key[:] = bytes(len(self._key))


def mark_of(deal: str) -> str:
    """Return by what an envelope knows the deal it was sealed in."""
    return hashlib.sha256(f"sealed in {deal}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


def is_envelope(text: str) -> bool:
    """Return whether a text is sealed under a passphrase, whole or damaged; what is not can be read by everybody."""
    return text.lstrip()[:1] == "{" and f'"{MARK}"' in text


def from_elsewhere(text: str, deal: str) -> bool:
    """Return whether an envelope that was opened had been sealed in another deal."""
    return is_envelope(text) and _read(text).deal != mark_of(deal)


def unseal(text: str, key: str, passphrase: str) -> str:
    """Return the text of an envelope; raise DealError, the same whatever is amiss, if the passphrase does not open it.

    It tells a wrong passphrase from a changed or moved envelope as little as the cipher does.
    """
    envelope = _read(text)
    secret = _derived(passphrase, base64.b64decode(envelope.salt), envelope.cost)
    nonce, locked = base64.b64decode(envelope.nonce), base64.b64decode(envelope.data)
    plain = _cipher().unlock(secret, nonce, locked, envelope.about(key))
    secret[:] = bytes(len(secret))
    if plain is None:
        raise DealError(
            "This passphrase does not open it: it is another one, or what is sealed was changed. Nothing was opened.",
            "Try again. Without the passphrase nobody can open it; it can only be removed.",
            zh="该口令无法开启：口令不符，或密封内容已被改动。未开启任何内容。",
            zh_hint="请重试。没有口令，任何人都无法开启，只能移除。",
        )
    return plain[: plain.rindex(END)].decode("utf-8", "surrogatepass")


def _read(text: str) -> Envelope:
    try:
        if len(text) > LONGEST:
            raise ValueError
        return Envelope.model_validate_json(text)
    except (ValidationError, ValueError):
        raise DealError(
            "What is sealed here is damaged, was sealed by a newer dealbuilder, or asks for more memory or time than "
            "any of ours. It was not opened and is left as it is.",
            "Open an older copy of the deal, or install the newer dealbuilder; else remove it.",
            zh="此处的密封内容已损坏、由较新版本的程序密封，或要求的内存或时间超出本程序的任何密封。未开启，内容保持原样。",
            zh_hint="请打开协议的较早副本或安装较新版本；否则只能移除。",
        ) from None


def _derived(passphrase: str, salt: bytes, cost: Cost) -> bytearray:
    """Return the key of a passphrase; letters that keyboards write in several ways count as one."""
    said = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return _cipher().derive(said, salt, **cost.model_dump())
    except MemoryError:
        raise DealError(
            f"Opening or sealing takes {cost.memory // 1024} MB of memory, which are not free; nothing was changed.",
            "Close other programs and try again.",
            zh=f"开启或密封需要 {cost.memory // 1024} MB 内存，目前不足；未作任何改动。",
            zh_hint="请关闭其他程序后重试。",
        ) from None


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _cipher() -> Any:
    """Return the module that enciphers, loaded only once somebody seals or opens: start-up does not wait for it."""
    return importlib.import_module("dealbuilder.document.cipher")
