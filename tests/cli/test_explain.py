"""explain: its keys, its words in both languages, and a sentence for whatever is wrong."""

import pytest

FEW = ("--draws", "16", "--budget", "256")


def test_explain_as_json_keeps_its_contract(run):
    said = run("explain", "example:winter", "--json", "--groups", "side", *FEW).json()
    assert {"indicator", "unit", "baseline", "total", "method", "credits", "interactions"} <= said.keys()
    assert (said["indicator"], said["unit"], said["method"]) == ("supply_restored", "%", "exact")
    for row in said["credits"]:
        assert {"clause", "shapley", "error", "first_in", "leave_one_out"} <= row.keys()
    for row in said["interactions"]:
        assert {"clauses", "value"} <= row.keys()
    assert len(said["credits"]) == 5
    assert len(said["interactions"]) == 10
    assert sum(row["shapley"] for row in said["credits"]) == pytest.approx(said["total"] - said["baseline"], abs=1e-9)
    assert (said["draws"], said["of_draws"]) == (8, 16)
    assert {group["id"] for group in said["groups"]["side"]} == {"us", "china"}


def test_the_sum_is_the_change_that_score_prints(run):
    ours = run("explain", "example:busan", "--json", "--indicator", "leadership_cost", *FEW).json()
    rows = run("score", "example:busan", "--json", "--draws", "16").json()["indicators"]
    theirs = next(row for row in rows if row["id"] == "leadership_cost")
    assert ours["total"] == pytest.approx(theirs["mean"], abs=1e-9)
    assert sum(row["shapley"] for row in ours["credits"]) == pytest.approx(
        theirs["mean"] - theirs["baseline"], abs=1e-9
    )


def test_many_clauses_are_sampled_and_say_so(run):
    said = run("explain", "example:essay_full", "--json", "--draws", "2", "--budget", "1").json()
    assert said["method"] == "sampled"
    assert said["orders"] > 0
    assert len(said["credits"]) == 29


@pytest.mark.parametrize(("language", "words"), [("en", "earned most"), ("zh", "贡献最大")])
def test_people_read_it_in_their_language(run, language, words):
    said = run("explain", "example:busan", "--language", language, "--groups", "theme", *FEW)
    assert said.code == 0
    assert words in said.out


def test_the_same_command_says_the_same_twice(run):
    words = ("explain", "example:london", "--json", *FEW, "--seed", "7", "--worldview", "sceptic")
    assert run(*words).out == run(*words).out


def test_the_way_from_another_package_is_explained(run):
    said = run("explain", "example:busan", "--baseline", "example:london", "--json", *FEW).json()
    assert said["against"]
    assert sum(row["shapley"] for row in said["credits"]) == pytest.approx(said["total"] - said["baseline"], abs=1e-9)


def test_an_empty_package_has_nothing_to_explain(run):
    said = run("explain", "example:no_deal", *FEW)
    assert said.code == 0
    assert "no credit to share out" in said.out
    assert run("explain", "example:no_deal", "--json", *FEW).json()["credits"] == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("example:winter", "--indicator", "suply_restored"), "Did you mean supply_restored"),
        (("example:winter", "--indicator", "median_life"), "no sum over draws"),
        (("example:winter", "--package", "nobody"), "no package “nobody”"),
        (("example:winter", "--draws", "0"), "cannot be made of 0 draws"),
        (("no_such_file.deal",), "no_such_file.deal"),
    ],
)
def test_what_cannot_be_explained_is_a_sentence(run, words, sentence):
    said = run("explain", *words, "--budget", "64")
    assert said.code == 1
    assert sentence in said.err
    assert "Traceback" not in said.err


def test_a_budget_of_nothing_is_wrong_usage(run):
    assert run("explain", "example:winter", "--budget", "0").code == 2
