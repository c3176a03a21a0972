"""What drives, folders, links and clocks do to a deal that is open: nothing is lost, and there is a sentence."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dealbuilder import paths
from dealbuilder.document import edits, file, lock, recovery
from dealbuilder.document.film import film
from dealbuilder.document.history import History
from dealbuilder.document.lock import Holder, Lock, take
from dealbuilder.document.session import Began, Changed, bare
from dealbuilder.errors import DealError, FileProblem
from tests.document.deals import full_deal

ROOT = Path(__file__).resolve().parents[2]


def history(title="first"):
    return History.start(full_deal()).do(edits.Rename(title=title))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "drive" / "a.deal"


@pytest.fixture(autouse=True)
def _drive(path):
    path.parent.mkdir()


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL, errno.EIO])
def test_that_a_drive_without_locks_opens_the_deal_and_offers_what_was_put_aside(monkeypatch, path, number):
    file.save(path, history())
    recovery.put_aside(history("unsaved"), path)

    def unknown(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(lock.fcntl, "flock", unknown)
    assert take(path) is None
    (one,) = recovery.recoverable()
    assert recovery.restore(one).history.document.title == "unsaved"
    claim = recovery.claim(history(), path)
    assert claim.file != one.file
    file.save(path, history("second"))
    assert file.load(path).history.document.title == "second"


def test_that_a_full_disk_gives_a_lock_all_the_same_only_without_a_name_on_it(monkeypatch, path):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    held = take(path)
    assert isinstance(held, Lock)
    assert isinstance(take(path), Holder)
    held.release()


def test_that_a_change_of_equal_length_in_the_same_tick_of_the_clock_is_noticed(path):
    ours = file.save(path, history("one"))
    before = path.stat()
    file.save(path, history("two"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    with pytest.raises(FileProblem, match="changed by somebody else"):
        file.save(path, history("six"), expected=ours)
    assert file.load(path).history.document.title == "two"


@pytest.mark.parametrize("date", [0, 10_000_000_000])
def test_that_a_file_server_whose_clock_is_years_off_is_served(path, date):
    ours = file.save(path, history("one"))
    os.utime(path, (date, date))
    os.utime(path.parent, (date, date))
    file.save(path, history("two"), expected=ours)
    assert file.load(path).history.document.title == "two"
    assert os.listdir(path.parent) == ["a.deal"]


def test_that_a_file_replaced_by_something_else_is_not_written_over(path):
    ours = file.save(path, history())
    path.write_bytes(b"somebody else's notes")
    with pytest.raises(FileProblem, match="changed by somebody else"):
        file.save(path, history("second"), expected=ours)
    assert path.read_bytes() == b"somebody else's notes"


def test_that_a_folder_that_came_back_elsewhere_or_not_at_all_is_a_sentence(path):
    ours = file.save(path, history())
    path.parent.rename(path.parent.with_name("renamed"))
    with pytest.raises(FileProblem, match="its folder is not there") as caught:
        file.save(path, history("second"), expected=ours)
    assert "所在文件夹不存在" in caught.value.told("zh")
    path.parent.write_text("a file where the folder was")
    with pytest.raises(FileProblem, match="its folder is not there"):
        file.save(path, history("second"), expected=ours)
    assert file.load(path.parent.with_name("renamed") / "a.deal").history == history()


@pytest.mark.parametrize("number", [errno.ESTALE, errno.EIO, errno.ENOTCONN])
def test_that_a_drive_that_was_cut_off_is_a_sentence_at_every_turn(monkeypatch, path, number):
    ours = file.save(path, history())
    real = os.stat

    def stale(name, *rest, **more):
        if str(name).startswith(str(path.parent)):
            raise OSError(number, os.strerror(number))
        return real(name, *rest, **more)

    monkeypatch.setattr(os, "stat", stale)
    with pytest.raises(DealError):
        file.load(path)
    with pytest.raises(DealError):
        file.save(path, history("second"), expected=ours)
    monkeypatch.undo()
    assert file.load(path).history == history()


def test_that_a_link_stays_a_link_and_a_second_name_keeps_the_old_deal_like_a_backup(path):
    real, backup = path.with_name("real.deal"), path.with_name("backup.deal")
    file.save(real, history())
    path.symlink_to(real)
    backup.hardlink_to(real)
    file.save(path, history("second"))
    assert path.is_symlink()
    assert file.load(real).history.document.title == "second"
    assert file.load(backup).history.document.title == "first"


def test_that_a_link_to_a_drive_that_is_not_there_is_a_sentence(path):
    path.symlink_to(path.parent / "gone" / "a.deal")
    with pytest.raises(FileProblem, match="no such file"):
        file.load(path)
    with pytest.raises(FileProblem, match="its folder is not there"):
        file.save(path, history())


def test_that_dates_in_any_order_never_keep_a_deal_from_opening_or_its_record_from_running_forwards(path):
    dates = ("2026-11-26T10:00:00+00:00", "1970-01-01T00:00:00+00:00", "2100-02-30T99:00:00", "", "yesterday")
    long, document = History.start(full_deal()), full_deal()
    entries = [Began(at=dates[0], package=bare(document.package()))]
    for number, date in enumerate(dates):
        edit = edits.SetTiming(package="a", measure="letters", start=number + 1)
        long = long.do(edit, at=date)
        package = bare(long.document.package())
        entries.append(Changed(at=date, how="do", edit=edit, package=package, seconds=max(100.0 - 30 * number, 0.0)))
    file.save(path, long, session=tuple(entries))
    loaded = file.load(path)
    assert loaded.notices == ()
    assert loaded.history == long
    seconds = [frame.seconds for frame in film(loaded.session, loaded.history.document).frames]
    assert seconds == sorted(seconds)


def test_that_copies_from_a_clock_gone_wrong_are_all_offered():
    for id, at in (("a", "2100-01-01T00:00:00+00:00"), ("b", ""), ("c", "1970-01-01T00:00:00+00:00"), ("d", "noon")):
        recovery.put_aside(History.start(full_deal().model_copy(update={"id": id})), None, at=at)
    assert len(recovery.recoverable()) == 4


OTHER = """
import pathlib, sys
from dealbuilder import paths
from dealbuilder.document import recovery
from dealbuilder.document.edits import Rename
from dealbuilder.document.history import History
from tests.document.deals import full_deal
paths.state_folder = lambda: pathlib.Path(sys.argv[1])
history = History.start(full_deal()).do(Rename(title=sys.argv[2]))
claim = recovery.claim(history, None)
recovery.put_aside(history, None, aside=claim.file)
print(claim.file, flush=True)
sys.stdin.read()
"""


def other(title):
    line = [sys.executable, "-c", OTHER, str(paths.state_folder()), title]
    return subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_that_of_two_windows_on_one_deal_the_living_one_keeps_its_copy_and_the_killed_ones_is_offered():
    living, killed = other("living"), other("killed")
    files = [process.stdout.readline().strip() for process in (living, killed)]
    assert files[0] != files[1]
    assert recovery.recoverable() == ()
    killed.kill()
    killed.communicate()
    (one,) = recovery.recoverable()
    assert one.title == "killed"
    claim = recovery.adopt(one)
    recovery.discard(claim.file)
    claim.release()
    assert Path(files[0]).exists()
    living.kill()
    living.communicate()
    assert [one.title for one in recovery.recoverable()] == ["living"]


SMALL_DISK = """
mount -t tmpfs -o size=300k none "$1" 2>/dev/null || exit 77
exec "$2" -c '
import pathlib, sys
from dealbuilder.document import edits, file
from dealbuilder.document.history import History
from dealbuilder.errors import DealError
from tests.document.deals import full_deal
disk = pathlib.Path(sys.argv[1])
history = kept = History.start(full_deal())
refused = 0
for number in range(30):
    history = history.do(edits.WriteNote(text=str(number) + "x" * 9000))
    try:
        file.save(disk / "a.deal", history)
        kept = history
    except DealError as error:
        assert "disk is full" in str(error), error
        refused += 1
    assert file.load(disk / "a.deal").history == kept
    assert [path.name for path in disk.iterdir()] == ["a.deal"]
assert refused > 5
' "$1"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a small disk of its own")
def test_that_a_real_disk_that_runs_full_keeps_the_last_deal_that_fitted(tmp_path):
    (tmp_path / "disk").mkdir()
    # In a space of its own, where even an ordinary user may put up a small disk if this machine allows it.
    line = [
        "unshare",
        "--mount",
        "--map-root-user",
        "sh",
        "-c",
        SMALL_DISK,
        "sh",
        str(tmp_path / "disk"),
        sys.executable,
    ]
    try:
        done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no unshare here")
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this machine lets nobody put up a small disk")
    assert done.returncode == 0, done.stderr
