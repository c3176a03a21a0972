"""backtest and calibrate on the command line: keys, files of others, and what is wrong with them."""

import json

import pytest

HEAD = "month,destination,tonnes,note\n"


def test_the_object_has_the_keys_that_scripts_rely_on(run):
    told = json.loads(run("backtest", "--json", "--draws", "64").out)
    assert {"series", "mean_absolute_error", "inside_90"} <= set(told)
    assert {"month", "destination", "observed", "p05", "p50", "p95"} <= set(told["series"][0])
    assert {row["destination"] for row in told["series"]} == {"United States", "World"}
    assert told["mean_absolute_error"] < 0.2
    assert told["unit"] == "2024 average = 1"


def test_months_after_october_2025_are_taken_from_a_file(run, tmp_path):
    path = tmp_path / "later.csv"
    path.write_text(HEAD + "2025-FY,World,60000,x\n2025-12,World,5952,x\n2026-02,United States,500,x\n", "utf-8")
    ran = run("backtest", "--data", str(path), "--json", "--draws", "64")
    told = json.loads(ran.out)
    assert [row["month"] for row in told["series"]] == ["2026-02", "2025-12"]
    assert "longer than a month" in ran.err
    assert told["notices"]


def test_the_table_speaks_both_languages(run):
    assert "hand" in run("backtest", "--draws", "64").out
    assert "手绘曲线" in run("backtest", "--draws", "64", "--language", "zh").out


def test_the_replay_can_be_asked_for_as_it_was_before_the_fit(run):
    after, before = (json.loads(run("backtest", "--json", "--draws", "64", *more).out) for more in ((), ("--prior",)))
    assert before["mean_absolute_error"] > after["mean_absolute_error"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"month,place\n1,2\n", "lacks the column destination, tonnes"),
        (b"month,destination,tonnes\n2025-05,World,lots\n", "line 2"),
        (b"\xff\xfe\x00\x01", "no text in UTF-8"),
        (b"month,destination,tonnes\n2025-05,World,1238000\n", "not kilograms"),
    ],
)
def test_a_file_that_cannot_be_compared_is_refused_in_a_sentence(run, tmp_path, content, said):
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    ran = run("backtest", "--data", str(path), "--draws", "64")
    assert ran.code == 1
    assert said in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--draws", "0"), "0 draws"),
        (("--draws", "1000000000"), "1000000000 draws"),
        (("--worldview", "rosy"), "rosy"),
        (("--pack", "1999-01"), "1999-01"),
        (("--data", "no such file.csv"), "cannot be read"),
    ],
)
def test_what_cannot_be_replayed_is_refused_in_a_sentence(run, options, said):
    ran = run("backtest", *options)
    assert ran.code == 1
    assert said in ran.err


def test_a_fit_prints_ranges_before_and_after_and_writes_them(run, tmp_path):
    path = tmp_path / "posterior.toml"
    ran = run("calibrate", "--steps", "8", "--json", "--write", str(path))
    told = json.loads(ran.out)
    assert [row["id"] for row in told["parameters"]] == [
        "hold_up",
        "hold_down",
        "review_capacity",
        "customs_discrepancy",
    ]
    assert {"prior", "posterior", "unit"} <= set(told["parameters"][0])
    assert path.read_text("utf-8").count("[[posterior]]") == 4
    assert "hold_down" in run("calibrate", "--steps", "8").out


def test_a_posterior_that_finds_no_room_is_a_sentence(run, tmp_path):
    ran = run("calibrate", "--steps", "8", "--write", str(tmp_path / "no folder" / "x.toml"))
    assert ran.code == 1
    assert "its folder is not there" in ran.err
