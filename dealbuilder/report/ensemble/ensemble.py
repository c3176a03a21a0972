"""An ensemble in its folder: planned, resumed, written part by part, summed up, whatever ends the work."""

import contextlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from dealbuilder.analysis.evaluation import FloatArray, Setting
from dealbuilder.analysis.explore.chunks import RUNS, Chunk, chunks
from dealbuilder.analysis.explore.members import Member
from dealbuilder.analysis.explore.running import Place, run_all
from dealbuilder.analysis.explore.task import Site, order
from dealbuilder.analysis.runs import Tick
from dealbuilder.document.replacing import replace_by, replace_file, replace_pieces
from dealbuilder.errors import DealError, FileProblem, Words, reason
from dealbuilder.report.ensemble import summary
from dealbuilder.report.ensemble.manifest import (
    MANIFEST,
    MEMBERS,
    PARTS,
    SUMMARY,
    Manifest,
    Part,
    digest,
    digest_of,
    read,
)
from dealbuilder.report.ensemble.parquet import Hashed, Table

MANY = 20_000
"""Packages times worldviews beyond which the summary tells the headline indicators alone."""
ALWAYS = 1_000
"""Chunks up to which the manifest is written after each of them."""
SELDOM = 20.0
"""Of more chunks, writing the manifest takes at most one part in this of the time."""
CHUNKS = Words("its chunks", "其分块")
STOPPED = Words("Stopped.", "已停止。")
AGAIN = Words("Run the same command again to go on.", "请重新运行同一命令以继续。")


@dataclass(slots=True)
class Ensemble:
    """One ensemble and its folder; `manifest` is what is done so far."""

    folder: Path
    site: Site
    members: Sequence[Member]
    manifest: Manifest
    table: Table
    reused: int = 0
    spoilt: tuple[str, ...] = ()
    """Parts that were there and no longer what was written; they are done again."""
    new_runs: int = 0
    _written: float = field(default=0.0)
    _cost: float = field(default=0.0)

    def run(self, place: AbstractContextManager[Place], tick: Tick | None = None) -> None:
        """Run what is missing and sum up; raise DealError that says what is safe if it ends before."""
        missing = [chunk for chunk, part in zip(self.chunks(), self.manifest.parts, strict=True) if not part.sha256]
        total = len(self.manifest.parts)

        def take(chunk: Chunk, block: FloatArray) -> None:
            self._take(chunk, block)
            if tick is not None:
                tick(self.manifest.done / total)

        try:
            if missing:
                with place as machines:
                    run_all(
                        machines, missing, lambda chunk: order(chunk, self.members), take, len(self.site.indicators)
                    )
            self.manifest = self.manifest.model_copy(update={"complete": True})
        except KeyboardInterrupt:
            raise self._ended(STOPPED, AGAIN) from None
        except DealError as error:
            raise self._ended(reason(error), Words(error.hint, error.zh_hint)) from error
        finally:
            # Whatever ended the work, what is done is told where that is still possible.
            with contextlib.suppress(FileProblem) if not self.manifest.complete else contextlib.nullcontext():
                self._close()

    def chunks(self) -> tuple[Chunk, ...]:
        """Return all chunks, done or not."""
        asked = self.manifest.question
        return chunks(len(self.members), asked.draws, asked.worldviews, self.manifest.chunk)

    def _take(self, chunk: Chunk, block: FloatArray) -> None:
        """Write a chunk's part, then the manifest that names it."""
        ids = [self.members[place].id for place in range(chunk.first, chunk.last)]
        known = self.manifest.with_parameters
        drawn = self.site.drawn(chunk.worldview, chunk.begin, chunk.end) if known else {}
        part = self.manifest.parts[chunk.number]
        path = self.folder / PARTS / part.file
        whole = chunk.end - chunk.begin == self.manifest.question.draws
        checksum = ""

        def write(file: BinaryIO) -> None:
            nonlocal checksum
            hashed = Hashed(file)
            self.table.write(hashed, ids, chunk.worldview, chunk.begin, block, drawn, whole)
            checksum = hashed.hexdigest()

        replace_by(path, write)
        if digest(path) != checksum:
            raise FileProblem(
                str(path),
                "what was written does not read back the same.",
                "Look after the disk.",
                zh="写入的内容读回时不一致。",
                zh_hint="请检查磁盘。",
            )
        parts = list(self.manifest.parts)
        parts[chunk.number] = part.model_copy(update={"sha256": checksum})
        self.manifest = self.manifest.model_copy(update={"parts": tuple(parts)})
        self.new_runs += chunk.runs
        if len(parts) <= ALWAYS or monotonic() - self._written >= SELDOM * self._cost:
            self._note()

    def _note(self) -> None:
        begun = monotonic()
        replace_file(self.folder / MANIFEST, (self.manifest.model_dump_json(indent=1) + "\n").encode())
        self._written = monotonic()
        self._cost = self._written - begun

    def _close(self) -> None:
        self._note()
        units = {one.id: one.unit for one in self.site.indicators}
        if len(self.members) * len(self.manifest.question.worldviews) > MANY:
            units = {one.id: one.unit for one in self.site.indicators if one.headline}
        pieces = summary.encoded(self.folder, self.manifest, self.members, units, self.table)
        replace_pieces(self.folder / SUMMARY, pieces)

    def _ended(self, why: Words, hint: Words) -> DealError:
        done, total = self.manifest.done, len(self.manifest.parts)
        return DealError(
            f"{why.en} {done:,} of {total:,} chunks are done and safe in {self.folder}.",
            hint.en,
            zh=f"{why.zh}{total:,} 块中已完成 {done:,} 块，安全保存在 {self.folder} 中。",
            zh_hint=hint.zh,
        )


