"""The one door to `cryptography`: Argon2id makes a key of a passphrase, AES-256-GCM locks and unlocks with it."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

KEY = 32
"""Bytes of a key."""


def derive(passphrase: bytes, salt: bytes, *, memory: int, iterations: int, lanes: int) -> bytearray:
    """Return the key of a passphrase; `memory` in KiB. The caller wipes it."""
    key = bytearray(KEY)
    Argon2id(salt=salt, length=KEY, iterations=iterations, lanes=lanes, memory_cost=memory).derive_into(passphrase, key)
    return key


def lock(key: bytearray, nonce: bytes, plain: bytes, about: bytes) -> bytes:
    """Return the ciphertext with its tag; `about` is bound to it and stands beside it in the open."""
    return AESGCM(key).encrypt(nonce, plain, about)


def unlock(key: bytearray, nonce: bytes, locked: bytes, about: bytes) -> bytes | None:
    """Return the plain bytes; None if the key is another, or if anything was changed."""
    try:
        return AESGCM(key).decrypt(nonce, locked, about)
    except InvalidTag:
        return None
