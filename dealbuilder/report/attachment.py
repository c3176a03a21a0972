"""The deal that travels inside its PDF: a clean copy of the printed package."""

from dataclasses import dataclass

from dealbuilder.document.attached import MIME, SUFFIX
from dealbuilder.document.clean import clean_copy
from dealbuilder.document.document import Document
from dealbuilder.document.embed import to_bytes
from dealbuilder.document.history import History
from dealbuilder.model.text import Language

PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A deal file as attached: its name, bytes and type."""

    name: str
    data: bytes
    mime: str = MIME


def clean_deal(document: Document, package_id: str, language: Language) -> Attachment:
    """Return the printed package alone as a deal: no journal, other packages, private notes or sealed values."""
    copy, _ = clean_copy(document, package_id, language)
    return Attachment(file_name(document.title), to_bytes(History.start(copy)))


def file_name(title: str) -> str:
    """Return a file name that every system takes, made of a deal's title."""
    name = "".join(char if char in PLAIN else "-" for char in title.strip().replace(" ", "-"))
    while "--" in name:
        name = name.replace("--", "-")
    return (name.strip("-")[:60] or "deal") + SUFFIX
