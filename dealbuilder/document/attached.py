"""How a deal lies in a PDF, and the reader of PDFs, loaded when the first one comes."""

import importlib
from pathlib import Path
from typing import Protocol, cast

from dealbuilder.document.loaded import Loaded

MIME = "application/vnd.dealbuilder.deal"
"""What the attachment is declared as, in the PDF and in the desktop's table of types."""
SUFFIX = ".deal"
MAGIC = b"%PDF-"


class Reader(Protocol):
    """What `carrier` does."""

    def load(self, path: Path) -> Loaded:
        """Read the deal that a PDF carries."""
        ...

    def extract_from_pdf(self, path: Path) -> bytes:
        """Return the bytes of the deal attached to a PDF."""
        ...


def is_pdf(start: bytes) -> bool:
    """Return whether a file that begins like this is a PDF."""
    return start.lstrip().startswith(MAGIC)


def reader() -> Reader:
    """Return the reader of PDFs; its library takes a moment that no deal file should wait."""
    return cast("Reader", importlib.import_module("dealbuilder.document.carrier"))
