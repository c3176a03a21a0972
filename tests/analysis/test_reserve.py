"""The reserve pack's scores: the same as anybody else's, made in few batches, honest about adding up."""

import pytest

from dealbuilder.analysis import reserve as made
from dealbuilder.analysis.evaluate import NO_DEAL, Evaluator
from dealbuilder.analysis.evaluation import Setting
from dealbuilder.analysis.reserve import TOLD, pairs, reserve, with_levels
from dealbuilder.errors import Cancelled
from dealbuilder.model.package import Clause, Package

BASE = Package(
    id="base",
    name="Base",
    clauses=(
        Clause(measure="cn_whitelist", level="pilot", start=3),
        Clause(measure="grant_pending", level="commodity"),
    ),
)
FULL = Package(id="full", name="", clauses=(Clause(measure="cn_whitelist", level="most"),))


@pytest.fixture(scope="module")
def evaluator(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def found(evaluator):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(made, "DRAWS", 16)
        injects = evaluator.catalogue.injects[:1]
        return reserve(evaluator.store, BASE, Setting(draws=5000), (BASE, FULL), injects)


def test_look_up_scores_are_those_that_the_program_gives(evaluator, found):
    asked = Setting(draws=16)
    for reading, package in ((found.reading, BASE), (found.nothing, NO_DEAL), (found.deals[1].reading, FULL)):
        answer = evaluator.evaluate(package, asked, full=False)
        assert [score.mean for score in reading.scores] == [answer.score(id).mean for id in TOLD]


def test_every_level_of_every_measure_is_read_alone_and_with_the_base(catalogue, found):
    assert [(s.measure, s.level) for s in found.singles] == [
        (measure.id, level.id) for measure in catalogue.measures for level in measure.levels[1:]
    ]
    by_id = {(s.measure, s.level): s for s in found.singles}
    assert by_id["cn_whitelist", "pilot"].added == found.reading
    assert by_id["cn_whitelist", "most"].alone == found.deals[1].reading


def test_mirror_pairs_stand_once_with_the_us_measure_first(catalogue):
    found = pairs(catalogue)
    assert ("grant_pending", "cn_whitelist") in found
    assert len({frozenset(pair) for pair in found}) == len(found) > 5
    known = catalogue.measure_by_id
    assert all((known[us].side, known[china].side) == ("us", "china") for us, china in found)


def test_a_pair_has_a_cell_for_every_two_levels_and_its_corner_is_the_base_without_both(evaluator, found, catalogue):
    (pair,) = [one for one in found.pairs if (one.us, one.china) == ("grant_pending", "cn_whitelist")]
    rows = len(catalogue.measure_by_id[pair.us].levels)
    assert [len(row) for row in pair.readings] == [len(catalogue.measure_by_id[pair.china].levels)] * rows
    assert pair.readings[0][0] == found.nothing
    commodity = catalogue.measure_by_id["grant_pending"].rank_by_id["commodity"]
    assert pair.readings[commodity][1] == found.reading


def test_a_deal_of_one_clause_adds_up_to_itself(found):
    assert found.deals[1].summed == pytest.approx([score.mean for score in found.deals[1].reading.scores])


def test_a_base_keeps_the_time_of_a_clause_whose_level_changes():
    changed = with_levels(BASE, [("cn_whitelist", "most"), ("cn_customs", "days_3"), ("grant_pending", "none")])
    assert changed.clause("cn_whitelist").start == 3
    assert changed.clause("cn_whitelist").level == "most"
    assert changed.clause("cn_customs").start == 0
    assert changed.clause("grant_pending") is None


def test_an_inject_is_read_on_the_base(evaluator, found):
    inject = evaluator.catalogue.injects[0]
    (told,) = found.struck
    answer = evaluator.evaluate(BASE, Setting(draws=16, injects=(inject,)), full=False)
    assert told[0] == inject.id
    assert [score.mean for score in told[1].scores] == [answer.score(id).mean for id in TOLD]


def test_the_work_can_be_cancelled(evaluator):
    def stop(done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        reserve(evaluator.store, FULL, Setting(seed=1), tick=stop)
