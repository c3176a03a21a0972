import errno

import pytest

from dealbuilder import paths
from dealbuilder.document import edits, recovery, replacing, versions
from dealbuilder.document.history import History
from dealbuilder.document.lock import Lock, take
from dealbuilder.document.new import new_document
from dealbuilder.errors import DealError
from tests.document.deals import full_deal


def history(id="full"):
    document = full_deal().model_copy(update={"id": id})
    return History.start(document).do(edits.Rename(title=f"deal {id}"))


def test_that_a_deal_put_aside_comes_back_with_undo_and_versions(tmp_path):
    kept = versions.keep((), full_deal(), at="", who="", note="one")
    recovery.put_aside(history(), tmp_path / "a.deal", versions=kept, at="2025-07-01")
    (found,) = recovery.recoverable()
    assert (found.original, found.title, found.at) == (tmp_path / "a.deal", "deal full", "2025-07-01")
    loaded = recovery.restore(found)
    assert loaded.history == history()
    assert loaded.versions == kept


def test_that_the_newest_is_named_first_and_a_deal_never_saved_has_no_original(tmp_path):
    recovery.put_aside(history("one"), None, at="2025-07-01")
    recovery.put_aside(history("two"), tmp_path / "b.deal", at="2025-07-02")
    assert [found.title for found in recovery.recoverable()] == ["deal two", "deal one"]
    assert recovery.recoverable()[1].original is None


def test_that_two_copies_of_one_deal_do_not_overwrite_each_other(tmp_path):
    recovery.put_aside(history(), tmp_path / "a.deal")
    recovery.put_aside(history(), tmp_path / "b.deal")
    recovery.put_aside(history(), tmp_path / "b.deal")
    assert len(recovery.recoverable()) == 2


def test_that_what_is_discarded_is_gone(tmp_path):
    aside = recovery.put_aside(history(), None)
    recovery.discard(aside)
    recovery.discard(aside)
    assert recovery.recoverable() == ()
    assert not list(recovery.folder().iterdir())


def test_that_a_deal_somebody_works_on_is_not_offered(tmp_path):
    aside = recovery.put_aside(history(), None)
    guard = take(aside)
    assert isinstance(guard, Lock)
    assert recovery.recoverable() == ()
    guard.release()
    assert len(recovery.recoverable()) == 1


def test_that_a_broken_one_is_moved_aside_and_hides_no_other(tmp_path):
    aside = recovery.put_aside(history("bad"), None)
    recovery.put_aside(history("good"), None)
    aside.write_bytes(aside.read_bytes()[:700])
    assert [found.title for found in recovery.recoverable()] == ["deal good"]
    assert (recovery.folder() / "broken" / aside.name).exists()


@pytest.mark.parametrize("junk", ["", "{", '{"original": 4}', "[]"])
def test_that_a_broken_label_loses_the_place_and_not_the_deal(junk, tmp_path):
    aside = recovery.put_aside(history(), tmp_path / "a.deal")
    aside.with_suffix(".json").write_text(junk)
    (found,) = recovery.recoverable()
    assert (found.original, found.title) == (None, "deal full")
    aside.with_suffix(".json").unlink()
    assert len(recovery.recoverable()) == 1


@pytest.mark.parametrize("id", ["../../escape", "a/b", "", "x" * 300, "nul\0", "C:\\deal"])
def test_that_a_hostile_id_cannot_leave_the_folder(id):
    aside = recovery.put_aside(History.start(new_document("t", id="t").model_copy(update={"id": id})), None)
    assert aside.parent == recovery.folder()
    assert aside.exists()


def test_that_a_full_disk_is_a_sentence_and_the_last_copy_stays(monkeypatch):
    recovery.put_aside(history(), None)

    def full(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(replacing.os, "fsync", full)
    with pytest.raises(DealError, match="disk is full"):
        recovery.put_aside(history().undo(), None)
    monkeypatch.setattr(replacing.os, "fsync", lambda _: None)
    (found,) = recovery.recoverable()
    assert recovery.restore(found).history == history()


def test_that_no_folder_is_no_fault_when_looking_and_a_sentence_when_writing(monkeypatch, tmp_path):
    assert recovery.recoverable() == ()
    (tmp_path / "in_the_way").write_text("")
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "in_the_way")
    with pytest.raises(DealError, match="Save the deal now"):
        recovery.put_aside(history(), None)
