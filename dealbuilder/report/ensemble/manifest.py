"""The manifest of an ensemble's folder: what was asked, by which versions, and which chunks are done."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dealbuilder.analysis.explore.question import Question, Stamps
from dealbuilder.errors import DealError, Words, reason

FORMAT = 1
MANIFEST, MEMBERS, SUMMARY, PARTS = "manifest.json", "packages.jsonl", "summary.csv", "parts"
LARGEST = 200_000_000
"""Bytes of a manifest."""
BLOCK = 1 << 20


class Part(BaseModel):
    """A chunk and its file: packages `first` to `last` (exclusive), draws `begin` to `end`; no checksum: not done."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str = Field(pattern=r"^part-\d{6,9}\.parquet$")
    worldview: str
    first: int
    last: int
    begin: int
    end: int
    sha256: str = ""


class Manifest(BaseModel):
    """Everything that a folder says of itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int = FORMAT
    deal: str
    packages: int
    packages_sha256: str
    question: Question
    with_parameters: bool
    chunk: int
    stamps: Stamps
    indicators: tuple[str, ...]
    complete: bool = False
    parts: tuple[Part, ...]

    @property
    def done(self) -> int:
        """Return how many chunks are done."""
        return sum(1 for part in self.parts if part.sha256)

    @property
    def runs(self) -> int:
        """Return how many runs the whole is."""
        return self.packages * self.question.draws * len(self.question.worldviews)

    def unlike(self, other: "Manifest") -> Words | None:
        """Return what another manifest asks differently, in words; None if it asks the same."""
        mine, asked = self.question, other.question
        found = [
            Words(name, zh)
            for name, zh, differs in (
                ("packages", "方案", self.packages_sha256 != other.packages_sha256),
                ("worldviews", "世界观", mine.worldviews != asked.worldviews),
                ("number of draws", "抽样次数", mine.draws != asked.draws),
                ("seed", "随机种子", mine.seed != asked.seed),
                ("baseline pack", "基准包", mine.pack != asked.pack),
                ("assumptions", "假设", mine.changes != asked.changes),
                ("injects", "突发事件", mine.injects != asked.injects),
                ("baseline package", "作为基准的方案", mine.baseline != asked.baseline),
                ("measures of the deal's own", "自定措施", mine.measures != asked.measures),
                ("--with-parameters", "--with-parameters", self.with_parameters != other.with_parameters),
                ("--chunk", "--chunk", self.chunk != other.chunk),
            )
            if differs
        ]
        # The bits are of a short run of the question: of another question they differ on one and the same machine.
        theirs = other.stamps if mine == asked else other.stamps.model_copy(update={"bits": self.stamps.bits})
        unlike = self.stamps.unlike(theirs)
        if unlike is not None:
            found.append(Words(f"program ({unlike.en})", f"程序（{unlike.zh}）"))
        return Words(", ".join(one.en for one in found), "、".join(one.zh for one in found)) if found else None


def read(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, None if the folder is empty or not there; raise DealError for another folder."""
    path = folder / MANIFEST
    try:
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            return None
        if not path.is_file():
            raise DealError(
                f"{folder} holds something else than an ensemble; nothing in it was touched.",
                "Choose an empty or a new folder.",
                zh=f"{folder} 中的内容不是运行集；没有改动其中任何内容。",
                zh_hint="请选择空的或新的文件夹。",
            )
        if path.stat().st_size > LARGEST:
            raise ValueError("it is far too large")
        found = Manifest.model_validate_json(path.read_bytes())
    except (OSError, ValueError, ValidationError) as error:
        why = reason(error) if isinstance(error, OSError) else Words("it is damaged", "已损坏")
        raise DealError(
            f"{path} cannot be read: {why.en}; nothing in the folder was touched.",
            "Choose a new folder.",
            zh=f"{path} 无法读取：{why.zh}；没有改动该文件夹中的任何内容。",
            zh_hint="请选择新的文件夹。",
        ) from error
    if found.format != FORMAT:
        raise DealError(
            f"{folder} was made by another version of dealbuilder.",
            "Choose a new folder.",
            zh=f"{folder} 由另一版本的 dealbuilder 生成。",
            zh_hint="请选择新的文件夹。",
        )
    return found


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, empty if it cannot be read."""
    found = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                found.update(block)
    except OSError:
        return ""
    return found.hexdigest()


def digest_of(lines: Iterable[bytes]) -> str:
    """Return the SHA-256 of lines."""
    found = hashlib.sha256()
    for line in lines:
        found.update(line)
    return found.hexdigest()
