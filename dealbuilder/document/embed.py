"""A deal as bytes, in a file or attached to a PDF, and back."""

from pydantic import ValidationError

from dealbuilder.document import codec, journal, migrations, store
from dealbuilder.document.document import Document
from dealbuilder.document.history import History
from dealbuilder.document.limits import FILE_BYTES, VERSIONS
from dealbuilder.document.loaded import Loaded, Stamps
from dealbuilder.document.schema import MAJOR, Tables
from dealbuilder.document.session import ENTRIES, ENTRY, Happened, Session
from dealbuilder.document.versions import Version
from dealbuilder.errors import DealError, FileProblem
from dealbuilder.model.text import HIDING

NOTICES = 20
"""Most sentences that are told of one file."""
HIDDEN = (
    "Some of its texts hold letters that hide or turn what stands there (marks of direction, letters of no width): "
    "read its names with care."
)
MEND = "Undo the change that was made to the file outside dealbuilder, or open an older copy."


def to_bytes(
    history: History, versions: tuple[Version, ...] = (), stamps: Stamps | None = None, session: Session = ()
) -> bytes:
    """Return a whole deal file; equal content gives equal bytes. Raise DealError if it would not open again."""
    tables: Tables = {
        **codec.rows(history.document),
        **journal.rows(history),
        "version": [version.model_dump(exclude={"document"}) | _kept(version) for version in versions],
        "session": [
            {"number": n, "at": entry.at, "kind": entry.kind, "content": entry.model_dump_json()}
            for n, entry in enumerate(session[-ENTRIES:], 1)
        ],
        "stamp": [{"key": key, "value": value} for key, value in (stamps or Stamps()).model_dump().items() if value],
    }
    data = store.pack(tables)
    if len(data) > FILE_BYTES:
        raise DealError(
            f"The deal would take {len(data):,} bytes, more than a deal file may have; the file was not changed.",
            "Save a clean copy: it holds no journal and no kept versions.",
        )
    return data


def _kept(version: Version) -> dict[str, str]:
    return {"document": version.document.model_dump_json()}


def from_bytes(data: bytes, name: str = "deal") -> Loaded:
    """Return what a deal file holds; raise FileProblem, naming the file, if it cannot be read."""
    major, tables, newer = store.unpack(data, name)
    try:
        if major < MAJOR:
            tables = migrations.migrated(major, tables)
        document, notices = codec.document(tables)
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join((error.title, *(str(part) for part in fault["loc"])))
        message = f"{place}: {fault['msg']}. The file was not changed."
        raise FileProblem(name, message, MEND) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise FileProblem(name, f"a part of it makes no sense ({error}). It was not changed.", MEND) from error
    history, lost = journal.history(tables, document)
    versions, unread = _versions(tables)
    session, unheard = _session(tables)
    if newer:
        notices = (
            *notices,
            "It was saved by a slightly newer dealbuilder: it opens for reading; save it as another file.",
        )
    if major < MAJOR:
        notices = (*notices, f"It was saved in the older format {major}; the next save writes format {MAJOR}.")
    if HIDING.search(document.model_dump_json()):
        notices = (*notices, HIDDEN)
    told = _few((*notices, *lost, *unread, *unheard))
    return Loaded(history, versions, _stamps(tables), newer, told, session=session)


def _few(notices: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first notices and how many more there are: a file cannot have the program talk without end."""
    if len(notices) <= NOTICES:
        return notices
    return (*notices[: NOTICES - 1], f"And {len(notices) - NOTICES + 1:,} more remarks of this kind on the file.")


def _versions(tables: Tables) -> tuple[tuple[Version, ...], tuple[str, ...]]:
    rows = tables.get("version", [])[:VERSIONS]
    versions: list[Version] = []
    unread: list[str] = []
    numbers: set[int] = set()
    for row in rows:
        try:
            content = {key: row[key] for key in ("number", "at", "who", "note")}
            version = Version(**content, document=Document.model_validate_json(row["document"]))
            if version.number in numbers:
                raise ValueError("its number stands twice")
            numbers.add(version.number)
            versions.append(version)
        except (ValidationError, ValueError, TypeError):
            unread.append(f"The kept version {str(row['number'])[:20]} could not be read; the deal itself is whole.")
    return tuple(versions), tuple(unread)


def _session(tables: Tables) -> tuple[Session, tuple[str, ...]]:
    entries: list[Happened] = []
    broken = 0
    for row in tables.get("session", [])[:ENTRIES]:
        try:
            entries.append(ENTRY.validate_json(row["content"]))
        except (ValidationError, ValueError, TypeError, RecursionError):
            broken += 1
    told = f"{broken} entries of the workshop's record could not be read; the deal itself is whole."
    return tuple(entries), (told,) if broken else ()


def _stamps(tables: Tables) -> Stamps:
    known = {row["key"]: row["value"] for row in tables.get("stamp", ()) if row["key"] in Stamps.model_fields}
    try:
        return Stamps.model_validate(known)
    except ValidationError:
        return Stamps()
