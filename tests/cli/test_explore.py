"""explore: what is asked for, files of packages, what it prints, and a sentence for whatever is wrong."""

import json

import pytest

from dealbuilder.cli.exploring import listed
from dealbuilder.errors import DealError

FEW = ("--draws", "64")


@pytest.fixture
def deal(run, tmp_path):
    path = tmp_path / "a.deal"
    assert run("new", path, "--title", "Test").code == 0
    assert run("edit", path, "add", "cn_whitelist=most", "cn_customs=day_1").code == 0
    return path


def test_explore_as_json_keeps_its_contract_and_says_how_many_before_it_begins(run, deal, tmp_path):
    words = ("--packages", "neighbours", "--worldviews", "all", *FEW, "-o", tmp_path / "e", "--json")
    ran = run("explore", deal, *words)
    assert ran.code == 0, ran.err
    said = ran.json()
    assert {
        "deal", "folder", "packages", "worldviews", "draws", "seed", "runs", "executor", "chunks", "new_runs",
        "seconds", "indicators", "files", "complete", "stamps",
    } == said.keys()  # fmt: skip
    assert said["runs"] == said["packages"] * 3 * 64 == said["new_runs"]
    assert said["chunks"] == {"size": 25_000, "total": 3, "reused": 0, "done": 3}
    assert ran.err.startswith(
        f"{said['packages']:,} packages x 64 draws x 3 worldviews = {said['runs']:,} runs in 3 ch"
    )
    again = run(
        "explore", deal, "--packages", "neighbours", "--worldviews", "all", *FEW, "-o", tmp_path / "e", "--json"
    )
    assert again.json()["new_runs"] == 0
    assert "3 chunks are done already; 0 chunks are left" in again.err


def test_the_summary_agrees_with_score_to_the_figure(run, deal, tmp_path):
    assert run("explore", deal, *FEW, "-o", tmp_path / "e").code == 0
    shown = {row["indicator"]: row for row in run("explore", "--show", tmp_path / "e", "--json").json()["summary"]}
    for scored in run("score", deal, *FEW, "--json").json()["indicators"]:
        if scored["id"] in shown:
            for key in ("mean", "p05", "p50", "p95"):
                assert shown[scored["id"]][key] == pytest.approx(scored[key], rel=1e-6, abs=1e-6), scored["id"]
    assert {"supply_restored", "leadership_cost"} <= shown.keys()


@pytest.mark.parametrize(
    ("language", "words"), [("en", ("Supply restored", "worldview")), ("zh", ("供应恢复", "世界观"))]
)
def test_the_summary_is_told_in_both_languages(run, deal, tmp_path, language, words):
    ran = run("explore", deal, *FEW, "-o", tmp_path / "e", "--language", language)
    shown = run("explore", "--show", tmp_path / "e", "--language", language)
    assert "Test" in shown.out
    for text in (ran.out, shown.out):
        assert all(word in text for word in words)


