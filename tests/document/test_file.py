import errno
import os
import sqlite3
import stat
from contextlib import closing

import pytest

from dealbuilder.document import codec, edits, embed, file, recovery, replacing, schema, versions
from dealbuilder.document.document import Document
from dealbuilder.document.history import History
from dealbuilder.document.loaded import Stamps
from dealbuilder.document.lock import Lock, take
from dealbuilder.errors import DealError, FileProblem
from dealbuilder.model.package import Clause
from tests.document.deals import full_deal

STAMPS = Stamps(dealbuilder="0.1.0", catalogue="1.2", catalogue_digest="ab" * 32, pack="2025-07", engine="7")


def worked_on():
    history = History.start(full_deal())
    history = history.do(edits.Rename(title="second"), at="2025-07-02T09:30:00Z")
    history = history.do(edits.SetLevel(package="a", measure="letters", level="some"), gesture="drag")
    return history.do(edits.SelectPackage(package="a")).undo()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "协议 one.deal"


def test_that_a_saved_deal_opens_with_everything_it_had(path):
    history = worked_on()
    kept = versions.keep((), full_deal(), at="2025-07-01", who="desk two", note="before the round")
    file.save(path, history, kept, STAMPS)
    loaded = file.load(path)
    assert loaded.history == history
    assert loaded.history.can_redo
    assert loaded.versions == kept
    assert loaded.stamps == STAMPS
    assert not loaded.read_only
    assert not loaded.carried
    assert loaded.notices == ()


def test_that_no_field_of_a_document_is_forgotten_by_the_tables():
    defaults = Document(id="other", packages=full_deal().packages[:1], active="a").model_dump()
    full = full_deal().model_dump()
    assert not [field for field in Document.model_fields if full[field] == defaults[field]]
    assert codec.document({**codec.rows(full_deal())}) == (full_deal(), ())


def test_that_saving_the_same_deal_twice_gives_the_same_bytes(path, tmp_path):
    file.save(path, worked_on(), stamps=STAMPS)
    other = tmp_path / "other.deal"
    loaded = file.load(path)
    file.save(other, loaded.history, loaded.versions, loaded.stamps)
    assert path.read_bytes() == other.read_bytes()
    assert embed.to_bytes(worked_on(), (), STAMPS) == path.read_bytes()


