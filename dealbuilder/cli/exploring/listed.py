"""A file of packages: plain text, CSV or JSON lines, one package a line."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from dealbuilder.analysis.explore.members import Member, member
from dealbuilder.cli.typed import refused, typed_clause
from dealbuilder.errors import DealError, Words, reason
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.package import Clause, Package
from dealbuilder.report.sheets import unharmed

LARGEST = 200_000_000
"""Bytes of a file of packages."""
MOST = 500_000
"""Packages of one file; more are a factorial or several ensembles."""
CLAUSES = 2_000
HEAD = re.compile(r"\s*(?P<id>[^\s:=@]{1,200}):(?:\s+|$)")
"""What a line of plain text may begin with: ID and a colon."""


def members(catalogue: Catalogue, path: Path) -> list[Member]:
    """Return the packages of a file; raise DealError that names the line that is wrong."""
    try:
        if path.stat().st_size > LARGEST:
            raise DealError(
                f"{path} is larger than any list of packages; nothing was run.",
                "Split it.",
                zh=f"{path} 大于任何方案清单；未运行。",
                zh_hint="请拆分该文件。",
            )
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DealError(
            f"{path} is no text in UTF-8; nothing was run.",
            "Save it as text in UTF-8.",
            zh=f"{path} 不是UTF-8文本；未运行。",
            zh_hint="请以UTF-8编码另存为文本。",
        ) from error
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else NO_NAME
        raise DealError(
            f"{path} cannot be read: {why.en}.",
            "Check its name and your rights.",
            zh=f"{path} 无法读取：{why.zh}。",
            zh_hint="请检查其名称和您的权限。",
        ) from error
    reader = {".jsonl": _json, ".ndjson": _json, ".json": _json, ".csv": _csv}.get(path.suffix.lower(), _plain)
    found: list[Member] = []
    for number, id, name, clauses in reader(text, path):
        if len(found) >= MOST:
            raise DealError(
                f"{path} holds more than {MOST:,} packages; nothing was run.",
                "Split it.",
                zh=f"{path} 中的方案超过 {MOST:,} 个；未运行。",
                zh_hint="请拆分该文件。",
            )
        try:
            found.append(_member(catalogue, id or f"{path.stem}-{number}", name, clauses))
        except ValidationError as error:
            raise _wrong(path, number, reason(refused(error))) from error
        except DealError as error:
            raise _wrong(path, number, reason(error), Words(error.hint, error.zh_hint)) from error
    return found


NO_NAME = Words("it has no name a file can have", "这不是有效的文件名")
NO_CLAUSES = Words("the head has no column “clauses”", "表头没有“clauses”一列")
COLUMNS = Words("Columns are id, name, clauses.", "各列为 id、name、clauses。")
NO_JSON = Words("it is not JSON", "不是JSON")
ONE_A_LINE = Words("Write one object a line.", "请每行写一个对象。")
NO_OBJECT = Words("it is no object with a list of clauses", "不是带有条款列表的对象")
NO_TEXT = Words("id and name are no text", "id和name不是文本")

Row = tuple[int, str, str, list[object]]
"""Line, id, name, clauses: each MEASURE=LEVEL@START-END or what JSON holds."""


def _plain(text: str, path: Path) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        said = line.partition("#")[0]
        head = HEAD.match(said)
        if said.strip():
            words = said[head.end() :] if head else said
            yield number, head["id"] if head else "", "", [*re.split(r"[\s;]+", words.strip())] if words.strip() else []


def _csv(text: str, path: Path) -> Iterator[Row]:
    try:
        rows = csv.DictReader(text.splitlines())
        if "clauses" not in (rows.fieldnames or ()):
            raise _wrong(path, 1, NO_CLAUSES, COLUMNS)
        for row in rows:
            words = (row.get("clauses") or "").strip()
            yield (
                rows.line_num,
                unharmed(row.get("id") or ""),
                unharmed(row.get("name") or ""),
                [*re.split(r"[\s;]+", words)] if words else [],
            )
    except csv.Error as error:
        raise _wrong(path, 0, reason(error)) from error


def _json(text: str, path: Path) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise _wrong(path, number, NO_JSON, ONE_A_LINE) from error
        if not isinstance(found, dict) or not isinstance(found.get("clauses", []), list):
            raise _wrong(path, number, NO_OBJECT)
        id, name = found.get("id", ""), found.get("name", "")
        if not isinstance(id, str) or not isinstance(name, str):
            raise _wrong(path, number, NO_TEXT)
        yield number, id, name, found.get("clauses", [])


def _member(catalogue: Catalogue, id: str, name: str, said: list[object]) -> Member:
    if len(said) > CLAUSES:
        raise DealError(f"a package holds at most {CLAUSES:,} clauses", zh=f"一个方案最多 {CLAUSES:,} 条条款")
    clauses = tuple(_clause(catalogue, one) for one in said)
    if len({clause.measure for clause in clauses}) < len(clauses):
        raise DealError("it has two clauses on one measure", zh="同一措施有两条条款")
    return member(Package(id=id, name=name, clauses=clauses), "file")


def _clause(catalogue: Catalogue, said: object) -> Clause:
    if not isinstance(said, str):
        return Clause.model_validate(said)
    typed = typed_clause(catalogue, said)
    if typed.level is None:
        raise DealError(
            f"“{said}” has no level",
            "Write MEASURE=LEVEL or MEASURE=LEVEL@START-END.",
            zh=f"“{said}”没有档位",
            zh_hint="请写成 MEASURE=LEVEL 或 MEASURE=LEVEL@START-END。",
        )
    timing = typed.timing
    start, end = (timing.start, timing.end) if timing else (0, None)
    return Clause(measure=typed.measure.id, level=typed.level, start=start, end=end)


UNCHANGED = Words("; nothing was changed.", "；未作更改。")
"""What a sentence on one clause ends with, where a deal would be changed."""
NOTHING = Words("", "")


def _wrong(path: Path, line: int, why: Words, hint: Words = NOTHING) -> DealError:
    return DealError(
        f"{path}, line {line}: {why.en.removesuffix(UNCHANGED.en)}; nothing was run.",
        hint.en,
        zh=f"{path} 第 {line} 行：{why.zh.removesuffix(UNCHANGED.zh)}；未运行。",
        zh_hint=hint.zh,
    )
