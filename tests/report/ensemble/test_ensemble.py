"""An ensemble's folder: what it holds, that it is taken up again, and a sentence for whatever goes wrong."""

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from dealbuilder.analysis.explore.running import here
from dealbuilder.document import replacing
from dealbuilder.errors import DealError
from dealbuilder.report.ensemble import manifest, summary
from tests.analysis.explore.asking import files, folder

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def whole(catalogue, tmp_path_factory) -> Path:
    """An ensemble that ran in one go with one thread: two worldviews, eight packages, 64 draws, eight chunks."""
    path = tmp_path_factory.mktemp("ensemble") / "whole"
    done(folder(catalogue, path), threads=1)
    return path


def done(made, threads=2, tick=None):
    made.run(here(made.site, threads), tick)
    return made


class Stop:
    """A tick that raises after some chunks."""

    def __init__(self, error: BaseException, after: int) -> None:
        self.error, self.left = error, after

    def __call__(self, share: float) -> None:
        self.left -= 1
        if self.left == 0:
            raise self.error


def test_that_a_part_holds_every_run_with_unit_and_stamps(catalogue, whole):
    made = manifest.read(whole)
    assert made is not None
    assert made.complete
    assert made.runs == 2 * 8 * 64
    table = pq.read_table(whole / "parts" / made.parts[1].file)
    lines = [json.loads(line) for line in (whole / "packages.jsonl").read_text(encoding="utf-8").splitlines()]
    assert table.column("package").to_pylist() == [line["id"] for line in lines[2:4] for _ in range(64)]
    assert table.column("draw").to_pylist() == [*range(64)] * 2
    assert set(table.column("worldview").to_pylist()) == {"central"}
    assert set(table.column("seed").to_pylist()) == {7}
    assert table.schema.field("supply_restored").metadata == {b"unit": b"%"}
    assert table.schema.metadata[b"dealbuilder.catalogue"].decode().startswith(catalogue.version)
    every = pq.read_table(whole / "parts")
    assert every.num_rows == made.runs
    assert {line["id"] for line in lines} == set(every.column("package").to_pylist())


def test_that_the_summary_is_what_the_parts_say(whole):
    every = pq.read_table(whole / "parts").to_pydict()
    lines = list(summary.read(whole))
    assert len(lines) == 8 * 2 * (len(every) - 4)
    line = next(one for one in lines if one.worldview == "sceptic" and one.indicator == "leadership_cost")
    rows = zip(every["package"], every["worldview"], every["leadership_cost"], strict=True)
    values = [value for package, view, value in rows if (package, view) == (line.package, "sceptic")]
    assert line.draws == len(values) == 64
    assert line.mean == pytest.approx(np.mean(values), abs=1e-12)
    assert line.error == pytest.approx(np.std(values, ddof=1) / 8, abs=1e-12)
    assert (line.p05, line.p50, line.p95) == tuple(np.sort(values)[[3, 32, 60]])


def test_that_threads_change_no_byte(catalogue, whole, tmp_path):
    done(folder(catalogue, tmp_path / "a"), threads=3)
    assert files(tmp_path / "a") == files(whole)


def test_that_more_draws_than_a_chunk_holds_are_summed_up_whole(catalogue, tmp_path):
    done(folder(catalogue, tmp_path / "cut", count=2, draws=200, chunk=64))
    done(folder(catalogue, tmp_path / "uncut", count=2, draws=200, chunk=10_000))
    assert len(manifest.read(tmp_path / "cut").parts) == 2 * 2 * 4
    assert (tmp_path / "cut/summary.csv").read_bytes() == (tmp_path / "uncut/summary.csv").read_bytes()


def test_that_drawn_parameters_stand_beside_what_came_of_them(catalogue, tmp_path):
    made = done(folder(catalogue, tmp_path / "a", count=2, with_parameters=True))
    table = pq.read_table(tmp_path / "a/parts/part-000000.parquet")
    drawn = made.site.drawn("central", 0, 64)
    assert [name for name in table.column_names if name.startswith("parameter.")] == [f"parameter.{id}" for id in drawn]
    id = next(iter(drawn))
    assert table.column(f"parameter.{id}").to_pylist() == [*drawn[id], *drawn[id]]
    assert table.schema.field(f"parameter.{id}").metadata[b"unit"].decode() == catalogue.parameter_by_id[id].unit


@pytest.mark.parametrize("error", [KeyboardInterrupt(), DealError("The cluster is lost.", "Come back.")])
def test_that_what_is_done_is_kept_when_the_work_ends_and_only_the_rest_is_run(catalogue, whole, tmp_path, error):
    path = tmp_path / "a"
    with pytest.raises(DealError, match=r"3 of 8 chunks are done and safe in .*a\.") as raised:
        done(folder(catalogue, path), threads=1, tick=Stop(error, 3))
    assert raised.value.hint
    stopped = manifest.read(path)
    assert (stopped.done, stopped.complete) == (3, False)
    # Six packages are whole under the first worldview: they are summed up already.
    assert {line.package for line in summary.read(path)} == {
        line.package for line in list(summary.read(whole))[: 6 * 50]
    }
    again = done(folder(catalogue, path))
    assert (again.reused, again.new_runs) == (3, 5 * 128)
    assert files(path) == files(whole)


