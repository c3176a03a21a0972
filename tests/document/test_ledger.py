"""The concession ledger: what was answered, undone, taken back, and what each round changed."""

from dealbuilder.document.clause_edits import RemoveClause
from dealbuilder.document.film import film
from dealbuilder.document.ledger import Count, ledger
from dealbuilder.document.package_edits import AddPackage
from dealbuilder.model.package import Clause, Package
from tests.document.rooms import Room, deal, played


def book(room: Room, catalogue):
    return ledger(film(tuple(room.entries), room.document), catalogue)


def rounds(*each: tuple[tuple[str, str], ...]) -> Room:
    """A room in which these clauses are given, round by round."""
    room = Room(deal())
    room.begin()
    for number, given in enumerate(each, 1):
        room.after(5).stage(number, f"Round {number}", round=number)
        for measure, level in given:
            room.after(1).give(measure, level)
    return room


US, US_TOO, CHINA = ("lift_eda", "support"), ("lift_ethane", "all"), ("cn_customs", "day_1")


def answers(room: Room, catalogue) -> list[bool | None]:
    return [line.answered for line in book(room, catalogue).lines]


def test_a_gift_is_answered_in_its_own_round(catalogue):
    assert answers(rounds((US, CHINA)), catalogue) == [True, True]


def test_a_gift_is_answered_in_the_next_round(catalogue):
    assert answers(rounds((US,), (CHINA,)), catalogue) == [True, False]


def test_an_answer_two_rounds_later_comes_too_late(catalogue):
    assert answers(rounds((US,), (), (CHINA,)), catalogue) == [False, False]


def test_what_was_undone_answers_nothing_and_asks_for_nothing(catalogue):
    room = rounds((US, CHINA))
    room.undo()
    us, china = book(room, catalogue).lines
    assert (us.answered, us.undone) == (False, False)
    assert (china.answered, china.undone) == (None, True)
    assert book(room, catalogue).count("china") == Count(0, 0, 0)


def test_what_a_side_took_back_itself_was_no_gift_that_waits_for_an_answer(catalogue):
    room = rounds((US,))
    room.do(RemoveClause(package="p", measure=US[0]))
    given, taken = book(room, catalogue).lines
    assert (given.withdrawn, given.answered) == (True, None)
    assert (taken.move.turn, taken.withdrawn) == ("away", False)
    assert book(room, catalogue).count("us") == Count(1, 1, 0)


def test_home_terms_and_unknown_measures_are_no_side_s_move(catalogue):
    room = rounds((("home_recycling", "pc_10"), ("term_length", "m24"), ("not_in_any_catalogue", "x"), US))
    found = book(room, catalogue)
    assert [line.move.side for line in found.others()] == ["home", "terms", None]
    assert answers(room, catalogue) == [None, None, None, False]
    assert [line.move.measure for line in found.of("us")] == [US[0]]


def test_counts_add_up_over_rounds(catalogue):
    found = book(played(), catalogue)
    for side in ("us", "china"):
        parts = [found.count(side, (round,)) for round in found.rounds]
        assert found.count(side).gives == sum(part.gives for part in parts)
        assert found.count(side).takes == sum(part.takes for part in parts)
    assert found.count("us") == Count(5, 3, 0)
    assert found.count("china") == Count(4, 1, 0)


def test_a_redline_shows_the_round_and_not_what_came_and_went_in_it(catalogue):
    redlines = {redline.round: redline.moves for redline in book(played(), catalogue).redlines}
    assert [move.measure for move in redlines[1]] == ["rescind_ai_letters", "grant_pending", "cn_whitelist"]
    levels = {move.measure: (move.before.level, move.after.level) for move in redlines[3] if move.before and move.after}
    assert levels["cn_long_licences"] == ("y3", "y1")
    assert "lift_eda" not in levels


def test_a_round_without_a_change_has_an_empty_redline(catalogue):
    assert [redline.moves == () for redline in book(rounds((US,), ()), catalogue).redlines] == [False, True]


def test_putting_another_package_on_the_table_is_nobody_s_move(catalogue):
    room = rounds((US,))
    room.do(AddPackage(package=Package(id="q", name="", clauses=(Clause(measure=CHINA[0], level=CHINA[1]),))))
    found = book(room, catalogue)
    assert found.switches == 1
    assert [line.move.measure for line in found.lines] == [US[0]]
