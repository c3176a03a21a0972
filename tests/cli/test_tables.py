"""tables and merge on the command line: partial success, exit codes, the contract of their keys."""

import json
import shutil

import pytest

from dealbuilder import paths
from dealbuilder.document.file import load

FEW = ("--draws", "16")
EXAMPLES = paths.resources() / "examples"
ONE, TWO = EXAMPLES / "essay_minimal.deal", EXAMPLES / "london.deal"


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "bad.deal"
    path.write_bytes(ONE.read_bytes()[:3000])
    return path


def test_what_can_be_read_is_scored_and_what_cannot_is_told(run, bad):
    ran = run("tables", ONE, bad, TWO, *FEW)
    assert ran.code == 0
    assert "essay_minimal" in ran.out
    assert "london" in ran.out
    assert f"skipped: {bad}: The file is cut short" in ran.err


def test_if_nothing_can_be_read_that_is_for_the_user_to_mend(run, bad):
    ran = run("tables", bad, bad.with_name("gone.deal"), *FEW)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.count("skipped: ") == 2
    assert "None of the files holds a deal" in ran.err


def test_no_file_is_wrong_usage(run):
    assert run("tables").code == 2


def test_tables_as_json_keeps_its_contract_and_the_order_of_files_changes_no_number(run, bad):
    there, back = (run("tables", *files, "--json", *FEW).json() for files in ((ONE, TWO, bad), (bad, TWO, ONE)))
    assert there.keys() == {"setting", "tables", "matrix", "skipped", "notices", "stamps"}
    assert there["setting"]["draws"] == 16
    assert [one["name"] for one in there["tables"]] == ["essay_minimal", "london"]
    assert back["tables"] == there["tables"][::-1]
    assert [line | {"levels": 0} for line in back["matrix"]] == [line | {"levels": 0} for line in there["matrix"]]
    assert there["skipped"][0]["file"] == str(bad)


def test_the_same_table_scores_as_score_says(run):
    alone = run("score", "example:london", "--json", *FEW).json()
    said = run("tables", "example:london", "--json", *FEW).json()["tables"][0]
    mean = next(row["mean"] for row in alone["indicators"] if row["id"] == "supply_restored")
    assert said["supply_restored"]["mean"] == mean


def test_a_deal_can_give_the_setting(run, tmp_path):
    setting = tmp_path / "setting.deal"
    run("new", setting, "--from", "example:essay_minimal")
    run("edit", setting, "assume", "approve_civil=0.5")
    said = run("tables", ONE, "--setting", setting, "--json", *FEW).json()
    assert said["setting"]["assumptions_changed"] == ["approve_civil"]
    assert "Made without the room’s changed assumptions" in said["tables"][0]["remarks"][0]


def test_tables_that_differ_are_read_under_the_catalogue_s_own_setting(run):
    ran = run("tables", ONE, EXAMPLES / "truce_framework.deal", "--json", *FEW)
    assert ran.json()["setting"]["pack"] == "2025-07"
    assert "The tables differ in starting point" in ran.err
    assert "November 2026" in ran.json()["tables"][1]["remarks"][0]


@pytest.mark.parametrize("baseline", ["example:london", "no_deal"])
def test_another_baseline_can_be_named(run, baseline):
    said = run("tables", TWO, "--baseline", baseline, "--json", *FEW).json()["tables"][0]["supply_restored"]
    assert (said["baseline"] == said["mean"]) is (baseline == "example:london")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "md", "json", "svg", "png"])
def test_a_file_is_written_too(run, tmp_path, ending):
    path = tmp_path / f"room.{ending}"
    ran = run("tables", ONE, TWO, "-o", path, *FEW, "--language", "zh")
    assert ran.code == 0, ran.err
    assert path.stat().st_size > 500


def test_an_unknown_ending_is_refused_before_anything_is_scored(run, tmp_path):
    ran = run("tables", ONE, "-o", tmp_path / "room.doc")
    assert (ran.code, ran.out) == (1, "")
    assert ".csv" in ran.err


