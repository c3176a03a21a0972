"""compare on the command line: several deals or packages, one setting, the contract of its keys."""

import json

import pytest

from dealbuilder import paths
from dealbuilder.analysis.compare.comparing import MOST
from dealbuilder.document import file
from dealbuilder.document.document import Document
from dealbuilder.document.history import History

FEW = ("--draws", "16")
EXAMPLES = paths.resources() / "examples"
ONE, TWO = EXAMPLES / "geneva.deal", EXAMPLES / "busan.deal"
NAMES = ("example:geneva", "example:busan")


@pytest.fixture
def two(tmp_path):
    """A deal of two packages."""
    path = tmp_path / "two.deal"
    first = file.load(TWO).history.document.package().model_copy(update={"id": "a", "name": "Busan"})
    changed = first.clauses[0].model_copy(update={"private_note": "SECRET", "snapback": True, "end": 30})
    second = first.model_copy(update={"id": "b", "name": "Variant", "clauses": (changed, *first.clauses[1:])})
    document = Document(id="two", packages=(first, second), active="a", sealed={"us": "SECRET"})
    file.save(path, History.start(document))
    return path


def test_deals_are_compared_and_the_gap_of_the_first_two_is_explained(run):
    ran = run("compare", *NAMES, "example:london", *FEW)
    assert ran.code == 0
    for text in ("geneva − busan", "london − busan", "What explains the gap", "Shapley", "◆"):
        assert text in ran.out


def test_the_other_language_says_the_same(run):
    ran = run("compare", *NAMES, *FEW, "--language", "zh")
    assert ran.code == 0
    assert "差距由何而来" in ran.out
    assert "explains" not in ran.out


def test_json_keeps_its_contract_and_is_what_the_score_says(run):
    found = run("compare", *NAMES, "--json", *FEW).json()
    assert found.keys() == {"setting", "packages", "same", "indicators", "clauses", "gap", "stamps", "notices"}
    alone = run("score", NAMES[1], "--json", *FEW).json()
    means = {row["id"]: row["mean"] for row in alone["indicators"]}
    assert {row["id"]: row["scores"][1]["mean"] for row in found["indicators"]} == means
    assert [one["name"] for one in found["packages"]] == ["geneva", "busan"]


def test_the_order_of_deals_turns_the_signs_and_changes_no_number(run):
    there, back = (run("compare", *names, "--json", *FEW).json() for names in (NAMES, NAMES[::-1]))
    for one, other in zip(there["indicators"], back["indicators"], strict=True):
        assert one["scores"] == other["scores"][::-1]
        first, second = one["differences"][0]["value"], other["differences"][0]["value"]
        assert first is second is None or first == pytest.approx(-second, abs=1e-9)
    parts = {part["measure"]: part["value"] for part in there["gap"]["indicators"][0]["parts"]}
    turned = {part["measure"]: -part["value"] for part in back["gap"]["indicators"][0]["parts"]}
    assert parts == pytest.approx(turned)


def test_a_deal_with_itself_is_the_same_deal(run):
    ran = run("compare", ONE, ONE, *FEW)
    assert ran.code == 0
    assert "the same deal" in ran.out


def test_one_package_alone_is_told(run):
    ran = run("compare", ONE, *FEW)
    assert ran.code == 0
    assert "nothing to compare it with" in ran.out


def test_the_packages_of_one_deal_are_compared_all_or_as_named(run, two):
    names = [one["name"] for one in run("compare", two, "--json", *FEW).json()["packages"]]
    assert len(names) == 2
    assert "Variant" in names
    turned = run("compare", two, "--package", names[1], "--package", names[0], "--json", *FEW).json()
    assert [one["name"] for one in turned["packages"]] == names[::-1]
    assert [row["differs_in"] for row in turned["clauses"]] == [["timing", "snapback"]]
    assert "SECRET" not in json.dumps(turned)


def test_deals_of_other_settings_are_scored_under_the_first_and_told(run, tmp_path):
    path = tmp_path / "odd.deal"
    assert run("new", path, "--from", NAMES[1]).code == 0
    assert run("edit", path, "assume", "--worldview", "sceptic").code == 0
    ran = run("compare", NAMES[0], path, "--json", *FEW)
    found = ran.json()
    assert found["setting"]["worldview"] == "central"
    assert "geneva" in found["notices"][0]
    assert "odd: its own worldview" in found["notices"][1]
    assert "worldview" in ran.err


def test_what_is_wrong_is_for_the_user_to_mend(run):
    for words, said in (
        ((*NAMES, "--indicator", "supply_restord"), "supply_restored"),
        ((NAMES[0], "--package", "none such"), "none such"),
        ((*NAMES, "example:london", "--package", "a", "--package", "b"), "2 packages are named for 3 deals"),
        ((NAMES[0],) * (MOST + 1), "cannot be set beside"),
        ((*NAMES, "--output", "out.doc"), "nothing can be written"),
        (("example:none", NAMES[0]), "none"),
    ):
        ran = run("compare", *words, *FEW)
        assert ran.code == 1
        assert said in ran.err
        assert ran.out == ""


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "json", "svg", "png"])
def test_every_kind_of_file_is_written(run, tmp_path, ending):
    path = tmp_path / f"out.{ending}"
    assert run("compare", *NAMES, *FEW, "--output", path).code == 0
    assert path.stat().st_size > 500
    if ending == "json":
        assert "gap" in json.loads(path.read_text(encoding="utf-8"))


def test_an_unknown_score_is_told_where_scores_are_listed(run):
    ran = run("compare", "example:busan", "example:geneva", "--draws", "4", "--indicator", "zzz")
    assert (ran.code, "score --json" in ran.err) == (1, True)
