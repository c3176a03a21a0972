"""The command holds, as a user runs it."""

import pytest

from tests.cli.terminal import Terminal

FEW = ("--draws", "16")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_tells_life_hazard_exposure_and_dates(run: Terminal, language: str) -> None:
    ran = run("holds", "example:truce_framework", *FEW, "--language", language)
    assert ran.code == 0, ran.err
    asked = {
        "en": ("chance that the deal is alive", "Expiries", "walk away", "comes up for renewal"),
        "zh": ("仍有效的概率", "到期", "退出", "协议到期续期"),
    }[language]
    assert all(words in ran.out for words in asked)


def test_the_data_name_every_part(run: Terminal) -> None:
    data = run("holds", "example:busan", *FEW, "--json").json()
    assert data["draws"] == 16
    assert {"alive", "hazard", "danger", "exposure", "turns", "clauses", "walking_away", "dates"} <= data.keys()
    assert {walk["side"] for walk in data["walking_away"]} == {"us", "china"}


def test_an_inject_is_a_term_of_its_own(run: Terminal) -> None:
    plain = run("holds", "example:busan", *FEW, "--json").json()
    struck = run("holds", "example:busan", *FEW, "--inject", "truce_expires@6", "--json").json()
    assert not any(plain["hazard"]["terms"]["injects"])
    assert struck["hazard"]["terms"]["injects"][5] > 1.0
    assert {"kind": "inject_expires", "month": 6}.items() <= next(
        one for one in struck["dates"] if one["id"] == "truce_expires"
    ).items()


def test_an_empty_deal_is_the_truce_and_a_strange_package_is_refused_in_words(run: Terminal) -> None:
    assert "The package is empty" in run("holds", "example:no_deal", *FEW).out
    strange = run("holds", "example:busan", "--package", "nowhere")
    assert strange.code == 1
    assert "no package" in strange.err
    none = run("holds", "example:busan", "--draws", "0")
    assert none.code == 1
    assert "draws" in none.err


def test_tranches_are_tried_on_the_deal_without_touching_it(run: Terminal) -> None:
    words = ("holds", "example:busan", *FEW, "--stage", "halves", "--snapback", "automatic")
    staging = run(*words, "--json").json()["staging"]
    assert staging["months"] == [0, 6]
    assert {shift["id"] for shift in staging["shifts"]} >= {"exposure_us", "exposure_china", "alive_36"}
    assert {clause["measure"] for clause in staging["clauses"]} >= {"term_snapback", "cn_whitelist"}
    assert all("private_note" not in clause for clause in staging["clauses"])
    assert "Sets" in run(*words).out
    assert run("holds", "example:busan", *FEW, "--json").json()["staging"] is None
    for wrong in (("--stage", "fifths"), ("--snapback", "never")):
        refused = run("holds", "example:busan", *FEW, *wrong)
        assert refused.code == 1
        assert "Choose one of" in refused.err
