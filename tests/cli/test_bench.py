"""bench: what it prints and writes, without a word about how fast anything is."""

import re
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.cli.speed import engine, harness, page, rounds, rows
from dealbuilder.cli.speed.rounds import Lap, NotHere, Trial
from dealbuilder.model.text import Text
from tests.benchmarks.bench_rows import TRIALS
from tests.benchmarks.small import engines

ROWS = rows.load(paths.resources())
BY_ID = {row.id: row for row in ROWS}
MANUAL = paths.resources() / "manual" / "model"


@pytest.fixture
def alone(monkeypatch) -> None:
    """No peers and no harness, as in an installed program."""
    monkeypatch.setattr(harness, "has_suite", lambda: False)


@pytest.fixture
def given(monkeypatch, alone):
    """Put a trial in the place of a row's own."""
    return lambda id, made: monkeypatch.setitem(engine.TRIALS, id, made)


def fixed(*laps: float, gate=lambda: None):
    """Return what makes a trial that gives these laps after a warm-up of 99."""
    left = iter([99.0, *laps])
    return lambda quick: Trial(gate, lambda: Lap(next(left), 0.5), len(laps))


def refuse() -> None:
    raise AssertionError("the two sides differ")


def test_a_row_of_the_real_model_gives_a_ratio_and_whether_it_meets_its_target(run, alone):
    ran = run("bench", "--quick", "--rows", "frame", "--json")
    assert ran.code == 0
    (row,) = ran.json()["rows"]
    assert row["value"] > 0
    assert 0 < row["low"] <= row["high"] <= row["value"]
    assert row["met"] is (row["value"] <= BY_ID["frame"].target)
    assert row["rounds"] == 20


def test_the_median_of_the_rounds_counts_and_the_warm_up_does_not(run, given):
    given("frame", fixed(1.0, 2.0, 4.0))
    given("two_cores", fixed(1.5, 1.9, 2.5))
    frame, cores = run("bench", "--rows", "frame,two_cores", "--json").json()["rows"]
    assert frame["value"] == pytest.approx(3.8)
    assert (cores["value"], cores["low"], cores["high"], cores["cpu"]) == (1.9, 1.7, 2.2, 0.5)
    assert (frame["met"], cores["met"]) == (False, True)


def test_rows_keep_their_order_and_those_without_a_number_say_why(run, alone):
    said = run("bench", "--rows", "frozen,pysd,sdeverywhere_c", "--json").json()["rows"]
    assert [row["id"] for row in said] == ["sdeverywhere_c", "pysd", "frozen"]
    recorded, peer, frozen = said
    assert recorded["value"] == BY_ID["sdeverywhere_c"].recorded
    assert peer["value"] is None
    assert "[bench]" in peer["why"]["en"]
    assert frozen["met"] is BY_ID["frozen"].met(BY_ID["frozen"].recorded)


def test_the_start_of_the_package_is_told_as_it_was_measured():
    told = tomllib.loads((MANUAL.parents[1] / "data" / "shipping.toml").read_text(encoding="utf-8"))["speed"]
    assert BY_ID["frozen"].recorded == told["answer_ratio_cold"]


def test_without_the_peers_one_sentence_says_how_to_get_them(run, alone):
    ran = run("bench", "--rows", "pysd")
    assert ran.code == 0
    assert "pip install -e '.[bench]'" in ran.err
    assert run("bench", "--rows", "frozen").err == ""


def test_nothing_slow_is_shown_for_something_wrong(run, given):
    given("frame", fixed(1.0, gate=refuse))
    ran = run("bench", "--rows", "frame", "--json")
    assert ran.code == 1
    (row,) = ran.json()["rows"]
    assert row["value"] is None
    assert "did not agree" in row["why"]["en"]


def test_what_a_machine_lacks_is_said_and_no_fault(run, given):
    def lacking(quick: bool) -> Trial:
        raise NotHere(Text(en="One core only.", zh="仅一个核心。"))

    given("two_cores", lacking)
    ran = run("bench", "--rows", "two_cores", "--language", "zh")
    assert ran.code == 0
    assert "仅一个核心。" in ran.out


