"""score, report and export: the contract of their keys, and a sentence for whatever is wrong."""

import csv
import io

import pytest

from dealbuilder.document.file import open_any

FEW = ("--draws", "16")


def test_score_as_json_keeps_its_contract(run, catalogue):
    said = run("score", "example:essay_minimal", "--json", *FEW).json()
    assert {
        "deal", "package", "baseline", "worldview", "draws", "seed", "indicators", "monthly", "worst_cell", "stamps",
    } <= said.keys()  # fmt: skip
    assert [row["id"] for row in said["indicators"]] == [indicator.id for indicator in catalogue.indicators]
    for row in said["indicators"]:
        assert {"id", "label", "unit", "sense", "baseline", "mean", "p05", "p50", "p95"} <= row.keys()
    months, series = said["monthly"]["months"], said["monthly"]["series"]
    assert months[0] == "2025-04"
    for row in series:
        assert {"id", "unit", "p05", "p50", "p95"} <= row.keys()
        assert len(row["p50"]) == len(months)
    assert {"material", "end_use", "class", "value"} <= said["worst_cell"].keys()
    assert {"dealbuilder", "catalogue", "pack"} <= said["stamps"].keys()
    assert (said["draws"], said["worldview"]) == (16, "central")


def test_a_deal_of_november_2026_is_scored_from_there_with_the_record_before_it(run):
    said = run("score", "example:truce_framework", "--json", *FEW).json()
    assert said["stamps"]["pack"] == "2026-11"
    assert (said["monthly"]["months"][0], said["monthly"]["months"][-1]) == ("2025-04", "2031-11")


@pytest.mark.parametrize(
    ("language", "words", "study"), [("en", "From truce to framework", ["--no-study"]), ("zh", "从休战到框架", [])]
)
def test_a_deal_of_november_2026_prints_in_both_languages(run, tmp_path, language, words, study):
    path = tmp_path / "framework.pdf"
    made = run("report", "example:truce_framework", "-o", path, "--language", language, *study, *FEW)
    assert made.code == 0, made.err
    assert open_any(path).history.document.pack == "2026-11"
    text = tmp_path / "framework.md"
    assert run("export", "example:truce_framework", "-o", text, "--language", language, *FEW).code == 0
    assert words in text.read_text(encoding="utf-8")


def test_the_same_command_says_the_same_twice(run):
    words = ("score", "example:busan", "--json", *FEW, "--seed", "7", "--worldview", "sceptic")
    assert run(*words).out == run(*words).out


def test_another_seed_gives_other_scores_and_the_same_seed_the_same(run):
    def supply(seed):
        said = run("score", "example:busan", "--json", *FEW, "--seed", seed).json()
        return next(row["mean"] for row in said["indicators"] if row["id"] == "supply_restored")

    assert supply(1) != supply(2)
    assert supply(1) == supply(1)


def test_a_score_for_people_names_both_headlines_and_the_worst_cells(run):
    ran = run("score", "example:escalation", *FEW)
    assert ran.code == 0
    for words in ("Supply restored", "Technology-leadership cost", "worst cell", "worldview"):
        assert words in ran.out
    assert ran.err == ""


def test_a_score_speaks_chinese(run):
    assert "供应恢复程度" in run("score", "example:no_deal", "--language", "zh", *FEW).out


