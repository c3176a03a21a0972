"""How a deal lies in a PDF, and what the reader of PDFs answers by its exit code."""

from enum import IntEnum

MIME = "application/vnd.dealbuilder.deal"
"""What the attachment is declared as, in the PDF and in the desktop's table of types."""
SUFFIX = ".deal"
MAGIC = b"%PDF-"
TAKE = "--take-out"
"""The option by which the program takes a deal out of a PDF and ends; the path of the PDF follows."""


class Verdict(IntEnum):
    """What came of reading a PDF; a reader that ends otherwise was ended by what it read."""

    deal = 0
    none = 40
    locked = 41
    damaged = 42
    strange = 43
    swollen = 44


def is_pdf(start: bytes) -> bool:
    """Return whether a file that begins like this is a PDF."""
    return start.lstrip().startswith(MAGIC)