def test_a_strange_row_is_refused_with_those_there_are(run):
    ran = run("bench", "--rows", "frame,warp")
    assert ran.code == 1
    assert "warp" in ran.err
    assert "linear_draws" in ran.err


def test_the_output_names_the_machine_but_not_whose_it_is(run, given):
    given("frame", fixed(1.0))
    said = run("bench", "--rows", "frame", "--json").json()["machine"]
    assert {"date", "processor", "cores", "python", "numpy", "numba"} <= said.keys()
    told = " ".join(said.values())
    assert str(Path.home()) not in told
    assert not re.search(r"/\w+/", told)


def test_the_page_holds_every_row_in_both_languages(tmp_path):
    results = tuple((row, rounds.unmeasured(row)) for row in ROWS)
    written = page.write(tmp_path, results, {"processor": "abacus"}, quick=True)
    assert len(written) == 2
    for path, language in zip(written, ("en", "zh"), strict=True):
        text = path.read_text(encoding="utf-8")
        assert all(f"| {row.what.get(language)} |" in text for row in ROWS)
        assert page.COMMAND in text
        assert "abacus" in text
        assert page.QUICK.get(language).strip() in text


@pytest.mark.parametrize("words", [("--page",), ("--page", "--rows", "frame")])
def test_no_page_is_written_with_rows_missing(run, alone, monkeypatch, words):
    monkeypatch.setattr(page, "write", None)
    ran = run("bench", *words)
    assert ran.code == 1
    assert "nothing was measured" in ran.err


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_manual_has_a_row_for_every_target_with_a_number_or_the_reason(language):
    text = (MANUAL / language / page.NAME).read_text(encoding="utf-8")
    table = {cells[0]: cells[1:] for cells in (_cells(line) for line in text.splitlines() if line.startswith("| "))}
    for row in ROWS:
        measured, _, _, _, met = table[row.what.get(language)]
        assert re.search(r"\d", measured) or met != page.KINDS[row.kind].get(language), row.id
        if row.kind == "recorded":
            assert measured == page.amount(row, row.recorded, language)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_every_measured_row_and_no_other_can_be_run():
    assert TRIALS.keys() == {row.id for row in ROWS if row.kind == "measured"}


def test_the_small_model_means_the_same_to_plain_python_and_to_numpy():
    values = engines.inputs(3)
    one, other = engines.room(3), engines.room(3)
    engines.python()(values, one)
    engines.numpy()(values, other)
    assert abs(one - other).max() < 1e-9
    assert one[0].std() > 0.1


def test_a_row_that_is_not_measured_says_why():
    assert all(row.note is not None for row in ROWS if row.kind != "measured")


@pytest.mark.parametrize(
    ("id", "value", "met"),
    [("two_cores", 1.85, True), ("two_cores", 1.84, False), ("start", 0.35, True), ("start", 0.36, False),
     ("linear_draws", 0.86, True), ("linear_draws", 1.16, False), ("python", 1000.0, None)],
)  # fmt: skip
def test_a_value_meets_its_target_at_least_at_most_or_about(id, value, met):
    assert BY_ID[id].met(value) is met


def test_a_contest_says_how_many_times_as_fast_ours_is():
    clock = iter([0.0, 1.0, 0.0, 6.0])
    lap = rounds.contest(lambda: None, lambda: None, scale=10.0)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(rounds, "perf_counter", lambda: next(clock))
        assert lap().wall == 60.0


@pytest.mark.skipif(rounds.cores() < 2 or not rounds.THREADS.is_dir(), reason="needs Linux and two cores")
def test_on_one_core_a_pool_that_was_there_before_stays_there_too():
    with ThreadPoolExecutor(max_workers=1) as pool:
        assert pool.submit(rounds.cores).result() > 1
        with rounds.one_core():
            assert rounds.cores() == pool.submit(rounds.cores).result() == 1
        assert rounds.cores() == pool.submit(rounds.cores).result() > 1


def test_the_ordinary_test_run_takes_up_nothing_of_the_bench():
    folder = Path(__file__).resolve().parent.parent / "benchmarks"
    names = {path.name for path in folder.rglob("*.py")}
    assert "bench_rows.py" in names
    assert not [name for name in names if name.startswith(("test_", "conftest")) or name.endswith("_test.py")]
