"""The summary of an ensemble: mean, percentiles and error of every package, worldview and indicator."""

import csv
import io
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from dealbuilder.analysis import bands
from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.explore.members import Member
from dealbuilder.errors import DealError, reason
from dealbuilder.report.ensemble.manifest import PARTS, SUMMARY, Manifest, Part
from dealbuilder.report.ensemble.parquet import Table
from dealbuilder.report.sheets import harmless, unharmed

HEADER = ("package", "worldview", "indicator", "unit", "draws", "mean", "p05", "p50", "p95", "error")


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a summary; `error` is the standard error of the mean, NaN for a single draw."""

    package: str
    worldview: str
    indicator: str
    unit: str
    draws: int
    mean: float
    p05: float
    p50: float
    p95: float
    error: float


def encoded(
    folder: Path, manifest: Manifest, members: Sequence[Member], told: Mapping[str, str], table: Table
) -> Iterator[bytes]:
    """Yield the summary of indicators (`told`: units by id) as CSV; a package that lacks a chunk is left out."""
    yield _rows([HEADER])
    for ids, worldview, figures in _whole(folder, manifest, members, told, table):
        rows = []
        for place, id in enumerate(ids):
            for row, (indicator, unit) in enumerate(told.items()):
                numbers = (_number(number) for number in figures[row, place])
                rows.append((harmless(id), harmless(worldview), indicator, unit, manifest.question.draws, *numbers))
        yield _rows(rows)


def read(folder: Path) -> Iterator[Line]:
    """Yield the rows of a folder's summary; raise DealError if there is none or it is damaged."""
    path = folder / SUMMARY
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file)
            if tuple(next(rows, ())) != HEADER:
                raise ValueError("no summary")
            for package, worldview, indicator, unit, draws, *numbers in rows:
                mean, p05, p50, p95, error = (float(number) if number else math.nan for number in numbers)
                names = unharmed(package), unharmed(worldview), indicator, unit
                yield Line(*names, int(draws), mean, p05, p50, p95, error)
    except OSError as error:
        raise DealError(
            f"{path} cannot be read: {error.strerror}.",
            "Name a folder that `explore` has made.",
            zh=f"{path} 无法读取：{reason(error).zh}。",
            zh_hint="请指定由 `explore` 生成的文件夹。",
        ) from error
    except (ValueError, csv.Error) as error:
        raise DealError(
            f"{path} is damaged; the parts beside it are as they were.",
            "Run the same `explore` again: it writes it anew.",
            zh=f"{path} 已损坏；其旁的各部分保持原样。",
            zh_hint="请重新运行同一 `explore` 命令：它会重新写入。",
        ) from error


def _whole(
    folder: Path, manifest: Manifest, members: Sequence[Member], told: Mapping[str, str], table: Table
) -> Iterator[tuple[list[str], str, FloatArray]]:
    """Yield ids, worldview and figures (indicators, packages, 5) of packages whose every draw is there."""
    for _, group in groupby(_ordered(manifest), key=lambda part: (part.worldview, part.first)):
        parts = list(group)
        if not all(part.sha256 for part in parts):
            continue
        ids = [members[place].id for place in range(parts[0].first, parts[0].last)]
        paths = [folder / PARTS / part.file for part in parts]
        if len(paths) == 1:
            found = np.stack([_figures(values) for values in table.columns(paths[0], list(told), len(ids))])
        else:
            one_by_one = table.stretches(paths, len(ids))
            found = np.stack([np.stack([_figures(gather(id)) for id in told]) for gather in one_by_one], axis=1)
        yield ids, parts[0].worldview, found


def _figures(values: FloatArray) -> FloatArray:
    """Return mean, 5th, 50th, 95th percentile and standard error of the mean over the last axis, as the last axis."""
    return np.stack([bands.means(values), *bands.pick(values), bands.standard_errors(values)], axis=-1)


def _ordered(manifest: Manifest) -> list[Part]:
    views = {view: place for place, view in enumerate(manifest.question.worldviews)}
    return sorted(manifest.parts, key=lambda part: (views[part.worldview], part.first, part.begin))


def _number(value: float) -> str:
    return repr(float(value)) if math.isfinite(value) else ""


def _rows(rows: Sequence[Sequence[object]]) -> bytes:
    sheet = io.StringIO(newline="")
    csv.writer(sheet, lineterminator="\r\n").writerows(rows)
    return sheet.getvalue().encode()
