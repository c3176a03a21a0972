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
from dealbuilder.errors import DealError, FileProblem, Words, of_field, reason
from dealbuilder.model.text import HIDING

NOTICES = 20
"""Most sentences that are told of one file."""
HIDDEN = Words(
    "Some of its texts hold letters that hide or turn what stands there (marks of direction, letters of no width): "
    "read its names with care.",
    "其中一些文字含有会隐藏或翻转内容的字符（方向标记、零宽字符）：请仔细辨认名称。",
)
MEND = "Undo the change that was made to the file outside dealbuilder, or open an older copy."
MEND_ZH = "请撤消在 dealbuilder 之外对文件所作的改动，或打开较早的副本。"


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
            zh=f"此协议需要 {len(data):,} 字节，超过协议文件的上限；文件没有被改动。",
            zh_hint="请保存净本：其中不含编辑记录和所保留的版本。",
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
        chinese = f"{place}：{of_field(fault).zh}。文件没有被改动。"
        raise FileProblem(name, message, MEND, zh=chinese, zh_hint=MEND_ZH) from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise FileProblem(
            name,
            f"a part of it makes no sense ({error}). It was not changed.",
            MEND,
            zh=f"其中一部分没有意义（{reason(error).zh}），没有被改动。",
            zh_hint=MEND_ZH,
        ) from error
    history, lost = journal.history(tables, document)
    versions, unread = _versions(tables)
    session, unheard = _session(tables)
    if newer:
        notices = (
            *notices,
            Words(
                "It was saved by a slightly newer dealbuilder: it opens for reading; save it as another file.",
                "此文件由稍新的 dealbuilder 保存，因此以只读方式打开；请另存为其他文件。",
            ),
        )
    if major < MAJOR:
        older = Words(
            f"It was saved in the older format {major}; the next save writes format {MAJOR}.",
            f"此文件以较旧的格式 {major} 保存；下次保存将写成格式 {MAJOR}。",
        )
        notices = (*notices, older)
    if HIDING.search(document.model_dump_json()):
        notices = (*notices, HIDDEN)
    told = _few((*notices, *lost, *unread, *unheard))
    return Loaded(history, versions, _stamps(tables), newer, told, session=session)


def _few(notices: tuple[Words, ...]) -> tuple[Words, ...]:
    """Return the first notices and how many more there are: a file cannot have the program talk without end."""
    if len(notices) <= NOTICES:
        return notices
    left = len(notices) - NOTICES + 1
    more = Words(f"And {left:,} more remarks of this kind on the file.", f"对该文件还有 {left:,} 条此类说明。")
    return (*notices[: NOTICES - 1], more)


def _versions(tables: Tables) -> tuple[tuple[Version, ...], tuple[Words, ...]]:
    rows = tables.get("version", [])[:VERSIONS]
    versions: list[Version] = []
    unread: list[Words] = []
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
            number = str(row["number"])[:20]
            unread.append(
                Words(
                    f"The kept version {number} could not be read; the deal itself is whole.",
                    f"所保留的版本 {number} 无法读取；协议本身完好。",
                )
            )
    return tuple(versions), tuple(unread)


def _session(tables: Tables) -> tuple[Session, tuple[Words, ...]]:
    entries: list[Happened] = []
    broken = 0
    for row in tables.get("session", [])[:ENTRIES]:
        try:
            entries.append(ENTRY.validate_json(row["content"]))
        except (ValidationError, ValueError, TypeError, RecursionError):
            broken += 1
    told = Words(
        f"{broken} entries of the workshop's record could not be read; the deal itself is whole.",
        f"研讨会记录中有 {broken} 条无法读取；协议本身完好。",
    )
    return tuple(entries), (told,) if broken else ()


def _stamps(tables: Tables) -> Stamps:
    known = {row["key"]: row["value"] for row in tables.get("stamp", ()) if row["key"] in Stamps.model_fields}
    try:
        return Stamps.model_validate(known)
    except ValidationError:
        return Stamps()
