"""Nothing that was done in the window is lost, whatever happens to it, to its files and to the clock."""

import errno
import os
import threading
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QMessageBox

from dealbuilder import paths
from dealbuilder.document import file, lock, recovery, replacing
from dealbuilder.document.edits import Rename
from dealbuilder.document.history import History
from dealbuilder.document.session import Began, Marked, bare
from dealbuilder.ui import workbench
from dealbuilder.ui.dialogs.recover import RecoverDialog
from dealbuilder.ui.intents import Do
from dealbuilder.ui.open_deal import from_document
from dealbuilder.ui.recording import Recorder
from tests.document.deals import full_deal

WITHIN = 3_000
"""Milliseconds for what takes a fraction of a second where nothing else runs."""


def rename(program, title):
    program.commands.studio.workbench.handle(Do(Rename(title=title)))


def save(program, path):
    program.commands.studio.papers.save(path)
    program.wait(lambda: program.state is not None and not program.state.unsaved)


def started(program, title="first"):
    program.commands.do("new")
    rename(program, title)


def kept_aside():
    """Return the titles that would be offered after a kill at this moment."""
    copies = sorted(recovery.folder().glob("*.deal"))
    return [recovery.restore(recovery.Recoverable(copy, None, "", "")).history.document.title for copy in copies]


@pytest.fixture
def failing(monkeypatch):
    """Return a switch: while it is on, the disk of the recovery copies is full."""
    full = [True]
    real = replacing.os.open

    def opened(path, *rest, **more):
        if full[0] and "recovery" in str(path) and str(path).endswith(".tmp"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, *rest, **more)

    monkeypatch.setattr(replacing.os, "open", opened)
    return full


def test_that_work_is_put_aside_in_time_while_every_other_thread_is_busy_for_minutes(program):
    done = threading.Event()
    runner = program.commands.studio.around.runner
    for lane in ("one study", "another"):
        runner.start(lane, lambda tick: done.wait(60), lambda value: None)
    started(program, "kept")
    try:
        program.qtbot.waitUntil(lambda: kept_aside() == ["kept"], timeout=WITHIN)
    finally:
        done.set()


def test_that_a_drag_that_does_not_end_is_put_aside_all_the_same(program):
    started(program)
    for number in range(200):
        rename(program, f"step {number}")
        program.qtbot.wait(15)
        if kept_aside():
            break
    assert kept_aside(), "a copy waited for the end of the drag"


def test_that_work_done_while_a_save_is_under_way_is_neither_lost_nor_called_saved(program, deal_file, monkeypatch):
    started(program)
    go, real = threading.Event(), file.save
    monkeypatch.setattr("dealbuilder.ui.papers.file.save", lambda *a, **k: go.wait(60) and real(*a, **k))
    program.commands.studio.papers.save(deal_file)
    rename(program, "second")
    program.qtbot.waitUntil(lambda: kept_aside() == ["second"], timeout=WITHIN)
    go.set()
    program.wait(lambda: bool(program.state.path))
    assert program.state.unsaved
    assert file.load(deal_file).history.document.title == "first"
    program.wait(lambda: not program.commands.studio.around.runner.busy())
    assert kept_aside() == ["second"]


def test_that_saving_twice_in_quick_succession_saves_twice(program, deal_file):
    started(program)
    save(program, deal_file)
    rename(program, "second")
    program.commands.studio.papers.save(deal_file)
    rename(program, "third")
    program.commands.studio.papers.save(deal_file)
    program.wait(lambda: not program.state.unsaved)
    assert not program.window.notices.lines()
    assert file.load(deal_file).history.document.title == "third"


def test_that_a_save_that_ends_after_another_deal_was_opened_does_not_touch_that_one(program, deal_file, monkeypatch):
    started(program)
    go, real = threading.Event(), file.save
    monkeypatch.setattr("dealbuilder.ui.papers.file.save", lambda *a, **k: go.wait(60) and real(*a, **k))
    papers = program.commands.studio.papers
    papers.save(deal_file)
    papers.new()
    rename(program, "another")
    go.set()
    program.wait(deal_file.exists)
    program.wait(lambda: not program.commands.studio.around.runner.busy("save"))
    assert program.state.path == ""
    assert program.state.unsaved
    released = lock.take(deal_file)
    assert isinstance(released, lock.Lock)
    released.release()


def test_that_a_deal_that_is_slow_to_open_does_not_sweep_away_what_was_begun_meanwhile(program, deal_file, monkeypatch):
    file.save(deal_file, History.start(full_deal()))
    go, real = threading.Event(), file.open_any
    monkeypatch.setattr("dealbuilder.ui.papers.file.open_any", lambda path: go.wait(60) and real(path))
    program.commands.do("new")
    program.commands.open_path(deal_file)
    rename(program, "begun meanwhile")
    go.set()
    program.wait(lambda: bool(program.window.notices.lines()))
    assert "went on working" in program.window.notices.lines()[0]
    assert program.state.document.title == "begun meanwhile"
    released = lock.take(deal_file)
    assert isinstance(released, lock.Lock)
    released.release()


