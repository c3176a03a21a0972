"""A clause off the menu, made as a room makes it."""

import pytest
from PySide6.QtWidgets import QDialog, QToolButton

from dealbuilder.model.off_menu import MARKS
from dealbuilder.ui.dialogs.off_menu import OffMenuDialog
from dealbuilder.ui.models.estimates import COVER, HIGH, LIKELY, LOW, WHO


@pytest.fixture
def opened(program):
    program.new()
    program.commands.do("off_menu")
    (dialog,) = program.window.findChildren(OffMenuDialog)
    yield program, dialog
    for left in program.window.findChildren(OffMenuDialog):
        left.reject()


def judge(round_, row, who, low, likely, high):
    for column, text in zip((WHO, LOW, LIKELY, HIGH), (who, low, likely, high), strict=True):
        round_.model.setData(round_.model.index(row, column), text)


def word(dialog, title="Share magnet stock data"):
    dialog.title.setText(title)
    dialog.side.setCurrentIndex(dialog.side.findData("china"))
    dialog.channel.setCurrentIndex(dialog.channel.findData("document_relief"))


def test_that_two_rounds_make_a_clause_of_the_second_ones_mean_in_one_step_of_undo(opened):
    program, dialog = opened
    word(dialog)
    judge(dialog.first, 0, "A", "0", "0.1", "1")
    judge(dialog.first, 1, "B", "0.5", "0.9", "1")
    dialog.tabs.setCurrentIndex(1)
    assert "0.1" in dialog.spread.text()
    dialog.tabs.setCurrentIndex(2)
    assert dialog.second.model.people() == ("A", "B")
    judge(dialog.second, 0, "A", "0.2", "0.4", "0.6")
    judge(dialog.second, 1, "B", "0.4", "0.6", "0.8")
    assert dialog.put.isEnabled()
    dialog.put.click()
    (measure,) = program.state.document.measures
    assert measure.title.en == "Share magnet stock data" + MARKS.en
    assert [level.channels.get("document_relief") for level in measure.levels] == pytest.approx([None, 0.3, 0.5, 0.7])
    assert program.state.document.package().clause(measure.id).level == "likely"
    program.scored()
    assert program.state.evaluation.house.measures == (measure.id,)
    program.commands.do("undo")
    assert program.state.document.measures == ()
    assert program.state.document.package().clauses == ()


def test_that_each_judges_alone_until_the_talk(opened):
    _, dialog = opened
    word(dialog)
    judge(dialog.first, 0, "A", "0", "0.1", "1")
    assert dialog.first.model.index(0, LIKELY).data() == COVER
    assert dialog.first.plot.accessibleDescription() == ""
    dialog.tabs.setCurrentIndex(1)
    assert dialog.first.model.index(0, LIKELY).data() == "0.1"
    assert "A" in dialog.first.plot.accessibleDescription()


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        (("0.1", "", "0.3"), "missing"),
        (("0.1", "many", "0.3"), "not a number"),
        (("0.3", "0.2", "0.4"), "between the other two"),
        (("0", "0.5", "4"), "lie between"),
    ],
)
def test_that_an_impossible_estimate_is_told_and_makes_no_clause(opened, figures, words):
    _, dialog = opened
    word(dialog)
    judge(dialog.first, 0, "A", *figures)
    assert words in dialog.said.text()
    assert not dialog.put.isEnabled()


def test_that_a_clause_without_words_or_judges_is_not_made(opened):
    _, dialog = opened
    assert not dialog.put.isEnabled()
    word(dialog)
    assert "judges" in dialog.said.text()


def test_that_an_earlier_estimate_can_be_judged_again(opened):
    program, dialog = opened
    word(dialog)
    judge(dialog.first, 0, "A", "0", "0.5", "1")
    dialog.put.click()
    program.commands.do("off_menu")
    again = next(one for one in program.window.findChildren(OffMenuDialog) if one is not dialog and one.isVisible())
    again.which.setCurrentIndex(1)
    assert again.title.text().endswith(MARKS.en)
    judge(again.second, 0, "A", "0.1", "0.2", "0.3")
    again.put.click()
    (measure,) = program.state.document.measures
    assert measure.house.rounds == 2
    assert measure.title.en.count(MARKS.en.strip()) == 1
    assert len(program.state.document.package().clauses) == 1


def test_that_it_is_closed_by_escape_without_a_trace(opened):
    program, dialog = opened
    word(dialog)
    dialog.reject()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert program.state.document.measures == ()


def test_that_the_catalogue_offers_it_below_its_measures(program):
    program.new()
    button = next(
        one
        for one in program.commands.studio.desk.catalogue.findChildren(QToolButton)
        if one.defaultAction() is program.window.actions_table["off_menu"]
    )
    button.click()
    (dialog,) = program.window.findChildren(OffMenuDialog)
    dialog.reject()
