"""check-model and reference: exit codes, keys, and what is said where the model fails."""

from dataclasses import replace
from functools import partial

import pytest

from dealbuilder.analysis.reality import lab
from dealbuilder.analysis.reality.checks import CHECK_BY_ID
from dealbuilder.analysis.reference.ranking import reference

FEW = ("--draws", "8")
HELD = ("trough_month", "money_sums", "sources_sum")


@pytest.fixture
def _few_checks(monkeypatch):
    monkeypatch.setattr(lab, "CHECKS", tuple(CHECK_BY_ID[id] for id in HELD))


@pytest.fixture
def _one_fails(monkeypatch):
    wrong = replace(CHECK_BY_ID["money_sums"], low=1.0, high=2.0)
    monkeypatch.setattr(lab, "CHECKS", (CHECK_BY_ID["trough_month"], wrong))


@pytest.fixture
def _few_draws(monkeypatch):
    monkeypatch.setattr("dealbuilder.cli.comparing.reference", partial(reference, draws=64))


@pytest.mark.usefixtures("_few_checks")
def test_a_model_that_keeps_its_sentences_ends_with_nought(run):
    ran = run("check-model", *FEW)
    assert ran.code == 0
    for id in HELD:
        assert id in ran.out
    assert ran.err == ""


@pytest.mark.usefixtures("_one_fails")
def test_a_model_that_breaks_one_ends_with_one_and_names_it(run):
    ran = run("check-model", *FEW)
    assert ran.code == 1
    assert ran.err == "1 of 2 checks fails: money_sums.\n"
    assert "FAILS" in ran.out
    ran = run("check-model", *FEW, "--language", "zh")
    assert "不成立：money_sums" in ran.err


@pytest.mark.usefixtures("_one_fails")
def test_check_model_as_json_keeps_its_contract(run):
    ran = run("check-model", "--json", *FEW, "--worldview", "essay")
    said = ran.json()
    assert ran.code == 1
    assert said.keys() == {"worldviews", "draws", "seed", "checks", "failed", "stamps"}
    assert (said["worldviews"], said["draws"], said["failed"]) == (["essay"], 8, ["money_sums"])
    for row in said["checks"]:
        assert row.keys() == {
            "id", "block", "sentence", "measured", "unit", "low", "high", "why", "sources", "observed", "cases",
            "results",
        }  # fmt: skip
        assert [result.keys() for result in row["results"]] == [{"worldview", "value", "holds"}]
    assert [row["results"][0]["holds"] for row in said["checks"]] == [True, False]
    assert said["stamps"].keys() == {"dealbuilder", "catalogue", "pack"}


@pytest.mark.usefixtures("_few_checks")
def test_check_model_speaks_chinese(run):
    assert "中方许可" in run("check-model", *FEW, "--language", "zh").out


def test_a_figure_that_is_not_defined_is_null(run, monkeypatch):
    nowhere = replace(CHECK_BY_ID["money_sums"], measure=lambda o: float("inf"))
    monkeypatch.setattr(lab, "CHECKS", (nowhere,))
    ran = run("check-model", "--json", *FEW, "--worldview", "essay")
    assert ran.json()["checks"][0]["results"] == [{"worldview": "essay", "value": None, "holds": False}]
    assert ran.code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--draws", "0"), "0 draws"),
        (("--draws", "1000000"), "2048"),
        (("--worldview", "gloomy"), "central"),
        (("--seed", "-1"), "seed"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_one(run, words, said):
    ran = run("check-model", *words)
    assert ran.code == 1
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert ran.out == ""


@pytest.mark.usefixtures("_few_draws")
def test_the_reference_deals_are_ranked_beside_what_happened(run):
    ran = run("reference")
    assert ran.code == 0
    assert "Kuala Lumpur and Busan" in ran.out
    assert "10.8\u00a0months so far" in ran.out
    assert "Kendall" in ran.out
    assert ran.err == ""


@pytest.mark.usefixtures("_few_draws")
def test_reference_as_json_keeps_its_contract(run):
    said = run("reference", "--json", "--language", "zh").json()
    assert said.keys() == {"worldview", "draws", "seed", "deals", "agreement", "events", "stamps"}
    assert [row["id"] for row in said["deals"]] == [
        "geneva", "london", "london_h20", "stockholm", "busan", "october_rupture",
    ]  # fmt: skip
    for row in said["deals"]:
        assert row.keys() == {
            "id", "label", "pack", "is_deal", "place", "observed_places", "alive_12", "median_life", "hazard",
            "observed",
        }  # fmt: skip
        assert row["observed"].keys() >= {"begun", "ended", "alive", "life", "fate", "sources"}
        assert {term["id"] for term in row["hazard"]["terms"]} >= {"stakes", "terms", "goodwill", "lesson"}
    for row in said["agreement"]:
        assert row.keys() == {"worldview", "pairs", "agreeing", "disagreeing", "kendall_tau", "wrong"}
        assert -1 <= row["kendall_tau"] <= 1
