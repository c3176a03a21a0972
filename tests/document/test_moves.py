"""What differs between two packages, and whether it moves a side towards the other."""

import pytest

from dealbuilder.document.moves import applied, compared
from dealbuilder.model.package import Clause, Condition, Package

US = Clause(measure="lift_eda", level="case_by_case", start=6, end=36, ramp=4)


def package(*clauses: Clause) -> Package:
    return Package(id="p", name="", clauses=clauses)


def changed(**fields: object) -> Clause:
    return US.model_copy(update=fields)


def turn(catalogue, before: Clause | None, after: Clause | None) -> str:
    (move,) = compared(package(*filter(None, (before,))), package(*filter(None, (after,))), catalogue)
    return move.turn


CASES = (
    (None, US, "towards"),
    (US, None, "away"),
    (None, changed(level="none"), "neither"),
    (US, changed(level="lifted"), "towards"),
    (US, changed(level="support"), "away"),
    (US, changed(start=3), "towards"),
    (US, changed(start=9), "away"),
    (US, changed(end=None), "towards"),
    (US, changed(end=24), "away"),
    (US, changed(ramp=2), "towards"),
    (US, changed(ramp=12), "away"),
    (US, changed(snapback=True), "away"),
    (US, changed(condition=Condition(measure="cn_customs", level="day_1")), "away"),
    (US, changed(level="lifted", start=12), "mixed"),
    (US, changed(unlocked=True), "neither"),
    (US, changed(level="level_of_a_future_catalogue"), "neither"),
    (None, Clause(measure="home_recycling", level="pc_10"), "neither"),
    (None, Clause(measure="term_length", level="m24"), "neither"),
    (None, Clause(measure="not_in_any_catalogue", level="x"), "neither"),
)


@pytest.mark.parametrize(("before", "after", "wanted"), CASES)
def test_more_for_the_other_side_is_towards_and_less_is_away(catalogue, before, after, wanted):
    assert turn(catalogue, before, after) == wanted


def test_an_escalation_is_no_gift(catalogue):
    some = Clause(measure="suspend_tool_licences", level="marked")
    more = some.model_copy(update={"level": "all"})
    assert turn(catalogue, None, some) == turn(catalogue, some, more) == "away"
    assert turn(catalogue, more, None) == "towards"


def test_a_condition_that_asks_for_more_moves_away(catalogue):
    easy, hard = (Condition(measure="cn_customs", level=level) for level in ("days_10", "day_1"))
    assert turn(catalogue, changed(condition=easy), changed(condition=hard)) == "away"
    assert turn(catalogue, changed(condition=hard), changed(condition=easy)) == "towards"
    other = Condition(measure="cn_whitelist", level="pilot")
    assert turn(catalogue, changed(condition=easy), changed(condition=other)) == "neither"


def test_notes_and_order_are_no_moves(catalogue):
    china = Clause(measure="cn_customs", level="day_1")
    noted = US.model_copy(update={"note": "a", "private_note": "b"})
    assert compared(package(US, china), package(china, noted), catalogue) == ()


def test_the_united_states_stand_before_china_and_unknown_measures_last(catalogue):
    clauses = [Clause(measure=id, level="none") for id in ("zzz", "cn_customs", "home_recycling", "lift_eda")]
    moves = compared(package(), package(*clauses), catalogue)
    assert [move.measure for move in moves] == ["lift_eda", "cn_customs", "home_recycling", "zzz"]
    assert [move.side for move in moves] == ["us", "china", "home", None]


def test_moves_applied_one_by_one_lead_to_the_other_package(catalogue):
    before = package(US, Clause(measure="cn_customs", level="day_1"))
    after = package(changed(level="lifted"), Clause(measure="cn_whitelist", level="pilot"))
    reached = before
    for move in compared(before, after, catalogue):
        reached = applied(reached, move)
    assert compared(reached, after, catalogue) == ()
