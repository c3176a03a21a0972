"""Whether a file is clean: everything in it that the other side should not get, found by reading all of it."""

from pathlib import Path

from dealbuilder.document import attached, carrier
from dealbuilder.document.clean_report import Around, beside, confidential, unused
from dealbuilder.document.embed import from_bytes, to_bytes
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.reading import read_bytes
from dealbuilder.model.text import Text

FORMAT = slice(60, 64)
"""Where the header of a SQLite file holds the number of the format."""
STRAY = Text(
    en="Bytes that this program would not write: remains of other work, rows that it does not show, or a file written "
    "with another version of SQLite. A clean copy made here is sure.",
    zh="本程序不会写出的字节：其他工作的残留、本程序不显示的数据行，或由其他版本的SQLite写出的文件。在此另存净本即可确定。",
)


def private_in(data: bytes, name: str = "deal") -> tuple[Loaded, tuple[Text, ...]]:
    """Return a deal file as read and what in it is private; nothing, if it is clean to the last byte.

    It is clean if the program would write the very same bytes of what it shows: then nothing else can be in them.
    """
    loaded = from_bytes(data, name)
    document = loaded.history.document
    found = [
        *beside(Around(loaded.history, loaded.versions, loaded.session)),
        *confidential(document, document.packages),
        unused(document),
    ]
    written = to_bytes(loaded.history, loaded.versions, loaded.stamps, loaded.session)
    # An older minor format differs in its number alone.
    if written[: FORMAT.start] + data[FORMAT] + written[FORMAT.stop :] != data:
        found.append(STRAY)
    return loaded, tuple(text for text in found if text is not None)


def private_in_file(path: Path) -> tuple[Loaded, tuple[Text, ...]]:
    """Return what is private in a deal file, or in the deal that a PDF carries; raise FileProblem if there is none."""
    data = read_bytes(path)
    inside = carrier.extract_from_pdf(path) if attached.is_pdf(data[:1024]) else data
    return private_in(inside, str(path))
