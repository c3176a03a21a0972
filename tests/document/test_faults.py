"""Every call that a writing makes to the system fails once: the old file or the new one is there, and a sentence."""

import contextlib
import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dealbuilder import settings
from dealbuilder.document import edits, file, litter, recovery, replacing
from dealbuilder.document.history import History
from dealbuilder.errors import DealError, FileProblem
from dealbuilder.settings import Settings
from tests.document.deals import full_deal
from tests.rough.faults import ERRORS, SHORT, Faults, at_work

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the calls are those of a POSIX system")
ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = b"old " * 3_000, b"new " * 5_000


def writings(folder):
    """Return every way in which the program puts a file in a place, by name."""
    history = History.start(full_deal())
    old, new = history, history.do(edits.Rename(title="new"))
    data = {}

    def save(history):
        return lambda: data.__setitem__(
            "digest", file.save(folder / "a.deal", history, expected=data.get("digest", ""))
        )

    def aside(history):
        return lambda: recovery.put_aside(history, None, aside=folder / "a.deal")

    def keep(language):
        return lambda: settings.save(folder, Settings(language=language))

    def bytes_(what):
        return lambda: replacing.replace_file(folder / "a.csv", what)

    def pieces(what):
        return lambda: replacing.replace_pieces(folder / "a.csv", [what[:7], what[7:]])

    return {
        "save": (save(old), save(new)),
        "put aside": (aside(old), aside(new)),
        "export": (bytes_(OLD), bytes_(NEW)),
        "export in pieces": (pieces(OLD), pieces(NEW)),
        "settings": (keep("en"), keep("zh")),
    }


NAMES = ("save", "put aside", "export", "export in pieces", "settings")


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("first", [False, True], ids=["over an old one", "the first one"])
def test_that_each_call_that_fails_once_leaves_the_old_file_or_the_new_one(tmp_path, name, first):
    def ready(folder):
        folder.mkdir()
        old, new = writings(folder)[name]
        if not first:
            old()
        return new, contents(folder)

    new, _ = ready(tmp_path / "dry")
    with at_work(Faults()) as dry:
        new()
    after = contents(tmp_path / "dry")
    assert {"write", "fsync", "replace", "open", "close"} <= set(dry.calls)
    for error in (*ERRORS, SHORT) if name == "save" and not first else (errno.ENOSPC, SHORT):
        for number, call in enumerate(dry.calls):
            new, before = ready(tmp_path / f"{error} {number}")
            told = None
            with at_work(Faults(at=number, error=error)):
                try:
                    new()
                except (DealError, OSError) as caught:
                    told = caught
            now = contents(tmp_path / f"{error} {number}")
            assert set(before) <= set(now) <= set(before) | set(after), (call, error)
            assert all(now[each] in (before.get(each), after[each]) for each in now), (call, error)
            assert told is None or isinstance(told, DealError) or name == "settings", (call, error)
            # A label may be the old one beside a new copy: it only says whence the copy came.
            assert now == (after if told is None else before) or name == "put aside", (call, error, told)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_disk_that_fails_from_some_call_on_leaves_the_old_file(tmp_path, name):
    dry = tmp_path / "dry"
    dry.mkdir()
    old, new = writings(dry)[name]
    old()
    with at_work(Faults()) as faults:
        new()
    after = contents(dry)
    for number in range(len(faults.calls)):
        folder = tmp_path / str(number)
        folder.mkdir()
        old, new = writings(folder)[name]
        old()
        before = contents(folder)
        mendable = OSError if name == "settings" else DealError
        with at_work(Faults(at=number, error=errno.EIO, ever=True)), contextlib.suppress(mendable):
            new()
        now = contents(folder)
        assert all(now[each] in (before[each], after[each]) for each in before)
        # What cannot be removed then, the next writing sweeps; it is known by its name.
        rest = set(now) - set(before)
        assert len(rest) <= 1
        assert all(each.endswith((".tmp", ".new")) for each in rest)


def test_that_the_file_is_synced_before_it_takes_its_place_and_the_folder_after(tmp_path):
    replacing.replace_file(tmp_path / "a", OLD)
    with at_work(Faults()) as faults:
        replacing.replace_file(tmp_path / "a", NEW)
    calls = faults.calls
    syncs = [place for place, call in enumerate(calls) if call == "fsync"]
    writes = [place for place, call in enumerate(calls) if call == "write"]
    assert writes[-1] < syncs[0] < calls.index("replace") < syncs[1]


CUT = """
import json, sys
from pathlib import Path
from dealbuilder.document import replacing
from tests.document.test_faults import NAMES, cut
print(json.dumps(cut(Path(sys.argv[1]))))
"""


