"""The coach against looking at everything with every draw, and its many ways of having nothing to say."""

from dataclasses import replace

import numpy as np
import pytest

from dealbuilder.analysis.advice import advise, joined, undone
from dealbuilder.analysis.coaching import MODES, Wish
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.many import CHINA, COST, OBJECTIVES, SUPPLY, US, Reader
from dealbuilder.analysis.party_value import PARTIES, party_value
from dealbuilder.analysis.space import Bounds, space
from dealbuilder.errors import Cancelled
from dealbuilder.model.catalogue import Catalogue
from dealbuilder.model.lens import Weight
from tests.analysis.packages import package

START = package(
    "cn_whitelist=pilot", "us_standstill=notice_30", "rescind_ai_letters=h20_capped", "cn_standstill=controls"
)
MOVING = {"cn_whitelist", "us_standstill", "cn_access_dual_use", "cn_accept_chips", "home_permitting", "ease_hbm"}
SETTING = Setting(draws=32)


def few(catalogue: Catalogue, *more: str) -> Bounds:
    """Bounds in which only a handful of measures may move."""
    return Bounds(locked=frozenset(m.id for m in catalogue.measures) - MOVING - set(more))


@pytest.fixture(scope="module")
def advice(catalogue: Catalogue):
    return advise(catalogue, START, SETTING, catalogue.lenses, few(catalogue), Wish(45.0, 0.3))


@pytest.fixture(scope="module")
def everything(catalogue: Catalogue):
    """Every package within two moves and its objectives by every draw."""
    room = space(catalogue, START, few(catalogue))
    rows = np.vstack([room.start[None], room.singles(), room.pairs()])
    reader = Reader(catalogue, catalogue.lenses, SETTING)
    return room, rows, reader.read([room.built(row) for row in rows], SETTING.draws)


def test_many_packages_at_once_read_as_each_does_on_the_scoreboard(catalogue: Catalogue) -> None:
    deals = (START, package("home_capital=bn_25", "cn_customs=day_1"), package())
    read = Reader(catalogue, catalogue.lenses, SETTING).read(deals, 32).mean(axis=2)
    service = Evaluator(catalogue)
    for deal, row in zip(deals, read, strict=True):
        found = service.evaluate(deal, SETTING, full=False)
        values = [party_value(catalogue.lenses, party, found.scores).value for party in PARTIES]
        scores = [found.score(id).mean for id in OBJECTIVES[SUPPLY:]]
        assert row == pytest.approx([*values, *scores], abs=1e-9)


def test_every_indicator_a_role_may_weigh_reads_as_on_the_scoreboard(catalogue: Catalogue) -> None:
    lens = catalogue.lenses[0]
    weights = tuple(
        Weight(indicator=i.id, weight=0.1, sense="more", scale=1.0, unit=i.unit) for i in catalogue.indicators
    )
    every = lens.model_copy(update={"weights": weights})
    reader = Reader(catalogue, (every,), SETTING)
    found = reader.changes((START,), 32)
    scored = Evaluator(catalogue).evaluate(START, SETTING, full=False)
    assert set(found) == {indicator.id for indicator in catalogue.indicators}
    for id, change in found.items():
        score = scored.score(id)
        assert change[0] == pytest.approx(score.mean - score.baseline, abs=1e-7, nan_ok=True), id


def test_what_two_moves_do_is_exact_where_few_draws_are_all_draws(catalogue: Catalogue, everything) -> None:
    room, _, values = everything
    count = 1 + len(room.singles())
    found = joined(room, room.singles(), values[:count], room.pairs(), values[count:])
    assert np.allclose(found, values[count:].mean(axis=2), atol=1e-9)
    rough = joined(room, room.singles(), values[:count], room.pairs(), values[count:, :, :4])
    plain = np.abs(values[count:, :, :4].mean(axis=2) - found).mean(axis=0)
    assert (np.abs(rough - found).mean(axis=0) < 0.75 * plain).all()


