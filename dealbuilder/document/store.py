"""Tables to the bytes of a SQLite file and back; the only module that speaks SQLite, kept off the start path."""

import sqlite3
import struct
from contextlib import closing

from dealbuilder.document.database import database
from dealbuilder.document.defence import authorized, defended, is_table, plain_table
from dealbuilder.document.header import check_header, settled
from dealbuilder.document.limits import STEPS
from dealbuilder.document.schema import APPLICATION_ID, COLUMNS, MAJOR, MINOR, OPTIONAL, TABLES, Tables, definition
from dealbuilder.errors import FileProblem, Words, reason

ROWS = STEPS + 1
"""Most rows read from one table."""

INSTRUCTIONS = 400_000_000
"""Steps of SQLite's machine after which a file is taken to be a trap; 32 MB of clauses need a hundredth of it."""

KINDS = {"table": "表", "index": "索引", "view": "视图", "trigger": "触发器"}
"""What SQLite keeps, in Chinese."""
_PLAIN = "SELECT type, name, sql FROM sqlite_master LIMIT 501"


def pack(tables: Tables) -> bytes:
    """Return the tables as a whole SQLite file; the same tables give the same bytes on every machine."""
    with closing(sqlite3.connect(":memory:", isolation_level="DEFERRED")) as connection:
        connection.execute("PRAGMA page_size = 1024")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {MAJOR * 1000 + MINOR}")
        into = database(connection)
        with into.atomic():
            for table in TABLES:
                into.execute(definition(table))
                into.table(table).insert_all(tables.get(table, ()))
        fault = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if fault != "ok":
            raise AssertionError(f"SQLite wrote a file it finds faulty: {fault}")
        return settled(connection.serialize())


def unpack(data: bytes, name: str) -> tuple[int, Tables, bool]:
    """Return the major format, the tables, and whether the format is newer than ours; raise FileProblem for bad files.

    The bytes are read in memory: SQLite never opens the user's file, so it can neither change nor lock it, nor make
    journals beside it. Triggers, views and virtual tables are refused before anything of theirs could run.
    """
    major, minor = check_header(data, name)
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            defended(connection, _Patience())
            connection.deserialize(settled(data))
            connection.set_authorizer(authorized)
            return major, _read(connection, major, name), (major, minor) > (MAJOR, MINOR)
    except (sqlite3.Error, UnicodeError, OverflowError, MemoryError, struct.error) as error:
        raise FileProblem(
            name,
            f"the file is damaged ({error}). It was not changed.",
            "Open the copy that recovery or your backup holds; a PDF of the deal carries one too.",
            zh=f"文件已损坏（{reason(error).zh}），没有被改动。",
            zh_hint="请打开恢复功能或备份所保留的副本；协议的PDF中也带有一份。",
        ) from error


class _Patience:
    """Stops a statement that runs far longer than any deal needs."""

    def __init__(self) -> None:
        self.left = INSTRUCTIONS // 10_000

    def __call__(self) -> int:
        self.left -= 1
        return int(self.left < 0)


def _read(connection: sqlite3.Connection, major: int, name: str) -> Tables:
    present = _tables(connection, name)
    fault = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if fault != "ok":
        raise sqlite3.DatabaseError(str(fault))
    tables: Tables = {}
    for table, columns in COLUMNS[major].items():
        if table not in present:
            if table in OPTIONAL:
                continue
            raise FileProblem(
                name,
                f'its table "{table}" is missing. It was not changed.',
                "Open an older copy.",
                zh=f"其中缺少表“{table}”，没有被改动。",
                zh_hint="请打开较早的副本。",
            )
        lost = next((column for column in columns if column not in present[table]), None)
        if lost is not None:
            raise FileProblem(
                name,
                f'its table "{table}" has no column "{lost}". It was not changed.',
                "Open an older copy.",
                zh=f"其表“{table}”缺少列“{lost}”，文件未作更改。",
                zh_hint="请打开较早的副本。",
            )
        # In brackets: what stands in double quotes and is no column would be read as a text.
        wanted = ", ".join(f"[{column}]" for column in columns)
        asked = f"SELECT {wanted} FROM [{table}] ORDER BY [{columns[0]}] LIMIT {ROWS + 1}"
        tables[table] = [dict(zip(columns, row, strict=True)) for row in connection.execute(asked)]
        if len(tables[table]) > ROWS:
            raise FileProblem(
                name,
                f'its table "{table}" is longer than any deal. It was not changed.',
                zh=f"其中的表“{table}”比任何协议都长，没有被改动。",
            )
    return tables


def _tables(connection: sqlite3.Connection, name: str) -> dict[str, frozenset[str]]:
    """Return the columns of every table by name, after refusing everything that is more than a plain table."""
    found = connection.execute(_PLAIN).fetchall()
    present: dict[str, frozenset[str]] = {}
    for kind, thing, sql in found:
        # Only of a plain table may its columns be asked for: of a virtual one, that would start it.
        if kind == "table" and plain_table(sql):
            quoted = str(thing).replace('"', '""')
            shape = connection.execute(f'PRAGMA table_xinfo("{quoted}")').fetchall()
            present[thing] = frozenset(row[1] for row in shape)
            if not any(row[6] for row in shape):
                continue
        elif kind == "index" and sql is None:
            continue
        virtual = kind == "table" and not is_table(sql)
        strange = Words("virtual table", "虚拟表") if virtual else Words(str(kind), KINDS.get(str(kind), str(kind)))
        raise FileProblem(
            name,
            f'it holds a {strange.en} "{str(thing)[:60]}", which no deal file has. '
            "Nothing in it was run and it was not changed.",
            "Do not trust where it came from; ask the sender for the file again.",
            zh=f"其中含有协议文件不会有的{strange.zh}“{str(thing)[:60]}”；其内容没有运行，文件也没有被改动。",
            zh_hint="请勿信任其来源；请向发送者重新索取文件。",
        )
    if len(found) > 500:
        raise FileProblem(
            name, "it holds more tables than any deal. It was not changed.", zh="其中的表多于任何协议，没有被改动。"
        )
    return present
