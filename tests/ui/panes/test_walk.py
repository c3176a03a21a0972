"""A long random walk of edits, undone and redone, through all panes at once: what is shown is what is there."""

import random
from dataclasses import replace

from PySide6.QtWidgets import QApplication

from dealbuilder.document.edits import (
    AddClause,
    AddPackage,
    ClearPackage,
    MoveClause,
    RemoveClause,
    SelectPackage,
    SetLevel,
    SetSnapback,
    SetTiming,
    WriteNote,
    apply,
)
from dealbuilder.model.package import Clause, Package
from dealbuilder.ui.panes.catalogue import CataloguePane
from dealbuilder.ui.panes.charts import ChartsPane
from dealbuilder.ui.panes.package import PackagePane
from dealbuilder.ui.panes.scoreboard import ScoreboardPane
from tests.report import fixtures
from tests.ui.panes.states import shipped

STEPS = 150


def some_edit(dice, document, catalogue):
    package = document.package()
    here = package.id
    chosen = [clause.measure for clause in package.clauses]
    measure = dice.choice(catalogue.measures)
    kind = dice.randrange(9)
    if kind == 0 or not chosen:
        if measure.id in chosen:
            return RemoveClause(package=here, measure=measure.id)
        return AddClause(package=here, clause=Clause(measure=measure.id, level=dice.choice(measure.levels).id))
    one = dice.choice(chosen)
    known = catalogue.measure_by_id.get(one)
    if kind == 1:
        return RemoveClause(package=here, measure=one)
    if kind == 2 and known is not None:
        return SetLevel(package=here, measure=one, level=dice.choice(known.levels).id)
    if kind == 3:
        start = dice.randrange(70)
        return SetTiming(package=here, measure=one, start=start, end=dice.choice([None, start + 5]), ramp=None)
    if kind == 4:
        return WriteNote(package=here, measure=one, text="note", private=dice.random() < 0.5)
    if kind == 5:
        return MoveClause(package=here, measure=one, position=dice.randrange(len(chosen)))
    if kind == 6 and len(document.packages) < 3:
        name = f"p{len(document.packages) + 1}"
        return AddPackage(package=Package(id=name, name=name, clauses=(Clause(measure="lost", level="x"),)))
    if kind == 7:
        return SelectPackage(package=dice.choice(document.packages).id)
    if kind == 8 and dice.random() < 0.1:
        return ClearPackage(package=here)
    return SetSnapback(package=here, measure=one, snapback=dice.random() < 0.5)


def test_what_is_shown_after_each_of_many_edits_is_what_the_document_holds(shown, catalogue):
    dice = random.Random(7)
    panes = [kind() for kind in (CataloguePane, PackagePane, ScoreboardPane, ChartsPane)]
    for pane in panes:
        shown(pane, 600, 600)
    states = [shipped(catalogue)]
    for pane in panes:
        pane.show_state(None, states[0])
    package = panes[1]
    for step in range(STEPS):
        old = states[-1]
        if dice.random() < 0.25 and len(states) > 1:
            new = replace(dice.choice(states), evaluation=old.evaluation)
        else:
            edited = apply(old.document, some_edit(dice, old.document, catalogue))
            new = replace(old, document=edited, busy=dice.random() < 0.5)
        if dice.random() < 0.2:
            new = replace(new, evaluation=dice.choice([None, fixtures.evaluation()]), before=old.evaluation)
        if dice.random() < 0.1:
            new = replace(new, language=dice.choice(["en", "zh"]))
        for pane in panes:
            pane.show_state(old, new)
        if step % 10 == 0:
            QApplication.processEvents()
        states.append(new)
        wanted = [clause.measure for clause in new.document.package().clauses]
        assert [row.measure for row in package.desk.board.rows()] == wanted
        for row in package.desk.board.rows():
            clause = new.document.package().clause(row.measure)
            assert row.view().clause is clause or row.view().clause == clause
            assert row.strip.timing().start == clause.start
        assert package.desk.current() in (None, *wanted)
