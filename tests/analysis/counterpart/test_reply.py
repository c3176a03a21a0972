"""The counterpart answers by its own value, its tactic, its red lines; both sides alike; the same every time."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from dealbuilder import paths
from dealbuilder.analysis.counterpart.play import debrief, played
from dealbuilder.analysis.counterpart.tactic import MOST_CHANGES, TACTICS
from dealbuilder.errors import DealError
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.loading import load_catalogue
from dealbuilder.model.package import Package
from tests.analysis.counterpart.toy import GAINS, ToyValuer, lens, levels, package, script, swapped, toy

SIDES = ("us", "china")
FAIR = package(us_a="low", cn_a="low")
MINE = package(us_a="high", us_b="high", us_c="high")
"""Everything for China, nothing for the United States."""


@pytest.fixture(scope="module")
def known() -> Catalogue:
    return toy(load_catalogue(paths.resources()), lens("us", 0.05), lens("china", 0.05))


def packages():
    ids = [f"{side}_{letter}" for side in ("us", "cn") for letter in GAINS]
    return st.dictionaries(st.sampled_from(ids), st.sampled_from(["low", "high"])).map(lambda found: package(**found))


def test_what_is_worth_more_than_it_would_ask_for_is_accepted(known):
    turn = script(known, "china").answer((), MINE)
    assert turn.reply.kind == "accept"
    assert turn.reply.offer is None
    assert turn.reply.worth.china >= turn.reply.aspiration


def test_a_counter_offer_changes_few_clauses_and_asks_for_what_the_tactic_says(known):
    turn = script(known, "china").answer((), FAIR)
    assert turn.reply.kind == "counter"
    assert turn.reply.offered.china >= turn.reply.aspiration - 1e-9
    before, after = levels(FAIR), levels(turn.reply.offer)
    changed = [id for id in {**before, **after} if before.get(id) != after.get(id)]
    assert 1 <= len(changed) <= MOST_CHANGES


@hypothesis_settings(max_examples=40, deadline=None)
@given(packages(), st.sampled_from(SIDES), st.sampled_from(TACTICS))
def test_no_offer_is_below_its_reservation_and_none_asks_for_nothing_new(known, opening, side, tactic):
    counterpart, turns = script(known, side, tactic, rounds=4), []
    for _ in range(4):
        turns.append(counterpart.answer(turns, opening))
        reply = turns[-1].reply
        if reply.kind == "accept":
            assert reply.worth.to(side) >= counterpart.reservation - 1e-9
            break
        assert reply.offered is None or reply.offered.to(side) >= counterpart.reservation - 1e-9
        assert reply.worth.to(side) < reply.aspiration


@hypothesis_settings(max_examples=25, deadline=None)
@given(packages(), st.sampled_from(TACTICS), st.integers(0, 5))
def test_swapped_sides_get_mirrored_answers(known, opening, tactic, seed):
    ours, theirs = script(known, "us", tactic, seed=seed), script(known, "china", tactic, seed=seed)
    one, other = ours.answer((), opening), theirs.answer((), swapped(opening))
    assert one.reply.kind == other.reply.kind
    assert one.reply.worth.us == pytest.approx(other.reply.worth.china)
    assert one.reply.aspiration == pytest.approx(other.reply.aspiration)
    if one.reply.offered is not None:
        assert one.reply.offered.us == pytest.approx(other.reply.offered.china, abs=0.02)


def test_firm_holds_out_where_conceder_comes_down(known):
    asked = {}
    for tactic in ("firm", "conceder"):
        counterpart, turns = script(known, "china", tactic, rounds=5), []
        for _ in range(3):
            turns.append(counterpart.answer(turns, package(cn_a="low")))
        asked[tactic] = [turn.reply.aspiration for turn in turns]
    assert asked["firm"][0] == asked["conceder"][0]
    assert asked["firm"][1] > asked["conceder"][1]
    assert asked["firm"][2] > asked["conceder"][2]


def test_reciprocal_comes_down_by_what_it_was_given_and_no_further(known):
    counterpart = script(known, "china", "reciprocal")
    first = counterpart.answer((), package(cn_a="low"))
    given = package(cn_a="low", us_c="low")
    second = counterpart.answer((first,), given)
    assert second.reply.theirs == pytest.approx(GAINS["c"])
    assert second.reply.aspiration == pytest.approx(first.reply.offered.china - GAINS["c"])
    third = counterpart.answer((first, second), given)
    assert third.reply.theirs == 0.0
    assert third.reply.aspiration == pytest.approx(second.reply.offered.china)


def test_reciprocal_answers_what_is_taken_back_in_kind(known):
    counterpart = script(known, "china", "reciprocal")
    first = counterpart.answer((), package(us_c="low"))
    second = counterpart.answer((first,), package(us_c="low", us_b="low"))
    third = counterpart.answer((first, second), package(us_c="low"))
    assert third.reply.theirs == pytest.approx(-GAINS["b"])
    assert third.reply.aspiration > second.reply.aspiration


@pytest.mark.parametrize("side", SIDES)
def test_a_red_line_is_never_crossed_and_what_crosses_it_is_never_accepted(catalogue, side):
    own = "cn_a" if side == "china" else "us_a"
    other = "us_c" if side == "china" else "cn_c"
    red = toy(catalogue, lens("us", 0.0, ("us_a", "high")), lens("china", 0.0, ("cn_a", "high")))
    counterpart, turns = script(red, side, "conceder", rounds=3), []
    for _ in range(3):
        turns.append(counterpart.answer(turns, package(**{own: "high", other: "high"})))
        reply = turns[-1].reply
        assert [line.measure for line in reply.crossed] == [own]
        assert reply.kind in ("counter", "stay")
        assert levels(reply.offer).get(own) != "high"
        assert all(levels(seen.package).get(own) != "high" for seen in turns[-1].looked)


def test_locked_clauses_stay_as_they_are(known):
    locked = frozenset({"us_a", "cn_a"})
    turn = script(known, "china", locked=locked).answer((), package(cn_a="low"))
    for seen in turn.looked:
        assert levels(seen.package).get("cn_a") == "low"
        assert "us_a" not in levels(seen.package)


def test_a_red_line_in_a_locked_clause_can_only_be_refused(catalogue):
    red = toy(catalogue, lens("us", 0.0), lens("china", 0.0, ("cn_a", "low")))
    turn = script(red, "china", locked=frozenset({"cn_a"})).answer((), package(cn_a="low"))
    assert turn.reply.kind == "refuse"
    assert turn.reply.offer is None


@pytest.mark.parametrize("tactic", TACTICS)
def test_the_same_seed_gives_the_same_answers(known, tactic):
    one, other = ([script(known, "china", tactic, seed=3).answer((), FAIR).reply for _ in range(1)] for _ in range(2))
    assert one == other


def test_the_deadline_ends_the_rehearsal(known):
    counterpart, turns = script(known, "china", rounds=2), []
    for _ in range(2):
        turns.append(counterpart.answer(turns, package(cn_a="low")))
    assert turns[-1].reply.last
    with pytest.raises(DealError, match="over"):
        counterpart.answer(turns, FAIR)


def test_in_the_last_round_it_takes_whatever_it_carries(known):
    counterpart = script(known, "china", "firm", rounds=2)
    first = counterpart.answer((), package(us_c="low"))
    second = counterpart.answer((first,), package(us_c="low"))
    assert first.reply.kind == "counter"
    assert second.reply.kind == "accept"


def test_an_empty_package_is_answered(known):
    turn = script(known, "us").answer((), package())
    assert turn.reply.kind == "counter"
    assert turn.reply.offer.clauses


@pytest.mark.parametrize("tactic", TACTICS)
def test_where_no_agreement_is_possible_none_is_made(catalogue, tactic):
    # What one side gains is less than what it costs the other, so no package is within both reservations.
    poor = toy(catalogue, lens("us", 0.2), lens("china", 0.2))
    ours, theirs = (script(poor, side, tactic, gain=COSTLY, rounds=4) for side in SIDES)
    ended = played(ours, theirs, FAIR)
    assert ended.agreed is None
    assert len(ended.turns) == 4
    told = debrief(poor, ended.turns, None, {"us": 0.2, "china": 0.2})
    assert not told.agreed
    assert told.better is None


COSTLY = 0.2


@pytest.mark.parametrize("tactic", TACTICS)
@pytest.mark.parametrize("side", SIDES)
def test_two_scripts_come_to_an_agreement_that_both_carry(known, tactic, side):
    other = "us" if side == "china" else "china"
    answerer, opener = script(known, side, tactic), script(known, other, tactic)
    ended = played(opener, answerer, FAIR)
    assert ended.agreed is not None
    assert min(ended.worth.us, ended.worth.china) >= 0.05
    assert ended.worth == ToyValuer(known).worths([ended.agreed])[0]


def test_the_debrief_names_the_nearest_package_that_is_better_for_both(known):
    turn = script(known, "china", rounds=1).answer((), FAIR)
    worth = ToyValuer(known).worths([FAIR])[0]
    told = debrief(known, (turn,), (FAIR, worth), {"us": 0.05, "china": 0.05})
    assert told.better is not None
    assert told.better.worth.us > worth.us
    assert told.better.worth.china > worth.china
    assert told.gain_us == pytest.approx(told.better.worth.us - worth.us)
    nearer = [
        seen
        for seen in turn.looked
        if seen.worth.us >= worth.us + 0.005
        and seen.worth.china >= worth.china + 0.005
        and seen.distance < told.better.distance - 1e-6
    ]
    assert not nearer


def test_the_best_of_all_packages_leaves_nothing_on_the_table(known):
    all_in = package(us_a="high", us_b="high", us_c="high", cn_a="high", cn_b="high", cn_c="high")
    turn = script(known, "china", rounds=1).answer((), all_in)
    told = debrief(known, (turn,), (all_in, turn.reply.worth), {"us": 0.0, "china": 0.0})
    assert told.agreed
    assert told.better is None


def test_a_role_that_the_side_does_not_have_is_told(known):
    with pytest.raises(DealError, match="no role"):
        script(known, "china", role="us_role")


def test_names_and_notes_of_clauses_survive_a_counter_offer(known):
    noted = Package(id="q", name="Q", clauses=tuple(c.model_copy(update={"note": "mine"}) for c in FAIR.clauses))
    offer = script(known, "china").answer((), noted).reply.offer
    kept = [clause for clause in offer.clauses if clause.measure in levels(FAIR)]
    assert offer.name == "Q"
    assert all(clause.note == "mine" for clause in kept)
