import errno
import os

import pytest

from dealbuilder import paths
from dealbuilder.document import edits, embed, file, litter, recovery, replacing, versions
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


def cut_off(aside, history, size=None):
    rest = aside.with_name(litter.name(aside.name, "0123abcd"))
    rest.write_bytes(embed.to_bytes(history)[:size])
    os.utime(rest, ns=(2**62, 2**62))
    return rest


def test_that_a_copy_that_was_whole_when_the_program_was_killed_counts_and_half_a_one_does_not(tmp_path):
    aside = recovery.put_aside(history(), tmp_path / "a.deal")
    rest = cut_off(aside, history().do(edits.Rename(title="newest")))
    (found,) = recovery.recoverable()
    assert (found.title, found.original) == ("newest", tmp_path / "a.deal")
    half = cut_off(aside, history(), 5_000)
    (found,) = recovery.recoverable()
    assert found.title == "newest"
    assert not rest.exists()
    assert not half.exists()


def test_that_the_very_first_copy_counts_too_if_it_was_whole(tmp_path):
    recovery.folder().mkdir(parents=True)
    rest = cut_off(recovery.place(history(), None), history())
    assert litter.wanted(rest) == recovery.place(history(), None)
    (found,) = recovery.recoverable()
    assert recovery.restore(found).history == history()


def test_that_what_its_file_holds_already_is_no_unsaved_work(tmp_path):
    file.save(tmp_path / "a.deal", history())
    recovery.put_aside(history(), tmp_path / "a.deal")
    assert recovery.recoverable() == ()
    assert not list(recovery.folder().glob("*.deal"))
    recovery.put_aside(history().undo(), tmp_path / "a.deal")
    assert len(recovery.recoverable()) == 1


def test_that_a_save_cut_off_after_the_file_was_in_place_is_known_as_our_own(tmp_path):
    path = tmp_path / "a.deal"
    old = file.save(path, history())
    aside = recovery.put_aside(history().undo(), path)
    recovery.label(aside, path, digest=old, coming="ours")
    assert recovery.recoverable()[0].digest == old
    new = file.save(path, history("other"))
    assert recovery.recoverable()[0].digest == old
    recovery.label(aside, path, digest=old, coming=new)
    assert recovery.recoverable()[0].digest == new


def test_that_a_copy_from_an_earlier_crash_is_never_written_over(tmp_path):
    first = recovery.claim(history(), tmp_path / "a.deal")
    second = recovery.claim(history(), tmp_path / "a.deal")
    assert first.file != second.file
    recovery.put_aside(history(), tmp_path / "a.deal", aside=first.file)
    first.release()
    second.release()
    third = recovery.claim(history(), tmp_path / "a.deal")
    assert third.file != first.file
    third.release()


def test_that_a_copy_another_window_has_taken_up_is_neither_restored_nor_discarded(tmp_path):
    recovery.put_aside(history(), None)
    (one,) = recovery.recoverable()
    claim = recovery.adopt(one)
    assert recovery.recoverable() == ()
    with pytest.raises(DealError, match="Another window") as caught:
        recovery.adopt(one)
    assert "另一窗口" in caught.value.told("zh")
    recovery.discard(claim.file)
    claim.release()
    with pytest.raises(DealError, match="Another window"):
        recovery.adopt(one)


def test_that_a_disk_that_does_not_answer_hides_a_copy_and_never_moves_it_away(monkeypatch):
    aside = recovery.put_aside(history(), None)

    def silent(path, most=None):
        raise DealError("it cannot be read")

    monkeypatch.setattr(recovery, "read_bytes", silent)
    assert recovery.recoverable() == ()
    assert aside.exists()
