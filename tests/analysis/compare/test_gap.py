"""What explains a gap: parts that sum to it, whichever way round, and nothing where nothing differs."""

import math

import pytest

from dealbuilder.analysis.compare.comparing import compare
from dealbuilder.analysis.compare.gap import gap
from dealbuilder.analysis.evaluate import Evaluator
from dealbuilder.analysis.evaluation import Setting
from tests.analysis.packages import clause, package

FEW = Setting(draws=16)
PACKAGES = (
    package("cn_whitelist=nearly_all", "rescind_ai_letters=all", "gone=x", name="Bridge"),
    package(clause("cn_whitelist=pilot", start=6), "us_standstill=full", name="Draft"),
    package(clause("cn_whitelist=pilot", start=6, note="said"), "us_standstill=full", name="Draft with a note"),
)


@pytest.fixture(scope="module")
def service(catalogue):
    return Evaluator(catalogue)


@pytest.fixture(scope="module")
def found(service):
    return compare(service, PACKAGES, FEW, months=False)


def test_the_parts_sum_to_the_gap(service, found):
    explained = gap(service, found, 0, 1)
    assert explained.exact
    assert "supply_restored" in explained.by_indicator
    for id, parts in explained.by_indicator.items():
        apart = found.pair(0, 1).differences[id].value
        assert math.fsum(part.value for part in parts) == pytest.approx(apart, abs=1e-9)


def test_the_way_back_has_the_same_parts_with_their_signs_turned(service, found):
    there, back = gap(service, found, 0, 1), gap(service, found, 1, 0)
    assert any(part.value for part in there.parts("supply_restored"))
    for id in there.by_indicator:
        for part in there.parts(id):
            again = back.part(id, part.measure)
            assert again is not None
            assert again.value == -part.value
            assert again.error == part.error


def test_only_clauses_that_differ_have_a_part_and_an_unknown_one_explains_nothing(service, found):
    explained = gap(service, found, 0, 1)
    measures = {part.measure for part in explained.parts("supply_restored")}
    assert measures == {"cn_whitelist", "rescind_ai_letters", "gone", "us_standstill"}
    lost = explained.part("supply_restored", "gone")
    assert lost is not None
    assert lost.value == 0.0
    assert explained.most("supply_restored") == explained.parts("supply_restored")[0].measure


def test_packages_that_differ_in_a_note_alone_leave_nothing_to_explain(service, found):
    explained = gap(service, found, 1, 2)
    assert explained.parts("supply_restored") == ()
    assert explained.most("supply_restored") is None
    assert explained.part("supply_restored", "cn_whitelist") is None


def test_above_fourteen_clauses_the_parts_still_sum_and_turn_round(service, catalogue):
    chosen = [one for one in catalogue.measures if one.side in ("us", "china") and not one.guardrail][:16]
    full = package(*(f"{one.id}={one.levels[-1].id}" for one in chosen), name="Full")
    found = compare(service, (full, package(name="Nothing")), FEW, months=False)
    there, back = gap(service, found, 0, 1, budget=1500), gap(service, found, 1, 0, budget=1500)
    assert not there.exact
    assert there.error("supply_restored") > 0.0
    apart = found.pair(0, 1).differences["supply_restored"].value
    assert math.fsum(part.value for part in there.parts("supply_restored")) == pytest.approx(apart, abs=1e-9)
    turned = {part.measure: -part.value for part in back.parts("supply_restored")}
    assert {part.measure: part.value for part in there.parts("supply_restored")} == turned
