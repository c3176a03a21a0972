"""Deals as files, through the real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from dealbuilder import paths
from dealbuilder.document import file, lock, recovery
from dealbuilder.document.edits import Rename
from dealbuilder.document.examples import examples
from dealbuilder.ui.intents import Do
from tests.ui.test_workbench import LETTERS, WHITE_LIST, add


def save(program, path: Path) -> None:
    program.commands.studio.papers.save(path)
    program.wait(lambda: not program.state.unsaved)


def test_a_saved_deal_opens_as_it_was_and_can_still_be_undone(program, deal_file):
    program.new()
    add(program, WHITE_LIST)
    add(program, LETTERS)
    save(program, deal_file)
    kept = program.state.document
    program.commands.do("close")
    assert program.state is None
    program.commands.open_path(deal_file)
    program.wait(lambda: program.state is not None)
    assert program.state.document == kept
    assert program.state.path == str(deal_file.resolve())
    program.commands.do("undo")
    assert program.state.document.package().clause(LETTERS) is None
    assert program.state.unsaved
    program.commands.do("redo")
    assert not program.state.unsaved


def test_a_deal_without_a_title_goes_by_its_file_and_is_called_saved_only_once_it_is(program, deal_file):
    program.new()
    mark = program.commands.studio.desk.header._mark
    assert mark.text() == ""
    add(program, WHITE_LIST)
    assert mark.text() == "● unsaved"
    save(program, deal_file)
    assert mark.text() == "saved"
    assert program.window.windowTitle().startswith(deal_file.stem)


def test_a_saved_file_is_first_among_the_recent_ones(program, deal_file):
    program.new()
    add(program, WHITE_LIST)
    save(program, deal_file)
    assert program.preferences.settings.recent[0] == str(deal_file.resolve())
    assert program.window.actions_table.recent.actions()[0].data() == str(deal_file.resolve())


def test_a_file_that_is_no_deal_is_refused_and_the_desk_stays(program, tmp_path):
    program.new()
    document = program.state.document
    wrong = tmp_path / "wrong.deal"
    wrong.write_text("not a deal")
    program.commands.open_path(wrong)
    program.wait(lambda: bool(program.window.notices.lines()))
    assert "wrong.deal" in program.window.notices.lines()[0]
    assert program.state.document is document


def test_a_deal_somebody_else_has_open_comes_up_read_only(program, deal_file, monkeypatch):
    program.new()
    add(program, WHITE_LIST)
    save(program, deal_file)
    program.commands.do("close")
    monkeypatch.setattr("dealbuilder.ui.papers.take", lambda path, at="": lock.Holder(who="second window", host="here"))
    program.commands.open_path(deal_file)
    program.wait(lambda: program.state is not None)
    assert program.state.read_only
    program.commands.studio.workbench.handle(Do(Rename(title="x")))
    assert program.state.document.title != "x"
    assert any("second window" in line for line in program.window.notices.lines())
    assert not program.window.actions_table["save"].isEnabled()


def test_unsaved_work_is_put_aside_and_gone_after_the_save(program, deal_file):
    program.new()
    add(program, WHITE_LIST)
    program.wait(lambda: any(recovery.folder().glob("*.deal")))
    program.wait(lambda: not program.commands.studio.around.runner.busy("aside"))
    aside = next(recovery.folder().glob("*.deal"))
    assert file.load(aside).history.document == program.state.document
    save(program, deal_file)
    assert not any(recovery.folder().glob("*.deal"))


def test_work_put_aside_comes_back_unsaved(program):
    program.new()
    add(program, WHITE_LIST)
    wanted = program.state.document
    assert program.commands.studio.papers.rescue()
    program.commands.studio.papers.close(keeping=True)
    (found,) = recovery.recoverable()
    program.commands.studio.papers.restore(found)
    program.wait(lambda: program.state is not None)
    assert program.state.document == wanted
    assert program.state.unsaved


def test_a_full_disk_leaves_the_old_file_and_says_so(program, deal_file, monkeypatch):
    program.new()
    add(program, WHITE_LIST)
    save(program, deal_file)
    before = deal_file.read_bytes()

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    add(program, LETTERS)
    monkeypatch.setattr("os.replace", full)
    program.commands.studio.papers.save(deal_file)
    program.wait(lambda: bool(program.window.notices.lines()))
    monkeypatch.undo()
    assert deal_file.read_bytes() == before
    assert program.state.unsaved


@pytest.mark.parametrize(
    ("answer", "open_after"),
    [(QMessageBox.StandardButton.Cancel, True), (QMessageBox.StandardButton.Discard, False)],
)
def test_closing_with_unsaved_work_asks_first(program, answer, open_after):
    program.new()
    add(program, WHITE_LIST)
    program.window.close()
    assert program.window.isVisible()
    box = program.commands.leaving.box
    assert box is not None
    box.button(answer).click()
    program.wait(lambda: program.commands.leaving.box is None)
    assert program.window.isVisible() is open_after
    assert (program.state is not None) is open_after


def test_closing_and_saving_writes_the_file_before_the_window_goes(program, deal_file):
    program.new()
    add(program, WHITE_LIST)
    save(program, deal_file)
    add(program, LETTERS)
    wanted = program.state.document
    program.window.close()
    program.commands.leaving.box.button(QMessageBox.StandardButton.Save).click()
    program.wait(lambda: not program.window.isVisible())
    assert file.load(deal_file).history.document == wanted


def test_an_example_opens_as_a_copy_with_the_goals_that_were_chosen(program):
    example = examples(paths.resources() / "examples")[0]
    program.window.start.show_examples((example,))
    program.window.start._goals[1].setChecked(True)
    program.commands.open_example(example)
    program.wait(lambda: program.state is not None)
    assert program.state.path == ""
    assert not program.state.unsaved
    assert [target.indicator for target in program.state.document.targets] == ["leadership_cost"]
    assert len(program.state.document.package().clauses) == example.clauses


def test_a_file_somebody_else_has_changed_is_never_written_over(program, deal_file):
    program.new()
    add(program, WHITE_LIST)
    save(program, deal_file)
    add(program, LETTERS)
    save(program, deal_file)
    theirs = file.load(deal_file)
    file.save(deal_file, theirs.history.do(Rename(title="theirs")))
    before = deal_file.read_bytes()
    program.commands.studio.workbench.handle(Do(Rename(title="ours")))
    program.commands.studio.papers.save(deal_file)
    program.wait(lambda: bool(program.window.notices.lines()))
    assert "changed by somebody else" in program.window.notices.lines()[0]
    assert deal_file.read_bytes() == before
    assert program.state.unsaved
    save(program, deal_file.with_name("ours.deal"))
    assert file.load(deal_file.with_name("ours.deal")).history.document.title == "ours"


def test_a_file_that_was_deleted_while_open_is_written_anew(program, deal_file):
    program.new()
    add(program, WHITE_LIST)
    save(program, deal_file)
    deal_file.unlink()
    add(program, LETTERS)
    save(program, deal_file)
    assert file.load(deal_file).history.document == program.state.document


def test_that_new_deals_start_from_the_moment_that_was_chosen(program):
    start = program.window.start
    assert start.pack.currentData() == "2025-07"
    start.pack.setCurrentIndex(start.pack.findData("2026-11"))
    start.pack.activated.emit(start.pack.currentIndex())
    program.new()
    assert program.state.document.pack == "2026-11"
    assert program.preferences.settings.pack == "2026-11"
