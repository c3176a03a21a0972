"""The page of the trials with hostile files: how many were tried at every door, and what was found and mended."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dealbuilder.model.text import Language, Text
from dealbuilder.report import wording
from dealbuilder.report.model_pages.grid import grid

DoorName = Literal["deal", "pdf", "tables", "catalogue", "lists"]


class Door(BaseModel):
    """One door: seconds of the last campaign, inputs tried and taken, branches of the program reached, open faults."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: DoorName
    seconds: int = Field(ge=0)
    tried: int = Field(ge=0)
    taken: int = Field(ge=0)
    edges: int = Field(ge=0)
    faults: int = Field(ge=0)


class Found(BaseModel):
    """A fault that was found and mended: at which door, what happened, and the test that replays it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    door: DoorName
    by: Literal["fuzzing", "review"]
    what: Text
    test: str


class Campaign(BaseModel):
    """The last campaign, and everything that any campaign has found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    command: str
    earlier: int = Field(ge=0)
    """Inputs tried in earlier campaigns, before what they found was mended."""
    door: tuple[Door, ...]
    found: tuple[Found, ...]


DOORS: dict[DoorName, Text] = {
    "deal": Text(en="deal files", zh="协议文件"),
    "pdf": Text(en="PDFs that carry a deal", zh="内含协议的 PDF"),
    "tables": Text(en="a room's many files", zh="会场的多个文件"),
    "catalogue": Text(en="catalogue files, own clauses, injects, roles", zh="目录文件、自定条款、突发事件、角色"),
    "lists": Text(en="CSV, JSON, lists, settings, Parquet, themes", zh="CSV、JSON、清单、设置、Parquet、主题"),
}
TITLE = Text(en="Trials with hostile files", zh="恶意文件试验")
INTRO = Text(
    en="Files are changed at random, guided by which branches of the program they reach, and given to every reader "
    "of the program. A file passes if it is opened or refused with a sentence, within 20 s and 1.5 GB more memory, "
    "unchanged on the disk, and without the program writing, reading or reaching anything beside it. A deal that opens "
    "must save and open again as the same deal; a share of them is scored and printed as well. "
    "The figures are of the last campaign (`{command}`).",
    zh="文件被随机改动，并以其触及的程序分支为引导，交给程序的每个读取入口。合格的标准是：打开，或用一句话拒绝；"
    "耗时不超过 20 秒、内存增加不超过 1.5 GB；磁盘上的文件不变；程序不写入、不读取、不触及此文件以外的任何内容。"
    "能打开的协议必须能保存并再次打开为同一协议；其中一部分还会评分并打印。数字取自最近一次试验（`{command}`）。",
)
TOTAL = Text(
    en="{total} files in the last campaign and {earlier} in earlier ones; {faults} in the last one came through with a "
    "fault.",
    zh="最近一次试验 {total} 个文件，此前各次 {earlier} 个；最近一次中有 {faults} 个引发故障。",
)
HEADS = (
    Text(en="Door", zh="入口"),
    Text(en="Time, s", zh="时间（秒）"),
    Text(en="Files tried", zh="尝试文件数"),
    Text(en="Taken", zh="接受"),
    Text(en="Branches reached", zh="触及分支"),
    Text(en="Faults", zh="故障"),
)
MENDED = Text(en="What was found and mended", zh="发现并已修复的问题")
FOUND_HEADS = (
    Text(en="Door", zh="入口"),
    Text(en="What happened", zh="现象"),
    Text(en="Found by", zh="发现方式"),
)
BY = {"fuzzing": Text(en="trial", zh="试验"), "review": Text(en="review", zh="审查")}


def read(path: Path) -> Campaign:
    """Return what the campaigns came to; the file is ours and is checked whole."""
    return Campaign.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


def page(campaign: Campaign, language: Language) -> str:
    """Return the page as Markdown."""

    def counted(number: int) -> str:
        return wording.plain(float(number), 0)

    doors: list[tuple[str, ...]] = []
    for one in campaign.door:
        figures = (one.seconds, one.tried, one.taken, one.edges, one.faults)
        doors.append((DOORS[one.name].get(language), *map(counted, figures)))
    found = [
        (DOORS[one.door].get(language), one.what.get(language), BY[one.by].get(language)) for one in campaign.found
    ]
    total = TOTAL.get(language).format(
        total=counted(sum(one.tried for one in campaign.door)),
        earlier=counted(campaign.earlier),
        faults=counted(sum(one.faults for one in campaign.door)),
    )
    lines = [f"# {TITLE.get(language)}", "", INTRO.get(language).format(command=campaign.command), "", total, ""]
    lines += [*grid([head.get(language) for head in HEADS], doors, 5), ""]
    lines += [f"## {MENDED.get(language)}", "", *grid([head.get(language) for head in FOUND_HEADS], found), ""]
    return "\n".join(lines)
