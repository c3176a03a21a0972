"""sensitivity and discover: what a script gets and a person reads, with few draws."""

import pytest

DEAL = "example:essay_minimal"
FEW = ("--draws", "4")


def test_sensitivity_says_the_verdict_the_bars_and_what_to_argue_about(run):
    ran = run("sensitivity", DEAL, *FEW, "--quick", "--at-least", "36")
    assert ran.code == 0
    assert "it should be at least 36.0%" in ran.out
    assert "Verdict flips at" in ran.out
    assert "Argue about these three" in ran.out


def test_sensitivity_in_json_has_every_bar_with_its_flip(run, monkeypatch):
    monkeypatch.setattr("dealbuilder.analysis.hangs.POINTS", 4)
    said = run("sensitivity", DEAL, *FEW, "--indicator", "leadership_cost", "--json").json()
    assert (said["deal"], said["indicator"], said["indices"]["method"]) == (
        "The essay's minimal version",
        "leadership_cost",
        "sobol",
    )
    assert said["line"] == {"kind": "baseline", "sense": "at_most", "value": 0.0}
    assert {bar["flip"] for bar in said["bars"]} <= {"flips", "holds", "untried"}
    assert len(said["bars"]) + said["still"] > 100
    assert len(said["argue_about"]) == 3


def test_a_role_can_be_asked_about_in_chinese(run):
    ran = run("sensitivity", DEAL, *FEW, "--quick", "--indicator", "role:cn_commerce", "--language", "zh")
    assert ran.code == 0
    assert "该角色的保留值" in ran.out


@pytest.mark.parametrize("command", [("sensitivity", "--quick"), ("discover",), ("holds",)])
def test_the_deal_is_named_by_its_title_in_the_language_asked_for(run, command):
    said = run(*command, DEAL, *FEW, "--language", "zh", "--json").json()
    other = run("accept", DEAL, *FEW, "--language", "zh", "--json").json()
    assert (said["deal"], said["package"]) == (other["deal"], other["package"])
    assert said["deal"] != "The essay's minimal version"


def test_discover_says_when_it_fails_and_what_is_regretted(run):
    ran = run("discover", DEAL, "--worst", "--draws", "512")
    assert ran.code == 0
    assert "fails" in ran.out
    assert "Failing means the worst fifth of worlds" in ran.out
    assert "Worst regret over worldviews" in ran.out


def test_discover_in_json_counts_the_worlds_it_had_not_seen(run):
    said = run("discover", DEAL, "--draws", "512", "--at-least", "37", "--json").json()
    assert said["failing"]["line"] == {"kind": "target", "sense": "at_least", "value": 37.0}
    assert (said["worlds"], said["tested"]["worlds"]) == (512, 256)
    assert said["sentence"].startswith("“Supply restored” fails")


def test_one_draw_is_an_answer_too(run):
    assert "Too few worlds for a rule (1)" in run("discover", DEAL, "--draws", "1").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sensitivity", DEAL, "--indicator", "gap_closed"), "all draws together"),
        (("sensitivity", DEAL, "--indicator", "nonsense"), "no indicator or role"),
        (("sensitivity", DEAL, "--at-least", "1", "--at-most", "2"), "one line to reach"),
        (("discover", DEAL, "--at-least", "1", "--worst"), "two things at once"),
        (("discover", DEAL, "--draws", "0"), "0 draws"),
        (("discover", DEAL, "--draws", "100001"), "100001 draws"),
        (("sensitivity", DEAL, "--at-least", "nan"), "no number"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(run, words, said):
    ran = run(*words)
    assert ran.code == 1
    assert said in ran.err
