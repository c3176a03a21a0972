"""Several clauses set in one step."""

import pytest

from dealbuilder.document.describe import describe
from dealbuilder.document.document import Document
from dealbuilder.document.edits import EDIT, SetClauses, apply
from dealbuilder.document.history import History
from dealbuilder.errors import DealError
from dealbuilder.model.package import Clause, Package

KEPT = Clause(measure="a", level="one", note="kept")
DOCUMENT = Document(
    id="d", title="Deal", pack="2025-07", active="p",
    packages=(Package(id="p", name="P", clauses=(KEPT, Clause(measure="b", level="one"))),),
)  # fmt: skip
NEW = SetClauses(
    package="p", clauses=(Clause(measure="b", level="two", start=3), Clause(measure="c", level="one"), KEPT)
)


def test_clauses_give_way_in_their_place_and_new_ones_join_at_the_end() -> None:
    after = apply(DOCUMENT, NEW)
    clauses = after.package().clauses
    assert [clause.measure for clause in clauses] == ["a", "b", "c"]
    assert clauses[0] is KEPT
    assert clauses[1] == NEW.clauses[0]


def test_one_undo_takes_all_of_them_back() -> None:
    history = History.start(DOCUMENT).do(NEW)
    assert len(history.steps) == 1
    assert history.undo().document is DOCUMENT
    assert history.undo().redo().document == history.document


def test_it_is_read_back_as_it_was_written() -> None:
    assert EDIT.validate_json(EDIT.dump_json(NEW)) == NEW


def test_two_clauses_on_one_measure_or_an_end_before_the_start_change_nothing() -> None:
    twice = SetClauses(package="p", clauses=(KEPT, KEPT.model_copy(update={"level": "two"})))
    with pytest.raises(DealError, match="on one measure"):
        apply(DOCUMENT, twice)
    late = SetClauses(package="p", clauses=(KEPT.model_copy(update={"start": 6, "end": 3}),))
    with pytest.raises(DealError, match="cannot end in month 3"):
        apply(DOCUMENT, late)
    with pytest.raises(DealError, match="no package"):
        apply(DOCUMENT, NEW.model_copy(update={"package": "q"}))


def test_it_is_told_in_both_languages() -> None:
    assert describe(NEW, "en") == "set b and 2 more"
    assert describe(NEW, "zh") == "设定 b 等 3 项"
    assert describe(SetClauses(package="p", clauses=(KEPT,)), "en") == "set a"
