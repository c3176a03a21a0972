"""Many tables' files read at once: each becomes a table of the room, or is skipped with a reason; the rest still count.

Of a table's deal only a clean copy of one package enters: no private note, sealed value, journal or session record.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dealbuilder.document import file
from dealbuilder.document.clean import clean_copy, clean_id
from dealbuilder.document.history import Step
from dealbuilder.document.loaded import Loaded
from dealbuilder.document.reading import read_bytes
from dealbuilder.errors import DealError, FileProblem, Words
from dealbuilder.model.package import Clause
from dealbuilder.model.tabled import Tabled, nameless
from dealbuilder.model.text import Text

TABLES = 200
"""Most files of one room."""

Tick = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Table:
    """One table's file: where it lies, the title of its deal, what it put down, and what else there is to say.

    `packages` are all packages of the deal, as (id, name); the one that counts is `deal.package`. `digest` is that of
    the file's bytes.
    """

    path: Path
    title: str
    deal: Tabled
    packages: tuple[tuple[str, str], ...]
    digest: str
    notices: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that no table came of, and why."""

    path: Path
    reason: Text


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that came of the files, in their order: every file is among the tables or among the skipped."""

    tables: tuple[Table, ...] = ()
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A table with what tells it from a duplicate."""

    table: Table
    ids: frozenset[str]
    clauses: tuple[Clause, ...]
    journal: tuple[Step, ...]


def read_tables(paths: Sequence[Path], chosen: Mapping[Path, str] | None = None, tick: Tick | None = None) -> Reading:
    """Read deal files and PDFs that carry one; of each the active package counts, or the one `chosen` by id or name.

    A file is a duplicate of an earlier one if the bytes are the same, or if it is the same deal with the same clauses
    and one's journal continues the other's: two tables that came to the same clauses apart both count.
    """
    read: list[_Read] = []
    skipped: list[Skipped] = []
    for place, path in enumerate(paths):
        if tick is not None:
            tick(place / len(paths))
        if place >= TABLES:
            skipped.append(Skipped(path, _too_many()))
            continue
        try:
            found = _read(path, (chosen or {}).get(path))
        except DealError as error:
            skipped.append(Skipped(path, _unread(error, path)))
            continue
        same = next((other for other in read if _duplicate(found, other)), None)
        if same is None:
            read.append(found)
        else:
            skipped.append(Skipped(path, _doubled(same.table.path.name, found.table.digest == same.table.digest)))
    return Reading(named([one.table for one in read]), tuple(skipped))


def read_table(path: Path, wanted: str | None = None) -> Table:
    """Read one table's file with its active package or the one of that id or name; raise DealError if there is none."""
    return _read(path, wanted).table


def _read(path: Path, wanted: str | None) -> _Read:
    data = read_bytes(path)
    loaded = file.open_any(path)
    document = loaded.history.document
    package = next((one.id for one in document.packages if wanted in (one.id, one.name)), wanted or document.active)
    copy, _ = clean_copy(document, package)
    bare = copy.package().model_copy(update={"id": package})
    own = tuple(nameless(measure) for measure in copy.measures)
    deal = Tabled(path.stem, bare, copy.pack, copy.assumptions, copy.injects, own)
    packages = tuple((package.id, package.name) for package in document.packages)
    digest = hashlib.sha256(data).hexdigest()
    table = Table(path, document.title, deal, packages, digest, _notices(loaded))
    clauses = tuple(sorted((clause.model_copy(update={"note": ""}) for clause in bare.clauses), key=_order))
    ids = frozenset({document.id, clean_id(document.id, (package,))})
    return _Read(table, ids, clauses, loaded.history.steps[: loaded.history.index])


def _order(clause: Clause) -> str:
    return clause.measure


def _notices(loaded: Loaded) -> tuple[Words, ...]:
    """Return what reading told, but that the file is write-protected: the room only reads."""
    return tuple(notice for notice in loaded.notices if notice != file.PROTECTED)


def _duplicate(one: _Read, other: _Read) -> bool:
    if one.table.digest == other.table.digest:
        return True
    return bool(one.ids & other.ids) and one.clauses == other.clauses and _continues(one.journal, other.journal)


def _continues(one: tuple[Step, ...], other: tuple[Step, ...]) -> bool:
    """Return whether the longer of two journals begins as the shorter goes."""
    return all(a.at == b.at and a.edits == b.edits for a, b in zip(one, other, strict=False))


def named(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables under names that no two share: the file's stem, its whole name, its folder's too, its path."""
    names = [
        (path.stem, path.name, f"{path.parent.name}/{path.name}", str(path)) for path in (one.path for one in tables)
    ]
    counts = [Counter(name[form] for name in names) for form in range(4)]
    chosen = [next((n[form] for form in range(3) if counts[form][n[form]] == 1), n[3]) for n in names]
    return tuple(
        replace(table, deal=replace(table.deal, name=name)) for table, name in zip(tables, chosen, strict=True)
    )


def _unread(error: DealError, path: Path) -> Text:
    """Return a reason without the path, which stands beside it."""
    said, chinese = error.message, error.zh
    if isinstance(error, FileProblem):
        said, chinese = said.removeprefix(f"{path}: "), chinese.removeprefix(f"{path}：")
    opened = said[:1].upper() + said[1:]
    return Text(en=f"{opened} {error.hint}".strip(), zh=f"{chinese}{error.zh_hint}")


def _doubled(other: str, same_bytes: bool) -> Text:
    if same_bytes:
        return Text(en=f"It is the same file as {other}, byte for byte.", zh=f"与 {other} 逐字节相同。")
    return Text(en=f"It is the same deal as {other}, with the same clauses.", zh=f"与 {other} 为同一协议，条款相同。")


def _too_many() -> Text:
    return Text(en=f"A room takes at most {TABLES} files.", zh=f"一次最多读取 {TABLES} 个文件。")
