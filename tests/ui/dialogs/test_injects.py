"""The deck of injects: struck, moved, lifted, undone; own ones written; told in the header and on the scoreboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QSpinBox

from dealbuilder.document import file
from dealbuilder.document.deal_edits import SetPlan, StrikeInject
from dealbuilder.document.document import Document
from dealbuilder.document.history import History
from dealbuilder.document.plan import OWN_INJECTS, Plan
from dealbuilder.model.inject import ChannelShift, Inject, ParameterShift
from dealbuilder.model.package import Package
from dealbuilder.model.text import Text
from dealbuilder.model.workshop import Stage
from dealbuilder.ui.dialogs.inject_editor import InjectEditor
from dealbuilder.ui.intents import Do, ShowInjects
from tests.ui.test_workbench import WHITE_LIST, add

ID = "licences_stopped"
NAME = Text(en="Dockers strike", zh="码头罢工")


@pytest.fixture
def opened(program):
    """A scored deal with one clause and the deck open."""
    program.new()
    add(program, WHITE_LIST)
    program.scored()
    program.commands.dialogues.injects()
    yield program
    program.commands.dialogues.injecting.close()


def dialog_of(program):
    return program.commands.dialogues.injecting.dialog


def injects(program):
    return {one.id: one for one in program.state.document.injects}


def plan(*own):
    stage = Stage(kind="round", title=NAME, minutes=5, brief=NAME, notes=NAME)
    return Plan(stages=(stage,), visibility="public", injects=own)


def own(id="own_1"):
    shift = ChannelShift(channel="customs_coordination", by=-1)
    return Inject(
        id=id, origin="others", title=NAME, card=NAME, month=3, months=2, channels=(shift,), reason=NAME
    )  # fmt: skip


def choose(program, id):
    dialog_of(program).list.choose(id)
    assert dialog_of(program).list.chosen_id() == id


def effect_is_there(program):
    program.wait(lambda: dialog_of(program).view.charts[0].isVisible())


def editor(program):
    dialog_of(program).new.click()
    (found,) = dialog_of(program).findChildren(InjectEditor)
    return found


def write(form, title="Dockers strike", card="Nothing moves for a month.", reason="Seen in 2002"):
    form.title.setText(title)
    form.card.setPlainText(card)
    form.reason.setText(reason)


def set_row(row, id, *figures):
    row.what.setCurrentIndex(row.what.findData(id))
    for field, text in zip(row.fields(), figures, strict=True):
        field.setText(text)


def test_every_card_of_the_catalogue_is_in_the_deck_and_shows_its_words_and_effect(opened):
    dialog = dialog_of(opened)
    assert dialog.list.count() == len(opened.state.catalogue.injects)
    choose(opened, ID)
    effect_is_there(opened)
    inject = opened.state.catalogue.inject_by_id[ID]
    assert dialog.view.title.text() == inject.title.en
    assert dialog.view.text.text() == inject.card.en
    assert [dialog.view.shifts.item(row, 0).text() for row in range(2)] != ["", ""]
    supply, cost = (chart.chart() for chart in dialog.view.charts)
    assert (len(supply.lines), len(cost.lines)) == (2, 2)
    assert supply.lines[1].y.min() < supply.lines[0].y.min()
    assert dialog.view.moves.item(0, 3).text().startswith("−")


def test_striking_is_one_edit_that_undo_takes_back_and_everything_tells_it(opened):
    choose(opened, ID)
    before = opened.state.document
    score = opened.state.evaluation.score("supply_restored").mean
    dialog_of(opened).strike.click()
    assert set(injects(opened)) == {ID}
    opened.scored()
    assert opened.state.evaluation.score("supply_restored").mean < score
    header, board = opened.commands.studio.desk.header, opened.commands.studio.desk.scoreboard
    opened.wait(lambda: header.befell.isVisible() and bool(board.befell.lines()))
    assert header.befell.text() == "◆ 1 inject"
    assert "month 8, for 2 months" in header.befell.accessibleDescription()
    assert [id for id, _ in board.befell.lines()] == [ID]
    assert dialog_of(opened).lift.isVisible()
    assert not dialog_of(opened).strike.isVisible()
    assert dialog_of(opened).told.text() == "1 inject befalls this deal"
    opened.commands.do("undo")
    assert opened.state.document == before
    opened.scored()
    opened.wait(lambda: not header.befell.isVisible() and board.befell.lines() == ())
    assert dialog_of(opened).strike.isVisible()


def test_lifting_takes_it_away_and_can_be_undone(opened):
    choose(opened, ID)
    dialog_of(opened).strike.click()
    dialog_of(opened).lift.click()
    assert injects(opened) == {}
    opened.commands.do("undo")
    assert set(injects(opened)) == {ID}


def test_months_of_a_card_that_is_not_struck_change_its_effect_and_not_the_deal(opened):
    choose(opened, ID)
    effect_is_there(opened)
    before = opened.state.document
    dialog_of(opened).month.setValue(20)
    shade = dialog_of(opened).view.charts[0]
    opened.wait(lambda: shade.isVisible() and shade.chart().bands[0].x[0] == 20.0)
    assert opened.state.document is before
    dialog_of(opened).strike.click()
    assert injects(opened)[ID].month == 20


def test_turning_the_months_of_a_struck_card_is_one_step_however_often_they_turn(opened):
    choose(opened, ID)
    dialog_of(opened).strike.click()
    steps = len(opened.commands.studio.workbench.deal.history.steps)
    for month in (9, 10, 11):
        dialog_of(opened).month.setValue(month)
        dialog_of(opened)._settle()
    dialog_of(opened).months.setValue(0)
    dialog_of(opened)._settle()
    assert (injects(opened)[ID].month, injects(opened)[ID].months) == (11, None)
    assert len(opened.commands.studio.workbench.deal.history.steps) == steps + 1
    opened.commands.do("undo")
    assert injects(opened)[ID].month == 8


def test_enter_strikes_and_lifts_from_the_keyboard(opened):
    choose(opened, "leak")
    opened.qtbot.keyClick(dialog_of(opened).list, Qt.Key.Key_Return)
    assert set(injects(opened)) == {"leak"}
    opened.qtbot.keyClick(dialog_of(opened).list, Qt.Key.Key_Return)
    assert injects(opened) == {}


def test_a_click_on_the_mark_opens_the_deck_at_the_inject(program, catalogue):
    program.new()
    program.commands.studio.workbench.handle(Do(StrikeInject(inject=catalogue.inject_by_id["mine_floods"])))
    program.commands.studio.workbench.handle(ShowInjects("mine_floods"))
    assert dialog_of(program).list.chosen_id() == "mine_floods"
    program.commands.dialogues.injecting.close()


def test_an_own_inject_without_a_plan_befalls_the_deal_at_once(opened):
    form = editor(opened)
    write(form)
    set_row(form.rows[0], "customs_coordination", "-0.5")
    form._new_parameter()
    set_row(form.rows[1], "hold_rest", "0.4", "0.2", "0.6")
    found, said = form.typed()
    assert said == ""
    form.buttons.accepted.emit()
    (made,) = injects(opened).values()
    assert made == found
    assert (made.grade, made.reason.en, made.title.zh) == ("D", "Seen in 2002", "Dockers strike")
    assert made.channels == (ChannelShift(channel="customs_coordination", by=-0.5),)
    assert made.parameters == (ParameterShift(parameter="hold_rest", value=0.4, low=0.2, high=0.6),)
    assert dialog_of(opened).list.chosen_id() == made.id
    opened.commands.do("undo")
    assert injects(opened) == {}


def test_an_own_inject_of_a_workshop_waits_in_its_plan_and_leaves_it_again(opened):
    workbench = opened.commands.studio.workbench
    workbench.handle(Do(SetPlan(plan=plan())))
    form = editor(opened)
    write(form)
    form.expires.setChecked(True)
    form._remove(form.rows[0])
    form.buttons.accepted.emit()
    (made,) = opened.state.document.plan.injects
    assert made.expires
    assert injects(opened) == {}
    choose(opened, made.id)
    assert dialog_of(opened).change.isEnabled()
    dialog_of(opened).remove.click()
    assert opened.state.document.plan.injects == ()


def test_changing_an_own_inject_that_befalls_the_deal_is_one_step(opened):
    workbench = opened.commands.studio.workbench
    workbench.handle(Do(SetPlan(plan=plan(own()))))
    choose(opened, "own_1")
    dialog_of(opened).strike.click()
    steps = len(workbench.deal.history.steps)
    dialog_of(opened).change.click()
    (form,) = dialog_of(opened).findChildren(InjectEditor)
    assert form.title.text() == NAME.en
    form.title.setText("Dockers go home")
    form.buttons.accepted.emit()
    assert len(workbench.deal.history.steps) == steps + 1
    for one in (*opened.state.document.plan.injects, *opened.state.document.injects):
        assert (one.title.en, one.title.zh) == ("Dockers go home", NAME.zh)


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (lambda form: form.title.setText(" "), "A title is needed"),
        (lambda form: form.card.setPlainText(""), "A card is needed"),
        (lambda form: form.card.setPlainText("word " * 41), "The card is too long: at most 40 words"),
        (lambda form: form.reason.setText(""), "needs its reason"),
        (lambda form: form.rows[0].value.setText(""), "a figure is needed"),
        (lambda form: form.rows[0].value.setText("much"), "is not a number"),
        (lambda form: form.rows[0].value.setText("-1.5"), "lies between −1 and +1"),
        (lambda form: form.rows[0].value.setText("0"), "is not nought"),
        (lambda form: form.rows[0].what.setEditText("a wish"), "choose one from the list"),
        (lambda form: form._remove(form.rows[0]), "It shifts nothing"),
        (lambda form: set_row(form._add(parameter=False), "customs_coordination", "1"), "is shifted twice"),
        (lambda form: set_row(form._add(parameter=True), "hold_rest", "2", "1", "3"), "outside what can be"),
        (lambda form: set_row(form._add(parameter=True), "hold_rest", "0.5", "0.6", "0.7"), "outside low to high"),
    ],
)
def test_what_is_unsound_is_said_at_once_and_cannot_be_accepted(opened, break_it, said):
    form = editor(opened)
    write(form)
    set_row(form.rows[0], "customs_coordination", "-0.5")
    button = form.buttons.button(form.buttons.StandardButton.Ok)
    assert button.isEnabled()
    break_it(form)
    form._judge()
    assert said in form.said.text()
    assert not button.isEnabled()
    form.reject()
    assert injects(opened) == {}


def test_the_card_is_counted_as_it_is_written(opened):
    form = editor(opened)
    form.card.setPlainText("One two three")
    assert form.counter.text() == "3 of 40 words"
    form.card.setPlainText("word " * 41)
    assert form.counter.text() == "41 of 40 words"
    form.reject()


def test_no_term_and_no_figure_of_the_start_is_offered(opened):
    form = editor(opened)
    form._new_parameter()
    channel, parameter = (row.what for row in form.rows)
    assert channel.findData("snapback") < 0 <= channel.findData("stop_licences")
    assert parameter.findData("compute_ratio") < 0 <= parameter.findData("hazard_truce")
    form.reject()


def test_a_full_plan_takes_no_more_and_says_how_many_it_holds(opened):
    many = tuple(own(f"own_{n}") for n in range(OWN_INJECTS))
    opened.commands.studio.workbench.handle(Do(SetPlan(plan=plan(*many))))
    assert not dialog_of(opened).new.isEnabled()
    assert "200 of 200" in dialog_of(opened).own.text()


def test_a_deal_of_two_hundred_injects_refuses_one_more_and_stays(opened, catalogue):
    workbench = opened.commands.studio.workbench
    document = opened.state.document.model_copy(update={"injects": tuple(own(f"own_{n}") for n in range(200))})
    workbench.deal = workbench.deal.with_history(History.start(document))
    refused = []
    workbench.refused.connect(refused.append)
    workbench.handle(Do(StrikeInject(inject=catalogue.inject_by_id["leak"])))
    assert "at most 200 injects" in str(refused[0])
    assert len(workbench.deal.document.injects) == 200


def test_a_file_from_elsewhere_is_opened_told_and_scored_without_what_nobody_knows(program, deal_file, catalogue):
    shifts = (ChannelShift(channel="stop_licences", by=1), ChannelShift(channel="ether", by=1))
    strange = own().model_copy(update={"channels": shifts})
    document = Document(
        id="d", packages=(Package(id="p1", name="P"),), active="p1", draws=32, seed=1, injects=(strange,)
    )  # fmt: skip
    file.save(deal_file, History.start(document))
    program.commands.open_path(deal_file)
    program.scored()
    assert "inject[own_1].channels.ether" in " ".join(program.window.notices.lines())
    program.commands.dialogues.injects()
    choose(program, "own_1")
    assert "inject[own_1].channels.ether" in dialog_of(program).view.warnings.text()
    effect_is_there(program)
    program.commands.dialogues.injecting.close()


def test_an_inject_that_moves_nothing_says_so(opened):
    workbench = opened.commands.studio.workbench
    still = own().model_copy(update={"channels": (ChannelShift(channel="ether", by=1),)})
    workbench.handle(Do(StrikeInject(inject=still)))
    choose(opened, "own_1")
    opened.wait(lambda: "It moves nothing" in dialog_of(opened).view.status.text())
    assert not dialog_of(opened).view.charts[0].isVisible()


def test_the_deck_speaks_chinese_at_once(opened):
    choose(opened, ID)
    opened.commands.do("language")
    opened.wait(lambda: dialog_of(opened).view.title.text() == "中方停发稀土许可")
    opened.wait(lambda: dialog_of(opened).strike.text() == "触发")
    assert dialog_of(opened).windowTitle() == "突发事件"


def test_every_control_of_deck_and_editor_has_a_name(opened):
    form = editor(opened)
    form._new_parameter()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QListWidget)
    nameless = [
        type(widget).__name__
        for kind in kinds
        for widget in dialog_of(opened).findChildren(kind)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not isinstance(widget.parent(), (QSpinBox, QComboBox))
    ]
    assert nameless == []
    form.reject()


def test_a_read_only_deal_shows_effects_and_strikes_nothing(program, deal_file, catalogue):
    document = Document(id="d", packages=(Package(id="p1", name="P"),), active="p1", draws=32, seed=1)
    file.save(deal_file, History.start(document))
    program.commands.open_path(deal_file)
    program.scored()
    workbench = program.commands.studio.workbench
    workbench.state = type(workbench.state)(
        **{name: getattr(workbench.state, name) for name in workbench.state.__slots__} | {"read_only": True}
    )
    program.commands.dialogues.injects()
    dialog = dialog_of(program)
    choose(program, ID)
    assert not dialog.strike.isEnabled()
    assert not dialog.new.isEnabled()
    effect_is_there(program)
    program.commands.dialogues.injecting.close()
