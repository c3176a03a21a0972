"""What a hostile hand types, and where its output goes: one sentence, the right exit code, and the file as it was."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from dealbuilder.document.file import load


@pytest.fixture
def deal(run, tmp_path):
    path = tmp_path / "a.deal"
    assert run("new", path).code == 0
    assert run("edit", path, "add", "cn_whitelist=most").code == 0
    return path


def by_hand(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement, values in statements:
            connection.execute(statement, values)
        connection.commit()


@pytest.mark.parametrize(
    "words",
    [
        ("new", "x" * 300 + ".deal"),
        ("new", "t.deal", "--title", "x" * 600),
        ("new", "t.deal", "--title", "\udcff"),
        ("new", "t.deal", "--from", "example:geneva", "--title", "x" * 600),
        ("edit", "a.deal", "remove", ""),
        ("edit", "a.deal", "remove", "x" * 10_000),
        ("edit", "a.deal", "assume", "trust_months=5", "--reason", "x" * 6_000),
        ("edit", "a.deal", "assume", "trust_months=5", "--who", "\udcff"),
        ("edit", "a.deal", "assume", "--reset", ""),
        ("edit", "a.deal", "add", "cn_customs=day_1@"),
        ("score", "a.deal", "--baseline", "q" * 5_000),
        ("score", "a.deal", "--baseline", ""),
        ("clean", "a.deal", "-o", "a.deal"),
    ],
)
def test_that_what_no_deal_can_hold_is_a_sentence_and_never_a_fault(run, deal, monkeypatch, words):
    monkeypatch.chdir(deal.parent)
    before = deal.read_bytes()
    ran = run(*words)
    assert ran.code == 1, ran
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert deal.read_bytes() == before
    assert list(deal.parent.iterdir()) == [deal]


@pytest.mark.parametrize("value", ["-5", "0", "1e308", "-1e308", "5:-1:9", "5:1:1e300"])
def test_that_a_length_of_time_cannot_be_assumed_beyond_sense(run, deal, value):
    before = deal.read_bytes()
    ran = run("edit", deal, "assume", f"trust_months={value}")
    assert ran.code == 1
    assert "trust_months cannot be" in ran.err
    assert deal.read_bytes() == before


def test_that_an_impossible_assumption_written_by_hand_is_named_and_never_scored(run, deal):
    run("edit", deal, "assume", "trust_months=5")
    by_hand(deal, ("UPDATE assumption SET value = 1e308", ()))
    assert "trust_months cannot be 1e+308 month" in run("check", deal).out
    ran = run("score", deal, "--draws", 4)
    assert ran.code == 1
    assert "the deal is whole" in ran.err
    assert run("edit", deal, "assume", "--reset", "trust_months").code == 0
    assert run("check", deal).code == 0


def own_measure(**channels):
    text = {"en": "Own", "zh": "自定"}
    return {
        "id": "own_x", "side": "us", "group": "us_rollback", "title": text, "summary": text,
        "instrument": {"name": text, "citation": "c", "date": "2025", "kind": "rule"},
        "levels": [
            {"id": "none", "label": text, "sentence": text},
            {"id": "a", "label": text, "sentence": text, "channels": channels},
        ],
        "ramp": 1, "ramp_note": text, "reversal": 1, "references": [], "grade": "D",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("channels", "said"),
    [
        ({"made_up": 1.0}, "which this catalogue does not have"),
        ({"deal_months": 1e308}, "outside"),
        ({"deal_months": -1e308}, "outside"),
    ],
)
def test_that_an_own_measure_that_reaches_past_the_channels_is_named_and_scored_within_them(run, deal, channels, said):
    clause = "INSERT INTO clause SELECT 9, package, 'own_x', 'a', 0, NULL, NULL, NULL, NULL, 0, 0, '' FROM clause"
    by_hand(
        deal, ("INSERT INTO own_measure VALUES (1, 'own_x', ?)", (json.dumps(own_measure(**channels)),)), (clause, ())
    )
    checked = run("check", deal)
    assert checked.code == 1
    assert said in checked.out
    scored = run("score", deal, "--draws", 4, "--json")
    assert scored.code == 0, scored.err
    assert scored.json()["indicators"]
    assert load(deal).history.document.measures[0].levels[1].channels == channels


def test_that_a_title_cannot_steer_the_terminal_or_break_a_picture(run, deal, tmp_path):
    by_hand(
        deal,
        ("UPDATE deal SET value = ? WHERE key = 'title'", ("a\x1b[31mb\x0b\ufffec\u202ed",)),
        ("UPDATE package SET name = ?", ("n\x02\x9bm",)),
    )
    for ran in (run("check", deal), run("score", deal, "--draws", 4)):
        assert not set("\x1b\x0b\x02\x9b\u202e") & set(ran.out)
    assert run("export", deal, "-o", tmp_path / "x.png", "--draws", 4).code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_that_a_full_or_closed_stdout_is_no_fault_of_ours():
    command = [sys.executable, "-m", "dealbuilder", "examples"]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.count("\n") == 1
    assert "could not be written" in ran.stderr
    closed = subprocess.run(["sh", "-c", '"$@" >&-', "sh", *command], stderr=subprocess.PIPE, text=True, check=False)
    assert (closed.returncode, closed.stderr) == (0, "")


@pytest.mark.parametrize("letter", ["w", "é", "字"])
def test_that_a_note_without_a_blank_is_printed(run, deal, tmp_path, letter):
    by_hand(deal, ("UPDATE deal SET value = ? WHERE key = 'note'", (letter * 60_000,)))
    ran = run("report", deal, "-o", tmp_path / "x.pdf", "--no-study", "--draws", 4)
    assert ran.code == 0, ran.err