def test_the_best_of_more_supply_and_of_less_cost_are_those_of_looking_at_everything(advice, everything) -> None:
    _, _, values = everything
    change = (values - values[0]).mean(axis=2)
    error = np.std(values - values[0], axis=2, ddof=1) / np.sqrt(SETTING.draws)
    carried = values.mean(axis=2)[:, :2] >= np.minimum(values[0, :2].mean(axis=1), advice.reservations) - error[:, :2]
    kept = carried.all(axis=1) & (change[:, COST] <= error[:, COST])
    best = max(one.changes[SUPPLY].value for one in advice.found["better"])
    assert best == pytest.approx(change[kept, SUPPLY].max(), rel=0.02)
    cheap = carried.all(axis=1) & (change[:, SUPPLY] >= -error[:, SUPPLY])
    least = min((one.changes[COST].value for one in advice.found["cheaper"]), default=0.0)
    assert least == pytest.approx(min(change[cheap, COST].min(), 0.0), abs=0.02)


def test_every_suggestion_keeps_its_promise_beyond_the_error(advice) -> None:
    assert set(advice.found) == set(MODES)
    assert advice.found["better"]
    assert advice.found["fair"]
    for mode, found in advice.found.items():
        for one in found:
            us, china, supply, cost = one.changes
            assert one.moves
            assert mode == "wish" or len(one.moves) <= 2
            assert {move.measure for move in one.moves} <= MOVING
            if mode == "better":
                assert supply.value > supply.error
                assert cost.value <= cost.error
            if mode in ("fair", "trade"):
                assert us.value > us.error
                assert china.value > china.error


def test_no_move_of_a_suggestion_is_idle(catalogue: Catalogue, advice, everything) -> None:
    room, rows, values = everything
    place = {row.tobytes(): at for at, row in enumerate(rows)}
    for one in advice.found["better"]:
        row = next(row for row in rows if room.moves(row) == one.moves)
        for step in undone(room, row):
            less = values[place[step.tobytes()]].mean(axis=1)
            whole = values[place[row.tobytes()]].mean(axis=1)
            assert whole[SUPPLY] > less[SUPPLY] or less[COST] > values[0, COST].mean()


def test_a_wish_beyond_reach_brings_the_nearest_and_says_so(catalogue: Catalogue) -> None:
    found = advise(catalogue, START, SETTING, catalogue.lenses, few(catalogue), Wish(99.0, -5.0))
    assert not found.met
    assert found.found["wish"]
    assert not any(one.met for one in found.found["wish"])
    within = advise(catalogue, START, SETTING, catalogue.lenses, few(catalogue), Wish(supply=found.now[SUPPLY] + 0.5))
    assert within.found["wish"][0].met
    assert len(within.found["wish"][0].moves) == 1
    assert advise(catalogue, START, SETTING, catalogue.lenses, few(catalogue), Wish(supply=1.0)).met


def test_where_everything_is_locked_there_is_nothing_to_say(catalogue: Catalogue) -> None:
    still = Bounds(locked=frozenset(measure.id for measure in catalogue.measures))
    found = advise(catalogue, START, SETTING, catalogue.lenses, still, Wish(90.0))
    assert not any(found.found.values())
    assert found.looked == 0


def test_one_draw_has_no_error_and_offers_nothing(catalogue: Catalogue) -> None:
    found = advise(catalogue, START, replace(SETTING, draws=1), catalogue.lenses, few(catalogue), Wish(90.0))
    assert not any(found.found.values())
    assert found.looked > 0


def test_an_empty_package_and_roles_of_one_side_only_are_answered(catalogue: Catalogue) -> None:
    us = tuple(lens for lens in catalogue.lenses if lens.side == "us")
    found = advise(catalogue, package(), SETTING, us, few(catalogue))
    assert found.now[US] == found.now[CHINA] == found.now[COST] == 0.0
    assert found.found["wish"] == ()
    assert found.reservations[CHINA] == 0.0
    assert not found.found["trade"]


def test_advice_stops_when_nobody_waits_any_more(catalogue: Catalogue) -> None:
    def stop(done: float) -> None:
        if done > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        advise(catalogue, START, SETTING, catalogue.lenses, few(catalogue), tick=stop)


def test_progress_only_grows_and_the_same_question_has_the_same_answer(catalogue: Catalogue, advice) -> None:
    told: list[float] = []
    again = advise(catalogue, START, SETTING, catalogue.lenses, few(catalogue), Wish(45.0, 0.3), told.append)
    assert again.found == advice.found
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)
