"""Scores of many states on common draws, and which of them are scored when there are too many."""

import itertools

import pytest

from dealbuilder.analysis import filmstrip
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.filmstrip import Headline, Shot, biggest, effect, headlines, sampled
from dealbuilder.errors import Cancelled
from dealbuilder.model.package import Clause, Package
from tests.document.rooms import SLOW

NOTHING = Package(id="n", name="")
LIST = Package(id="l", name="", clauses=(Clause(measure="cn_whitelist", level="nearly_all"),))
BOTH = Package(id="b", name="", clauses=(*LIST.clauses, Clause(measure="rescind_ai_letters", level="all")))
SETTING = Setting(draws=16)


@pytest.fixture(scope="module")
def evaluator(catalogue) -> Evaluator:
    return Evaluator(catalogue)


def test_a_shot_scores_as_the_deal_itself_does(evaluator):
    (found,) = headlines(evaluator, [Shot(BOTH)], SETTING)
    whole = evaluator.evaluate(BOTH, SETTING, full=False)
    assert found.supply == whole.score("supply_restored")
    assert found.cost == whole.score("leadership_cost")


def test_injects_bear_on_the_shots_they_belong_to(evaluator):
    plain, struck = headlines(evaluator, [Shot(LIST), Shot(LIST, (SLOW,))], SETTING)
    assert struck.supply.mean < plain.supply.mean
    assert struck.supply == evaluator.evaluate(LIST, Setting(draws=16, injects=(SLOW,)), full=False).score(
        "supply_restored"
    )


def test_the_injects_of_the_setting_are_replaced_by_those_of_the_shot(evaluator):
    (found,) = headlines(evaluator, [Shot(LIST)], Setting(draws=16, injects=(SLOW,)))
    assert found == headlines(evaluator, [Shot(LIST)], SETTING)[0]


def test_the_same_state_twice_is_the_same_to_the_last_bit(evaluator):
    again = LIST.model_copy(update={"clauses": LIST.clauses[::-1], "name": "again"})
    one, two, three = headlines(evaluator, [Shot(LIST), Shot(BOTH), Shot(again)], SETTING)
    assert one == three
    assert effect(one, three) == filmstrip.Effect(0.0, 0.0)
    assert effect(one, two).cost > 0


def test_moves_add_up_to_the_whole(evaluator):
    none, some, all_ = headlines(evaluator, [Shot(NOTHING), Shot(LIST), Shot(BOTH)], SETTING)
    assert effect(none, some).supply + effect(some, all_).supply == pytest.approx(effect(none, all_).supply)


def test_more_states_than_a_batch_are_all_scored_in_order(evaluator, monkeypatch):
    monkeypatch.setattr(filmstrip, "BATCH", 2)
    shots = [
        Shot(Package(id="p", name="", clauses=(Clause(measure="cn_whitelist", level="pilot", start=start),)))
        for start in range(5)
    ]
    told: list[float] = []
    found = headlines(evaluator, shots, SETTING, told.append)
    assert len({one.supply.mean for one in found}) == 5
    assert told == pytest.approx([0.4, 0.8, 1.0])
    assert found == headlines(Evaluator(evaluator.catalogue), shots, SETTING)


def test_nobody_waits_for_a_cancelled_strip(catalogue):
    def stop(done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        headlines(Evaluator(catalogue), [Shot(LIST)], SETTING, stop)


def test_few_states_are_all_scored_and_many_keep_their_marks():
    assert sampled(3, (), 150) == (0, 1, 2)
    kept = sampled(5000, {7, 4000}, 150)
    assert len(kept) == 150
    assert {0, 7, 4000, 4999} <= set(kept)
    assert max(after - before for before, after in itertools.pairwise(kept)) < 60
    assert len(sampled(5000, range(5000), 150)) == 150
    assert sampled(1, (), 150) == (0,)


def test_the_biggest_jump_is_where_a_score_changed_most(evaluator):
    none, some, all_ = headlines(evaluator, [Shot(NOTHING), Shot(LIST), Shot(BOTH)], SETTING)
    assert biggest([(0, none), (4, some), (9, all_)]) == (4, 9)
    assert biggest([(0, none), (1, none)]) == (None, None)
    assert biggest([(0, none)]) == biggest([]) == (None, None)
    assert isinstance(none, Headline)


def test_a_change_of_package_is_no_jump(evaluator):
    none, some, all_ = headlines(evaluator, [Shot(NOTHING), Shot(LIST), Shot(BOTH)], SETTING)
    told = [(0, none), (4, some), (9, all_)]
    assert biggest(told, [9]) == (4, 4)
    assert biggest(told, [2, 9]) == (None, None)
