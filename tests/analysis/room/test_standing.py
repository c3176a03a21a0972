"""All tables under one setting: the same scores as alone, whatever the order, and what each read otherwise."""

import dataclasses
import itertools
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.room.standing import INDICATORS, Apart, room
from dealbuilder.errors import Cancelled, DealError
from dealbuilder.model.assumptions import Assumptions, Change
from tests.analysis.packages import package
from tests.analysis.room.tabled import table
from tests.document.deals import inject

FEW = Setting(draws=24)
TABLES = (
    table("A", "cn_whitelist=nearly_all", "rescind_ai_letters=all"),
    table("B", "cn_whitelist=pilot", "us_standstill=full"),
    table("C"),
    table("D", "gone=x", "cn_whitelist=most"),
)


@pytest.fixture(scope="module")
def service(catalogue):
    return Evaluator(catalogue)


def test_a_table_scores_in_the_room_as_it_does_alone(service):
    found = room(service, TABLES, FEW)
    for standing in found.standings:
        alone = service.evaluate(standing.deal.package, FEW)
        assert {id: standing.scores[id] for id in INDICATORS} == {id: alone.score(id) for id in INDICATORS}
        assert standing.idle == alone.idle
        assert standing.unknown == alone.unknown
        assert standing.contradictions == alone.contradictions


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 10**6))
def test_the_order_of_files_never_changes_numbers(catalogue, seed):
    rng = random.Random(seed)
    shuffled = rng.sample(TABLES, len(TABLES))
    # A service of its own each time: nothing may be answered from memory.
    there = {one.deal.name: one for one in room(Evaluator(catalogue), TABLES, FEW).standings}
    again = {one.deal.name: one for one in room(Evaluator(catalogue), shuffled, FEW).standings}
    assert again == there


def test_every_order_gives_the_same_minimum_mean_and_maximum(service):
    for order in itertools.permutations(TABLES):
        lines = room(service, order, FEW, full=False).lines
        found = {line.id: (line.touched, line.least, line.mean, line.most, line.same) for line in lines}
        assert found["cn_whitelist"] == (3, 1, 2.0, 3, False)


def test_scores_are_against_the_baseline_of_the_setting(service):
    against = dataclasses.replace(FEW, baseline=package("cn_whitelist=nearly_all", "rescind_ai_letters=all"))
    found = room(service, TABLES, against, full=False).standings[0]
    assert found.cost.mean == 0.0
    assert found.supply.baseline == found.supply.mean


def test_a_first_answer_leaves_idle_clauses_open(service):
    found = room(service, TABLES, FEW, full=False)
    assert not found.final
    assert [one.idle for one in found.standings] == [None] * len(TABLES)


def test_what_a_table_read_otherwise_is_told(service):
    changes = (
        Change(parameter="approve_civil", value=0.5, reason="theirs"),
        Change(parameter="hazard_truce", value=0.02),
    )
    odd = table("A", pack="2026-11", assumptions=Assumptions(worldview="sceptic", changes=changes), injects=(inject(),))
    ours = (Change(parameter="approve_civil", value=0.5, reason="ours"), Change(parameter="capital_start", value=1.0))
    plain, other = room(
        service,
        (table("B", assumptions=Assumptions(changes=ours[:1])), odd),
        dataclasses.replace(FEW, changes=ours[:1]),
    ).standings
    assert plain.apart.none
    assert other.apart == Apart("2026-11", "sceptic", ("hazard_truce",), (), (inject().title,))
    missed = room(service, (table("B"),), dataclasses.replace(FEW, changes=ours[:1], injects=(inject(),)))
    assert missed.standings[0].apart == Apart(missed=("approve_civil",), injects=(inject().title,))


def test_a_setting_that_the_catalogue_cannot_serve_is_a_sentence(service):
    with pytest.raises(DealError, match="no baseline pack"):
        room(service, TABLES, dataclasses.replace(FEW, pack="1999-01"))


def test_progress_runs_to_the_end_and_can_be_cancelled(catalogue):
    seen = []
    room(Evaluator(catalogue), TABLES, FEW, tick=seen.append)
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)

    def stop(done):
        raise Cancelled

    with pytest.raises(Cancelled):
        room(Evaluator(catalogue), TABLES, FEW, tick=stop)


def test_one_table_and_forty_tables_are_rooms_too(service):
    many = [table(f"T{n}", f"cn_whitelist={('pilot', 'most', 'nearly_all')[n % 3]}") for n in range(40)]
    assert len(room(service, many, FEW).standings) == 40
    assert len(room(service, many[:1], FEW).standings) == 1
