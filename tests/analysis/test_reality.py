"""The model held against its reality checks, and the checks held against themselves."""

import math
from dataclasses import replace

import pytest

from dealbuilder.analysis.reality.case import FIRM, NO_DEAL, Case, Shipped, clauses, deal, everything, fixed, nones
from dealbuilder.analysis.reality.check import BLOCKS, Finding
from dealbuilder.analysis.reality.checks import CHECK_BY_ID, CHECKS
from dealbuilder.analysis.reality.lab import PACK, Lab, findings
from dealbuilder.cli.deals import shipped
from dealbuilder.errors import DealError
from dealbuilder.report.units import known

DRAWS = 64
SEED = 20250715
WORLDVIEWS = ("central", "essay", "sceptic")


@pytest.fixture(scope="module")
def deals():
    return {id: document.package() for id, document in shipped().items()}


@pytest.fixture(scope="module")
def labs(catalogue, deals):
    return {view: Lab(Shipped(catalogue, deals), view, DRAWS, SEED) for view in WORLDVIEWS}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_the_sentence_holds(check, labs):
    lost = {
        view: finding.value
        for view, lab in labs.items()
        if check.under(view) and not (finding := lab.find(check)).holds
    }
    assert not lost, f"{check.sentence} Measured: {check.measured} [{check.unit}], bounds {check.low} to {check.high}"


def test_there_are_two_dozen_checks_and_more_and_every_block_has_some():
    assert len(CHECKS) >= 24
    assert len(CHECK_BY_ID) == len(CHECKS)
    assert {check.block for check in CHECKS} == BLOCKS.keys()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_says_what_it_does_in_both_languages_and_cites_what_is_known(check, catalogue):
    assert check.sentence.en.startswith(("If ", "Even if "))
    assert check.sentence.en.endswith(".")
    assert check.sentence.zh.endswith("。")
    for text in (check.sentence, check.measured, check.why):
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text.zh)
    assert set(check.sources) <= catalogue.source_by_id.keys()
    assert set(check.worldviews) <= catalogue.worldview_by_id.keys()
    assert known(check.unit)
    assert check.low is not None or check.high is not None
    assert check.low is None or check.high is None or check.low <= check.high


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_speaks_of_parameters_and_clauses_that_exist(check, catalogue, deals):
    ground = Shipped(catalogue, deals)
    for case in check.cases:
        assert {change.parameter for change in case.changes} <= catalogue.parameter_by_id.keys()
        for clause in case.package(ground).clauses:
            assert catalogue.measure_by_id[clause.measure].level(clause.level) is not None


def test_a_figure_outside_the_bounds_or_none_at_all_does_not_hold():
    check = replace(CHECK_BY_ID["civil_recovery"], low=1.0, high=3.0)
    assert [check.holds(value) for value in (0.9, 1.0, 3.0, 3.1)] == [False, True, True, False]
    assert not check.holds(math.nan)
    assert not check.holds(math.inf)
    assert not replace(check, low=None, high=None).holds(math.nan)


def test_the_checks_notice_an_engine_that_is_wrong(labs):
    """The same measures on cases that break the sentence come out beyond their bounds."""
    lab = labs["central"]
    broken = {
        # Reviewers that buy as much under metering, because nothing is metered.
        "reviewers_metering": lambda c: replace(c, cases=(*c.cases[:2], *c.cases[:2])),
        # A white list ladder climbed downwards.
        "more_never_less": lambda c: replace(c, cases=(*c.cases[:4][::-1], *c.cases[4:])),
        # Licences that are given after all.
        "no_licence_samarium": lambda c: replace(c, cases=(*c.cases[:2], Case(c.cases[2].package, FIRM))),
        "stop_for_good": lambda c: replace(c, cases=(Case(NO_DEAL),)),
        # Prices that fall within months.
        "price_falls_slowly": lambda c: replace(
            c, cases=tuple(Case(case.package, (*case.changes, *fixed(price_down=0.3))) for case in c.cases)
        ),
        "first_stoppage": lambda c: replace(c, cases=(Case(NO_DEAL, fixed(stores_full=0.01)),)),
        "essay_leaves_the_guardrails": lambda c: replace(
            c, cases=(c.cases[0], Case(clauses("oct22_chips=rescinded")))
        ),
        "one_of_several_moves_nothing": lambda c: replace(c, cases=(c.cases[0], Case(deal("essay_full")))),
        "all_of_several_move": lambda c: replace(c, cases=(c.cases[0], c.cases[4], *c.cases[2:])),
        "h20_acceptance": lambda c: replace(c, cases=(c.cases[2], c.cases[1], c.cases[2])),
        "higher_hazard_shorter_life": lambda c: replace(c, cases=c.cases[::-1]),
        "busan_outlives": lambda c: replace(c, cases=(c.cases[1], c.cases[0])),
        "gives_without_asks": lambda c: replace(c, cases=tuple(Case(case.package) for case in c.cases)),
        "refusal_earns_nothing": lambda c: replace(c, cases=(c.cases[0], Case(deal("essay_full")))),
        "no_deal_is_the_baseline": lambda c: replace(c, cases=(c.cases[0], Case(clauses("term_verification=visits")))),
    }  # fmt: skip
    held = {id: value for id, change in broken.items() if (value := lab.find(change(CHECK_BY_ID[id]))).holds}
    assert not held


def test_what_a_check_does_not_have_to_hold_under_is_not_run(catalogue, deals):
    found = findings(catalogue, deals, ("central",), 1, SEED)
    assert "essay_costs_under_sceptic" not in {finding.check.id for finding in found}
    assert {finding.worldview for finding in found} == {"central"}


def test_progress_runs_from_nothing_to_all(catalogue, deals):
    heard = []
    findings(catalogue, deals, ("central",), 1, SEED, heard.append)
    assert heard == sorted(heard)
    assert (heard[0], heard[-1]) == (0, 1)


def test_two_runs_of_a_check_give_the_same_bits(catalogue, deals, labs):
    check = CHECK_BY_ID["half_the_step_supply"]
    again = Lab(Shipped(catalogue, deals), "central", DRAWS, SEED).find(check)
    assert again == Finding(check, "central", labs["central"].find(check).value)


def test_all_that_a_side_can_give_leaves_pressure_and_locked_guardrails_out(catalogue, deals):
    ground = Shipped(catalogue, deals)
    chosen = {clause.measure for side in ("us", "china") for clause in everything(side)(ground).clauses}
    assert {"rescind_ai_letters", "us_standstill", "cn_whitelist", "cn_review_clock", "cn_standstill"} <= chosen
    assert not chosen & {
        "suspend_tool_licences", "revoke_veu", "issue_new_controls", "cn_stop_licences", "cn_new_controls",
        "oct22_chips", "advanced_litho",
    }  # fmt: skip
    assert len(nones(ground).clauses) == len(catalogue.measures)


def test_a_missing_shipped_deal_is_a_sentence(catalogue):
    with pytest.raises(DealError, match="essay_full"):
        deal("essay_full")(Shipped(catalogue, {}))


def test_the_checks_speak_of_a_pack_that_is_there(catalogue):
    assert PACK in catalogue.pack_by_id
