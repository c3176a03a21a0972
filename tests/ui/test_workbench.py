"""The loop, through the real window."""

from PySide6.QtGui import QGuiApplication

from dealbuilder.document.edits import AddClause, Rename, SetDraws, SetLevel, SetWorldview
from dealbuilder.model.package import Clause
from dealbuilder.ui.intents import Copy, Do, Preview, ShowSource, ToggleCompare
from dealbuilder.ui.workbench import question

WHITE_LIST, LETTERS = "cn_whitelist", "rescind_ai_letters"


def add(program, measure: str, place: int = -1) -> None:
    levels = program.state.catalogue.measure_by_id[measure].levels
    clause = Clause(measure=measure, level=levels[place].id)
    program.commands.studio.workbench.handle(Do(AddClause(package=program.state.document.active, clause=clause)))


def scores(program) -> tuple[float, float]:
    answer = program.state.evaluation
    return answer.score("supply_restored").mean, answer.score("leadership_cost").mean


def test_a_clause_of_each_side_moves_both_scores_and_undo_brings_them_back(program):
    program.new()
    empty = scores(program)
    add(program, WHITE_LIST)
    add(program, LETTERS)
    program.scored()
    full = scores(program)
    assert full[0] > empty[0]
    assert full[1] != empty[1]
    program.window.actions_table["undo"].trigger()
    program.window.actions_table["undo"].trigger()
    program.scored()
    assert scores(program) == empty
    assert not program.window.actions_table["undo"].isEnabled()
    program.window.actions_table["redo"].trigger()
    program.scored()
    assert program.state.document.package().clause(WHITE_LIST) is not None


def test_the_first_answer_comes_quickly_and_the_final_one_replaces_it(program):
    program.new()
    seen = []
    program.commands.studio.workbench.changed.connect(lambda state: seen.append(state.evaluation))
    add(program, WHITE_LIST)
    program.scored()
    finals = [answer.final for answer in dict.fromkeys(map(id, seen)) and _unique(seen)]
    assert finals[-2:] == [False, True]


def _unique(answers):
    found = []
    for answer in answers:
        if answer is not None and all(answer is not other for other in found):
            found.append(answer)
    return found


def test_what_does_not_touch_the_score_asks_the_model_nothing(program):
    program.new()
    answer = program.state.evaluation
    program.commands.studio.workbench.handle(Do(Rename(title="Bridge")))
    assert program.state.evaluation is answer
    assert not program.state.busy
    assert program.window.windowTitle().startswith("Bridge")


def test_a_preview_shows_what_would_be_and_leaves_the_document_alone(program):
    program.new()
    before = program.state.document
    level = program.state.catalogue.measure_by_id[WHITE_LIST].levels[-1].id
    edit = AddClause(package=before.active, clause=Clause(measure=WHITE_LIST, level=level))
    program.commands.studio.workbench.handle(Preview(edit))
    program.wait(lambda: program.state.preview is not None)
    assert program.state.document is before
    assert not program.state.unsaved
    supply = program.state.preview.score("supply_restored").mean
    assert supply > program.state.evaluation.score("supply_restored").mean
    program.commands.studio.workbench.handle(Preview(None))
    assert program.state.preview is None


def test_a_preview_of_an_impossible_edit_stays_quiet(program):
    program.new()
    program.commands.studio.workbench.handle(Preview(SetLevel(package="p1", measure="nothing", level="x")))
    assert program.window.notices.lines() == ()


def test_an_impossible_edit_is_refused_in_a_sentence(program):
    program.new()
    program.commands.studio.workbench.handle(Do(SetLevel(package="p1", measure="nothing", level="x")))
    assert len(program.window.notices.lines()) == 1
    assert not program.state.unsaved


def test_what_moved_names_the_measure_that_caused_it(program):
    program.new()
    add(program, WHITE_LIST)
    program.scored()
    assert program.state.moves
    assert {move.cause for move in program.state.moves} == {WHITE_LIST}


def test_one_gesture_is_one_step_back(program):
    program.new()
    add(program, WHITE_LIST, 1)
    measure = program.state.catalogue.measure_by_id[WHITE_LIST]
    for level in measure.levels[1:]:
        edit = SetLevel(package=program.state.document.active, measure=WHITE_LIST, level=level.id)
        program.commands.studio.workbench.handle(Do(edit, gesture="drag"))
    program.commands.studio.workbench.undo()
    assert program.state.document.package().clause(WHITE_LIST).level == measure.levels[1].id


def test_another_worldview_asks_another_question(program):
    program.new()
    before = question(program.state.document)
    view = next(v for v in program.state.catalogue.worldviews if v.id != program.state.document.assumptions.worldview)
    program.commands.studio.workbench.handle(Do(SetWorldview(worldview=view.id)))
    assert question(program.state.document) != before
    program.scored()
    assert program.state.evaluation.setting.worldview == view.id


def test_the_latest_of_many_edits_wins(program):
    program.new()
    for draws in (40, 41, 42, 43):
        program.commands.studio.workbench.handle(Do(SetDraws(draws=draws)))
    program.scored()
    assert program.state.evaluation.setting.draws == 43


def test_compare_switches_between_the_last_change_and_the_baseline(program):
    program.new()
    program.commands.studio.workbench.handle(ToggleCompare())
    assert program.state.compare == "baseline"
    assert program.window.actions_table["compare"].isChecked()
    program.window.actions_table["compare"].trigger()
    assert program.state.compare == "commit"


def test_the_score_is_copied_as_sentences(program):
    program.new()
    program.commands.do("copy_score")
    text = QGuiApplication.clipboard().text()
    assert "supply" in text.lower()
    assert "%" in text
    program.commands.studio.workbench.handle(Copy("a, b"))
    assert QGuiApplication.clipboard().text() == "a, b"


def test_a_source_nobody_knows_opens_nothing(program):
    program.new()
    program.commands.studio.workbench.handle(ShowSource("measure", "nothing"))
    assert program.window.statusBar().currentMessage()


def test_the_header_offers_both_starting_points_and_scores_from_the_chosen_one(program):
    program.new()
    choice = program.commands.studio.desk.header._choices["pack"]
    assert [choice.itemData(place) for place in range(choice.count())] == ["2025-07", "2026-11"]
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert program.state.document.pack == "2026-11"
    program.scored()
    evaluation = program.state.evaluation
    assert evaluation.months[evaluation.signing] == "2026-11"
    assert all(score.mean == score.baseline for score in evaluation.scores if score.unit == "%")
