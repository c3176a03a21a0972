"""new, edit and check: the same edits as in the window."""

import pytest

from dealbuilder.document.file import load


@pytest.fixture
def deal(run, tmp_path):
    path = tmp_path / "a.deal"
    assert run("new", path).code == 0
    return path


def package(path):
    return load(path).history.document.package()


def test_a_new_deal_is_empty_and_named_after_its_file(deal):
    document = load(deal).history.document
    assert document.title == "a"
    assert document.package().clauses == ()


def test_an_existing_file_is_replaced_only_by_force(run, deal):
    before = deal.read_bytes()
    ran = run("new", deal)
    assert ran.code == 1
    assert "already there" in ran.err
    assert deal.read_bytes() == before
    assert run("new", deal, "--force", "--title", "fresh").code == 0
    assert load(deal).history.document.title == "fresh"


def test_a_deal_can_start_from_an_example(run, tmp_path):
    path = tmp_path / "b.deal"
    assert run("new", path, "--from", "example:essay_minimal").code == 0
    made = load(path)
    assert made.history.document.id != "example-essay_minimal"
    assert package(path).clause("cn_whitelist").level == "most"
    assert not made.history.can_undo


def test_a_deal_starts_from_another_month_if_asked_and_from_july_2025_otherwise(run, deal, tmp_path):
    path = tmp_path / "today.deal"
    assert run("new", path, "--from", "example:essay_minimal", "--pack", "2026-11").code == 0
    assert load(path).history.document.pack == "2026-11"
    assert package(path).clause("cn_whitelist").level == "most"
    assert load(deal).history.document.pack == "2025-07"


def test_an_unknown_starting_point_is_answered_with_the_known_ones_and_makes_nothing(run, tmp_path):
    ran = run("new", tmp_path / "b.deal", "--pack", "2031-01")
    assert ran.code == 1
    assert "2026-11" in ran.err
    assert not (tmp_path / "b.deal").exists()


def test_clauses_are_added_set_timed_and_removed_and_each_can_be_undone(run, deal):
    assert run("edit", deal, "add", "cn_whitelist=most", "grant_pending=commodity@6-36", "--snapback").code == 0
    one = package(deal).clause("grant_pending")
    assert (one.start, one.end, one.snapback) == (6, 36, True)
    assert run("edit", deal, "set", "cn_whitelist=pilot@3", "--if", "grant_pending=commodity").code == 0
    changed = package(deal).clause("cn_whitelist")
    assert (changed.level, changed.start, changed.condition.measure) == ("pilot", 3, "grant_pending")
    assert run("edit", deal, "time", "cn_whitelist@12-24", "--ramp", "2.5").code == 0
    timed = package(deal).clause("cn_whitelist")
    assert (timed.start, timed.end, timed.ramp) == (12, 24, 2.5)
    assert run("edit", deal, "remove", "cn_whitelist").code == 0
    assert package(deal).clause("cn_whitelist") is None
    history = load(deal).history
    assert len(history.steps) == 7
    for _ in history.steps:
        history = history.undo()
    assert history.document.package().clauses == ()


def test_a_ramp_that_is_not_given_stays(run, deal):
    run("edit", deal, "add", "cn_whitelist=most", "--ramp", "7")
    run("edit", deal, "time", "cn_whitelist@3")
    assert package(deal).clause("cn_whitelist").ramp == 7


def test_a_condition_can_be_taken_away(run, deal):
    run("edit", deal, "add", "grant_pending=commodity")
    run("edit", deal, "add", "cn_whitelist=most", "--if", "grant_pending=commodity")
    run("edit", deal, "set", "cn_whitelist", "--if", "none")
    assert package(deal).clause("cn_whitelist").condition is None


