"""Chunks as Parquet files: one schema, fixed options, the same bytes for the same figures."""

import hashlib
import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from dealbuilder import paths
from dealbuilder.analysis.evaluation import FloatArray
from dealbuilder.analysis.explore.question import Stamps
from dealbuilder.errors import DealError

PACKAGE, WORLDVIEW, DRAW, SEED = "package", "worldview", "draw", "seed"
DRAWN = "parameter."
"""Before the name of a drawn parameter's column."""
NAMES = (PACKAGE, WORLDVIEW)
"""Columns that say the same in many rows, stored as dictionaries."""


class Hashed:
    """A file that is only written to, and the digest of what went in."""

    closed = False

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._digest = hashlib.sha256()

    def write(self, data: bytes) -> int:
        """Write bytes and return how many."""
        self._digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        """Do nothing: whoever opened the file sees to that."""

    def close(self) -> None:
        """Do nothing, likewise."""

    def hexdigest(self) -> str:
        """Return the SHA-256 of everything written."""
        return self._digest.hexdigest()


class Table:
    """Writes and reads the parts of an ensemble; raises DealError at once if pyarrow is not installed."""

    def __init__(self, indicators: Mapping[str, str], parameters: Mapping[str, str], stamps: Stamps, seed: int) -> None:
        # Named, not imported: an extra that only ensembles need, and slow to load.
        self._arrow = arrow("pyarrow")
        # Its own allocator keeps what was freed, and beside NumPy's that is a tenth of the memory we may take.
        self._arrow.set_memory_pool(self._arrow.system_memory_pool())
        self._parquet = arrow("pyarrow.parquet")
        self._seed = seed
        self._indicators, self._parameters = tuple(indicators), tuple(parameters)
        made, field = self._arrow, self._arrow.field
        units = {**indicators, **{DRAWN + id: unit for id, unit in parameters.items()}}
        self.schema = made.schema(
            [
                field(PACKAGE, made.string(), nullable=False),
                field(WORLDVIEW, made.string(), nullable=False),
                field(DRAW, made.int32(), nullable=False),
                field(SEED, made.int64(), nullable=False),
                *(field(id, made.float64(), nullable=False, metadata={"unit": unit}) for id, unit in units.items()),
            ],
            metadata={f"dealbuilder.{name}": value for name, value in stamps.model_dump().items()},
        )

    def write(
        self,
        file: Hashed,
        ids: Sequence[str],
        worldview: str,
        begin: int,
        block: FloatArray,
        drawn: Mapping[str, FloatArray],
        whole: bool,
    ) -> None:
        """Write the file of a chunk: `block` (indicators, packages, draws), each drawn parameter (draws,).

        A row is a package under one draw, draws of one package together; draws are numbered from 0. A package of which
        this is but a stretch has a row group of its own, so that its draws can be gathered one package at a time.
        """
        made, (_, packages, draws) = self._arrow, block.shape
        place = np.repeat(np.arange(packages, dtype=np.int32), draws)
        columns: list[Any] = [
            made.DictionaryArray.from_arrays(made.array(place), made.array(ids, made.string())).cast(made.string()),
            made.array([worldview], made.string()).take(made.array(np.zeros(len(place), dtype=np.int32))),
            made.array(np.tile(np.arange(begin, begin + draws, dtype=np.int32), packages)),
            made.array(np.full(len(place), self._seed, dtype=np.int64)),
            *(made.array(row.reshape(-1)) for row in block),
            *(made.array(np.tile(drawn[id], packages)) for id in self._parameters),
        ]
        self._parquet.write_table(
            made.Table.from_arrays(columns, schema=self.schema),
            made.PythonFile(file, mode="w"),
            version="2.6",
            compression="zstd",
            compression_level=1,
            use_dictionary=list(NAMES),
            row_group_size=len(place) if whole else draws,
            data_page_version="1.0",
        )

    def columns(self, path: Path, indicators: Sequence[str], packages: int) -> Iterator[FloatArray]:
        """Yield indicators of a part one after another, each (packages, draws)."""
        with _sound(path):
            read = self._parquet.read_table(path, columns=list(indicators), use_threads=False, memory_map=False)
            for column in read.columns:
                yield column.to_numpy().reshape(packages, -1)

    def stretches(self, paths: Sequence[Path], places: int) -> Iterator[Callable[[str], FloatArray]]:
        """Yield, package by package, what gives an indicator over all draws, (draws,), from parts one after another."""
        files: list[Any] = []
        try:
            for path in paths:
                with _sound(path):
                    files.append(self._parquet.ParquetFile(path, memory_map=False))
            for place in range(places):
                yield partial(self._gathered, files, place)
        finally:
            for file in files:
                file.close()

    def _gathered(self, files: Sequence[Any], place: int, id: str) -> FloatArray:
        with _sound():
            groups = (file.read_row_group(place, columns=[id], use_threads=False) for file in files)
            return np.concatenate([group.column(0).to_numpy() for group in groups])


@contextmanager
def _sound(path: Path | None = None) -> Iterator[None]:
    """Turn what pyarrow and NumPy say of a part that is none into a DealError."""
    try:
        yield
    except (OSError, ValueError, LookupError, TypeError, NotImplementedError, MemoryError) as error:
        raise DealError(
            f"A part of the ensemble{f', {path},' if path else ''} is damaged; it was not changed.",
            "Remove it and run the same `explore` again: it writes the part anew.",
            zh=f"集合中的一个数据块{f'（{path}）' if path else ''}已损坏，未作更改。",
            zh_hint="请删除该数据块并再次运行相同的 `explore`，程序会重新生成。",
        ) from error


def arrow(name: str) -> Any:
    """Return a module of pyarrow; raise DealError with the remedy if it is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        hint, zh_hint = paths.remedy("explore")
        raise DealError(
            "Ensembles are written by pyarrow, which is not installed; nothing was run.",
            hint,
            zh="运行集由 pyarrow 写入，而它没有安装；未运行。",
            zh_hint=zh_hint,
        ) from error
