"""practise, export --negmas and edit FILE outcome on the command line."""

import json

import pytest

DEAL = "example:essay_minimal"


def test_a_deal_is_played_to_its_end_and_told_as_a_table(run):
    ran = run("practise", DEAL, "--draws", 4, "--rounds", 2)
    assert ran.code == 0
    assert "China is played by the script: firm" in ran.out
    assert "Opens with" in ran.out
    assert "agreement" in ran.out


def test_json_has_the_contract_and_the_same_seed_gives_the_same_play(run):
    words = (
        "practise",
        DEAL,
        "--side",
        "china",
        "--tactic",
        "conceder",
        "--draws",
        4,
        "--rounds",
        2,
        "--seed",
        3,
        "--json",
    )
    one, other = run(*words), run(*words)
    assert one.code == 0
    assert one.out == other.out
    found = one.json()
    assert set(found) == {
        "deal", "package", "side", "counterpart", "role", "tactic", "own_tactic", "exponent", "rounds", "seed", "draws",
        "turns", "agreement", "reservations", "debrief",
    }  # fmt: skip
    assert (found["side"], found["counterpart"], found["draws"]) == ("china", "us", 4)
    assert set(found["reservations"]) == {"us", "china"}
    assert found["turns"][0]["who"] == "china"


def test_a_locked_measure_is_never_changed(run):
    found = run("practise", DEAL, "--draws", 4, "--rounds", 2, "--lock", "cn_whitelist", "--json").json()
    later = [step["measure"] for turn in found["turns"][1:] for step in turn["changes"]]
    assert later
    assert "cn_whitelist" not in later


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--role", "nobody"), "no role"),
        (("--lock", "nothing"), "no measure"),
        (("--rounds", "0"), "0 rounds"),
        (("--exponent", "0"), "exponent"),
        (("--seed", "-1"), "seed"),
    ],
)
def test_what_cannot_be_played_is_told(run, words, said):
    ran = run("practise", DEAL, "--draws", 1, *words)
    assert ran.code == 1
    assert said in ran.err


@pytest.fixture
def deal(run, tmp_path):
    file = tmp_path / "mine.deal"
    assert run("new", file).code == 0
    assert run("edit", file, "add", "cn_whitelist=most@3-24", "ease_hbm=one_million").code == 0
    return file


def test_an_empty_deal_can_be_practised(run, tmp_path):
    file = tmp_path / "empty.deal"
    run("new", file)
    ran = run("practise", file, "--draws", 2, "--rounds", 1)
    assert ran.code == 0
    assert "no clause" in ran.out


def test_a_domain_is_exported_and_an_agreement_comes_back_as_a_package_that_can_be_undone(run, deal, tmp_path):
    folder = tmp_path / "domain"
    ran = run("export", deal, "-o", folder, "--negmas", "--draws", 2)
    assert ran.code == 0
    assert {path.name for path in folder.iterdir()} == {
        "README.md",
        "outcome.json",
        "utilities.csv",
        "additive",
        "exact",
    }
    agreement = folder / "agreement.json"
    agreement.write_text(json.dumps({"cn_whitelist": "pilot", "ease_hbm": "none"}), encoding="utf-8")
    ran = run("edit", deal, "outcome", agreement, "--name", "Agents")
    assert ran.code == 0
    assert "Agents" in ran.out
    report = run("practise", deal, "--draws", 1, "--rounds", 1, "--json").json()
    assert report["package"] == "Agents"
    assert report["turns"][0]["changes"] == [{"measure": "cn_whitelist", "from": None, "to": "pilot"}]


def test_an_empty_deal_has_no_domain(run, tmp_path):
    file = tmp_path / "empty.deal"
    run("new", file)
    ran = run("export", file, "-o", tmp_path / "domain", "--negmas")
    assert ran.code == 1
    assert "no clause" in ran.err
    assert not (tmp_path / "domain").exists()


@pytest.mark.parametrize("text", ['{"cn_whitelist": "everything"}', '{"nobody": "none"}', "", "\x00\xff", "[1, 2]"])
def test_a_strange_agreement_leaves_the_deal_as_it_was(run, deal, tmp_path, text):
    agreement = tmp_path / "agreement.json"
    agreement.write_text(text, encoding="latin-1")
    before = deal.read_bytes()
    ran = run("edit", deal, "outcome", agreement)
    assert ran.code == 1
    assert "as it was" in ran.err
    assert deal.read_bytes() == before


def test_an_agreement_that_is_not_there_is_told(run, deal, tmp_path):
    ran = run("edit", deal, "outcome", tmp_path / "none.json")
    assert ran.code == 1
    assert "cannot be read" in ran.err