def test_assumptions_are_changed_and_reset(run, deal, catalogue):
    parameter = catalogue.parameters[0]
    assert (
        run("edit", deal, "assume", f"{parameter.id}={parameter.value}", "--reason", "so", "--worldview", "essay").code
        == 0
    )
    assumptions = load(deal).history.document.assumptions
    assert assumptions.worldview == "essay"
    assert assumptions.changes[0].reason == "so"
    assert run("edit", deal, "assume", "--reset", parameter.id).code == 0
    assert load(deal).history.document.assumptions.changes == ()
    assert run("edit", deal, "assume", "backfire=0.5", "delay_plant=20").code == 0
    assert run("edit", deal, "assume", "--reset-all").code == 0
    assert load(deal).history.document.assumptions.changes == ()
    assert run("edit", deal, "assume", "--reset-all").code == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "cn_whitlist=most"), "cn_whitelist"),
        (("add", "cn_whitelist=lots"), "pilot"),
        (("add", "cn_whitelist"), "names no level"),
        (("add", "cn_whitelist=most@soon"), "not a timing"),
        (("add", "cn_whitelist=most@9999"), "not a timing"),
        (("add", "cn_whitelist=most@20-10"), ""),
        (("add", "cn_whitelist=most", "--if", "grant_pending"), "not a condition"),
        (("add", "cn_whitelist=most", "--package", "Z"), "no package"),
        (("set", "cn_whitelist=most"), ""),
        (("time", "cn_whitelist"), "names no months"),
        (("remove", "cn_whitelist"), ""),
        (("assume", "gravity=1"), "no parameter"),
        (("assume", "essay_envelope=wide"), "not a value"),
        (("assume", "essay_envelope=inf"), "not a value"),
        (("assume", "essay_envelope=5:9:1"), ""),
        (("assume", "--worldview", "gloomy"), "central"),
    ],
)
def test_an_impossible_edit_is_a_sentence_and_leaves_the_file(run, deal, words, said):
    before = deal.read_bytes()
    ran = run("edit", deal, *words)
    assert ran.code == 1, ran
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert "nothing was changed" in ran.err.lower() or "Choose" in ran.err or "not changed" in ran.err
    assert deal.read_bytes() == before


def test_an_edit_that_fails_half_way_changes_nothing(run, deal):
    before = deal.read_bytes()
    assert run("edit", deal, "add", "cn_whitelist=most", "made_up=much").code == 1
    assert deal.read_bytes() == before


def test_an_edit_that_changes_nothing_says_so(run, deal):
    run("edit", deal, "add", "cn_whitelist=most")
    before = deal.read_bytes()
    ran = run("edit", deal, "set", "cn_whitelist=most")
    assert ran.code == 0
    assert "Nothing changes" in ran.out
    assert deal.read_bytes() == before


def test_an_example_is_never_changed(run):
    ran = run("edit", "example:no_deal", "add", "cn_whitelist=most")
    assert ran.code == 1
    assert "--from example:no_deal" in ran.err


def test_a_sound_deal_is_told_to_be_sound(run):
    ran = run("check", "example:essay_full")
    assert ran.code == 0
    assert "sound" in ran.out


def test_a_contradictory_deal_is_told_and_fails(run, deal):
    run("edit", deal, "add", "suspend_tool_licences=all", "grant_pending=commodity", "advanced_litho=euv")
    ran = run("check", deal)
    assert ran.code == 1
    assert "exclude each other" in ran.out
    assert "advanced_litho" in ran.out
    said = run("check", deal, "--json").json()
    assert not said["sound"]
    assert said["packages"][0]["locked_guardrails"] == ["advanced_litho"]


def test_a_deal_is_made_only_under_the_ending_of_a_deal(run, tmp_path):
    for name in ("mine.pdf", "mine", "mine.deal.txt"):
        ran = run("new", tmp_path / name)
        assert ran.code == 1
        assert "does not end in .deal" in ran.err
        assert not (tmp_path / name).exists()
    assert run("new", tmp_path / "MINE.DEAL").code == 0