def test_that_saving_leaves_one_file_and_opening_leaves_it_alone(path):
    file.save(path, worked_on())
    before = path.read_bytes(), path.stat().st_mtime_ns
    file.load(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert os.listdir(path.parent) == [path.name]


def test_that_any_sqlite_tool_can_read_the_deal_and_finds_it_sound(path):
    file.save(path, worked_on())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (2003,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        levels = connection.execute("SELECT level FROM clause WHERE package = 'a' ORDER BY position").fetchall()
        assert levels == [("some",), ("some",), ("strange",), ("all",)]
        tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
        assert {name for name, strict in tables if strict} == set(schema.TABLES)


def test_that_a_save_keeps_the_rights_of_the_file_and_follows_a_link(path, tmp_path):
    real = tmp_path / "real.deal"
    file.save(real, worked_on())
    real.chmod(0o640)
    path.symlink_to(real)
    file.save(path, worked_on().undo())
    assert path.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert file.load(real).history.document == worked_on().undo().document


def full(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def forbidden(*_, **__):
    raise OSError(errno.EACCES, os.strerror(errno.EACCES))


@pytest.mark.parametrize("broken", ["fsync", "replace", "write"])
def test_that_a_full_disk_leaves_the_old_file_whole_and_nothing_beside_it(path, monkeypatch, broken):
    file.save(path, worked_on())
    before = path.read_bytes()
    if broken == "write":
        real = os.fdopen

        def fdopen(*args):
            opened = real(*args)

            class Full:
                def __enter__(self):
                    return self

                def __exit__(self, *_):
                    opened.close()

                def write(self, data):
                    opened.write(data[:1000])
                    full()

            return Full()

        monkeypatch.setattr(replacing.os, "fdopen", fdopen)
    else:
        monkeypatch.setattr(replacing.os, broken, full)
    with pytest.raises(FileProblem, match=r"the disk is full.*as it was.*Free some space"):
        file.save(path, worked_on().undo())
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


def test_that_a_folder_that_must_not_be_written_to_is_named_in_a_sentence(path, monkeypatch):
    real = os.open
    monkeypatch.setattr(
        replacing.os, "open", lambda name, flags, *rest: forbidden() if flags else real(name, flags, *rest)
    )
    with pytest.raises(FileProblem, match=r"must not be written to.*Save it under another name") as caught:
        file.save(path, worked_on())
    monkeypatch.undo()
    assert caught.value.path == str(path)
    assert not path.exists()


def test_that_a_write_protected_file_opens_for_reading_and_is_not_replaced(path, monkeypatch):
    file.save(path, worked_on())
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda name, _: not str(name).endswith(".deal"))
    loaded = file.load(path)
    assert loaded.read_only
    assert "write-protected" in " ".join(loaded.notices)
    with pytest.raises(FileProblem, match="must not be written to"):
        file.save(path, worked_on().undo())
    assert path.read_bytes() == before


def test_that_a_change_by_somebody_else_is_not_overwritten(path):
    digest = file.save(path, worked_on())
    assert file.load(path).digest == digest
    other = file.save(path, worked_on().undo(), expected=digest)
    with pytest.raises(FileProblem, match=r"changed by somebody else.*another name"):
        file.save(path, worked_on(), expected=digest)
    assert file.load(path).digest == other
    path.unlink()
    file.save(path, worked_on(), expected=digest)


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_that_a_name_that_is_no_text_is_a_name(tmp_path):
    path = tmp_path / os.fsdecode(b"\xff\xfe.deal")
    file.save(path, worked_on())
    assert file.load(path).history == worked_on()
    recovery.put_aside(worked_on().undo(), path)
    (found,) = recovery.recoverable()
    assert found.original == path
    lock = take(path)
    assert isinstance(lock, Lock)
    lock.release()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may write everywhere")
def test_that_a_read_only_folder_is_named_in_a_sentence(path):
    path.parent.chmod(0o500)
    try:
        with pytest.raises(FileProblem, match="must not be written to"):
            file.save(path, worked_on())
    finally:
        path.parent.chmod(0o700)


def test_that_a_missing_folder_a_folder_as_name_and_a_long_name_are_sentences(path):
    with pytest.raises(FileProblem, match="its folder is not there"):
        file.save(path.parent / "nowhere" / "x.deal", worked_on())
    with pytest.raises(FileProblem, match="this is a folder"):
        file.save(path.parent, worked_on())
    with pytest.raises(FileProblem, match="too long"):
        file.save(path.parent / ("x" * 300), worked_on())


def test_that_what_does_not_read_back_is_not_put_in_place(path, monkeypatch):
    file.save(path, worked_on())
    before = path.read_bytes()
    monkeypatch.setattr(replacing.Path, "read_bytes", lambda _: b"rotten")
    with pytest.raises(FileProblem, match="does not read back"):
        file.save(path, worked_on().undo())
    monkeypatch.undo()
    assert path.read_bytes() == before


def test_that_a_very_long_history_still_saves_and_folds_its_oldest_steps(path, monkeypatch):
    monkeypatch.setattr("dealbuilder.document.journal.STEPS", 5)
    history = History.start(full_deal())
    for number in range(12):
        history = history.do(edits.Rename(title=f"title {number}"))
    history = history.undo()
    file.save(path, history)
    loaded = file.load(path)
    assert loaded.history.document == history.document
    assert loaded.history.redo().document.title == "title 11"
    assert loaded.history.index == 4
    earliest = loaded.history
    while earliest.can_undo:
        earliest = earliest.undo()
    assert earliest.document.title == "title 6"
    assert loaded.notices == ()


def test_that_a_deal_too_large_to_open_again_is_not_saved(path, monkeypatch):
    monkeypatch.setattr(embed, "FILE_BYTES", 20_000)
    with pytest.raises(DealError, match="more than a deal file may have"):
        file.save(path, worked_on())
    assert not path.exists()


def test_that_unknown_measures_and_levels_are_kept_through_edits_and_saves(path):
    history = History.start(full_deal()).do(
        edits.SetSnapback(package="a", measure="not_in_any_catalogue", snapback=True)
    )
    file.save(path, history)
    clause = file.load(path).history.document.package("a").clause("not_in_any_catalogue")
    assert clause == Clause(measure="not_in_any_catalogue", level="strange", snapback=True)


def test_that_a_name_no_file_can_have_is_a_sentence(path):
    with pytest.raises(FileProblem, match="no such file"):
        file.load(path)
    with pytest.raises(FileProblem, match="not a file but a folder"):
        file.load(path.parent)
    with pytest.raises(FileProblem, match="not a name"):
        file.load(path.parent / "a\0b")
    os.mkfifo(path)
    with pytest.raises(FileProblem, match="a folder or a device"):
        file.open_any(path)
