"""Every measured row under pytest-benchmark; run by `dealbuilder bench`, or by hand:

python -m pytest tests/benchmarks/bench_rows.py [-k ROW] [--benchmark-json=FILE]

Its name keeps it out of the ordinary test run. A round of the harness is one round of the row: both sides in turn,
one ratio. No time is asserted; what must hold before the clock starts is that both sides agree.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.cli.speed import engine, rounds, rows
from dealbuilder.cli.speed.harness import OUT, QUICK, ROWS
from dealbuilder.cli.speed.machine import machine
from dealbuilder.cli.speed.rounds import Lap, NotHere, Outcome
from tests.benchmarks import peak_rows, peer_rows, process_rows, search_rows, sense_rows, small_rows

PEERS = peer_rows.TRIALS | peak_rows.TRIALS | process_rows.TRIALS
TRIALS = engine.TRIALS | small_rows.TRIALS | PEERS | search_rows.TRIALS | sense_rows.TRIALS
CHOSEN = [row for row in rows.chosen(rows.load(paths.resources()), os.environ.get(ROWS, "")) if row.kind == "measured"]


@pytest.fixture(scope="module")
def outcomes() -> Iterator[list[Outcome]]:
    found: list[Outcome] = []
    yield found
    if OUT in os.environ:
        Path(os.environ[OUT]).write_text(json.dumps([outcome.plain() for outcome in found]), encoding="utf-8")


@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row.id)
def test_row(row: rows.Row, benchmark, outcomes):
    benchmark.extra_info.update(machine())
    try:
        trial = TRIALS[row.id](bool(os.environ.get(QUICK)))
    except NotHere as reason:
        outcomes.append(rounds.absent(row, reason.why))
        pytest.skip(str(reason))
    trial.gate()
    laps: list[Lap] = []
    benchmark.pedantic(lambda: laps.append(trial.once()), rounds=trial.rounds, iterations=1, warmup_rounds=1)
    # The first lap was the warm-up.
    outcome = rounds.outcome(row, laps[-trial.rounds :])
    benchmark.extra_info.update(outcome.plain())
    outcomes.append(outcome)