def test_a_package_can_be_named_for_all_files(run, tmp_path):
    copy = shutil.copy(TWO, tmp_path / "two.deal")
    wanted = load(TWO).history.document.package().name
    said = run("tables", copy, ONE, "--package", wanted, "--json", *FEW).json()
    assert [one["name"] for one in said["tables"]] == ["two"]
    assert "no package" in said["skipped"][0]["reason"]


def test_a_table_s_pdf_is_read_and_counts_once_beside_its_deal_file(run, tmp_path):
    pdf = tmp_path / "paper.pdf"
    assert run("report", TWO, "-o", pdf, "--no-study", *FEW).code == 0
    alone = run("tables", pdf, "--json", *FEW).json()
    assert [one["name"] for one in alone["tables"]] == ["paper"]
    both = run("tables", pdf, TWO, "--json", *FEW).json()
    assert len(both["tables"]) == 1
    assert both["skipped"][0]["reason"] == "It is the same deal as paper.pdf, with the same clauses."


def test_a_merge_is_a_deal_that_opens_and_says_where_it_comes_from(run, tmp_path):
    path = tmp_path / "bridge.deal"
    ran = run("merge", "--us", ONE, "--china", TWO, "-o", path, *FEW)
    assert ran.code == 0, ran.err
    assert "is disputed" in ran.out
    document = load(path).history.document
    package = document.package()
    assert package.name == "US side of essay_minimal with China’s side of london"
    assert "Chinese clauses: london" in package.note
    assert package.clause("cn_whitelist") == load(TWO).history.document.package().clause("cn_whitelist")
    assert run("check", path).code in (0, 1)


def test_a_merge_of_a_deal_with_itself_is_itself(run, tmp_path):
    path = tmp_path / "same.deal"
    run("merge", "--us", ONE, "--china", ONE, "-o", path, *FEW)
    assert load(path).history.document.package().clauses == load(ONE).history.document.package().clauses


def test_all_else_can_come_from_either_table_or_a_third(run, tmp_path):
    for rest, wanted in (("us", "m24"), ("china", "m3"), ("example:essay_full", "m60")):
        path = tmp_path / "rest.deal"
        said = run("merge", "--us", ONE, "--china", TWO, "--rest", rest, "-o", path, "--force", "--json", *FEW).json()
        assert load(path).history.document.package().clause("term_length").level == wanted
        assert said["parts"]["us"] == "essay_minimal"
        assert said.keys() == {"deal", "parts", "tables", "disputed", "lost_conditions", "told", "notices"}
        assert "term_length" in [one["measure"] for one in said["disputed"]]


def test_a_disputed_clause_can_be_taken_from_the_other_table(run, tmp_path):
    path = tmp_path / "taken.deal"
    assert run("merge", "--us", ONE, "--china", TWO, "--take", "term_length=china", "-o", path, *FEW).code == 0
    assert load(path).history.document.package().clause("term_length").level == "m3"
    for wrong, words in (("term_length=all", "not a choice"), ("term_lenght=china", "term_length")):
        ran = run("merge", "--us", ONE, "--china", TWO, "--take", wrong, "-o", path, "--force", *FEW)
        assert ran.code == 1
        assert words in ran.err


def test_a_merge_overwrites_nothing_and_names_what_cannot_be_read(run, tmp_path, bad):
    path = tmp_path / "there.deal"
    path.write_bytes(b"mine")
    assert run("merge", "--us", ONE, "--china", TWO, "-o", path, *FEW).code == 1
    assert path.read_bytes() == b"mine"
    ran = run("merge", "--us", ONE, "--china", bad, "-o", tmp_path / "new.deal", *FEW)
    assert ran.code == 1
    assert str(bad) in ran.err
    assert not (tmp_path / "new.deal").exists()
    assert run("merge", "--us", ONE, "--china", TWO, "-o", tmp_path / "new.pdf", *FEW).code == 1
    assert json.dumps(ran.out) == '""'