def cut(base):
    """Cut the power after each call of each writing, in children, and return how often what was left."""
    found = {}
    for name in NAMES:
        number, left = 0, {"old": 0, "new": 0, "rest": 0, "wrong": 0}
        dry = base / name / "dry"
        dry.mkdir(parents=True)
        for step in writings(dry)[name]:
            step()
        after = contents(dry)
        while True:
            folder = base / name / str(number)
            folder.mkdir(parents=True)
            old, new = writings(folder)[name]
            old()
            before = contents(folder)
            pid = os.fork()
            if pid == 0:
                try:
                    with at_work(Faults(at=number, stop=True)):
                        new()
                finally:
                    os._exit(0)
            ended = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            now = contents(folder)
            left["rest"] += bool(set(now) - set(before))
            left["old" if all(now.get(each) == before[each] for each in before) else "new"] += 1
            left["wrong"] += any(now.get(each) not in (before[each], after[each]) for each in before)
            if ended == 0:
                break
            number += 1
        found[name] = left
    return found


def test_that_a_power_cut_after_any_call_leaves_the_old_file_or_the_new_one(tmp_path):
    line = [sys.executable, "-c", CUT, str(tmp_path)]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for name, left in json.loads(done.stdout).items():
        assert left["wrong"] == 0, name
        assert left["old"] > 5, name
        assert left["new"] > 0, name


def test_that_rests_of_writings_that_were_cut_off_go_with_the_next_one_and_nothing_else_does(tmp_path):
    target = tmp_path / "协议 one.deal"
    rest = tmp_path / litter.name(target.name, "0123abcd")
    others = [
        tmp_path / name for name in (".other.deal.0123abcd.tmp", f".{target.name}.tmp", f".{target.name}.xyz.tmp")
    ]
    for path in (rest, *others):
        path.write_bytes(b"half")
        os.utime(path, (1_000, 1_000))
    replacing.replace_file(target, b"whole")
    assert not rest.exists()
    assert all(path.exists() for path in others)


def test_that_a_rest_which_somebody_is_still_writing_stays_and_so_does_a_very_young_one(tmp_path):
    target = tmp_path / "one.deal"
    rest, young = (tmp_path / litter.name(target.name, mark) for mark in ("0123abcd", "0123abce"))
    for path in (rest, young):
        path.write_bytes(b"half")
    os.utime(rest, (1_000, 1_000))
    with rest.open("rb") as writer:
        litter.mark(writer.fileno())
        replacing.replace_file(target, b"whole")
        assert rest.exists()
        assert young.exists()
    replacing.replace_file(target, b"whole")
    assert not rest.exists()


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_that_a_drive_that_knows_no_fsync_and_no_rights_is_written_all_the_same(tmp_path, monkeypatch, number):
    target = tmp_path / "one.deal"
    target.write_bytes(b"old")
    target.chmod(0o640)

    def unknown(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", unknown)
    monkeypatch.setattr(os, "chmod", unknown)
    replacing.replace_file(target, b"new")
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.EEXIST, "does not let a file be replaced"),
        (errno.ESTALE, "connection to its drive was lost"),
        (errno.EROFS, "must not be written to"),
        (errno.EBUSY, "could not be written"),
    ],
)
def test_that_a_drive_that_refuses_to_put_the_file_in_place_is_a_sentence_in_both_languages(
    tmp_path, monkeypatch, number, sentence
):
    target = tmp_path / "one.deal"
    target.write_bytes(b"old")

    def refused(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(FileProblem, match=sentence) as caught:
        replacing.replace_file(target, b"new")
    assert "未写入任何内容" in caught.value.told("zh")
    assert contents(tmp_path) == {"one.deal": b"old"}


@pytest.mark.parametrize("error", [errno.EIO, errno.EACCES, errno.ESTALE, errno.ENOENT])
def test_that_each_call_of_opening_that_fails_once_is_a_sentence_or_no_matter(tmp_path, error):
    path = tmp_path / "a.deal"
    file.save(path, History.start(full_deal()))
    before = contents(tmp_path)
    with at_work(Faults()) as dry:
        whole = file.open_any(path)
    for number, call in enumerate(dry.calls):
        with at_work(Faults(at=number, error=error)), contextlib.suppress(DealError):
            assert file.open_any(path).history == whole.history, call
    assert contents(tmp_path) == before


def test_that_rests_of_settings_go_with_the_next_ones(tmp_path):
    old, young = tmp_path / "settings.jsonab12.new", tmp_path / "settings.jsoncd34.new"
    for rest in (old, young):
        rest.write_text("{")
    os.utime(old, (1_000, 1_000))
    settings.save(tmp_path, Settings())
    assert not old.exists()
    assert young.exists()


def test_that_a_link_that_leads_round_in_a_circle_is_a_sentence(tmp_path):
    one, other = tmp_path / "one.deal", tmp_path / "other.deal"
    one.symlink_to(other)
    other.symlink_to(one)
    with pytest.raises(FileProblem):
        replacing.replace_file(one, b"new")
    with pytest.raises(DealError):
        file.load(one)