def test_that_several_sources_join_and_each_package_of_the_deal_comes_once(run, deal, tmp_path):
    listing = tmp_path / "more.txt"
    listing.write_text("# two\nfirst: cn_whitelist=most@3-36 cn_customs=day_1\ncn_customs=day_1\n", encoding="utf-8")
    words = (
        "--packages",
        "all",
        "--packages",
        "neighbours",
        "--packages",
        listing,
        "--packages",
        "factorial:cn_documents",
    )
    ran = run("explore", deal, *words, "--draws", 1, "-o", tmp_path / "e", "--json")
    assert ran.code == 0, ran.err
    lines = [json.loads(line) for line in (tmp_path / "e/packages.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == ran.json()["packages"] == len({line["id"] for line in lines})
    by_id = {line["id"]: line for line in lines}
    assert by_id["first"]["clauses"][1] == {"measure": "cn_whitelist", "level": "most", "start": 3, "end": 36}
    assert by_id["more-3"]["origin"] == "file"
    assert {line["origin"] for line in lines} == {"deal", "neighbour", "file", "factorial"}


def test_that_an_ensemble_s_own_list_of_packages_can_be_asked_again(run, deal, tmp_path):
    assert run("explore", deal, "--packages", "factorial:cn_customs,cn_documents", *FEW, "-o", tmp_path / "e").code == 0
    again = ("--packages", tmp_path / "e/packages.jsonl", *FEW, "-o", tmp_path / "f")
    assert run("explore", deal, *again).code == 0
    assert (tmp_path / "e/summary.csv").read_bytes() == (tmp_path / "f/summary.csv").read_bytes()


def test_that_text_csv_and_json_lines_say_the_same(catalogue, tmp_path):
    said = {
        "a.txt": "x: cn_whitelist=most cn_customs=day_1@2\nempty:\n",
        "a.csv": 'id,name,clauses\nx,,cn_whitelist=most;cn_customs=day_1@2\nempty,,\n',
        "a.jsonl": '{"id": "x", "clauses": ["cn_whitelist=most", '
        '{"measure": "cn_customs", "level": "day_1", "start": 2}]}\n\n{"id": "empty"}\n',
    }  # fmt: skip
    found = []
    for name, text in said.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        found.append(listed.members(catalogue, tmp_path / name))
    assert found[0] == found[1] == found[2]
    assert [one.id for one in found[0]] == ["x", "empty"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.txt", "cn_whitelist", "line 1: .*has no level"),
        ("a.txt", "\n\nnonsense=1", "line 3: This catalogue has no measure"),
        ("a.txt", "cn_whitelist=nonsense", "line 1: .*has no level “nonsense”"),
        ("a.txt", "cn_whitelist=most cn_whitelist=pilot", "two clauses on one measure"),
        ("a.csv", "id,words\nx,y\n", "no column “clauses”"),
        ("a.jsonl", "{", "line 1: it is not JSON"),
        ("a.jsonl", "[" * 100_000, "line 1: it is not JSON"),
        ("a.jsonl", "3", "no object"),
        ("a.jsonl", '{"id": 3}', "no text"),
        ("a.jsonl", '{"clauses": [{"measure": "cn_customs"}]}', "line 1: level"),
        ("a.jsonl", '{"clauses": [{"measure": "cn_customs", "level": "day_1", "start": 1e400}]}', "line 1: start"),
        ("a.jsonl", '{"clauses": [3]}', "line 1"),
        ("a.jsonl", '{"id": "' + "x" * 300 + '"}', "line 1: id"),
        ("a.txt", b"\xff\xfe\x00", "no text in UTF-8"),
    ],
)
def test_that_a_wrong_line_is_named_with_its_place(catalogue, tmp_path, name, text, said):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(DealError, match=said):
        listed.members(catalogue, path)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--packages", "nothing"), "neither a package nor a file"),
        (("--packages", "factorial:nothing"), "no measure “nothing”"),
        (("--packages", "factorial:"), "names no measure"),
        (("--packages", "factorial:agenda_taiwan_none"), "no measure"),
        (("--worldviews", "rosy"), "no worldview “rosy”"),
        (("--worldviews", ","), "No worldview was named"),
        (("--draws", "0"), "0 draws"),
        (("--draws", "1000000000"), "draws; nothing"),
        (("--seed", "-1"), "not a seed"),
        (("--chunk", "1"), "too small"),
        (("--chunk", "-5"), "too small"),
        (("--threads", "0"), "threads"),
        (("--baseline", "nothing"), "no baseline"),
    ],
)
def test_that_what_cannot_be_run_is_a_sentence_and_makes_no_folder(run, deal, tmp_path, words, said):
    ran = run("explore", deal, *(() if "--draws" in words else FEW), *words, "-o", tmp_path / "e")
    assert ran.code == 1, ran
    assert said in ran.err
    assert not (tmp_path / "e").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("explore",),
        ("explore", "example:geneva"),
        ("explore", "example:geneva", "-o", "e", "--executor", "dask"),
        ("explore", "example:geneva", "-o", "e", "--scheduler", "tcp://127.0.0.1:1"),
        ("explore", "example:geneva", "-o", "e", "--executor", "moon"),
    ],
)
def test_that_a_command_without_its_parts_is_wrong_usage(run, words):
    assert run(*words).code == 2


def test_that_show_names_what_is_no_ensemble_and_a_damaged_summary(run, deal, tmp_path):
    assert run("explore", "--show", tmp_path / "nowhere").code == 1
    assert run("explore", deal, *FEW, "-o", tmp_path / "e").code == 0
    (tmp_path / "e/summary.csv").write_text("package,worldview\nx", encoding="utf-8")
    for words in ((), ("--json",)):
        ran = run("explore", "--show", tmp_path / "e", *words)
        assert (ran.code, ran.out.count("{")) == (1, 0)
        assert "damaged" in ran.err


def test_that_the_empty_package_and_two_equal_ones_are_run(run, tmp_path):
    listing = tmp_path / "a.txt"
    listing.write_text("none:\none: cn_customs=day_1\ntwo: cn_customs=day_1\n", encoding="utf-8")
    assert run("explore", "example:geneva", "--packages", listing, "--draws", 1, "-o", tmp_path / "e").code == 0
    rows = run("explore", "--show", tmp_path / "e", "--json").json()["summary"]
    means = {name: [row["mean"] for row in rows if row["package"] == name] for name in ("none", "one", "two")}
    assert means["one"] == means["two"]
    assert next(row for row in rows if (row["package"], row["indicator"]) == ("none", "leadership_cost"))["mean"] == 0
    assert all(row["error"] is None for row in rows)


def test_that_no_private_note_reaches_the_folder(run, deal, tmp_path):
    assert run("edit", deal, "assume", "trust_months=5", "--reason", "in-confidence", "--who", "role-three").code == 0
    assert run("explore", deal, *FEW, "-o", tmp_path / "e").code == 0
    for path in (tmp_path / "e").rglob("*"):
        if path.is_file():
            assert b"in-confidence" not in path.read_bytes()
            assert b"role-three" not in path.read_bytes()


def test_that_clauses_nobody_knows_are_named_and_the_rest_is_run(run, tmp_path):
    listing = tmp_path / "a.jsonl"
    listing.write_text('{"id": "x", "clauses": [{"measure": "us_moon", "level": "all"}, "cn_customs=day_1"]}\n')
    ran = run("explore", "example:geneva", "--packages", listing, "--draws", 1, "-o", tmp_path / "e")
    assert ran.code == 0
    assert "us_moon" in ran.err
