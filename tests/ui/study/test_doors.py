"""Doors into the study: from a clause's menu, and from the card of a number."""

from dealbuilder.document.edits import AddClause
from dealbuilder.model.package import Clause
from dealbuilder.ui.dialogs.source_card import SourceDialog
from dealbuilder.ui.intents import Do, ShowSource
from dealbuilder.ui.widgets.clause_menu import Deed

WHITE_LIST = "cn_whitelist"


def with_clause(program) -> None:
    program.new()
    clause = Clause(measure=WHITE_LIST, level="most")
    program.commands.studio.workbench.handle(Do(AddClause(package=program.state.document.active, clause=clause)))
    program.scored()


def test_a_clause_leads_to_what_it_earned(program):
    with_clause(program)
    program.commands.studio.desk.package.desk.obey(Deed(WHITE_LIST, "earned"))
    window = program.commands.studying.window
    assert window is not None
    assert window.front().id == "why"
    window.close()


def test_the_card_of_a_score_leads_to_who_earned_it_and_that_of_an_assumption_does_not(program):
    with_clause(program)
    workbench = program.commands.studio.workbench
    workbench.handle(ShowSource("parameter", program.state.catalogue.parameters[0].id))
    workbench.handle(ShowSource("indicator", "leadership_cost"))
    plain, card = program.window.findChildren(SourceDialog)
    assert plain.earned.isHidden()
    card.earned.click()
    window = program.commands.studying.window
    assert window is not None
    assert window.front().choice.indicator() == "leadership_cost"
    window.close()
    for dialog in (plain, card):
        dialog.close()