def test_that_unsaved_work_is_offered_at_the_start_and_comes_back_with_a_click(program):
    recovery.put_aside(History.start(full_deal()), None, at="2026-11-26T09:00:00+00:00")
    program.commands.dialogues.offer_recovery()
    program.wait(lambda: bool(program.window.findChildren(RecoverDialog)))
    program.window.findChildren(RecoverDialog)[0].restore.click()
    program.wait(lambda: program.state is not None)
    assert program.state.document == full_deal()
    assert program.state.unsaved
    assert recovery.recoverable() == (), "it would be offered to another window while it is worked on"


def test_that_a_start_after_a_clean_end_offers_nothing(program):
    program.commands.dialogues.offer_recovery()
    program.wait(lambda: not program.commands.studio.around.runner.busy("recover"))
    assert not program.window.findChildren(RecoverDialog)


def test_that_restoring_asks_before_it_takes_unsaved_work_off_the_desk(program):
    recovery.put_aside(History.start(full_deal()), None)
    (one,) = recovery.recoverable()
    started(program, "on the desk")
    program.commands.restore(one)
    assert program.commands.leaving.box is not None
    program.commands.leaving.box.button(QMessageBox.StandardButton.Cancel).click()
    assert program.state.document.title == "on the desk"


def test_that_old_unsaved_work_never_overwrites_what_was_saved_since(program, deal_file):
    digest = file.save(deal_file, History.start(full_deal()))
    aside = recovery.put_aside(History.start(full_deal()).do(Rename(title="old")), deal_file, labelled=True)
    recovery.label(aside, deal_file, digest=digest)
    (one,) = recovery.recoverable()
    file.save(deal_file, History.start(full_deal()).do(Rename(title="a week's work")))
    program.commands.studio.papers.restore(one)
    program.wait(lambda: program.state is not None)
    program.commands.studio.papers.save(deal_file)
    program.wait(lambda: any("changed by somebody else" in line for line in program.window.notices.lines()))
    assert file.load(deal_file).history.document.title == "a week's work"
    assert program.state.document.title == "old"


def test_that_unsaved_work_of_the_file_on_the_desk_comes_back_to_that_file(program, deal_file):
    digest = file.save(deal_file, History.start(full_deal()))
    aside = recovery.put_aside(History.start(full_deal()).do(Rename(title="newer")), deal_file, labelled=True)
    recovery.label(aside, deal_file, digest=digest)
    program.commands.open_path(deal_file)
    program.wait(lambda: program.state is not None)
    program.commands.restore(recovery.recoverable()[0])
    program.wait(lambda: program.state is not None and program.state.document.title == "newer")
    save(program, deal_file)
    assert file.load(deal_file).history.document.title == "newer"
    assert recovery.recoverable() == ()


def test_that_work_on_a_file_leaves_the_copy_of_an_earlier_crash_alone(program, deal_file):
    file.save(deal_file, History.start(full_deal()))
    recovery.put_aside(History.start(full_deal()).do(Rename(title="of the crash")), deal_file)
    program.commands.open_path(deal_file)
    program.wait(lambda: program.state is not None)
    rename(program, "of today")
    program.qtbot.waitUntil(lambda: sorted(kept_aside()) == ["of the crash", "of today"], timeout=WITHIN)
    save(program, deal_file)
    program.wait(lambda: kept_aside() == ["of the crash"])


def test_that_the_user_is_told_once_that_nothing_can_be_put_aside_and_can_still_save(program, deal_file, failing):
    started(program)
    program.qtbot.waitUntil(lambda: bool(program.window.notices.lines()), timeout=WITHIN)
    assert "cannot be put aside" in program.window.notices.lines()[0]
    rename(program, "second")
    program.qtbot.wait(400)
    assert len(program.window.notices.lines()) == 1
    save(program, deal_file)
    assert file.load(deal_file).history.document.title == "second"


def test_that_a_full_disk_leaves_the_last_good_copy_and_the_next_try_brings_it_up_to_date(
    program, failing, monkeypatch
):
    monkeypatch.setattr("dealbuilder.ui.safety.RETRY_DELAY", 100)
    failing[0] = False
    started(program, "good")
    program.qtbot.waitUntil(lambda: kept_aside() == ["good"], timeout=WITHIN)
    failing[0] = True
    rename(program, "later")
    program.qtbot.waitUntil(lambda: bool(program.window.notices.lines()), timeout=WITHIN)
    assert kept_aside() == ["good"]
    failing[0] = False
    program.qtbot.waitUntil(lambda: kept_aside() == ["later"], timeout=WITHIN)


