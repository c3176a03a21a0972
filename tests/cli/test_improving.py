"""improve: the contract of its keys, its words in both languages, and a sentence for whatever is wrong."""

import pytest

from dealbuilder import paths
from dealbuilder.document.edits import EDIT, apply
from dealbuilder.document.examples import example
from dealbuilder.document.file import open_any

FEW = ("--draws", "16")
OBJECTIVES = {"us", "china", "supply_restored", "leadership_cost"}


@pytest.fixture
def still(catalogue) -> tuple[str, ...]:
    """Options that lock all but a few measures, so that a test does not wait."""
    moving = {"cn_whitelist", "us_standstill", "cn_access_dual_use", "home_permitting", "grant_pending"}
    return tuple(word for one in catalogue.measures if one.id not in moving for word in ("--keep", one.id))


def test_improve_as_json_keeps_its_contract_and_its_edits_apply(run, still):
    words = ("improve", "example:busan", "--json", *FEW, *still)
    said = run(*words, "--supply-at-least", "37", "--cost-at-most", "1").json()
    assert {
        "better",
        "cheaper",
        "fair",
        "wish",
        "trade",
        "now",
        "reservations",
        "wished",
        "kept",
        "draws",
    } <= said.keys()
    document = open_any(example(paths.resources() / "examples", "busan").path).history.document
    found = [one for mode in ("better", "cheaper", "fair", "wish", "trade") for one in said[mode]]
    assert said["better"]
    assert found
    for one in found:
        assert {"edits", "reason", "words", "changes"} | OBJECTIVES <= one.keys()
        after = document
        for edit in one["edits"]:
            after = apply(after, EDIT.validate_python(edit))
        assert after != document
        for id in OBJECTIVES:
            assert one["changes"][id]["value"] == pytest.approx(one[id] - said["now"][id])
    assert all(one["meets_wish"] for one in said["wish"])
    assert said["wished"] == {"supply_at_least": 37.0, "cost_at_most": 1.0, "met": False}
    assert said["draws"] == 16
    assert said == run(*words, "--supply-at-least", "37", "--cost-at-most", "1").json()


@pytest.mark.parametrize(("language", "words"), [("en", "Same cost, more supply"), ("zh", "代价不变，供应更多")])
def test_improve_speaks_both_languages_and_says_what_it_left_alone(run, still, language, words):
    ran = run(
        "improve", "example:busan", *FEW, *still, "--language", language, "--no-home", "--front", "--budget", "200"
    )
    assert ran.code == 0, ran.err
    assert words in ran.out
    assert {"en": "Better ones may exist.", "zh": "可能存在更优方案。"}[language] in ran.out
    assert {"en": "The programme at home stays", "zh": "国内计划保持不变"}[language] in ran.out


def test_improve_with_everything_locked_says_so_and_ends_well(run, catalogue):
    words = [word for one in catalogue.measures for word in ("--keep", one.id)]
    ran = run("improve", "example:busan", *FEW, *words)
    assert ran.code == 0
    assert "Everything is locked" in ran.out


def test_improve_takes_one_role_for_its_side(run, still):
    said = run("improve", "example:busan", "--json", *FEW, *still, "--role", "us_defence", "--no-red-lines").json()
    assert said["roles"] == ["us_defence", *(id for id in said["roles"] if id.startswith("cn_"))]
    assert said["kept"]["red_lines_of"] == []
    assert len(said["roles"]) > 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--role", "the_press"), "no role"),
        (("--keep", "cn_whitelst"), "Did you mean cn_whitelist"),
        (("--package", "nowhere"), "no package"),
        (("--worldview", "nobody"), "no worldview"),
        (("--draws", "0"), "0 draws"),
    ],
)
def test_improve_tells_what_is_wrong_in_a_sentence(run, words, told):
    ran = run("improve", "example:busan", *words)
    assert ran.code == 1
    assert told in ran.err
    assert "Traceback" not in ran.err