def viewed(setting: Setting, worldview: str) -> Setting:
    """Return a setting under another worldview."""
    return replace(setting, worldview=worldview)


def opened(
    folder: Path, deal: str, site: Site, members: Sequence[Member], *, with_parameters: bool, chunk: int | None
) -> Ensemble:
    """Return an ensemble in its folder, begun anew or taken up again; raise DealError if the folder holds another.

    Every part that is there is held against its checksum; one that differs counts as missing.
    """
    stamps = site.stamps()
    units = {one.id: one.unit for one in site.indicators}
    parameters = {one.id: one.unit for one in site.uncertain()} if with_parameters else {}
    table = Table(units, parameters, stamps, site.question.seed)
    found = read(folder)
    runs = chunk or (found.chunk if found else RUNS)
    cuts = chunks(len(members), site.question.draws, site.question.worldviews, runs)
    asked = Manifest(
        deal=deal,
        packages=len(members),
        packages_sha256=digest_of(_lines(members)),
        question=site.question,
        with_parameters=with_parameters,
        chunk=runs,
        stamps=stamps,
        indicators=tuple(units),
        parts=tuple(_part(one) for one in cuts),
    )
    spoilt: list[str] = []
    if found is not None:
        asked = _resumed(folder, found, asked, spoilt)
    _prepare(folder, members, asked.packages_sha256)
    made = Ensemble(folder, site, members, asked, table, asked.done, tuple(spoilt))
    made._note()
    return made


def _part(one: Chunk) -> Part:
    return Part(
        file=f"part-{one.number:06d}.parquet",
        worldview=one.worldview,
        first=one.first,
        last=one.last,
        begin=one.begin,
        end=one.end,
    )


def _resumed(folder: Path, found: Manifest, asked: Manifest, spoilt: list[str]) -> Manifest:
    differs = found.unlike(asked)
    what = differs or CHUNKS
    plan = [part.model_copy(update={"sha256": ""}) for part in found.parts]
    if differs or plan != list(asked.parts):
        raise DealError(
            f"{folder} holds an ensemble that asks something else: {what.en}. It was not touched.",
            "Choose another folder, or ask the same.",
            zh=f"{folder} 中的运行集所问的内容不同：{what.zh}。没有改动它。",
            zh_hint="请选择其他文件夹，或提出相同的问题。",
        )
    parts: list[Part] = []
    for part in found.parts:
        path = folder / PARTS / part.file
        good = part.sha256 and digest(path) == part.sha256
        if part.sha256 and not good:
            spoilt.append(part.file)
        parts.append(part if good else part.model_copy(update={"sha256": ""}))
    return asked.model_copy(update={"parts": tuple(parts)})


def _prepare(folder: Path, members: Sequence[Member], wanted: str) -> None:
    """Make the folder, clear away what a killed run left half written, and say what each package id is."""
    try:
        (folder / PARTS).mkdir(parents=True, exist_ok=True)
        for left in (*folder.glob(".*.tmp"), *(folder / PARTS).glob(".part-*.tmp")):
            left.unlink()
    except OSError as error:
        raise DealError(
            f"{folder} cannot be used as a folder ({error.strerror}); nothing was run.",
            "Choose another folder.",
            zh=f"{folder} 不能用作文件夹（{reason(error).zh}）；未运行。",
            zh_hint="请选择其他文件夹。",
        ) from error
    if digest(folder / MEMBERS) != wanted:
        replace_pieces(folder / MEMBERS, _lines(members))


def _lines(members: Sequence[Member]) -> Iterator[bytes]:
    for one in members:
        yield one.line().encode() + b"\n"