def test_a_deal_scores_against_another_deal(run):
    said = run("score", "example:essay_full", "--baseline", "example:essay_full", "--json", *FEW).json()
    costs = [row["mean"] for row in said["indicators"] if row["id"] == "leadership_cost"]
    assert costs == [0.0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("example:atlantis",), "essay_full"),
        (("missing.deal",), "missing.deal"),
        (("example:no_deal", "--draws", "0"), "0 draws"),
        (("example:no_deal", "--draws", "1000000"), "100000"),
        (("example:no_deal", "--seed", "-1"), "seed"),
        (("example:no_deal", "--worldview", "gloomy"), "central"),
        (("example:no_deal", "--package", "Z"), "no package"),
        (("example:no_deal", "--baseline", "nowhere.deal"), "no_deal"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_one(run, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    ran = run("score", *words)
    assert ran.code == 1
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("data", [b"", b"hello", b"%PDF-1.7\nnothing", b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_foreign_file_is_one_sentence(run, tmp_path, data):
    path = tmp_path / "foreign.deal"
    path.write_bytes(data)
    ran = run("score", path)
    assert ran.code == 1
    assert str(path) in ran.err
    assert path.read_bytes() == data


@pytest.mark.parametrize("words", [("score",), ("score", "a", "b"), ("nonsense",), ("score", "x", "--draws", "many")])
def test_wrong_usage_is_exit_code_two(run, words):
    assert run(*words).code == 2


def test_a_fault_of_ours_is_exit_code_three_with_a_report(run, monkeypatch, tmp_path):
    def broken(*_, **__):
        raise RuntimeError("a bug")

    monkeypatch.setattr("dealbuilder.cli.deals.opened", broken)
    ran = run("score", "example:no_deal")
    assert ran.code == 3
    (report,) = (tmp_path / "state" / "crashes").iterdir()
    assert str(report) in ran.err
    assert "a bug" in report.read_text(encoding="utf-8")


def test_a_report_carries_its_deal(run, tmp_path):
    path = tmp_path / "deal.pdf"
    assert run("report", "example:essay_minimal", "-o", path, "--no-study", *FEW).code == 0
    loaded = open_any(path)
    assert loaded.carried
    assert loaded.history.document.package().clause("cn_whitelist").level == "most"
    assert run("check", path).code == 0
    ran = run("edit", path, "add", "cn_documents=three")
    assert ran.code == 1
    assert "PDF" in ran.err


def test_a_report_is_the_same_bytes_twice(run, tmp_path):
    for name in ("one.pdf", "two.pdf"):
        words = ("--language", "zh", "--paper", "letter", "--term-sheet", *FEW)
        assert run("report", "example:london", "-o", tmp_path / name, *words).code == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize("kind", ["csv", "xlsx", "md", "json", "svg", "png"])
def test_every_kind_of_export_is_written_and_the_same_twice(run, tmp_path, kind):
    for name in ("one", "two"):
        assert run("export", "example:busan", "-o", tmp_path / f"{name}.{kind}", *FEW).code == 0
    one, two = ((tmp_path / f"{name}.{kind}").read_bytes() for name in ("one", "two"))
    assert len(one) > 500
    assert one == two


def test_the_tidy_csv_has_a_unit_in_every_row(run, tmp_path):
    path = tmp_path / "a.csv"
    run("export", "example:busan", "-o", path, *FEW)
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert rows
    assert all(row["unit"] for row in rows)


def test_an_unknown_ending_is_a_sentence(run, tmp_path):
    ran = run("export", "example:busan", "-o", tmp_path / "a.docx", *FEW)
    assert ran.code == 1
    assert ".xlsx" in ran.err


def test_a_folder_that_is_not_there_is_a_sentence(run, tmp_path):
    ran = run("report", "example:busan", "-o", tmp_path / "nowhere" / "a.pdf", "--no-study", *FEW)
    assert ran.code == 1
    assert "nowhere" in ran.err


def test_the_doctor_finds_this_machine_sound(run):
    ran = run("doctor")
    assert ran.code == 0, ran.out
    for words in ("catalogue", "fonts", "deal file", "model", "Inter[opsz,wght].ttf"):
        assert words in ran.out


def test_the_doctor_writes_a_text_to_pass_on_and_one_object(run, tmp_path):
    ran = run("doctor", "--json", "--report", tmp_path / "doctor.txt", "--language", "zh")
    assert ran.code == 0
    assert ran.json()["sound"] is True
    assert {one["state"] for one in ran.json()["lines"]} <= {"ok", "attention"}
    assert "[ok] 目录" in (tmp_path / "doctor.txt").read_text(encoding="utf-8")


def test_changed_assumptions_are_said_in_words_and_in_json(run, tmp_path):
    deal = tmp_path / "a.deal"
    assert run("new", deal).code == 0
    quiet = run("score", deal, *FEW)
    assert "differ" not in quiet.out
    assert run("score", deal, "--json", *FEW).json()["assumptions_changed"] == []
    words = ("edit", deal, "assume", "backfire=0.5:0.2:0.9", "--reason", "seen [bold]there[/bold]", "--who", "Desk")
    assert run(*words).code == 0
    said = run("score", deal, *FEW).out
    assert "1 assumption differs from the catalogue" in said
    assert "seen [bold]there[/bold]" in said
    assert "Desk" not in said
    assert "有1项假设与目录不同" in run("score", deal, "--language", "zh", *FEW).out
    (one,) = run("score", deal, "--json", *FEW).json()["assumptions_changed"]
    assert (one["id"], one["value"], one["low"], one["high"]) == ("backfire", 0.5, 0.2, 0.9)
    assert set(one) == {"id", "label", "unit", "value", "low", "high", "catalogue", "reason"}


def test_labels_follow_the_language_and_keys_do_not(run):
    english, chinese = (
        run("score", "example:no_deal", "--draws", "8", "--json", "--language", language).json()
        for language in ("en", "zh")
    )
    assert english.keys() == chinese.keys()
    pairs = list(zip(english["indicators"], chinese["indicators"], strict=True))
    assert all(one["id"] == other["id"] and one["unit"] == other["unit"] for one, other in pairs)
    assert pairs[0][1]["label"] == "供应恢复程度"
    assert pairs[0][0]["label"] == "Supply restored"