def test_that_a_complete_ensemble_is_not_run_again(catalogue, whole):
    before = files(whole)
    again = done(folder(catalogue, whole))
    assert (again.reused, again.new_runs) == (8, 0)
    assert files(whole) == before


def test_that_a_part_that_was_changed_or_lost_is_found_and_done_again(catalogue, whole, tmp_path):
    path = tmp_path / "a"
    done(folder(catalogue, path))
    spoilt = path / "parts/part-000003.parquet"
    spoilt.write_bytes(spoilt.read_bytes()[:-9] + b"corrupted")
    (path / "parts/part-000005.parquet").unlink()
    again = folder(catalogue, path)
    assert again.spoilt == ("part-000003.parquet", "part-000005.parquet")
    assert done(again).new_runs == 2 * 128
    assert files(path) == files(whole)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"draws": 65}, "number of draws"),
        ({"count": 7}, "packages"),
        ({"views": ("central",)}, "worldviews"),
        ({"chunk": 256}, "--chunk"),
        ({"with_parameters": True}, "--with-parameters"),
    ],
)
def test_that_another_question_in_the_same_folder_is_refused_by_name(catalogue, whole, asked, named):
    before = files(whole)
    with pytest.raises(DealError, match=rf"asks something else: {named}\. It was not touched"):
        folder(catalogue, whole, **asked)
    assert files(whole) == before


@pytest.mark.parametrize("text", ["", "{}", "[]", "\x00\xff", '{"format": 1, "parts": [{"file": "../../x"}]}'])
def test_that_a_damaged_manifest_is_a_sentence_and_the_folder_stays(catalogue, tmp_path, text):
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(DealError, match="nothing in the folder was touched"):
        folder(catalogue, tmp_path)
    assert files(tmp_path) == before


def test_that_a_folder_of_something_else_is_left_alone(catalogue, tmp_path):
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(DealError, match="something else than an ensemble"):
        folder(catalogue, tmp_path)
    assert list(files(tmp_path)) == ["letter.txt"]
    with pytest.raises(DealError, match="something else than an ensemble"):
        folder(catalogue, tmp_path / "letter.txt")


def test_that_a_full_disk_is_a_sentence_and_what_was_written_is_safe(catalogue, whole, tmp_path, monkeypatch):
    path, real, written = tmp_path / "a", os.fsync, []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) > 8:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    made = folder(catalogue, path)
    with monkeypatch.context() as patch:
        patch.setattr(replacing.os, "fsync", full)
        with pytest.raises(DealError, match=r"disk is full.*of 8 chunks are done and safe"):
            done(made, threads=1)
    assert not [name for name in files(path) if name.endswith(".tmp")]
    again = done(folder(catalogue, path))
    assert 0 < again.reused < 8
    assert files(path) == files(whole)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_that_a_read_only_folder_is_a_sentence(catalogue, tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(DealError, match="nothing was run"):
        folder(catalogue, tmp_path / "a")
    tmp_path.chmod(0o700)


def test_that_a_folder_that_cannot_be_made_is_a_sentence(catalogue, tmp_path, monkeypatch):
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", forbidden)
    with pytest.raises(DealError, match=r"Permission denied.*nothing was run"):
        folder(catalogue, tmp_path / "a")


def test_that_a_missing_pyarrow_is_named_with_the_remedy_before_anything_is_run(catalogue, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(DealError, match=r"pip install 'dealbuilder\[explore\]'"):
        folder(catalogue, tmp_path / "a")
    assert not (tmp_path / "a").exists()


KILLED = """
import sys
from pathlib import Path
from dealbuilder import paths
from dealbuilder.analysis.explore.running import here
from dealbuilder.model.loading import load_catalogue
from tests.analysis.explore.asking import folder

made = folder(load_catalogue(paths.resources()), Path(sys.argv[1]))
made.run(here(made.site, 1), lambda share: print(share, flush=True) or sys.stdin.readline())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that nobody can catch")
def test_that_a_process_killed_in_the_middle_leaves_what_a_second_run_takes_up(catalogue, whole, tmp_path):
    path = tmp_path / "a"
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        for _ in range(3):
            assert process.stdout.readline()
            process.stdin.write("\n")
            process.stdin.flush()
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=20)
        process.stdin.close()
    (path / "parts/.part-000006.parquet.0badf00d.tmp").write_bytes(b"half")
    again = done(folder(catalogue, path))
    assert again.reused >= 3
    assert files(path) == files(whole)


def test_that_no_thread_is_left_behind(catalogue, tmp_path):
    done(folder(catalogue, tmp_path / "a"))
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("explore")]
