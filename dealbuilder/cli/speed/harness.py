"""Running rows: by pytest-benchmark where the checkout and its bench extra are there, else the program's own alone."""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from dealbuilder import paths
from dealbuilder.cli.speed import engine
from dealbuilder.cli.speed.rounds import NotHere, Outcome, Trial, absent, held, outcome, unmeasured
from dealbuilder.cli.speed.rows import Row
from dealbuilder.errors import DealError
from dealbuilder.model.text import Text

LIBRARY = "pytest_benchmark"
OUT, QUICK, ROWS = "DEALBUILDER_BENCH_OUT", "DEALBUILDER_BENCH_QUICK", "DEALBUILDER_BENCH_ROWS"
"""Variables that tell the harness where to put outcomes, whether to be quick, and which rows to run."""
EXTRA = Text(
    en="This row needs a checkout of the program with its bench extra: pip install -e '.[bench]'",
    zh="此行需要程序的源代码检出及其 bench 附加依赖：pip install -e '.[bench]'",
)
FAILED = Text(
    en="The row failed, or its two sides did not agree: no speed is shown for something wrong",
    zh="此行出错，或双方结果不一致：结果不对则不显示速度",
)
OPTIONS = (
    *("-o", "addopts=", "-o", "filterwarnings=default", "--import-mode=importlib", "-p", "no:cacheprovider"),
    *("-q", "--benchmark-disable-gc", "--benchmark-columns=median,iqr,rounds"),
)
"""The settings of the ordinary tests are not those of the bench: peers may warn of what they like."""

Tell = Callable[[str], None]
Trials = dict[str, Callable[[bool], Trial]]


def suite() -> Path:
    """Return the file that holds the rows with peers; only a checkout has it."""
    return paths.resources().parent / "tests" / "benchmarks" / "bench_rows.py"


def has_suite() -> bool:
    """Return whether the rows with peers can run here."""
    return suite().is_file() and importlib.util.find_spec(LIBRARY) is not None


def measure(rows: tuple[Row, ...], quick: bool, tell: Tell) -> list[Outcome]:
    """Return the outcome of each row, in order."""
    wanted = tuple(row for row in rows if row.kind == "measured")
    peers = [row for row in wanted if row.id not in engine.TRIALS]
    if has_suite() and (peers or not quick):
        measured = _by_harness(wanted, quick)
    else:
        measured = {row.id: one(row, engine.TRIALS, quick, tell) for row in wanted}
    return [measured.get(row.id) or unmeasured(row) for row in rows]


def one(row: Row, trials: Trials, quick: bool, tell: Tell) -> Outcome:
    """Run one row in this process."""
    make = trials.get(row.id)
    if make is None:
        return absent(row, EXTRA)
    tell(row.what.en)
    try:
        trial = make(quick)
        return outcome(row, held(trial))
    except NotHere as reason:
        return absent(row, reason.why)
    except AssertionError:
        return absent(row, FAILED)


def _by_harness(rows: tuple[Row, ...], quick: bool) -> dict[str, Outcome]:
    """Run rows under pytest-benchmark in a process of its own; what it says goes to stderr."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "outcomes.json"
        told = {OUT: str(out), QUICK: "1" if quick else "", ROWS: ",".join(row.id for row in rows)}
        subprocess.run(
            [sys.executable, "-m", "pytest", str(suite()), *OPTIONS],
            cwd=suite().parent.parent.parent,
            env={**os.environ, **told},
            stdout=sys.stderr,
            check=False,
        )
        if not out.is_file():
            raise DealError(
                "The harness ended without a result; nothing was measured.",
                "See above why.",
                zh="测试程序没有给出结果就结束了；未作测量。",
                zh_hint="原因见上文。",
            )
        found = {item["id"]: Outcome(**item) for item in json.loads(out.read_text(encoding="utf-8"))}
    return {row.id: found.get(row.id) or absent(row, FAILED) for row in rows}