def test_that_a_state_folder_that_is_no_folder_hinders_nobody_from_saving(program, deal_file, monkeypatch, tmp_path):
    (tmp_path / "in the way").write_text("")
    monkeypatch.setattr(paths, "state_folder", lambda: tmp_path / "in the way")
    started(program)
    program.qtbot.waitUntil(lambda: bool(program.window.notices.lines()), timeout=WITHIN)
    save(program, deal_file)
    assert file.load(deal_file).history.document.title == "first"


def test_that_what_was_taken_back_to_the_saved_state_is_not_offered_as_unsaved(program, deal_file):
    started(program)
    save(program, deal_file)
    rename(program, "second thoughts")
    program.qtbot.waitUntil(lambda: kept_aside() == ["second thoughts"], timeout=WITHIN)
    program.commands.do("undo")
    program.qtbot.waitUntil(lambda: kept_aside() == [], timeout=WITHIN)


class Manager:
    """A session manager that notes whether it was told to stop the logout."""

    stopped = False

    def cancel(self):
        self.stopped = True


def test_that_logging_out_with_unsaved_work_asks_nobody_and_keeps_it_for_the_next_start(program):
    started(program, "unsaved at logout")
    manager = Manager()
    program.commands.leaving.session_ends(manager)
    program.window.close()
    assert not program.window.isVisible()
    assert program.commands.leaving.box is None
    assert not manager.stopped
    (one,) = recovery.recoverable()
    assert one.title == "unsaved at logout"


def test_that_a_logout_somebody_else_stopped_is_forgotten_with_the_next_edit(program):
    started(program)
    program.commands.leaving.session_ends(Manager())
    rename(program, "going on")
    program.window.close()
    assert program.window.isVisible()
    program.commands.leaving.box.button(QMessageBox.StandardButton.Cancel).click()


def test_that_a_logout_waits_where_the_work_cannot_be_put_aside(program, failing):
    started(program)
    manager = Manager()
    program.commands.leaving.session_ends(manager)
    assert manager.stopped
    program.wait(lambda: bool(program.window.notices.lines()))


@pytest.mark.parametrize("change", ["gone", "renamed", "folder"])
def test_that_a_folder_that_vanished_is_a_sentence_and_the_deal_is_saved_elsewhere(program, tmp_path, change):
    there = tmp_path / "drive"
    there.mkdir()
    started(program)
    save(program, there / "a.deal")
    if change == "folder":
        (there / "a.deal").unlink()
        (there / "a.deal").mkdir()
    else:
        there.rename(tmp_path / "elsewhere")
    rename(program, "after")
    program.commands.studio.papers.save(there / "a.deal")
    program.wait(lambda: bool(program.window.notices.lines()))
    assert program.state.unsaved
    save(program, tmp_path / "b.deal")
    assert file.load(tmp_path / "b.deal").history.document.title == "after"


def test_that_a_clock_that_jumps_by_years_back_and_forth_disturbs_nothing(program, deal_file, monkeypatch):
    years = iter((2026, 1970, 2100, 1999, 2026) * 20)

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(next(years), 1, 1, tzinfo=UTC)

    monkeypatch.setattr(workbench, "datetime", Clock)
    started(program)
    for number in range(5):
        rename(program, f"title {number}")
    program.qtbot.waitUntil(lambda: kept_aside() == ["title 4"], timeout=WITHIN)
    assert [one.title for one in recovery.recoverable()] == []
    save(program, deal_file)
    loaded = file.load(deal_file)
    assert loaded.notices == ()
    assert loaded.history == program.commands.studio.workbench.deal.history
    assert [step.at[:4] for step in loaded.history.steps][:2] != ["2026", "2026"]


def test_that_a_session_counts_on_a_clock_that_nobody_sets_and_through_a_sleep_of_the_machine():
    dates = iter(("2026-11-26T09:00:00+00:00", "1970-01-01T00:00:00+00:00", "2100-01-01T00:00:00+00:00"))
    seconds = iter((100.0, 100.0, 160.0, 160.0 + 8 * 3600))
    recorder = Recorder(lambda: next(dates), lambda: next(seconds))
    deal = from_document(full_deal())
    deal = recorder.added(deal, Began(at="", package=bare(full_deal().package())))
    deal = recorder.added(deal, Marked(at="", text="before the machine slept"))
    deal = recorder.added(deal, Marked(at="", text="after it"))
    assert [entry.seconds for entry in deal.session] == [0.0, 60.0, 60.0 + 8 * 3600]
