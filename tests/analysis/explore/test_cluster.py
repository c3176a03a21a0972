"""Ensembles on a real Dask cluster of two workers on loopback: the same bytes, whoever dies in the middle.

The tests share one cluster and use it up from top to bottom.
"""

import gc
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from dealbuilder.analysis.explore import cluster as clusters
from dealbuilder.analysis.explore.running import here
from dealbuilder.errors import DealError
from dealbuilder.report.ensemble import manifest
from tests.analysis.explore.asking import files, folder
from tests.analysis.explore.machines import Machines

CHUNKS = {"count": 16, "chunk": 64}
"""Thirty-two chunks of a package each."""


@pytest.fixture(scope="module")
def machines(tmp_path_factory) -> Iterator[Machines]:
    """Two workers and their scheduler."""
    made = Machines(tmp_path_factory.mktemp("cluster"))
    try:
        made.add(2)
        yield made
    finally:
        made.end()
        gc.collect()


@pytest.fixture(scope="module")
def local(catalogue, tmp_path_factory) -> dict[str, bytes]:
    """What this machine alone makes of the same question."""
    path = tmp_path_factory.mktemp("local") / "a"
    made = folder(catalogue, path, **CHUNKS)
    made.run(here(made.site, 1))
    return files(path)


def on(machines: Machines, catalogue, path: Path, tick=None, **stamps):
    made = folder(catalogue, path, **CHUNKS)
    told = made.manifest.stamps.model_copy(update=stamps)
    question = made.site.question.model_dump_json()
    made.run(clusters.cluster(machines.address, question, told.model_dump_json()), tick)
    return made


class After:
    """A tick that does something once, after some chunks."""

    def __init__(self, count: int, deed) -> None:
        self.left, self.deed = count, deed

    def __call__(self, share: float) -> None:
        self.left -= 1
        if self.left == 0:
            self.deed()


def test_that_two_workers_give_every_byte_that_one_machine_gives(machines, catalogue, local, tmp_path):
    made = on(machines, catalogue, tmp_path / "a")
    assert made.new_runs == 16 * 2 * 64
    assert files(tmp_path / "a") == local


def test_that_the_connection_leaves_no_thread_of_its_own(machines, catalogue, tmp_path):
    on(machines, catalogue, tmp_path / "a")
    assert not [thread.name for thread in threading.enumerate() if thread.name == "IO loop"]


def test_that_a_worker_of_another_version_is_refused_by_name_and_nothing_of_it_is_kept(machines, catalogue, tmp_path):
    with pytest.raises(DealError, match=r"would not give the same figures: engine .* instead of other"):
        on(machines, catalogue, tmp_path / "a", engine="other")
    assert manifest.read(tmp_path / "a").done == 0


def test_that_the_chunks_of_a_killed_worker_are_run_by_the_other(machines, catalogue, local, tmp_path):
    on(machines, catalogue, tmp_path / "a", After(3, lambda: machines.kill(0)))
    assert machines.workers[0].poll() is not None
    assert files(tmp_path / "a") == local


def test_that_a_cluster_without_workers_is_lost_after_a_while_and_what_is_done_is_safe(
    machines, catalogue, local, tmp_path, monkeypatch
):
    monkeypatch.setattr(clusters, "PATIENCE", 2.0)
    path = tmp_path / "a"
    with pytest.raises(DealError, match=r"has had no worker for 2 seconds\. \d+ of 32 chunks are done and safe"):
        on(machines, catalogue, path, After(3, lambda: machines.kill(1)))
    assert 3 <= manifest.read(path).done < 32
    made = folder(catalogue, path, **CHUNKS)
    made.run(here(made.site, 1))
    assert files(path) == local


def test_that_a_killed_scheduler_is_a_sentence_and_the_rest_is_run_here(machines, catalogue, local, tmp_path):
    machines.add(1)
    path = tmp_path / "a"
    with pytest.raises(DealError, match=r"The cluster at tcp://.* is lost\. \d+ of 32 chunks are done and safe"):
        on(machines, catalogue, path, After(3, machines.kill_scheduler))
    assert 3 <= manifest.read(path).done < 32
    made = folder(catalogue, path, **CHUNKS)
    made.run(here(made.site, 1))
    assert files(path) == local


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "", "ftp://x:1", "tcp://127.0.0.1:port"])
def test_that_an_address_where_no_scheduler_is_gets_a_sentence(catalogue, tmp_path, monkeypatch, address):
    monkeypatch.setattr(clusters, "CONNECTING", 0.5)
    made = folder(catalogue, tmp_path / "a", **CHUNKS)
    with pytest.raises(DealError, match=r"No Dask scheduler answers at .* 0 of 32 chunks"):
        made.run(clusters.cluster(address, "{}", "{}"))


def test_that_a_missing_dask_is_named_with_the_remedy(catalogue, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    made = folder(catalogue, tmp_path / "a", **CHUNKS)
    with pytest.raises(DealError, match=r"pip install 'dealbuilder\[dask\]'"):
        made.run(clusters.cluster("tcp://127.0.0.1:1", "{}", "{}"))


class Silent:
    """A client that is connected to nothing."""

    status = "running"

    def get_executor(self, **_: object) -> None:
        """Return nothing to run on."""

    def nthreads(self) -> dict[str, int]:
        """Return one worker."""
        return {"tcp://x": 1}


class KilledWorker(Exception):
    """As Dask names it."""


def test_that_a_chunk_over_which_workers_died_is_tried_again_and_then_given_up_with_a_remedy():
    place = clusters.Cluster(Silent(), "x", "", "")
    assert place.again(KilledWorker(), 1)
    with pytest.raises(DealError, match="more memory"):
        place.again(KilledWorker(), clusters.TRIES)


def test_that_a_worker_without_the_program_is_named_and_a_fault_of_ours_stays_one():
    place = clusters.Cluster(Silent(), "x", "", "")
    with pytest.raises(DealError, match="Install this version"):
        place.again(ModuleNotFoundError("No module named 'dealbuilder'"), 1)
    assert not place.again(ZeroDivisionError(), 1)
