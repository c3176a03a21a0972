"""Who accepts a package: verdicts, what would turn them, and whether those who must agree do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealbuilder import paths
from dealbuilder.analysis.acceptance import acceptance
from dealbuilder.analysis.contradictions import contradictions
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.lens_value import crossed
from dealbuilder.analysis.neighbours import steps
from dealbuilder.analysis.ratification import ratification
from dealbuilder.analysis.role_value import compared, role_value, role_values, value_by_draw, verdict
from dealbuilder.analysis.runs import world
from dealbuilder.analysis.scoreboard import yardsticks
from dealbuilder.document import file
from dealbuilder.document.examples import example
from dealbuilder.errors import Cancelled
from dealbuilder.model.lens import Reservation
from dealbuilder.model.package import Clause, Package
from dealbuilder.model.text import Text

SETTING = Setting(draws=64)
WORDS = Text(en="x", zh="x")
RANKS = {"reject": 0, "lean": 1, "accept": 2}


@pytest.fixture(scope="module")
def service(catalogue):
    return Evaluator(catalogue)


def shipped(name):
    found = example(paths.resources() / "examples", name).path_in("en")
    return file.load(found).history.document.package()


def asking(lens, value):
    return lens.model_copy(update={"reservation": Reservation(value=value, reason=WORDS, grade="D")})


def beside(service, package, lenses):
    ours, theirs = service.store.summaries(world(SETTING), (package, NO_DEAL), record=False)
    measure = yardsticks(service.catalogue, SETTING)
    return compared(service.catalogue, lenses, package, ours.outputs, theirs.outputs, measure)


def test_the_baseline_is_worth_exactly_nothing_to_anybody(service, catalogue):
    found = acceptance(service, catalogue.lenses, NO_DEAL, SETTING, turns=False)
    for role in found.roles:
        assert (role.worth.value, role.worth.low, role.worth.high) == (0.0, 0.0, 0.0)
        assert role.worth.verdict == ("accept" if role.lens.reservation.value <= 0.0 else "reject")


@pytest.mark.parametrize("name", ["busan", "essay_full"])
def test_the_mean_over_draws_is_the_value_that_the_scoreboard_gives(service, catalogue, name):
    here = beside(service, shipped(name), catalogue.lenses)
    for lens in catalogue.lenses:
        worth = role_value(catalogue, lens, here)
        draws = value_by_draw(lens, here.changes, dict(worth.parts))
        assert len(draws) == SETTING.draws
        assert float(np.mean(draws)) == pytest.approx(worth.value, abs=1e-8)
        assert worth.low <= worth.middle <= worth.high


@settings(deadline=None, max_examples=50)
@given(st.lists(st.floats(-5, 5), min_size=3, max_size=3), st.floats(-5, 5), st.floats(0, 5), st.booleans())
def test_asking_for_more_never_turns_a_no_into_a_yes(ends, reservation, more, crosses):
    low, _, high = sorted(ends)
    before, after = (verdict(low, high, asked, crosses) for asked in (reservation, reservation + more))
    assert RANKS[after] <= RANKS[before]


def test_a_clause_on_a_red_line_turns_whoever_accepts_to_a_no(service, catalogue):
    package = shipped("busan")
    asked = 0
    for lens in catalogue.lenses:
        for line in lens.red_lines:
            measure = catalogue.measure_by_id[line.measure]
            rest = tuple(clause for clause in package.clauses if clause.measure != line.measure)
            clause = Clause(measure=line.measure, level=line.level, unlocked=measure.guardrail)
            over = Package(id="over", name="over", clauses=(*rest, clause))
            easy = asking(lens, -1e9)
            before = role_value(catalogue, easy, beside(service, package, (easy,)))
            after = role_value(catalogue, easy, beside(service, over, (easy,)))
            assert before.verdict == ("reject" if crossed(catalogue, lens, package) else "accept")
            assert after.verdict == "reject"
            assert line in after.lines
            asked += 1
    assert asked > 10


def test_every_edit_is_one_edit_away_and_touches_nothing_locked(catalogue):
    for name in ("no_deal", "busan", "essay_full"):
        package = shipped(name)
        before = {clause.measure: clause for clause in package.clauses}
        found = steps(catalogue, package)
        assert len({(step.measure, step.level) for step in found}) == len(found)
        for step in found:
            after = {clause.measure: clause for clause in step.package.clauses}
            differing = {id for id in {*before, *after} if before.get(id) != after.get(id)}
            assert differing == {step.measure}
            measure = catalogue.measure_by_id[step.measure]
            assert not measure.guardrail or before[step.measure].unlocked
            assert step.size == abs(measure.rank_by_id[step.before] - measure.rank_by_id[step.level])
            assert step.kind != "level" or step.size == 1
            assert len(contradictions(catalogue, step.package)) <= len(contradictions(catalogue, package))


def test_a_locked_guardrail_is_neither_put_in_nor_touched(catalogue):
    guard = next(measure for measure in catalogue.measures if measure.guardrail)
    locked = Package(id="p", name="", clauses=(Clause(measure=guard.id, level=guard.levels[1].id),))
    assert not [step for step in steps(catalogue, locked) if step.measure == guard.id]
    opened = locked.model_copy(update={"clauses": (locked.clauses[0].model_copy(update={"unlocked": True}),)})
    assert [step for step in steps(catalogue, opened) if step.measure == guard.id]


@pytest.mark.parametrize("name", ["busan", "essay_full"])
def test_what_is_said_to_turn_a_role_does_turn_it(service, catalogue, name):
    found = acceptance(service, catalogue.lenses, shipped(name), SETTING)
    turned = 0
    for role in found.roles:
        before, turn = role.worth, role.turn
        if turn is None:
            continue
        after = role_values(catalogue, catalogue.lenses, beside(service, turn.step.package, catalogue.lenses))
        now = after[role.lens.id]
        assert now.verdict == turn.to
        assert now.value == pytest.approx(turn.value)
        better = RANKS[now.verdict] > RANKS[before.verdict]
        assert (now.verdict != "accept") if before.verdict == "accept" else better
        assert set(now.lines) <= set(before.lines)
        for lost in turn.loses:
            assert found.role(lost).lens.must_agree
            assert (found.role(lost).worth.verdict, after[lost].verdict != "accept") == ("accept", True)
        turned += 1
    assert turned > 2


def test_where_no_edit_turns_a_role_it_is_told_what_the_role_would_have_to_give_up(service, catalogue):
    package = shipped("essay_full")
    found = acceptance(service, catalogue.lenses, package, SETTING)
    asked = [role for role in found.roles if role.yielding is not None]
    assert asked
    for role in asked:
        gives = role.yielding
        lines = tuple(line for line in role.lens.red_lines if line.measure not in gives.lines)
        yielding = role.lens.model_copy(update={"red_lines": lines})
        if gives.reservation is not None:
            yielding = asking(yielding, gives.reservation)
        assert role_value(catalogue, yielding, beside(service, package, (yielding,))).verdict == "accept"


def test_the_outcome_counts_those_who_must_agree_and_names_who_decides(service, catalogue):
    package = shipped("busan")
    for least, outcome in ((-1e9, "ratified"), (1e9, "vetoed")):
        lenses = [asking(lens, least) for lens in catalogue.lenses]
        lenses = [lens.model_copy(update={"red_lines": ()}) for lens in lenses]
        values = role_values(catalogue, lenses, beside(service, package, lenses))
        found = ratification(lenses, values)
        assert (found.outcome, found.must) == (outcome, 4)
        assert [side.must for side in found.sides] == [2, 2, 0]
        assert (found.pivotal is None) == (outcome == "vetoed")
    lenses = [asking(lens, 1e9 if lens.id == "cn_security" else -1e9) for lens in catalogue.lenses]
    values = role_values(catalogue, lenses, beside(service, package, lenses))
    found = ratification(lenses, values)
    assert (found.vetoing, found.pivotal) == (("cn_security",), "cn_security")
    nobody = [lens.model_copy(update={"consent": None}) for lens in lenses]
    assert ratification(nobody, values).outcome == "nobody"


def test_one_draw_and_unknown_clauses_are_answered(service, catalogue):
    odd = Package(id="p", name="", clauses=(Clause(measure="nowhere", level="x"),))
    found = acceptance(service, catalogue.lenses, odd, Setting(draws=1))
    assert [role.worth.value for role in found.roles] == [0.0] * len(catalogue.lenses)
    assert acceptance(service, (), odd, Setting(draws=1), turns=False).ratification.outcome == "nobody"


def test_it_can_be_cancelled_and_tells_how_far_it_is(service, catalogue):
    told = []
    acceptance(service, catalogue.lenses, NO_DEAL, Setting(draws=32, seed=5), told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)

    def stop(_):
        raise Cancelled

    with pytest.raises(Cancelled):
        acceptance(service, catalogue.lenses, NO_DEAL, Setting(draws=32, seed=6), stop)
