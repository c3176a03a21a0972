import subprocess
import sys

import pytest

from dealbuilder import paths
from dealbuilder.document.lock import Holder, Lock, take

CHILD = """
import pathlib, sys
from dealbuilder import paths
from dealbuilder.document.lock import take
paths.state_folder = lambda: pathlib.Path(sys.argv[1])
held = take(pathlib.Path(sys.argv[2]), "2025-07-01")
print(type(held).__name__, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "one.deal"


def child(path):
    return subprocess.Popen(
        [sys.executable, "-c", CHILD, str(paths.state_folder()), str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_that_the_second_window_on_a_file_is_told_who_has_it(path):
    first = take(path, "2025-07-01T10:00")
    assert isinstance(first, Lock)
    second = take(path)
    assert isinstance(second, Holder)
    assert second.at == "2025-07-01T10:00"
    assert "opens for reading" in second.sentence("en")
    assert "只读" in second.sentence("zh")
    first.release()
    third = take(path)
    assert isinstance(third, Lock)
    third.release()


def test_that_another_name_of_the_same_file_is_the_same_file(path, tmp_path):
    path.write_bytes(b"x")
    (tmp_path / "link.deal").symlink_to(path)
    lock = take(path)
    assert isinstance(take(tmp_path / "link.deal"), Holder)
    other = take(tmp_path / "two.deal")
    assert isinstance(other, Lock)
    other.release()
    lock.release()


def test_that_a_lock_holds_between_processes_and_dies_with_its_process(path):
    process = child(path)
    assert process.stdout.readline().strip() == "Lock"
    held = take(path)
    assert isinstance(held, Holder)
    assert held.pid == process.pid
    process.kill()
    process.communicate()
    lock = take(path)
    assert isinstance(lock, Lock)
    lock.release()


def test_that_releasing_twice_does_nothing_and_leaves_no_file(path):
    lock = take(path)
    lock.release()
    lock.release()
    assert list((paths.state_folder() / "locks").iterdir()) == []


def test_that_a_lock_file_full_of_junk_is_no_hindrance(path):
    take(path).release()
    lock = take(path)
    lock.path.write_text("{junk")
    assert take(path) == Holder()
    assert "Another window" in take(path).sentence()
    lock.release()


def test_that_a_folder_that_cannot_be_written_lets_the_deal_open_anyway(path, monkeypatch, tmp_path):
    (tmp_path / "in_the_way").write_text("")
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "in_the_way")
    assert take(path) is None


def test_the_time_since_when_a_deal_is_open_is_told_as_a_clock_does_and_nonsense_as_it_stands():
    assert ":20+00:00" not in Holder(who="Li", at="2026-11-23T23:59:20+00:00").sentence()
    assert "since 2026-11-2" in Holder(who="Li", at="2026-11-23T23:59:20+00:00").sentence()
    assert "since noon" in Holder(who="Li", at="noon").sentence()
