"""The tables of a room in files, by the ending: long CSV, workbook, text with tables, JSON, the map as a picture."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dealbuilder.analysis.room.standing import Room
from dealbuilder.document.replacing import replace_file
from dealbuilder.document.tables import Skipped
from dealbuilder.errors import NoSuch
from dealbuilder.model.text import Language
from dealbuilder.report import markdown, picture, sheets, theme, wording
from dealbuilder.report.blocks import Bullets, Content, Paragraph, Section, Table
from dealbuilder.report.phrases import say
from dealbuilder.report.room import grid, long, words
from dealbuilder.report.room.chart import room_map

KINDS = (".csv", ".xlsx", ".md", ".json", ".svg", ".png")


@dataclass(frozen=True, slots=True)
class Told:
    """A room and what came of its files: `files` by table, in order, and those that were skipped."""

    room: Room
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...] = ()


def write(path: Path, kind: str, told: Told, language: Language = "en", theme_name: str = "light") -> None:
    """Write a room as `kind`; targets are confidential and stay out."""
    replace_file(path, exported(kind, told, language, theme_name))


def exported(kind: str, told: Told, language: Language = "en", theme_name: str = "light") -> bytes:
    """Return what a file of that kind holds."""
    match kind:
        case ".csv":
            return sheets.comma_separated(long.HEADER, long.rows(told.room, told.files))
        case ".xlsx":
            return _workbook(told, language)
        case ".md":
            return markdown.render(_content(told, language)).encode()
        case ".json":
            return (json.dumps(as_json(told, language), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
        case ".svg" | ".png":
            figure = room_map(told.room, language)
            below = (figure.note, words.setting(told.room.catalogue, told.room.setting, language), _stamped(told.room))
            drawn = "svg" if kind == ".svg" else "png"
            return picture.render(figure, theme.load(theme_name), drawn, below=below)
    raise NoSuch(f"Nothing can be written as {kind}.", f"无法写成 {kind}。", KINDS)


def _stamped(room: Room) -> str:
    return f"dealbuilder {room.stamps.dealbuilder}, {room.stamps.catalogue}, {room.stamps.pack}"


def _workbook(told: Told, language: Language) -> bytes:
    room = told.room
    tables, clauses = grid.listed(room, language), grid.matrix(room, language)
    about = [
        ("setting", words.setting(room.catalogue, room.setting, language)),
        ("model", say("room.model", language)),
        ("rule", say("room.rule", language)),
        *(("notice", notice.get(language)) for notice in room.notices),
        ("stamps", _stamped(room)),
    ]
    left = [(one.path.name, one.reason.get(language)) for one in told.skipped]
    return sheets.workbook(
        tables.title,
        (
            ("About", ("item", "value"), about),
            ("Tables", tables.header, tables.rows),
            ("Clauses", clauses.header, clauses.rows),
            ("Skipped", ("file", "reason"), left),
            ("Numbers", long.HEADER, long.rows(room, told.files)),
        ),
    )


def _content(told: Told, language: Language) -> Content:
    room = told.room
    listed, matrix = grid.listed(room, language), grid.matrix(room, language)
    figure = room_map(room, language)
    lead = [words.setting(room.catalogue, room.setting, language), say("room.model", language)]
    lead += [notice.get(language) for notice in room.notices]
    sections = [
        Section("tables", "", (Paragraph(wording.joined(lead, language)), _table(listed, 2))),
        Section("map", figure.title, (Paragraph(figure.alt), Paragraph(figure.note))),
        Section("clauses", matrix.title, (_table(matrix, 2), Paragraph(words.rule(language)))),
    ]
    if told.skipped:
        left = (
            say("room.skipped_line", language, file=one.path.name, reason=one.reason.get(language))
            for one in told.skipped
        )
        sections.append(Section("skipped", say("room.skipped", language), (Bullets(tuple(left)),)))
    return Content(
        language=language,
        kind=say("page.model", language),
        title=listed.title,
        package="",
        marking=say("page.public", language),
        confidential=False,
        facts=(),
        sections=tuple(sections),
        notes=(),
        sources_heading="",
        footer=_stamped(room),
        page_of="",
    )


def _table(sheet: grid.Sheet, names: int) -> Table:
    rows = tuple(grid.texts(sheet, row) for row in sheet.rows)
    numbers = [any(isinstance(row[place], float) for row in sheet.rows) for place in range(len(sheet.header))]
    align = "".join("r" if number else "l" for number in numbers)
    return Table(sheet.header, rows, align, tuple(2.0 if i < names else 1.0 for i in range(len(sheet.header))))


def as_json(told: Told, language: Language = "en") -> dict[str, Any]:
    """Return the room as JSON: setting, tables, matrix, what was skipped; undefined numbers are null."""
    room, setting = told.room, told.room.setting
    return {
        "setting": {
            "pack": setting.pack,
            "worldview": setting.worldview,
            "baseline": (setting.baseline.name or setting.baseline.id) if setting.baseline else "",
            "draws": setting.draws,
            "seed": setting.seed,
            "injects": [inject.id for inject in setting.injects],
            "assumptions_changed": [change.parameter for change in setting.changes],
        },
        "tables": [long.table(room, one, file, language) for one, file in zip(room.standings, told.files, strict=True)],
        "matrix": [long.line(room, one, language) for one in room.lines],
        "skipped": skipped(told.skipped, language),
        "notices": [notice.get(language) for notice in room.notices],
        "stamps": {
            "dealbuilder": room.stamps.dealbuilder,
            "catalogue": room.stamps.catalogue,
            "pack": room.stamps.pack,
        },
    }


def skipped(left: Sequence[Skipped], language: Language) -> list[dict[str, str]]:
    """Return the skipped files as JSON."""
    return [{"file": str(one.path), "reason": one.reason.get(language)} for one in left]
