"""The report written from the window carries the study, and says how far it is."""

from itertools import pairwise

import pikepdf

from dealbuilder.document.edits import AddClause
from dealbuilder.model.package import Clause
from dealbuilder.report.content import Options
from dealbuilder.ui import outlets
from dealbuilder.ui.dialogs.report import ReportDialog
from dealbuilder.ui.intents import Do


def pages(path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_a_report_with_the_study_is_longer_and_tells_how_far_it_is(program, tmp_path):
    program.new()
    state = program.state
    clause = Clause(measure="cn_whitelist", level="most")
    program.commands.studio.workbench.handle(Do(AddClause(package=state.document.active, clause=clause)))
    program.scored()
    answerer, shares = program.commands.studio.around.answerer, []
    with_it, without = tmp_path / "with.pdf", tmp_path / "without.pdf"
    outlets.report(answerer, program.state, Options(study=True), with_it)(shares.append)
    outlets.report(answerer, program.state, Options(study=False), without)(lambda done: None)
    assert pages(with_it) > pages(without)
    assert len(shares) > 5
    assert all(one <= other + 1e-9 for one, other in pairwise(shares))
    assert shares[-1] == 1.0


def test_the_dialog_offers_the_study_and_a_term_sheet_has_none(qtbot):
    dialog = ReportDialog("en", "a4")
    qtbot.addWidget(dialog)
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog._accept()
    dialog.term_sheet.setChecked(True)
    assert not dialog.study.isEnabled()
    dialog._accept()
    assert [options.study for options in chosen] == [True, False]
